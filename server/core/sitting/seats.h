// Seats: who sits where after a draw. Rooms are filled in their order by the order drawn.

#pragma once
#include "core/contest.h"
#include "core/fault.h"

#include <string>
#include <vector>

namespace thi::core {

inline constexpr Whole candidates_max = 9'999; // Roll numbers have four digits.

// Requires nothing of `sittings` but what it checks: one unused id for each of `order`. A candidate
// keeps the roll number of an earlier round.
Result<std::vector<Seat>> seats_for(const Contest& contest, RoundId round,
                                    const std::vector<CandidateId>& order,
                                    const std::vector<SittingId>& sittings);

} // namespace thi::core
