// Views: rows as screens ask for them. Exam rows carry the words of the log; names come from site
// data and are empty where a person was erased.

#pragma once
#include "core/contest.h"
#include "core/result/tally.h"
#include "store/site.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace thi::store {

// To what an id of a path belongs (S-03).
struct Place {
    core::ContestId contest;
    std::optional<core::CandidateId> candidate; // Whose it is, where it is one candidate's.
};

struct Candidacy {
    core::ContestId contest;
    core::CandidateId candidate;
};

struct Duty {
    core::ContestId contest;
    core::PersonId person;
    std::vector<core::Role> roles; // Held now; in a draft: those written down for it.
};

struct ContestRow {
    ContestSite site;
    core::Stage stage = core::Stage::draft;
    std::string plan; // As in force: the draft's, or that of the last version.
    core::Whole plan_version = 0;
    std::string log_vkey; // "" for a draft.
    std::optional<core::Instant> intake_closes_at;
    std::optional<core::Instant> petition_closes_at;
    std::optional<core::Instant> published_at;
};

struct StageRow {
    std::uint64_t index = 0;
    core::Instant at;
    core::Stage from = core::Stage::draft;
    core::Stage to = core::Stage::draft;
};

struct OfficialRow {
    core::PersonId person;
    core::AccountId account;
    PersonNames names;
    std::vector<core::Role> roles;
};

struct ApplicationRow {
    core::ApplicationId application;
    core::ContestId contest;
    core::CandidateId candidate;
    core::PostId post;
    core::Whole number = 0;
    crypto::Digest dossier_hash;
    core::ApplicationSource source = core::ApplicationSource::self;
    std::optional<std::string> introducing_body;
    core::Instant received_at;
    std::uint64_t index = 0;
    bool supplement_requested = false;
    bool withdrawn = false;
    std::optional<bool> eligible;
    std::vector<std::string> grounds;
    PersonNames names;
    std::optional<std::string> roll_number;
};

struct FindingRow {
    core::Finding finding;
    std::uint64_t index = 0;
};

struct DecisionRow {
    std::string criterion;
    core::PersonId by;
    core::DecisionVerdict verdict = core::DecisionVerdict::pass;
    std::string reason;
    std::uint64_t index = 0;
    core::Instant at;
};

struct SupplementRow {
    std::uint64_t index = 0;
    core::Instant at;
    std::optional<core::PersonId> by; // Absent: the candidate's reply.
    std::optional<crypto::Digest> request_hash;
    std::optional<crypto::Digest> dossier_hash;
};

struct PetitionRow {
    core::PetitionId petition;
    core::ApplicationId application;
    crypto::Digest text_hash;
    core::Instant filed_at;
    std::uint64_t index = 0;
    std::optional<bool> upheld;
    std::optional<std::string> reason;
};

struct EligibleListRow {
    std::uint64_t index = 0;
    core::Instant at;
    crypto::Digest hash;
    core::Whole eligible = 0;
    core::Whole refused = 0;
    std::map<std::string, core::Whole> refused_by_ground;
};

struct PaperRow {
    core::PaperId paper;
    core::RoundId round;
    core::Variant variant = core::Variant::official;
    std::string title;
    core::Whole items = 0;
    core::Points points;
    crypto::Digest content_hash;
    std::optional<std::uint64_t> sealed_index; // Absent: a draft.
    std::optional<crypto::Digest> ciphertext_hash;
    std::optional<core::Instant> opened_at;
    bool in_use = false;
};

struct DrawPartyRow {
    core::PersonId person;
    crypto::Digest commitment;
    std::optional<crypto::Digest> nonce;
};

struct DrawRow {
    std::string draw;
    core::DrawPurpose purpose = core::DrawPurpose::seats;
    std::optional<core::RoundId> round;
    std::vector<core::CandidateId> pool;
    crypto::Digest root;
    std::vector<DrawPartyRow> parties; // In the order of commitment.
    std::optional<crypto::Digest> seed;
    std::vector<core::CandidateId> order;
};

struct RoomRow {
    core::Room room;
    core::RoundId round;
    core::Whole seated = 0;
    core::Whole admitted = 0;
    core::Whole working = 0; // Has a lease, has neither submitted nor ended.
    core::Whole submitted = 0;
};

struct SittingRow {
    core::SittingId sitting;
    core::ContestId contest;
    core::RoundId round;
    core::CandidateId candidate;
    std::optional<core::RoomId> room;
    std::optional<std::string> room_name;
    std::string seat;
    std::string roll_number;
    std::optional<core::PaperId> paper;
    std::optional<core::Instant> admitted_at;
    std::optional<core::Instant> started_at;
    std::optional<core::Instant> submitted_at;
    std::optional<core::EndReason> ended;
    std::optional<std::uint64_t> submit_index;
    std::optional<std::uint64_t> end_index;
};

// One line of the live list of a room.
struct SeatRow {
    SittingRow sitting;
    PersonNames names;
    core::Whole late = 0;
    core::Whole granted_ms = 0;
};

struct AnswerRow {
    core::ItemId item;
    std::string value; // Canonical JSON.
    core::Whole lease = 0;
    core::Whole seq = 0;
    core::Instant received_at;
    std::uint64_t index = 0;
};

struct SaveRow {
    std::uint64_t index = 0;
    core::ItemId item;
    core::Whole lease = 0;
    core::Whole seq = 0;
    std::string counts; // "yes", "late", "superseded", "conflict": said when it came.
    core::Instant received_at;
};

struct LeaseRow {
    core::Whole lease = 0;
    std::string client_key;
    core::PaperId paper;
    core::Instant at;
    std::uint64_t index = 0;
};

struct IncidentRow {
    core::IncidentId incident;
    core::IncidentKind kind = core::IncidentKind::other;
    std::optional<core::RoundId> round;
    std::optional<core::RoomId> room;
    std::optional<core::SittingId> sitting;
    std::string text;
    core::Instant at;
    std::optional<std::string> outcome;
};

// A counted ballot, in the words of the log.
struct BallotRow {
    core::BoxedBallot ballot;
    std::uint64_t index = 0;
};

struct ScoreRow {
    core::CandidateScore score;
    PersonNames names;
};

struct ReleaseRow {
    std::uint64_t index = 0;
    core::Instant at;
    bool final_result = false;
    crypto::Digest file_hash;
    crypto::Digest root;
};

// A round that was set aside, and what takes its place.
struct ResitRow {
    std::uint64_t index = 0;
    core::RoundId round;
    core::RoundId again;
};

// The mark of one item of a script, in one turn.
struct MarkRow {
    core::Turn turn = core::Turn::first;
    core::ItemId item;
    core::PersonId marker;
    core::Points points;
    std::vector<core::RubricMark> lines;
    std::uint64_t index = 0;
};

// One entry of a log. An erased one has neither salt nor payload.
struct LogEntry {
    std::uint64_t index = 0;
    std::string type;
    core::Instant at;
    std::string leaf; // Exact bytes.
    std::optional<std::string> salt;
    std::optional<std::string> payload;
};

struct LogHead {
    core::ContestId contest;
    std::uint64_t size = 0;
    crypto::Digest root;
    std::string checkpoint; // A signed note.
};

struct Checkpoint {
    std::uint64_t size = 0;
    core::Instant at;
    std::string note;
};

} // namespace thi::store
