#include "journal/results.h"

#include "text/described.h"

#include <boost/describe/class.hpp>

#include <algorithm>
#include <cassert>

namespace thi::journal {
namespace {

constexpr std::string_view format = "exam-results/v1";

struct ResultRound {
    core::RoundId round;
    core::RoundFate fate = core::RoundFate::absent;
    core::Fraction mark;
    bool passed = false;
};
BOOST_DESCRIBE_STRUCT(ResultRound, (), (round, fate, mark, passed))

struct ResultLine {
    std::string roll_number;
    std::optional<std::string> name;
    std::vector<ResultRound> rounds;
    core::Fraction total;
    std::string shown;
    std::optional<core::Whole> rank;
    core::Outcome outcome = core::Outcome::absent;
};
BOOST_DESCRIBE_STRUCT(ResultLine, (), (roll_number, name, rounds, total, shown, rank, outcome))

struct ResultPost {
    core::PostId post;
    std::vector<ResultLine> lines; // Ranked first.
    bool unfilled = false;
};
BOOST_DESCRIBE_STRUCT(ResultPost, (), (post, lines, unfilled))

struct Results {
    std::string format;
    core::ContestId contest;
    std::vector<ResultPost> posts; // In the plan's order.
};
BOOST_DESCRIBE_STRUCT(Results, (), (format, contest, posts))

ResultLine line_of(const core::CandidateScore& score, const CandidateNames* names) {
    ResultLine line;
    line.roll_number = score.roll_number;
    if (names != nullptr) {
        const auto name = names->find(score.candidate);
        if (name != names->end() && !name->second.empty()) line.name = name->second;
    }
    for (const auto& round : score.rounds)
        line.rounds.push_back({round.round, round.fate, round.mark, round.passed});
    line.total = score.total;
    line.shown = score.shown;
    line.rank = score.rank;
    line.outcome = score.outcome;
    return line;
}

text::Mistake other_tally() {
    return text::mistaken(text::Kind::format, "Tệp kết quả không khớp với bảng điểm.",
                          "The results file is not of this tally.");
}

} // namespace

crypto::Digest trace_hash(const core::Tally& tally) {
    return crypto::sha256(text::to_text(tally));
}

std::string results_file(const core::Contest& contest, const core::Tally& tally,
                         const CandidateNames& names) {
    const auto profile = contest.plan.publish.profile.value_or(core::Profile::roll_numbers);
    Results results{std::string{format}, contest.contest, {}};
    for (const auto& post : contest.plan.post.list.value_or({})) {
        auto& into = results.posts.emplace_back();
        into.post = post.post;
        into.unfilled = std::find(tally.unfilled.begin(), tally.unfilled.end(), post.post) !=
                        tally.unfilled.end();
        for (const auto& score : tally.candidates)
            if (score.post == post.post)
                into.lines.push_back(
                    line_of(score, profile == core::Profile::names ? &names : nullptr));
    }
    return text::to_text(results);
}

text::Result<CandidateNames> names_in(std::string_view results_file, const core::Tally& tally) {
    const auto results = text::from_text<Results>(results_file, {.bytes_max = results_bytes_max});
    if (!results) return results.error();
    CandidateNames names;
    auto score = tally.candidates.begin();
    for (const auto& post : results->posts)
        for (const auto& line : post.lines) {
            if (score == tally.candidates.end() || score->post != post.post) return other_tally();
            if (line.name) names.emplace(score->candidate, *line.name);
            ++score;
        }
    if (score != tally.candidates.end()) return other_tally();
    return names;
}

std::uint64_t scored_size(const core::Contest& contest) {
    assert(contest.score_index);
    auto last = *contest.score_index;
    for (const auto& tie : contest.ties)
        last = std::max(last, tie.index);
    return last + 1;
}

} // namespace thi::journal
