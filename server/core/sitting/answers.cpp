#include "core/sitting/answers.h"

#include "core/sitting/lookup.h"
#include "core/sitting/window.h"

#include <algorithm>
#include <utility>

namespace thi::core {

namespace {

// What was too late by the clock of its time may be in time by the clock of now.
bool late_counts(const LateAnswer& late, const Window& open) {
    if (late.why == LateWhy::conflict) return false;
    return late.counts.value_or(late.why == LateWhy::late && counts(open, late.received_at));
}

void keep_latest(std::map<ItemId, EffectiveAnswer>& answers, ItemId item,
                 const EffectiveAnswer& candidate) {
    const auto [found, added] = answers.emplace(item, candidate);
    if (!added && std::pair{found->second.lease, found->second.seq} <
                      std::pair{candidate.lease, candidate.seq})
        found->second = candidate;
}

} // namespace

std::map<ItemId, EffectiveAnswer> effective_answers(const Contest& contest,
                                                    const Sitting& sitting) {
    std::map<ItemId, EffectiveAnswer> answers;
    for (const auto& [item, saved] : sitting.answers)
        keep_latest(answers, item, {&saved.value, saved.lease, saved.seq, saved.index});
    if (sitting.extended_answers.empty() && sitting.late_answers.empty()) return answers;
    const Window open = window(contest, sitting);
    for (const auto& [item, saved] : sitting.extended_answers)
        if (counts(open, saved.received_at))
            keep_latest(answers, item, {&saved.value, saved.lease, saved.seq, saved.index});
    for (const auto& late : sitting.late_answers)
        if (late_counts(late, open))
            keep_latest(answers, late.item, {&late.value, late.lease, late.seq, late.index});
    return answers;
}

std::optional<std::uint64_t> find_saved(const Contest& contest, SittingId sitting, Whole lease,
                                        Whole seq) {
    const Sitting* found = find_sitting(contest, sitting);
    if (found == nullptr || lease < 1 || lease > std::ssize(found->leases)) return std::nullopt;
    const auto& leaves = found->leases[static_cast<std::size_t>(lease - 1)].leaves;
    if (seq < 1 || seq > std::ssize(leaves)) return std::nullopt;
    return leaves[static_cast<std::size_t>(seq - 1)].index;
}

std::size_t undecided_late_answers(const Contest& contest, const Sitting& sitting) {
    if (sitting.late_answers.empty()) return 0;
    const Window open = window(contest, sitting);
    return static_cast<std::size_t>(std::count_if(
        sitting.late_answers.begin(), sitting.late_answers.end(), [&](const LateAnswer& late) {
            return late.why == LateWhy::late && !late.counts && !counts(open, late.received_at);
        }));
}

} // namespace thi::core
