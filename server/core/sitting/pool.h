// Who may sit a round: the pool of its draw of seats.

#pragma once
#include "core/contest.h"
#include "core/fault.h"

#include <vector>

namespace thi::core {

// Candidates found eligible for some post and not withdrawn who passed every gate before the round,
// once each, in the order of their ids. Refused while a gate before it is still being sat, and
// (not_supported_yet) behind a gate that people mark.
Result<std::vector<CandidateId>> who_may_sit(const Contest& contest, const Round& round);

// Places were given, and every sitting has ended.
bool is_over(const Contest& contest, const Round& round);

// Stands, has a bell, and was neither sat nor begun to be heard.
bool is_to_come(const Contest& contest, const Round& round);

// Refused (`incomplete`) where somebody may sit the round and nobody was given a place.
Result<void> was_held(const Contest& contest, const Round& round);

} // namespace thi::core
