// Events of papers, draws, rooms and sittings.

#pragma once
#include "core/people.h"
#include "core/plan/plan.h"
#include "core/sitting/paper.h"

#include <optional>
#include <string_view>

namespace thi::core {

enum class Variant { official, backup };
BOOST_DESCRIBE_ENUM(Variant, official, backup)

struct PaperSealed {
    static constexpr std::string_view leaf = "paper.seal";
    PersonId by;
    PaperId paper;
    RoundId round;
    Variant variant = Variant::official;
    crypto::Digest ciphertext_hash;
    crypto::Digest plaintext_commitment; // SHA-256 of the paper's canonical JSON.
    std::vector<PersonId> holders;       // Who holds a share of the key; empty: the server.
    Approvals approvals;
};
BOOST_DESCRIBE_STRUCT(PaperSealed, (),
                      (by, paper, round, variant, ciphertext_hash, plaintext_commitment, holders,
                       approvals))

struct KeySealed {
    static constexpr std::string_view leaf = "key.seal";
    PersonId by;
    PaperId paper;
    crypto::Digest commitment; // SHA-256 of the canonical JSON of salt and answer key.
};
BOOST_DESCRIBE_STRUCT(KeySealed, (), (by, paper, commitment))

struct PaperOpened {
    static constexpr std::string_view leaf = "paper.open";
    PaperId paper;
    Approvals approvals;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(PaperOpened, (), (paper, approvals, reason))

struct PaperSwitched {
    static constexpr std::string_view leaf = "paper.switch";
    PersonId by;
    RoundId round;
    PaperId from;
    PaperId to;
    std::string reason;
    Approvals approvals;
};
BOOST_DESCRIBE_STRUCT(PaperSwitched, (), (by, round, from, to, reason, approvals))

enum class DrawPurpose {
    seats,
    tie,
    order,    // In which candidates of a post are heard.
    blinding, // Its reveals are script.seed, not draw.reveal, and it has no draw.result.
};
BOOST_DESCRIBE_ENUM(DrawPurpose, seats, tie, order, blinding)

// `draw` names the draw in the contest: "seats/rnd_...", "tie/post_.../cand_...",
// "order/rnd_.../post_...", "blinding/rnd_...".
struct DrawFrozen {
    static constexpr std::string_view leaf = "draw.freeze";
    PersonId by;
    std::string draw;
    DrawPurpose purpose = DrawPurpose::seats;
    std::optional<RoundId> round;
    std::vector<CandidateId> pool;
};
BOOST_DESCRIBE_STRUCT(DrawFrozen, (), (by, draw, purpose, round, pool))

struct DrawCommitted {
    static constexpr std::string_view leaf = "draw.commit";
    PersonId by;
    std::string draw;
    crypto::Digest commitment; // SHA-256 of the 32-byte nonce.
};
BOOST_DESCRIBE_STRUCT(DrawCommitted, (), (by, draw, commitment))

struct DrawRevealed {
    static constexpr std::string_view leaf = "draw.reveal";
    PersonId by;
    std::string draw;
    crypto::Digest nonce;
};
BOOST_DESCRIBE_STRUCT(DrawRevealed, (), (by, draw, nonce))

struct Seat {
    CandidateId candidate;
    SittingId sitting;
    RoomId room;
    std::string seat;        // "1", "2", ... in the room.
    std::string roll_number; // "0001" ... in the contest.
};
BOOST_DESCRIBE_STRUCT(Seat, (), (candidate, sitting, room, seat, roll_number))

struct DrawResolved {
    static constexpr std::string_view leaf = "draw.result";
    std::string draw;
    crypto::Digest seed;
    std::vector<CandidateId> order;
    std::vector<Seat> seats; // Draws of seats only.
};
BOOST_DESCRIBE_STRUCT(DrawResolved, (), (draw, seed, order, seats))

struct Room {
    RoomId room;
    std::string name;
    Whole seats = 0;
    std::vector<PersonId> invigilators;
};
BOOST_DESCRIBE_STRUCT(Room, (), (room, name, seats, invigilators))

struct RoomsPlanned {
    static constexpr std::string_view leaf = "room.plan";
    PersonId by;
    RoundId round;
    std::vector<Room> rooms;
};
BOOST_DESCRIBE_STRUCT(RoomsPlanned, (), (by, round, rooms))

// Stop-the-clock: the time in [from, to) does not count for a room, or for the whole round.
struct TimeRemoved {
    static constexpr std::string_view leaf = "time.remove";
    PersonId by;
    Whole removal = 0; // Numbered in the contest, from 1.
    RoundId round;
    std::optional<RoomId> room;
    Instant from_at;
    Instant to_at;
    std::string reason;
    Approvals approvals;
};
BOOST_DESCRIBE_STRUCT(TimeRemoved, (),
                      (by, removal, round, room, from_at, to_at, reason, approvals))

struct TimeRestored {
    static constexpr std::string_view leaf = "time.restore";
    PersonId by;
    Whole removal = 0;
    std::string reason;
    Approvals approvals;
};
BOOST_DESCRIBE_STRUCT(TimeRestored, (), (by, removal, reason, approvals))

enum class IncidentKind { technical, paper, conduct, health, seq_conflict, call, other };
BOOST_DESCRIBE_ENUM(IncidentKind, technical, paper, conduct, health, seq_conflict, call, other)

// The text is public at once: it names nobody.
struct IncidentOpened {
    static constexpr std::string_view leaf = "incident.open";
    std::optional<PersonId> by; // Absent: the server.
    IncidentId incident;
    IncidentKind kind = IncidentKind::other;
    std::optional<RoundId> round;
    std::optional<RoomId> room;
    std::optional<SittingId> sitting;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(IncidentOpened, (), (by, incident, kind, round, room, sitting, text))

struct IncidentClosed {
    static constexpr std::string_view leaf = "incident.close";
    PersonId by;
    IncidentId incident;
    std::string outcome;
};
BOOST_DESCRIBE_STRUCT(IncidentClosed, (), (by, incident, outcome))

// A sitting without a draw of seats (practice) is made by its admission.
struct SittingAdmitted {
    static constexpr std::string_view leaf = "sitting.admit";
    std::optional<PersonId> by; // Absent: practice.
    SittingId sitting;
    CandidateId candidate;
    RoundId round;
    bool late_by_decision = false; // Let in after the band, by the chair's decision.
};
BOOST_DESCRIBE_STRUCT(SittingAdmitted, (), (by, sitting, candidate, round, late_by_decision))

struct SittingLeased {
    static constexpr std::string_view leaf = "sitting.lease";
    SittingId sitting;
    Whole lease = 0;        // From 1.
    std::string client_key; // base64 of the P-256 SPKI; empty: no signatures.
    PaperId paper;
    crypto::Digest paper_hash; // Of the ciphertext.
    std::optional<PersonId> approved_by;
};
BOOST_DESCRIBE_STRUCT(SittingLeased, (),
                      (sitting, lease, client_key, paper, paper_hash, approved_by))

// The candidate's own words (docs/formats/saving.md). `text` is what was received, byte for byte;
// the other fields were read from it.
struct ClientSave {
    std::string text;
    Instant client_time;
    ItemId item;
    Whole lease = 0;
    crypto::Digest prev;
    Whole seq = 0;
    SittingId sitting;
    Value value;
    std::string sig;
};

struct ClientSubmit {
    std::string text;
    Instant client_time;
    Whole lease = 0;
    crypto::Digest prev;
    Whole seq = 0;
    SittingId sitting;
    std::string sig;
};

struct AnswerSaved {
    static constexpr std::string_view leaf = "answer.save";
    ClientSave client;
    Instant received_at;
};

enum class LateWhy {
    late,       // Received after end and grace.
    superseded, // Of a lease that another machine has taken over.
    conflict,   // Other bytes under a seq already taken; kept, and never counted.
};
BOOST_DESCRIBE_ENUM(LateWhy, late, superseded, conflict)

struct AnswerLate {
    static constexpr std::string_view leaf = "answer.late";
    ClientSave client;
    Instant received_at;
    LateWhy why = LateWhy::late;
};

struct LateDecided {
    static constexpr std::string_view leaf = "late.decide";
    PersonId by;
    SittingId sitting;
    Whole lease = 0;
    Whole from_seq = 0;
    Whole to_seq = 0;
    bool counts = false;
    std::string reason;
    Approvals approvals;
};
BOOST_DESCRIBE_STRUCT(LateDecided, (),
                      (by, sitting, lease, from_seq, to_seq, counts, reason, approvals))

struct SittingSubmitted {
    static constexpr std::string_view leaf = "sitting.submit";
    ClientSubmit client;
    Instant received_at;
};

enum class EndReason { submitted, deadline, suspended, withdrawn };
BOOST_DESCRIBE_ENUM(EndReason, submitted, deadline, suspended, withdrawn)

struct SittingEnded {
    static constexpr std::string_view leaf = "sitting.end";
    SittingId sitting;
    EndReason reason = EndReason::deadline;
    Whole lease = 0; // 0: the candidate never sat down.
    Whole last_seq = 0;
    crypto::Digest last_hash;
};
BOOST_DESCRIBE_STRUCT(SittingEnded, (), (sitting, reason, lease, last_seq, last_hash))

struct TimeGranted {
    static constexpr std::string_view leaf = "time.grant";
    PersonId by;
    SittingId sitting;
    Whole ms = 0; // Added to what was granted before; never negative.
    std::string reason;
    Approvals approvals;
};
BOOST_DESCRIBE_STRUCT(TimeGranted, (), (by, sitting, ms, reason, approvals))

} // namespace thi::core
