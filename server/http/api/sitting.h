// Bodies of sittings, as the candidate sees them. Papers and rooms have files of their own.

#pragma once
#include "core/contest.h"
#include "core/result/tally.h"
#include "http/api/plan.h"
#include "text/described.h"

namespace thi::http::api {

enum class SittingState { scheduled, admitted, open, submitted, ended };
BOOST_DESCRIBE_ENUM(SittingState, scheduled, admitted, open, submitted, ended)

struct MySitting {
    std::optional<core::SittingId> sitting; // Absent: a practice round not yet begun.
    core::ContestId contest;
    std::string contest_title;
    core::RoundId round;
    std::string round_title;
    std::optional<std::string> room_name;
    std::optional<std::string> seat;
    std::optional<std::string> roll_number;
    core::Instant opens_at;
    core::Instant ends_at;
    SittingState state = SittingState::scheduled;
    bool practice = false;
};
BOOST_DESCRIBE_STRUCT(MySitting, (),
                      (sitting, contest, contest_title, round, round_title, room_name, seat,
                       roll_number, opens_at, ends_at, state, practice))

struct MySittings {
    std::vector<MySitting> sittings;
    core::Instant server_now;
};
BOOST_DESCRIBE_STRUCT(MySittings, (), (sittings, server_now))

struct PaperPointer {
    core::PaperId paper;
    std::string ciphertext_url;
    crypto::Digest ciphertext_sha256;
};
BOOST_DESCRIBE_STRUCT(PaperPointer, (), (paper, ciphertext_url, ciphertext_sha256))

struct LeaseView {
    core::Whole lease = 0;
    core::Whole last_seq = 0;
    crypto::Digest last_prev; // What the next payload's `prev` must be.
    std::string client_key;
    core::Instant last_saved_at;
};
BOOST_DESCRIBE_STRUCT(LeaseView, (), (lease, last_seq, last_prev, client_key, last_saved_at))

struct SittingRulesView {
    core::DeviceRule devices = core::DeviceRule::computers;
    std::optional<core::Instant> earliest_leave_at;
};
BOOST_DESCRIBE_STRUCT(SittingRulesView, (), (devices, earliest_leave_at))

struct SittingView {
    core::SittingId sitting;
    core::ContestId contest;
    std::string contest_title;
    core::RoundId round;
    std::string round_title;
    core::CandidateId candidate;
    std::string display_name;
    std::optional<std::string> roll_number;
    std::optional<std::string> room_name;
    std::optional<std::string> seat;
    SittingState state = SittingState::scheduled;
    bool proctored = true;
    bool practice = false;
    core::Instant opens_at;
    core::Instant ends_at;
    core::Whole grace_ms = 0;
    std::optional<core::Instant> late_entry_until_at;
    core::Instant server_now;
    LogKey log;
    std::optional<PaperPointer> paper;
    std::optional<LeaseView> lease;
    std::vector<std::string> languages;
    SittingRulesView rules;
    bool signed_saves = false;
};
BOOST_DESCRIBE_STRUCT(SittingView, (),
                      (sitting, contest, contest_title, round, round_title, candidate, display_name,
                       roll_number, room_name, seat, state, proctored, practice, opens_at, ends_at,
                       grace_ms, late_entry_until_at, server_now, log, paper, lease, languages,
                       rules, signed_saves))

struct NewLease {
    std::string client_key;
    bool takeover = false;
    std::string device; // "Chrome, Windows": for the invigilator's eyes.
};
BOOST_DESCRIBE_STRUCT(NewLease, (), (client_key, takeover, device))

struct LeaseReply {
    core::Whole lease = 0;
    std::string payload; // The exact logged payload of sitting.lease.
    std::string receipt;
    core::Instant server_now;
    core::Instant ends_at;
};
BOOST_DESCRIBE_STRUCT(LeaseReply, (), (lease, payload, receipt, server_now, ends_at))

struct PaperOrder {
    std::vector<core::ItemId> items;
    std::map<core::ItemId, std::vector<std::string>> options;
};
BOOST_DESCRIBE_STRUCT(PaperOrder, (), (items, options))

struct PaperKeyReply {
    core::PaperId paper;
    std::string key; // base64 of the AES-256 key.
    PaperOrder order;
};
BOOST_DESCRIBE_STRUCT(PaperKeyReply, (), (paper, key, order))

struct OneSave {
    std::string payload;
    std::string sig;
};
BOOST_DESCRIBE_STRUCT(OneSave, (), (payload, sig))

struct SavesBody {
    std::vector<OneSave> saves;
};
BOOST_DESCRIBE_STRUCT(SavesBody, (), (saves))

enum class Counts { yes, late, superseded };
BOOST_DESCRIBE_ENUM(Counts, yes, late, superseded)

struct SaveProblem {
    core::Code code = core::Code::bad_value;
    core::Whole status = 0;
    std::string vi;
    std::string en;
};
BOOST_DESCRIBE_STRUCT(SaveProblem, (), (code, status, vi, en))

struct SaveResult {
    core::Whole seq = 0;
    std::optional<Counts> counts;
    std::optional<std::string> receipt;
    std::optional<SaveProblem> problem;
};
BOOST_DESCRIBE_STRUCT(SaveResult, (), (seq, counts, receipt, problem))

struct SavesReply {
    std::vector<SaveResult> results;
    core::Instant server_now;
    core::Instant ends_at;
};
BOOST_DESCRIBE_STRUCT(SavesReply, (), (results, server_now, ends_at))

struct AnswerLine {
    core::ItemId item;
    text::Raw value;
    core::Instant received_at;
    core::Whole index = 0;
};
BOOST_DESCRIBE_STRUCT(AnswerLine, (), (item, value, received_at, index))

struct Answers {
    std::vector<AnswerLine> answers;
    core::Whole lease = 0;
    core::Whole last_seq = 0;
    crypto::Digest last_prev;
};
BOOST_DESCRIBE_STRUCT(Answers, (), (answers, lease, last_seq, last_prev))

struct Notes {
    std::vector<core::ItemId> flags;
    std::map<core::ItemId, std::vector<std::string>> struck;
    std::vector<core::ItemId> visited;
    std::optional<core::Whole> text_size;
    std::optional<std::string> theme;
};
BOOST_DESCRIBE_STRUCT(Notes, (), (flags, struck, visited, text_size, theme))

struct ItemIndex {
    core::ItemId item;
    core::Whole index = 0;
};
BOOST_DESCRIBE_STRUCT(ItemIndex, (), (item, index))

struct SubmitReply {
    std::string receipt;
    std::string code;
    core::Instant received_at;
    core::Whole index = 0;
    std::vector<ItemIndex> answers;
};
BOOST_DESCRIBE_STRUCT(SubmitReply, (), (receipt, code, received_at, index, answers))

// An objective round's score, told before any release where the plan says so. Without items: keys
// are still sealed.
struct EarlyScore {
    core::RoundId round;
    core::Fraction mark; // On the round's scale, in hundredths.
    core::Points scale;
    core::Points pass;
    std::vector<core::PartScore> parts;
    bool passed = false;
};
BOOST_DESCRIBE_STRUCT(EarlyScore, (), (round, mark, scale, pass, parts, passed))

struct CallInvigilator {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CallInvigilator, (), (reason))

} // namespace thi::http::api
