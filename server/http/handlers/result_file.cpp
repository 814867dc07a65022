#include "http/handlers/result_file.h"

#include <stdexcept>

namespace thi::http::handlers {
namespace {

// Members of the file, as far as a page shows them.
struct FileLine {
    std::optional<std::string> name;
    core::Outcome outcome = core::Outcome::absent;
    std::optional<core::Whole> rank;
    std::string roll_number;
    text::Raw rounds;
    std::string shown;
    text::Raw total;
};
BOOST_DESCRIBE_STRUCT(FileLine, (), (name, outcome, rank, roll_number, rounds, shown, total))

struct FilePost {
    std::vector<FileLine> lines;
    core::PostId post;
    bool unfilled = false;
};
BOOST_DESCRIBE_STRUCT(FilePost, (), (lines, post, unfilled))

struct ResultsFile {
    core::ContestId contest;
    std::string format;
    std::vector<FilePost> posts;
};
BOOST_DESCRIBE_STRUCT(ResultsFile, (), (contest, format, posts))

} // namespace

Standings standings_of(const core::Contest& contest, const journal::CandidateNames& names) {
    Standings standings;
    if (!contest.trace_hash) return standings;
    standings.tally = core::tally(contest);
    standings.file = journal::results_file(contest, standings.tally, names);
    standings.scored_size = journal::scored_size(contest);
    return standings;
}

journal::CandidateNames published_names(const store::Reader& reader, core::ContestId contest) {
    journal::CandidateNames names;
    for (auto& [candidate, known] : reader.candidate_names(contest))
        if (!known.full_name.empty()) names[candidate] = known.full_name;
    return names;
}

PublishedLines read_published(std::string_view file) {
    auto read = text::from_text<ResultsFile>(file, {.bytes_max = journal::results_bytes_max});
    if (!read) throw std::runtime_error("a published results file does not read");
    PublishedLines published;
    for (auto& post : read->posts) {
        if (post.unfilled) published.unfilled.push_back(post.post);
        for (auto& line : post.lines)
            published.lines.push_back({.post = post.post,
                                       .who = line.name.value_or(line.roll_number),
                                       .roll_number = std::move(line.roll_number),
                                       .shown = std::move(line.shown),
                                       .rank = line.rank,
                                       .outcome = line.outcome});
    }
    return published;
}

std::optional<Published> last_published(const store::Reader& reader, core::ContestId contest) {
    const auto releases = reader.releases(contest);
    if (releases.empty()) return std::nullopt;
    const auto file = reader.file(contest, releases.back().file_hash);
    if (!file) return std::nullopt;
    Published published{releases.back(), file->content, {}};
    for (const auto& resit : reader.resits(contest))
        if (resit.index > published.release.index)
            published.set_aside_index = static_cast<core::Whole>(resit.index);
    return published;
}

} // namespace thi::http::handlers
