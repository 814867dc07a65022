// Bodies of the acts that may need a second person (POST /api/contests/{contest}/proposals). The
// name of each act stands in the comment.

#pragma once
#include "core/event.h"
#include "text/described.h"

namespace thi::http::api {

// publish
struct PublishAct {
    crypto::Digest plan_hash; // Of the draft that was read; another draft is refused.
};
BOOST_DESCRIBE_STRUCT(PublishAct, (), (plan_hash))

// amend_plan
struct AmendAct {
    text::Raw plan;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(AmendAct, (), (plan, reason))

// advance_stage
struct AdvanceAct {
    core::Stage to = core::Stage::draft;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(AdvanceAct, (), (to, reason))

// extend_deadline
struct ExtendAct {
    core::Deadline deadline = core::Deadline::intake_closes;
    core::Instant new_at;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ExtendAct, (), (deadline, new_at, reason))

// grant_role
struct GrantRoleAct {
    std::string identifier;
    core::Role role = core::Role::auditor;
};
BOOST_DESCRIBE_STRUCT(GrantRoleAct, (), (identifier, role))

// post_list: the eligible list, where a post has too few candidates and the plan lets two people go
// on all the same. POST .../eligible-list posts it otherwise.
struct PostListAct {
    core::Whole eligible = 0; // As it was read: another count is refused.
};
BOOST_DESCRIBE_STRUCT(PostListAct, (), (eligible))

// decide_petition
struct DecidePetitionAct {
    core::PetitionId petition;
    bool upheld = false;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(DecidePetitionAct, (), (petition, upheld, reason))

// seal_paper: a draft paper (POST .../papers) becomes a sealed one.
struct SealPaperAct {
    core::PaperId paper;
    crypto::Digest content_hash;
};
BOOST_DESCRIBE_STRUCT(SealPaperAct, (), (paper, content_hash))

// switch_paper
struct SwitchPaperAct {
    core::RoundId round;
    core::PaperId to;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(SwitchPaperAct, (), (round, to, reason))

// remove_time
struct RemoveTimeAct {
    core::RoundId round;
    std::optional<core::RoomId> room;
    core::Instant from_at;
    core::Instant to_at;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RemoveTimeAct, (), (round, room, from_at, to_at, reason))

// restore_time
struct RestoreTimeAct {
    core::Whole removal = 0;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RestoreTimeAct, (), (removal, reason))

// grant_time
struct GrantTimeAct {
    core::SittingId sitting;
    core::Whole ms = 0;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(GrantTimeAct, (), (sitting, ms, reason))

// decide_late
struct DecideLateAct {
    core::SittingId sitting;
    core::Whole lease = 0;
    core::Whole from_seq = 0;
    core::Whole to_seq = 0;
    bool counts = false;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(DecideLateAct, (), (sitting, lease, from_seq, to_seq, counts, reason))

// count_ballots: everything that lies in the box of this candidate.
struct CountBallotsAct {
    core::RoundId round;
    core::CandidateId candidate;
};
BOOST_DESCRIBE_STRUCT(CountBallotsAct, (), (round, candidate))

// settle_mark: what people settle, in hundredths of the paper's points.
struct SettleMarkAct {
    core::RoundId round;
    std::string code;
    core::Fraction mark;
    std::string minutes;
};
BOOST_DESCRIBE_STRUCT(SettleMarkAct, (), (round, code, mark, minutes))

// unblind_scripts
struct UnblindScriptsAct {
    core::RoundId round;
};
BOOST_DESCRIBE_STRUCT(UnblindScriptsAct, (), (round))

// record_infraction: minutes of a breach of the exam room's rules.
struct RecordInfractionAct {
    core::CandidateId candidate;
    core::RoundId round;
    core::InfractionLevel level = core::InfractionLevel::reprimand;
    std::string facts;
    core::Instant happened_at;
    std::vector<core::SittingId> witnesses;
    bool candidate_signed = true;
    bool witnesses_refused = false;
    std::string objection;
};
BOOST_DESCRIBE_STRUCT(RecordInfractionAct, (),
                      (candidate, round, level, facts, happened_at, witnesses, candidate_signed,
                       witnesses_refused, objection))

// decide_appeal
struct DecideAppealAct {
    core::AppealId appeal;
    bool upheld = false;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(DecideAppealAct, (), (appeal, upheld, reason))

// amend_mark: what marking again has come to.
struct AmendMarkAct {
    core::AppealId appeal;
};
BOOST_DESCRIBE_STRUCT(AmendMarkAct, (), (appeal))

// apply_remedy
struct ApplyRemedyAct {
    core::PaperId paper;
    core::ItemId item;
    core::RemedyKind kind = core::RemedyKind::all_credit;
    std::vector<std::vector<std::string>> keys; // With several_keys.
    std::string reason;
    std::optional<core::AppealId> appeal;
};
BOOST_DESCRIBE_STRUCT(ApplyRemedyAct, (), (paper, item, kind, keys, reason, appeal))

// hold_round_again
struct HoldRoundAgainAct {
    core::RoundId round;
    core::Instant opens_at;
    std::optional<core::Instant> closes_at; // Where the clock starts with each sign-in.
    std::string reason;
    std::optional<core::AppealId> appeal;
};
BOOST_DESCRIBE_STRUCT(HoldRoundAgainAct, (), (round, opens_at, closes_at, reason, appeal))

// step_tie
struct StepTieAct {
    core::PostId post;
    core::TieRung rung = core::TieRung::council_vote;
    std::vector<std::vector<core::CandidateId>> order;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(StepTieAct, (), (post, rung, order, reason))

// release, finalise: `file_hash` is the hash of the preview that was read.
struct ReleaseAct {
    crypto::Digest file_hash;
};
BOOST_DESCRIBE_STRUCT(ReleaseAct, (), (file_hash))

} // namespace thi::http::api
