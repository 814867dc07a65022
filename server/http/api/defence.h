// Bodies of defence rounds: projects, the defence day, ballots and sheets.

#pragma once
#include "core/marking/defence_events.h"
#include "core/plan/events.h"
#include "text/described.h"

namespace thi::http::api {

// A candidate's project, as he and the council see it.
struct ProjectVersionLine {
    core::Whole version = 0;
    crypto::Digest hash;
    core::Whole bytes = 0;
    core::Instant received_at;
    core::Whole index = 0; // Of the leaf.
};
BOOST_DESCRIBE_STRUCT(ProjectVersionLine, (), (version, hash, bytes, received_at, index))

struct ProjectView {
    core::RoundId round;
    std::string topic;
    std::string format;
    std::optional<core::Instant> closes_at; // Absent: until the post's defences are opened.
    bool open = false;
    std::vector<ProjectVersionLine> versions; // The last one counts.
    std::optional<core::Whole> turn;          // In the drawn order, from 1.
    std::optional<core::DefenceStep> step;
};
BOOST_DESCRIBE_STRUCT(ProjectView, (),
                      (round, topic, format, closes_at, open, versions, turn, step))

// Somebody of the council.
struct MemberLine {
    core::PersonId person;
    std::string name;
    bool leads = false; // The chair or a vice chair.
};
BOOST_DESCRIBE_STRUCT(MemberLine, (), (person, name, leads))

struct QuestionLine {
    core::Whole number = 0;
    core::PersonId member;
    std::string name;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(QuestionLine, (), (number, member, name, text))

struct BallotCountLine {
    core::Whole issued = 0;
    core::Whole cast = 0;
    core::Whole invalid = 0;
    core::Fraction mark;
    std::string shown;
    core::Whole index = 0;
};
BOOST_DESCRIBE_STRUCT(BallotCountLine, (), (issued, cast, invalid, mark, shown, index))

struct SheetRow {
    core::PersonId member;
    std::string name;
    std::vector<core::SheetLine> lines;
    core::Points total;
};
BOOST_DESCRIBE_STRUCT(SheetRow, (), (member, name, lines, total))

struct HearingView {
    core::CandidateId candidate;
    std::string full_name;
    std::optional<core::DefenceStep> step;
    std::optional<core::Instant> since;
    std::optional<core::Instant> ends_at;
    bool roll_closed = false;
    std::optional<ProjectVersionLine> project;
    std::vector<QuestionLine> questions;
    std::vector<core::PersonId> excluded;
    core::Whole scorers = 0;
    std::vector<core::PersonId> scored; // Who has got a ballot, or handed in a sheet.
    bool may_score = false;
    bool may_cast = false;
    std::optional<core::Whole> in_box; // Ballots cast; only once everybody has got one.
    std::optional<BallotCountLine> count;
    std::vector<SheetRow> sheets; // When all are in; before that only the asker's own.
};
BOOST_DESCRIBE_STRUCT(HearingView, (),
                      (candidate, full_name, step, since, ends_at, roll_closed, project, questions,
                       excluded, scorers, scored, may_score, may_cast, in_box, count, sheets))

struct DefencePost {
    core::PostId post;
    std::string title;
    std::string topic;
    std::string draw; // The name of the draw of the order; "" where the plan draws none.
    bool drawn = false;
    bool opened = false;
    bool over = false;
    std::vector<core::PersonId> present;
    std::optional<core::CandidateId> next;
    std::vector<HearingView> hearings; // In the order; before the opening in no order.
};
BOOST_DESCRIBE_STRUCT(DefencePost, (),
                      (post, title, topic, draw, drawn, opened, over, present, next, hearings))

struct RubricRow {
    std::string criterion;
    core::Points max;
};
BOOST_DESCRIBE_STRUCT(RubricRow, (), (criterion, max))

struct DefenceView {
    core::RoundId round;
    std::string title;
    core::Stage stage = core::Stage::draft;
    core::BallotKind ballot = core::BallotKind::secret;
    core::BallotTiming timing = core::BallotTiming::after_each_candidate;
    core::Points score_min;
    core::Points score_max;
    core::Points score_step;
    std::vector<RubricRow> rubric;
    std::optional<core::Whole> presentation_max; // Minutes.
    std::optional<core::Whole> qa_max;
    core::Overrun overrun = core::Overrun::warn;
    core::Whole needed = 0; // For the quorum.
    std::vector<MemberLine> members;
    std::optional<core::PersonId> me; // Where the asker scores.
    std::vector<DefencePost> posts;
    core::Instant server_now;
};
BOOST_DESCRIBE_STRUCT(DefenceView, (),
                      (round, title, stage, ballot, timing, score_min, score_max, score_step,
                       rubric, presentation_max, qa_max, overrun, needed, members, me, posts,
                       server_now))

struct OpenDefenceBody {
    core::PostId post;
    std::vector<core::PersonId> present;
};
BOOST_DESCRIBE_STRUCT(OpenDefenceBody, (), (post, present))

struct StepDefenceBody {
    core::DefenceStep step = core::DefenceStep::presentation;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(StepDefenceBody, (), (step, reason))

struct QuestionBody {
    core::PersonId member;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(QuestionBody, (), (member, text))

struct SheetBody {
    std::vector<core::SheetLine> lines;
};
BOOST_DESCRIBE_STRUCT(SheetBody, (), (lines))

// A ballot paper: keep the token, it is how a member finds his own ballot.
struct BallotPaper {
    std::string token;
    crypto::Digest token_digest;
};
BOOST_DESCRIBE_STRUCT(BallotPaper, (), (token, token_digest))

// What lies in the box. No session, no name.
struct CastBody {
    core::RoundId round;
    core::CandidateId candidate;
    std::string token;
    std::optional<core::Points> score; // Absent: blank.
};
BOOST_DESCRIBE_STRUCT(CastBody, (), (round, candidate, token, score))

struct CountedBallot {
    core::BallotId ballot;
    crypto::Digest token_digest;
    std::optional<core::Points> score;
    bool valid = false;
    core::Whole index = 0;
};
BOOST_DESCRIBE_STRUCT(CountedBallot, (), (ballot, token_digest, score, valid, index))

struct CountedBox {
    core::RoundId round;
    core::CandidateId candidate;
    BallotCountLine count;
    std::vector<CountedBallot> ballots; // By their random ids.
};
BOOST_DESCRIBE_STRUCT(CountedBox, (), (round, candidate, count, ballots))

struct CountedBoxes {
    std::vector<CountedBox> boxes;
};
BOOST_DESCRIBE_STRUCT(CountedBoxes, (), (boxes))

} // namespace thi::http::api
