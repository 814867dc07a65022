// What the contest knows of infractions, appeals, amendments and remedies.

#pragma once
#include "core/result/appeal_events.h"
#include "core/sitting/infractions.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace thi::core {

struct Infraction {
    InfractionId infraction;
    RoundId round;
    InfractionLevel level = InfractionLevel::reprimand;
    std::uint64_t index = 0;
};

struct AppealVerdict {
    bool upheld = false;
    std::uint64_t index = 0;
};

struct Appeal {
    AppealId appeal;
    CandidateId candidate;
    AppealTrack track = AppealTrack::procedure;
    RoundId round;
    std::optional<ItemId> item;
    Instant filed_at;
    std::uint64_t index = 0;
    std::optional<AppealVerdict> verdict; // The last one.
    bool amended = false;                 // After the last verdict.
};

// In force while the decision that it cites is: another decision takes it back.

struct Amendment {
    AppealId appeal;
    CandidateId candidate;
    RoundId round;
    Fraction new_mark;
    std::uint64_t index = 0;
    bool in_force = true;
};

struct Remedy {
    PaperId paper;
    ItemId item;
    RemedyKind kind = RemedyKind::all_credit;
    std::vector<std::vector<std::string>> keys;
    std::uint64_t index = 0;
    std::optional<AppealId> appeal = {};
};

struct Resit {
    RoundId round;
    RoundId again;
    std::uint64_t index = 0;
    std::optional<AppealId> appeal = {};
};

} // namespace thi::core
