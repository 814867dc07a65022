// `thituyen tally`: the ranking made again from a bundle or a database, and compared with the one
// that was released.

#include "journal/tally.h"

#include "app/opened_source.h"
#include "app/subcommand.h"
#include "crypto/hash.h"
#include "journal/bundle.h"
#include "store/error.h"
#include "store/sqlite/verify_source.h"
#include "text/described.h"

#include <iostream>

namespace thi::app {

namespace {

options::options_description describe() {
    options::options_description described;
    auto add = described.add_options();
    add("bundle", options::value<std::string>(), "gói hồ sơ kiểm toán / bundle");
    add("db", options::value<std::string>(), "cơ sở dữ liệu hoặc thư mục dữ liệu / database");
    add("contest", options::value<std::string>(), "mã con_… của kỳ thi / which contest");
    add("traces", "mọi diễn giải điểm, có mã băm trong score.compute / every trace, hashed in "
                  "score.compute");
    add("json", "results.json như được tính lại / as recomputed");
    add("explain", options::value<std::string>(),
        "từng bước điểm của một số báo danh hoặc cand_… / every step to one candidate's rank");
    return described;
}

OpenedSource open(const options::variables_map& values) {
    OpenedSource opened;
    if (values.contains("bundle") == values.contains("db"))
        throw options::error("--bundle hoặc --db / either --bundle or --db");
    if (values.contains("bundle")) {
        opened.source = journal::open_bundle(values["bundle"].as<std::string>());
        return opened;
    }
    const auto file = database_of(values["db"].as<std::string>());
    const auto logged = store::sqlite::logged_contests(file);
    const auto named = values.contains("contest")
                           ? core::ContestId::parse(values["contest"].as<std::string>())
                       : logged.size() == 1 ? std::optional{logged.front().contest}
                                            : std::nullopt;
    if (!named) throw options::error("--contest con_…");
    return open_database(file, *named);
}

// As JSON: the trace whose hash, with all others, score.compute holds.
int explain(const journal::Tallied& tallied, const std::string& code, bool json) {
    const auto* score = journal::find_score(tallied, code);
    if (score == nullptr) {
        std::cerr << "Không có thí sinh này / no such candidate: " << code << "\n";
        return failed;
    }
    std::cout << (json ? text::to_text(*score) + "\n" : journal::print_trace(tallied, *score));
    return done;
}

} // namespace

int run_tally(const Words& words) {
    options::positional_options_description positional;
    positional.add("bundle", 1);
    const auto reading = read_words("tally BUNDLE | --db FILE --contest ID "
                                    "[--json] [--traces] [--explain CODE]",
                                    words, describe(), positional);
    if (reading.help) return done;
    const auto opened = open(reading.values);
    const auto tallied = journal::tally(*opened.source);
    if (!tallied) {
        std::cerr << "Không tính lại được / cannot be recomputed: " << tallied.error().detail.vi
                  << " / " << tallied.error().detail.en << "\n";
        return failed;
    }
    if (reading.values.contains("traces")) {
        std::cout << text::to_text(tallied->tally) << "\n";
        return done;
    }
    if (reading.values.contains("explain"))
        return explain(*tallied, reading.values["explain"].as<std::string>(),
                       reading.values.contains("json"));
    const auto file = journal::results_file(*tallied);
    std::cout << (reading.values.contains("json") ? file + "\n" : journal::print_ranking(*tallied));
    const auto& released = tallied->contest.released_hash;
    if (!released) {
        std::cerr << "Kết quả chưa công bố / results are not released yet\n";
        return done;
    }
    if (*released == crypto::sha256(file)) {
        std::cerr << "Đúng từng byte với kết quả đã công bố / byte for byte what was released\n";
        return done;
    }
    std::cerr << "KHÁC với kết quả đã công bố / DIFFERS from what was released\n";
    return failed;
}

} // namespace thi::app
