#include "core/result/sum_limits.h"

#include "core/marking/scripts.h"
#include "core/sitting/paper_check.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace thi::core {

namespace {

__extension__ using Wide = __int128;

constexpr Whole voters_max = 100; // Where council.max_members is waived.
constexpr Whole remarks_mean = 3; // A mark after an appeal is the mean of so many at most.

// What all deductions together can bring into a denominator: 5 for 20, 40 and 100 percent.
Whole deduction_factor(const Plan& plan) {
    Whole factor = 1;
    for (const auto& [level, pct] : plan.infraction.deduction_pct.value_or({}))
        factor = std::lcm(factor, 100 / std::gcd(Whole{100}, pct));
    return factor;
}

Whole largest_total(const Contest& contest, const Round& round,
                    const std::optional<std::pair<RoundId, Points>>& sealing) {
    Whole largest = 1;
    if (sealing && sealing->first == round.round)
        largest = std::max(largest, sealing->second.hundredths);
    for (const auto& [id, paper] : contest.papers)
        if (paper.round == round.round && paper.content && paper.key)
            largest = std::max(largest, marked_total(round, *paper.content, *paper.key).hundredths);
    return largest;
}

Whole largest_panel(const Contest& contest, const Round& round) {
    Whole scores = contest.plan.council.max_members.value_or(voters_max);
    if (const auto defence = contest.defences.find(round.round); defence != contest.defences.end())
        for (const auto& [candidate, hearing] : defence->second.hearings) {
            scores = std::max<Whole>(scores, std::ssize(hearing.sheets));
            if (hearing.count) scores = std::max(scores, hearing.count->mark.denominator);
        }
    const auto most = contest.plan.panel.score_max.value_or(round.scale);
    return scores * (most == round.scale ? 1 : most.hundredths);
}

Whole denominator_of(const Contest& contest, const Round& round,
                     const std::optional<std::pair<RoundId, Points>>& sealing) {
    if (round.type == RoundType::defence) return largest_panel(contest, round);
    Whole largest = largest_total(contest, round, sealing);
    if (round.type == RoundType::objective) return largest;
    const auto allowed = contest.plan.remark.allowed_round_types.value_or({});
    if (allowed.contains(round.type)) largest *= remarks_mean;
    for (const auto& amendment : contest.amendments)
        if (amendment.round == round.round)
            largest = std::max(largest, amendment.new_mark.denominator);
    return largest;
}

} // namespace

Points marked_total(const Round& round, const Paper& paper, const AnswerKey& key) {
    return round.type == RoundType::written ? script_max(paper) : objective_total(paper, key);
}

bool sums_fit(const Contest& contest, const std::optional<std::pair<RoundId, Points>>& sealing) {
    Wide weighted_scales = 0;
    Wide denominators = 1;
    const auto deductions = deduction_factor(contest.plan);
    for (const auto& round : *contest.plan.rounds) {
        if (!stands(round)) continue;
        // The ladder adds marks without their weights, so that no round weighs less than one.
        weighted_scales += Wide{std::max(round.weight, Whole{1})} * round.scale.hundredths;
        denominators *= Wide{denominator_of(contest, round, sealing)} * deductions;
        if (denominators * weighted_scales > std::numeric_limits<Whole>::max()) return false;
    }
    return true;
}

} // namespace thi::core
