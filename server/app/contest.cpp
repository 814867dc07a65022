// `thituyen contest list | check | import | export`.

#include "app/opened_source.h"
#include "app/progress.h"
#include "app/site.h"
#include "app/site_command.h"
#include "core/plan/presets.h"
#include "crypto/random.h"
#include "http/new_id.h"
#include "journal/bundle.h"
#include "journal/plan_json.h"
#include "store/sqlite/verify_source.h"
#include "text/described.h"
#include "text/names.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>

namespace thi::app {

namespace {

constexpr std::size_t plan_bytes_max = 4 << 20;

// A contest as `contest list` tells it.
struct Listed {
    core::ContestId contest;
    std::string code;
    bool demo = false;
    std::string log_vkey; // "" for a draft.
    core::Stage stage = core::Stage::draft;
};
BOOST_DESCRIBE_STRUCT(Listed, (), (contest, code, demo, log_vkey, stage))
struct Listing {
    std::vector<Listed> contests;
};
BOOST_DESCRIBE_STRUCT(Listing, (), (contests))

options::options_description describe() {
    options::options_description described;
    auto add = described.add_options();
    add("what", options::value<std::string>()->required(), "list | check | import | export");
    add("subject", options::value<std::string>(), "tệp kế hoạch, hoặc mã kỳ thi / plan or contest");
    add("data", options::value<std::string>(), "thư mục dữ liệu / data folder");
    add("bundle", options::value<std::string>(), "thư mục cho gói kiểm toán / folder of a bundle");
    add("auditors", "gói cho kiểm toán viên: mọi phần mở được / with what only auditors may see");
    add("code", options::value<std::string>(), "mã kỳ thi mới / its code");
    add("title", options::value<std::string>(), "tên kỳ thi mới / its title");
    add("by", options::value<std::string>(), "tài khoản người lập / the account that makes it");
    add("json", "kết quả JSON");
    return described;
}

Reading read(const Words& words) {
    options::options_description described = describe();
    options::positional_options_description positional;
    positional.add("what", 1).add("subject", 1);
    return read_words("contest list --data DIR | check PLAN.json | import PLAN.json --data DIR | "
                      "export CODE --data DIR [--bundle DIR]",
                      words, described, positional);
}

std::string asked(const options::variables_map& values, const char* name) {
    if (!values.contains(name)) throw options::error(std::string{"--"} + name);
    return values[name].as<std::string>();
}

std::string fault_text(const core::Fault& fault) {
    std::string text = fault.detail.vi + " / " + fault.detail.en + "\n";
    for (const auto& one : fault.errors)
        text += "  dòng / line " + (one.line ? std::to_string(*one.line) : "-") + "  " +
                one.pointer + "  " + one.detail.vi + " / " + one.detail.en + "\n";
    return text;
}

SiteOutcome refused(const core::Fault& fault) {
    return {failed, {}, fault_text(fault)};
}

int check(const std::string& file) {
    const auto text = store::read_whole(file, plan_bytes_max);
    const auto plan = journal::read_plan(text);
    if (!plan) {
        std::cerr << file << ": " << fault_text(plan.error());
        return failed;
    }
    const auto faults = journal::faults_of(text, *plan);
    for (const auto& fault : faults)
        std::cout << file << ":" << (fault.line ? std::to_string(*fault.line) : "-") << "  "
                  << fault.pointer << "  " << fault.detail.vi << " / " << fault.detail.en << "\n";
    std::cout << (faults.empty() ? "Có thể công bố / ready to publish"
                                 : std::to_string(faults.size()) +
                                       " chỗ cần đặt hoặc miễn / still to set or waive")
              << "\n";
    return faults.empty() ? done : failed;
}

std::string origin_end(const std::string& code) {
    return "/contest/" + code;
}

// The log of a contest as a folder: read from a snapshot, so that a server may go on.
int export_bundle(const std::string& folder, const std::string& name,
                  const options::variables_map& values) {
    const auto file = database_of(folder);
    const auto logged = store::sqlite::logged_contests(file);
    const auto found = std::find_if(logged.begin(), logged.end(), [&](const auto& one) {
        return one.contest.text() == name || one.origin.ends_with(origin_end(name));
    });
    if (found == logged.end()) {
        std::cerr << "Không có nhật ký của kỳ thi này / no such contest has a log: " << name
                  << "\n";
        return failed;
    }
    const auto opened = open_database(file, found->contest);
    const auto head = opened.source->head();
    ProgressBar bar("xuất / export");
    journal::BundleOptions how;
    how.auditors = values.contains("auditors");
    how.progress = [&](std::uint64_t leaves) {
        bar.show(static_cast<std::int64_t>(leaves),
                 static_cast<std::int64_t>(head ? head->size : 0));
    };
    journal::write_bundle(*opened.source, values["bundle"].as<std::string>(), how);
    bar.end();
    std::cout << "Đã xuất / exported: " << found->origin << ", " << (head ? head->size : 0)
              << " mục / leaves\n";
    return done;
}

SiteOutcome list(Site& site, bool json) {
    Listing listing;
    for (auto& row : site.store().ask([](const store::Reader& read) { return read.contests(); }))
        listing.contests.push_back(
            {row.site.contest, row.site.code, row.site.demo, row.log_vkey, row.stage});
    if (json) return {done, text::to_text(listing) + "\n", {}};
    SiteOutcome outcome;
    for (const auto& one : listing.contests)
        outcome.out += one.contest.str() + "\t" + one.code + "\t" +
                       std::string{text::name_of(one.stage)} + (one.demo ? "\tdemo" : "") +
                       (one.log_vkey.empty() ? "" : "\t" + one.log_vkey) + "\n";
    if (listing.contests.empty()) outcome.err = "Chưa có kỳ thi nào / no contest yet\n";
    return outcome;
}

SiteOutcome export_plan(Site& site, const std::string& name) {
    for (const auto& row :
         site.store().ask([](const store::Reader& read) { return read.contests(); }))
        if (row.site.contest.text() == name || row.site.code == name)
            return {done, row.plan + "\n", {}};
    return {failed, {}, "Không có kỳ thi này / no such contest: " + name + "\n"};
}

// Who answers for the draft: the account named, or the first administrator.
std::optional<core::AccountId> maker(Site& site, const options::variables_map& values) {
    return site.store().ask([&](const store::Reader& read) -> std::optional<core::AccountId> {
        for (const auto& account : read.accounts()) {
            const bool named = values.contains("by")
                                   ? account.names.identifier == values["by"].as<std::string>()
                                   : account.administrator;
            if (named && !account.disabled) return account.account;
        }
        return std::nullopt;
    });
}

// The plan with ids of its own, so that it can be brought in twice.
SiteOutcome import(Site& site, const options::variables_map& values, const std::string& text) {
    auto plan = journal::read_plan(text);
    if (!plan) return refused(plan.error());
    const auto by = maker(site, values);
    if (!by) return {failed, {}, "Không có tài khoản lập kỳ thi / no account to make it: --by\n"};
    *plan = core::with_new_ids(std::move(*plan), [] { return crypto::random_bytes<10>(); });
    const auto choose = [&](auto& setting, const char* name) {
        if (!values.contains(name)) return;
        setting.value = values[name].as<std::string>();
        setting.source = "đặt khi nhập kế hoạch";
        setting.waived.reset();
    };
    choose(plan->contest.code, "code");
    choose(plan->contest.title, "title");
    if (!plan->contest.code.value) return {failed, {}, "Kế hoạch chưa có mã / no code: --code\n"};
    store::ContestSite row;
    row.contest = http::new_id<core::ContestId>();
    row.code = *plan->contest.code.value;
    row.draft_plan = journal::write_plan(*plan);
    row.created_by = *by;
    row.created_at = row.updated_at = site.clock().now();
    const auto added = site.committer().site_now(
        [&](store::SiteWriter& write, const core::Events&) { return write.add_contest(row); });
    if (!added) return refused(added.error());
    return {done, row.contest.str() + "\t" + row.code + "\n", {}};
}

} // namespace

SiteOutcome contest_on_site(Site& site, const SiteCall& call) {
    const auto reading = read(call.words);
    const auto& values = reading.values;
    const auto what = values["what"].as<std::string>();
    if (what == "list") return list(site, values.contains("json"));
    if (what == "export") return export_plan(site, asked(values, "subject"));
    if (what == "import") return import(site, values, call.input);
    throw options::error("list | check | import | export");
}

int run_contest(const Words& words) {
    const auto reading = read(words);
    if (reading.help) return done;
    const auto& values = reading.values;
    const auto what = values["what"].as<std::string>();
    if (what == "check") return check(asked(values, "subject"));
    const auto folder = asked(values, "data");
    if (what == "export" && values.contains("bundle"))
        return export_bundle(folder, asked(values, "subject"), values);
    SiteCall call{"contest", words, {}};
    if (what == "import") call.input = store::read_whole(asked(values, "subject"), plan_bytes_max);
    return on_site(folder, call);
}

} // namespace thi::app
