// `thituyen verify`: the audit of a database or a bundle, on the command line (docs/verify.md).

#include "journal/verify.h"

#include "app/opened_source.h"
#include "app/progress.h"
#include "app/subcommand.h"
#include "journal/bundle.h"
#include "store/error.h"
#include "store/folder.h"
#include "store/sqlite/verify_source.h"

#include <algorithm>
#include <iostream>
#include <memory>
#include <thread>

namespace thi::app {

namespace {

constexpr std::size_t handed_in_bytes_max = 1 << 20; // A checkpoint, a receipt.
constexpr std::size_t handed_in_files_max = 100'000;

options::options_description describe() {
    options::options_description described;
    auto add = described.add_options();
    add("db", options::value<std::string>(), "cơ sở dữ liệu hoặc thư mục dữ liệu / database");
    add("bundle", options::value<std::string>(), "gói hồ sơ kiểm toán / bundle");
    add("vkey", options::value<std::string>()->required(),
        "khoá nhật ký, in trên thông báo hoặc thẻ dự thi / the log's key, from outside");
    add("contest", options::value<std::string>(),
        "mã kỳ thi hoặc con_… khi có nhiều kỳ thi / which contest, by its code or id");
    add("known", options::value<std::string>(), "thư mục các mốc niêm phong đã thấy / checkpoints");
    add("receipts", options::value<std::string>(), "thư mục biên nhận / receipts");
    add("json", "kết quả JSON, đủ mọi vị trí / every position");
    return described;
}

// The files of a folder, in order of name.
std::vector<journal::NamedText> handed_in(const options::variables_map& values, const char* name) {
    std::vector<journal::NamedText> texts;
    if (!values.contains(name)) return texts;
    const std::filesystem::path folder{values[name].as<std::string>()};
    if (!std::filesystem::is_directory(folder))
        throw options::error(std::string{"--"} + name +
                             ": không có thư mục / no such folder: " + folder.string());
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        if (texts.size() == handed_in_files_max)
            throw options::error(std::string{"--"} + name + ": too many files");
        texts.push_back({entry.path().filename().string(),
                         store::read_whole(entry.path(), handed_in_bytes_max)});
    }
    std::sort(texts.begin(), texts.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
    return texts;
}

std::string listed(const std::vector<store::sqlite::LoggedContest>& logged) {
    std::string all = "--contest, một trong / one of:";
    for (const auto& one : logged)
        all += "\n  " + one.contest.str() + "  " + one.origin;
    return all;
}

// The contest that is named by id or code, or whose checkpoint names the key, or the only one.
core::ContestId chosen(const std::filesystem::path& file, const options::variables_map& values,
                       const journal::VerifierKey& key) {
    const auto logged = store::sqlite::logged_contests(file);
    if (logged.empty()) throw store::StoreError("no contest has a log in " + file.string());
    const auto first = [&](auto is) {
        const auto at = std::find_if(logged.begin(), logged.end(), is);
        return at == logged.end() ? std::nullopt : std::optional{at->contest};
    };
    if (values.contains("contest")) {
        const auto name = values["contest"].as<std::string>();
        const auto named = first([&](const auto& one) {
            return one.contest.text() == name || one.origin.ends_with("/contest/" + name);
        });
        if (!named) throw options::error(listed(logged));
        return *named;
    }
    if (const auto of_key = first([&](const auto& one) { return one.origin == key.name; }))
        return *of_key;
    if (logged.size() > 1) throw options::error(listed(logged));
    return logged.front().contest;
}

} // namespace

int run_verify(const Words& words) {
    options::positional_options_description positional;
    positional.add("bundle", 1);
    const auto reading =
        read_words("verify BUNDLE --vkey VKEY [...] | --db FILE --vkey VKEY [--contest CODE] [...]",
                   words, describe(), positional);
    if (reading.help) return done;
    const auto& values = reading.values;
    if (values.contains("db") == values.contains("bundle"))
        throw options::error("--db hoặc một gói / either --db or a bundle");
    const auto key = journal::parse_vkey(values["vkey"].as<std::string>());
    if (!key)
        throw options::error("--vkey: " + key.error().detail.vi + " / " + key.error().detail.en);

    const journal::Pinned pinned{*key, handed_in(values, "known"), handed_in(values, "receipts")};

    OpenedSource opened;
    if (values.contains("db")) {
        const std::filesystem::path given{values["db"].as<std::string>()};
        opened = open_database(given, chosen(database_of(given), values, *key));
    } else {
        opened.source = journal::open_bundle(values["bundle"].as<std::string>());
    }
    ProgressBar bar("kiểm chứng / verify");
    const auto head = opened.source->head();
    const auto total = static_cast<std::int64_t>(head ? head->size : 0);
    const journal::VerifyOptions how{std::max(1U, std::thread::hardware_concurrency()),
                                     [&](std::uint64_t leaves) {
                                         bar.show(static_cast<std::int64_t>(leaves), total);
                                     }};
    const auto report = journal::verify(*opened.source, pinned, how);
    bar.end();
    std::cout << (values.contains("json") ? journal::report_json(report) + "\n"
                                          : journal::print_report(report));
    return report.exit_code();
}

} // namespace thi::app
