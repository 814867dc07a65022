#include "core/sitting/sanctions.h"

#include <algorithm>

namespace thi::core {

namespace {

const std::vector<Infraction>& infractions_of(const Contest& contest, CandidateId candidate) {
    static const std::vector<Infraction> none;
    const auto found = contest.infractions.find(candidate);
    return found == contest.infractions.end() ? none : found->second;
}

bool voids(InfractionLevel level) {
    return level == InfractionLevel::suspension || level == InfractionLevel::cancellation;
}

} // namespace

InfractionLevel escalated(const Contest& contest, CandidateId candidate, InfractionLevel seen) {
    if (!contest.plan.infraction.escalation.value_or(false)) return seen;
    const auto levels = contest.plan.infraction.levels.value_or({});
    for (auto at = std::find(levels.begin(), levels.end(), seen); at != levels.end(); ++at) {
        const auto& known = infractions_of(contest, candidate);
        const bool repeated = std::any_of(known.begin(), known.end(),
                                          [&](const Infraction& one) { return one.level == *at; });
        if (!repeated || at + 1 == levels.end()) return *at;
    }
    return seen;
}

std::optional<Deduction> deduction(const Contest& contest, RoundId round, CandidateId candidate) {
    const auto rates = contest.plan.infraction.deduction_pct.value_or({});
    std::optional<Deduction> most;
    for (const auto& one : infractions_of(contest, candidate)) {
        const auto rate = rates.find(one.level);
        if (one.round != round || rate == rates.end() || rate->second <= 0) continue;
        if (!most || rate->second > most->pct)
            most = Deduction{rate->second, one.level, static_cast<Whole>(one.index)};
    }
    return most;
}

bool is_suspended(const Contest& contest, CandidateId candidate) {
    const auto& known = infractions_of(contest, candidate);
    return std::any_of(known.begin(), known.end(),
                       [](const Infraction& one) { return voids(one.level); });
}

std::optional<Whole> suspended_at(const Contest& contest, RoundId round, CandidateId candidate) {
    for (const auto& one : infractions_of(contest, candidate))
        if (one.round == round && voids(one.level)) return static_cast<Whole>(one.index);
    return std::nullopt;
}

std::optional<Whole> cancelled_at(const Contest& contest, CandidateId candidate) {
    for (const auto& one : infractions_of(contest, candidate))
        if (one.level == InfractionLevel::cancellation) return static_cast<Whole>(one.index);
    return std::nullopt;
}

} // namespace thi::core
