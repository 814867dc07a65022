// Which of a sitting's saves count, after every decision about time and lateness.
//
// A function of decisions: when a stopped clock is restored or a late answer is let count, the
// answers that count change, and nothing was deleted or written over.

#pragma once
#include "core/contest.h"

#include <cstdint>
#include <map>
#include <optional>

namespace thi::core {

struct EffectiveAnswer {
    const Value* value = nullptr; // In the contest; as long as that is not changed.
    Whole lease = 0;
    Whole seq = 0;
    std::uint64_t index = 0;
};

// The last that counts of each item: the higher lease wins, then the higher seq, so that an older
// machine's journal never overwrites a newer value. Cleared answers are there, as cleared.
std::map<ItemId, EffectiveAnswer> effective_answers(const Contest& contest, const Sitting& sitting);

// The leaf that a lease's seq became, whatever it was; for answering a repeat with its receipt.
std::optional<std::uint64_t> find_saved(const Contest& contest, SittingId sitting, Whole lease,
                                        Whole seq);

// Late answers that the chair has still to decide about.
std::size_t undecided_late_answers(const Contest& contest, const Sitting& sitting);

} // namespace thi::core
