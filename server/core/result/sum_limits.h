// Whether sums of marks fit into exact fractions of 64 bits (S-62). Asked before a paper is sealed,
// and by whoever reads a log that nobody let in.

#pragma once
#include "core/contest.h"
#include "core/sitting/paper.h"

#include <optional>
#include <utility>

namespace thi::core {

// What a round's mark is a share of: what the computer marks, or what people do.
Points marked_total(const Round& round, const Paper& paper, const AnswerKey& key);

// The denominators of the rounds' marks multiply: by the papers sealed so far and `sealing` (a
// round and the total of one more), by ballots, by marking again, by deductions. Requires: the plan
// has rounds.
bool sums_fit(const Contest& contest, const std::optional<std::pair<RoundId, Points>>& sealing);

} // namespace thi::core
