// Sanctions: what a candidate's infractions cost. Recording them is elsewhere.

#pragma once
#include "core/contest.h"

#include <optional>

namespace thi::core {

// Minutes are written at the time: sent in at most so long after what they tell of, and after the
// candidate's round was over.
inline constexpr Duration minutes_late_max = std::chrono::hours{2};

// The level as it is imposed: with infraction.escalation a repeat of a level, in any round of the
// contest, counts as the next of infraction.levels.
InfractionLevel escalated(const Contest& contest, CandidateId candidate, InfractionLevel seen);

struct Deduction {
    Whole pct = 0; // Of the round's mark.
    InfractionLevel level = InfractionLevel::reprimand;
    Whole index = 0; // Of infraction.record.
};

// The largest deduction of the candidate's infractions in the round; nothing where there is none.
std::optional<Deduction> deduction(const Contest& contest, RoundId round, CandidateId candidate);

// The infraction that voids what the candidate did in the round: a suspension or worse.
std::optional<Whole> suspended_at(const Contest& contest, RoundId round, CandidateId candidate);

// Later rounds are closed to who was suspended; to who was cancelled every result is.
bool is_suspended(const Contest& contest, CandidateId candidate);
std::optional<Whole> cancelled_at(const Contest& contest, CandidateId candidate);

} // namespace thi::core
