// Commands of marking.

#pragma once
#include "core/marking/events.h"
#include "core/sitting/paper.h"

#include <span>
#include <utility>

namespace thi::core {

// Opens a commitment to the blinding draw, to the server alone.
struct RevealSeed {
    PersonId by;
    std::string draw;
    crypto::Digest nonce;
};

// Every script of the round gets its code. `script_hash` is how journal hashes a body.
struct BlindScripts {
    PersonId by;
    RoundId round;
    crypto::Digest (*script_hash)(const Paper& paper,
                                  std::span<const std::pair<ItemId, Value>>) = nullptr;
};

struct NoteAnomaly {
    std::optional<PersonId> by;
    RoundId round;
    std::string code;
    AnomalyKind kind = AnomalyKind::other;
    std::optional<ItemId> item;
    std::string text;
};

struct DecideAnomaly {
    PersonId by;
    RoundId round;
    Whole anomaly = 0;
    AnomalyOutcome outcome = AnomalyOutcome::dismissed;
    std::string reason;
};

// Draws standard scripts; each qualified marker then has them before anything else.
struct AssignStandards {
    PersonId by;
    RoundId round;
};

// Draws packets of whatever waits for a marker: first and second turns, further turns, requeued.
struct AssignMarkers {
    PersonId by;
    RoundId round;
};

struct CommitMark {
    PersonId by;
    RoundId round;
    std::string code;
    Turn turn = Turn::first;
    ItemId item;
    std::vector<RubricMark> lines;
};

// What people settle: after a discussion, by the leader, by the collective, by the chair.
struct SettleMark {
    PersonId by;
    RoundId round;
    std::string code;
    Fraction mark;
    std::string minutes;
    Approvals approvals;
};

struct StopMarker {
    PersonId by;
    RoundId round;
    PersonId marker;
    std::string reason;
};

// The head's word where a marker missed the tolerance.
struct QualifyMarker {
    PersonId by;
    RoundId round;
    PersonId marker;
    bool qualified = true;
    std::string reason;
};

struct UnblindScripts {
    PersonId by;
    RoundId round;
    Approvals approvals;
};

} // namespace thi::core
