// Resit: a round that is held again. What was sat is set aside, a round like it takes its place,
// and the contest goes back to preparing it. For a fault of the whole round that no remedy of
// single items can mend (a paper known beforehand, the wrong paper).

#pragma once
#include "core/contest.h"
#include "core/fault.h"

#include <vector>

namespace thi::core {

// Whom the round would be held again for, once each; refused where it cannot be held again:
// `wrong_state` before it is over, while another sitting is under way, once a round that it is the
// gate to has begun, and once results are final.
Result<std::vector<CandidateId>> who_sits_again(const Contest& contest, RoundId round);

// The round that takes the place of `round`, of the same kind and weight, named after it.
// Requires: the plan has `round`.
Round round_again(const Plan& plan, RoundId round, RoundId again, Instant opens,
                  const std::optional<Instant>& closes);

// The plan in which `again` has taken the place of the round it is made from.
Plan with_round_again(const Plan& plan, RoundId round, const Round& again);

} // namespace thi::core
