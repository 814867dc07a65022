// Commands of papers, draws, rooms and sittings.

#pragma once
#include "core/sitting/events.h"

namespace thi::core {

struct SealPaper {
    PersonId by;
    RoundId round;
    Variant variant = Variant::official;
    Paper paper;
    AnswerKey key;
    crypto::Digest ciphertext_hash;
    crypto::Digest plaintext_commitment;
    crypto::Digest key_commitment;
    Approvals approvals;
};

struct OpenPaper {
    PaperId paper;
    Approvals approvals;
    std::optional<std::string> reason;
};

// The server's own: opens every paper in use whose bell has gone.
struct OpenDuePapers {};

struct SwitchPaper {
    PersonId by;
    RoundId round;
    PaperId to;
    std::string reason;
    Approvals approvals;
};

struct FreezeDraw {
    PersonId by;
    std::string draw;
    DrawPurpose purpose = DrawPurpose::seats;
    std::optional<RoundId> round;
    std::vector<CandidateId> pool; // Draws of seats: empty, the pool is who may sit the round.
};

struct CommitDraw {
    PersonId by;
    std::string draw;
    crypto::Digest commitment;
};

struct RevealDraw {
    PersonId by;
    std::string draw;
    crypto::Digest nonce;
};

// `sittings`: one new id for each candidate of the pool, drawn by the caller.
struct ResolveDraw {
    PersonId by;
    std::string draw;
    std::vector<SittingId> sittings;
};

struct PlanRooms {
    PersonId by;
    RoundId round;
    std::vector<Room> rooms;
};

struct RemoveTime {
    PersonId by;
    RoundId round;
    std::optional<RoomId> room;
    Instant from_at;
    Instant to_at;
    std::string reason;
    Approvals approvals;
};

struct RestoreTime {
    PersonId by;
    Whole removal = 0;
    std::string reason;
    Approvals approvals;
};

struct OpenIncident {
    std::optional<PersonId> by;
    IncidentId incident;
    IncidentKind kind = IncidentKind::other;
    std::optional<RoundId> round;
    std::optional<RoomId> room;
    std::optional<SittingId> sitting;
    std::string text;
};

struct CloseIncident {
    PersonId by;
    IncidentId incident;
    std::string outcome;
};

struct Admit {
    std::optional<PersonId> by;
    SittingId sitting;
    CandidateId candidate;
    RoundId round;
    bool late_by_decision = false;
};

struct TakeLease {
    CandidateId candidate;
    SittingId sitting;
    std::string client_key;
    bool takeover = false; // The candidate has seen that another machine holds the sitting.
    std::optional<PersonId> approved_by;
};

struct SaveAnswer {
    CandidateId candidate;
    ClientSave client;
    crypto::Digest text_hash; // SHA-256 of client.text.
    Instant received_at;
};

struct SubmitSitting {
    CandidateId candidate;
    ClientSubmit client;
    crypto::Digest text_hash;
    Instant received_at;
};

struct DecideLate {
    PersonId by;
    SittingId sitting;
    Whole lease = 0;
    Whole from_seq = 0;
    Whole to_seq = 0;
    bool counts = false;
    std::string reason;
    Approvals approvals;
};

// The server's own: ends every sitting whose time and grace are over.
struct EndDueSittings {};

struct GrantTime {
    PersonId by;
    SittingId sitting;
    Whole ms = 0;
    std::string reason;
    Approvals approvals;
};

} // namespace thi::core
