// Contest: what a contest is after the events of its log, held by the writer. Grown by apply()
// alone, so that replaying the openings gives the same contest on every machine.
//
// Knows no names and no dossiers; they are not in the log.

#pragma once
#include "core/event.h"
#include "core/marking/defence_state.h"
#include "core/marking/marking_state.h"
#include "core/result/appeal_state.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace thi::core {

struct Official {
    std::set<Role> roles;
    std::set<Role> past_roles; // Duties that were held exclude others too.
    std::map<CandidateId, Relation> conflicts;
};

struct Decision {
    PersonId by;
    DecisionVerdict verdict = DecisionVerdict::pass;
    std::string reason;
    std::uint64_t index = 0;
};

struct Petition {
    PetitionId petition;
    Instant filed_at;
    std::optional<bool> upheld;
};

struct Application {
    ApplicationId application;
    CandidateId candidate;
    PostId post;
    Whole number = 0;
    crypto::Digest dossier_hash;
    ApplicationSource source = ApplicationSource::self;
    bool consent_given = false; // A consent's hash came with the application.
    Instant received_at;
    bool supplement_requested = false;
    bool withdrawn = false;
    std::vector<Finding> findings; // The last run.
    std::map<std::string, std::vector<Decision>>
        decisions; // By criterion, the last of each person.
    std::optional<bool> eligible;
    std::vector<std::string> grounds;
    std::optional<Petition> petition;
};

struct SealedPaper {
    PaperId paper;
    RoundId round;
    Variant variant = Variant::official;
    crypto::Digest ciphertext_hash;
    crypto::Digest plaintext_commitment;
    std::optional<crypto::Digest> key_commitment;
    std::optional<Instant> opened_at;
    // The contents are not in the log. They are laid in beside the events: by the writer when the
    // paper is sealed, from the store at start, from the bundle's files by an auditor.
    std::optional<Paper> content;
    std::optional<AnswerKey> key;
};

struct Draw {
    DrawPurpose purpose = DrawPurpose::seats;
    std::optional<RoundId> round;
    std::vector<CandidateId> pool;
    crypto::Digest root; // Of the tree that ends with draw.freeze.
    std::vector<std::pair<PersonId, crypto::Digest>> commitments;
    std::map<PersonId, crypto::Digest> reveals;
    std::optional<std::vector<CandidateId>> order;
};

struct RemovedInterval {
    Whole removal = 0;
    RoundId round;
    std::optional<RoomId> room;
    Instant from_at;
    Instant to_at;
    bool restored = false;
};

struct Grant {
    Duration added{};
    Instant granted_at; // The leaf's time.
};

// What became of one sequence number of a lease.
struct SavedLeaf {
    crypto::Digest text_hash;
    std::uint64_t index = 0;
};

struct Lease {
    Whole lease = 0;
    std::string client_key;
    crypto::Digest head; // Of the last payload of this lease; at first of the lease's own payload.
    Whole last_seq = 0;
    crypto::Digest last_text_hash;    // Of the last save; so that a repeat is known for one.
    std::vector<SavedLeaf> leaves;    // Of seq 1, 2, ... last_seq.
    std::vector<SavedLeaf> conflicts; // Other bytes that came under a seq already taken.
};

struct SavedAnswer {
    Value value;
    Whole lease = 0;
    Whole seq = 0;
    Instant received_at;
    std::uint64_t index = 0;
};

// Counts only while a removed interval keeps the sitting open at `answer.received_at`.
struct ExtendedAnswer {
    ItemId item;
    SavedAnswer answer;
};

struct LateAnswer {
    ItemId item;
    Value value;
    Whole lease = 0;
    Whole seq = 0;
    Instant received_at;
    LateWhy why = LateWhy::late;
    std::optional<bool> counts; // What late.decide said.
    std::uint64_t index = 0;
};

// A candidate's timed stay in a round.
struct Sitting {
    SittingId sitting;
    CandidateId candidate;
    RoundId round;
    std::optional<RoomId> room;
    std::string seat;
    std::string roll_number;
    std::optional<PaperId> paper; // Set by the first lease.
    std::optional<Instant> admitted_at;
    bool late_by_decision = false;
    std::optional<Instant>
        started_at; // The first lease; with ClockMode::on_login it starts the clock.
    std::vector<Lease> leases;
    // What counts whatever becomes of removed intervals; which answers count at last is said by
    // effective_answers() alone (core/sitting/answers.h).
    std::unordered_map<ItemId, SavedAnswer> answers;
    std::vector<ExtendedAnswer> extended_answers;
    std::vector<LateAnswer> late_answers;
    std::vector<Grant> grants;
    std::optional<Instant> submitted_at;
    std::optional<EndReason> ended;
    std::optional<std::uint64_t> submit_index;
    std::optional<std::uint64_t> end_index;
};

struct RoundProgress {
    std::vector<Room> rooms;
    std::optional<PaperId> paper; // In use: the official one until a switch.
    std::vector<SittingId> sittings;
    std::unordered_map<CandidateId, SittingId> latest; // Of each candidate.
};

struct TieResolution {
    PostId post;
    TieRung rung = TieRung::public_draw;
    std::vector<std::vector<CandidateId>> order;
    std::uint64_t index = 0;
};

struct Incident {
    IncidentKind kind = IncidentKind::other;
    std::optional<SittingId> sitting;
    bool closed = false;
};

struct Contest {
    // Compiled once (contest.cpp).
    Contest();
    Contest(const Contest& other);
    Contest(Contest&& other) noexcept;
    Contest& operator=(const Contest& other);
    Contest& operator=(Contest&& other) noexcept;
    ~Contest();

    ContestId contest;
    Plan plan;
    Stage stage = Stage::draft;
    std::uint64_t size = 0; // Leaves so far.
    Instant last_at;        // Time of the last leaf.
    std::map<PersonId, Official> officials;
    std::map<ApplicationId, Application> applications;
    std::optional<Instant> intake_closes;       // After extensions.
    std::optional<Instant> verification_closes; // Where extended; else by verify.max_days.
    std::optional<Instant> petition_closes;     // After the list was posted.
    std::optional<Instant> list_posted_at;
    std::map<PaperId, SealedPaper> papers;
    std::map<std::string, Draw> draws;
    std::map<RoundId, RoundProgress> rounds;
    std::vector<RemovedInterval> removed;
    std::unordered_map<SittingId, Sitting> sittings;
    std::map<IncidentId, Incident> incidents;
    std::map<CandidateId, std::vector<Infraction>> infractions;
    std::map<RoundId, Marking> markings; // Written rounds.
    std::map<RoundId, Defence> defences; // Defence rounds.
    std::map<AppealId, Appeal> appeals;
    std::vector<Amendment> amendments;
    std::vector<Remedy> remedies;
    std::vector<Resit> resits;
    std::optional<crypto::Digest> trace_hash; // Of the last score.compute.
    std::optional<std::uint64_t> score_index;
    std::vector<TieResolution> ties;
    std::optional<crypto::Digest> released_hash;
    std::optional<Instant> released_at; // The first release of these scores: appeals count from it.
    std::optional<std::uint64_t> released_score; // The score.compute of the last release.
    std::optional<Instant> appeals_extended_to;
    std::optional<crypto::Digest> final_hash;
    bool closed = false;
};

// Adds one event to the contest. Total for events that decide() made: anything else is our bug, or,
// for an auditor who replays a foreign log, a failed check of its own (journal/verify.h).
void apply(Contest& contest, const Event& event, const Record& record);

} // namespace thi::core
