// Bodies of scores, results and the log.

#pragma once
#include "core/marking/defence_events.h"
#include "core/marking/events.h"
#include "core/result/tally.h"
#include "text/described.h"

namespace thi::http::api {

struct ResultLine {
    core::PostId post;
    std::string who; // By publish.profile: the name or the roll number.
    std::string roll_number;
    std::string shown;
    std::optional<core::Whole> rank;
    core::Outcome outcome = core::Outcome::absent;
};
BOOST_DESCRIBE_STRUCT(ResultLine, (), (post, who, roll_number, shown, rank, outcome))

// What is published, and the exact bytes' hash (docs/formats/results.md).
struct ResultView {
    bool final_result = false;
    core::Instant released_at;
    std::vector<ResultLine> lines;
    std::vector<core::PostId> unfilled;
    crypto::Digest file_hash;
    std::string file_url;
    core::Whole index = 0;
    // The entry by which a round is held again: what was released is no longer in force.
    std::optional<core::Whole> set_aside_index;
};
BOOST_DESCRIBE_STRUCT(ResultView, (),
                      (final_result, released_at, lines, unfilled, file_hash, file_url, index,
                       set_aside_index))

struct RankMove {
    core::PostId post;
    std::string roll_number;
    std::optional<core::Whole> from;
    std::optional<core::Whole> to;
};
BOOST_DESCRIBE_STRUCT(RankMove, (), (post, roll_number, from, to))

struct NamedScore {
    core::CandidateScore score;
    std::string full_name;
};
BOOST_DESCRIBE_STRUCT(NamedScore, (), (score, full_name))

// For the council before release: the tally, open ties, what verify says, what would be published.
struct ResultPreview {
    std::vector<NamedScore> candidates;
    std::vector<core::OpenTie> open_ties;
    std::vector<core::PostId> unfilled;
    bool computed = false;
    std::optional<crypto::Digest> file_hash;
    std::vector<RankMove> moves; // Against what was released before.
};
BOOST_DESCRIBE_STRUCT(ResultPreview, (),
                      (candidates, open_ties, unfilled, computed, file_hash, moves))

struct TraceItem {
    core::ItemScore score;
    std::optional<core::Item> item;
    std::optional<text::Raw> answer;
    std::optional<core::ItemKey> key;
};
BOOST_DESCRIBE_STRUCT(TraceItem, (), (score, item, answer, key))

// What people gave. Nobody who marked or voted is named, and nothing shows before scripts are
// unblinded and ballots counted.
struct TraceMark {
    core::RoundId round;
    core::ItemId item;
    core::Turn turn = core::Turn::first;
    core::Points points;
    std::vector<core::RubricMark> lines;
    core::Whole index = 0;
};
BOOST_DESCRIBE_STRUCT(TraceMark, (), (round, item, turn, points, lines, index))

struct TraceBallot {
    core::RoundId round;
    std::optional<core::Points> score; // Absent: blank. Invalid ones are out of the plan's range.
    core::Whole index = 0;
};
BOOST_DESCRIBE_STRUCT(TraceBallot, (), (round, score, index))

struct TraceSheet {
    core::RoundId round;
    core::Points total;
    std::vector<core::SheetLine> lines;
    core::Whole index = 0;
};
BOOST_DESCRIBE_STRUCT(TraceSheet, (), (round, total, lines, index))

// One candidate's score with its answers, key, rule and log indexes: the candidate's own, and the
// auditor's.
struct ScoreTrace {
    core::CandidateScore score;
    std::vector<TraceItem> items;
    std::vector<TraceMark> marks;
    std::vector<TraceBallot> ballots;
    std::vector<TraceSheet> sheets;
    std::optional<core::Whole> score_index;
    std::optional<core::Whole> release_index;
};
BOOST_DESCRIBE_STRUCT(ScoreTrace, (),
                      (score, items, marks, ballots, sheets, score_index, release_index))

// The log as a list.
struct LogLine {
    core::Whole index = 0;
    core::Instant at;
    std::string type;
    crypto::Digest leaf_hash;
    std::optional<text::Raw> payload; // Where the asker may see it.
    std::optional<std::string> salt;
};
BOOST_DESCRIBE_STRUCT(LogLine, (), (index, at, type, leaf_hash, payload, salt))

struct LogPage {
    core::Whole size = 0;
    std::string checkpoint;
    std::string vkey;
    std::vector<LogLine> lines;
};
BOOST_DESCRIBE_STRUCT(LogPage, (), (size, checkpoint, vkey, lines))

enum class CheckState { pass, fail, sealed, erased, not_run };
BOOST_DESCRIBE_ENUM(CheckState, pass, fail, sealed, erased, not_run)

struct CheckLine {
    std::string check; // "03.01"
    std::string title_vi;
    std::string title_en;
    CheckState state = CheckState::not_run;
    core::Whole examined = 0;
    std::vector<std::string> positions; // Of each failure.
};
BOOST_DESCRIBE_STRUCT(CheckLine, (), (check, title_vi, title_en, state, examined, positions))

struct VerifyReport {
    bool clean = false;
    core::Whole size = 0;
    crypto::Digest root;
    std::vector<CheckLine> checks;
    core::Instant at;
};
BOOST_DESCRIBE_STRUCT(VerifyReport, (), (clean, size, root, checks, at))

} // namespace thi::http::api
