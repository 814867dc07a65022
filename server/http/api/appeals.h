// Bodies of what contests a result: infractions, appeals, remedies.

#pragma once
#include "core/result/appeal_events.h"
#include "core/result/tally.h"
#include "core/sitting/infractions.h"
#include "text/described.h"

namespace thi::http::api {

struct InfractionLine {
    core::InfractionId infraction;
    core::CandidateId candidate;
    std::string full_name;
    core::RoundId round;
    core::InfractionLevel level = core::InfractionLevel::reprimand; // After escalation.
    core::Whole index = 0;                                          // Of the leaf.
};
BOOST_DESCRIBE_STRUCT(InfractionLine, (), (infraction, candidate, full_name, round, level, index))

struct InfractionList {
    std::vector<InfractionLine> infractions; // In the order of the log.
};
BOOST_DESCRIBE_STRUCT(InfractionList, (), (infractions))

struct NewAppeal {
    core::AppealTrack track = core::AppealTrack::procedure;
    core::RoundId round;
    std::optional<core::ItemId> item;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(NewAppeal, (), (track, round, item, text))

struct AppealView {
    core::AppealId appeal;
    core::CandidateId candidate;
    std::string full_name; // "" in the candidate's own view.
    core::AppealTrack track = core::AppealTrack::procedure;
    core::RoundId round;
    std::optional<core::ItemId> item;
    std::string text;
    core::Instant filed_at;
    core::Whole index = 0;
    std::optional<bool> upheld; // Absent: not decided.
    bool amended = false;       // Marked again, with whatever came of it.
    core::Whole remarks = 0;    // Marks of marking again that are in.
    std::optional<core::Instant> answer_by;
};
BOOST_DESCRIBE_STRUCT(AppealView, (),
                      (appeal, candidate, full_name, track, round, item, text, filed_at, index,
                       upheld, amended, remarks, answer_by))

struct AppealList {
    std::optional<core::Instant> closes_at; // Absent: results are not released.
    bool open = false;
    std::vector<AppealView> appeals;
};
BOOST_DESCRIBE_STRUCT(AppealList, (), (closes_at, open, appeals))

// Absent rank: none.
struct RankLine {
    std::optional<core::Whole> rank;
    std::string shown;
    core::Outcome outcome = core::Outcome::absent;
};
BOOST_DESCRIBE_STRUCT(RankLine, (), (rank, shown, outcome))

struct MoveLine {
    core::CandidateId candidate;
    std::string full_name;
    core::PostId post;
    RankLine before;
    RankLine after;
    bool crosses = false; // Between winner, passed and not passed.
};
BOOST_DESCRIBE_STRUCT(MoveLine, (), (candidate, full_name, post, before, after, crosses))

// Who would move by a remedy, before anybody agrees to it.
struct RemedyPreview {
    std::vector<MoveLine> moves;
};
BOOST_DESCRIBE_STRUCT(RemedyPreview, (), (moves))

struct RemedyLine {
    core::PaperId paper;
    core::ItemId item;
    core::RemedyKind kind = core::RemedyKind::all_credit;
    std::vector<std::vector<std::string>> keys;
    core::Whole index = 0;
    std::optional<std::string> stem; // Of the question, once results are released.
};
BOOST_DESCRIBE_STRUCT(RemedyLine, (), (paper, item, kind, keys, index, stem))

struct ResitLine {
    core::RoundId round;
    core::RoundId again;
    core::Whole index = 0;
};
BOOST_DESCRIBE_STRUCT(ResitLine, (), (round, again, index))

// Announced to everybody.
struct RemedyList {
    std::vector<RemedyLine> remedies;
    std::vector<ResitLine> resits;
};
BOOST_DESCRIBE_STRUCT(RemedyList, (), (remedies, resits))

// How many would sit the round again, and what it would be called.
struct ResitPreview {
    core::Whole candidates = 0;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(ResitPreview, (), (candidates, title))

} // namespace thi::http::api
