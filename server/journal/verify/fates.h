// 01.06: nobody falls out of a contest unseen.

#pragma once
#include "core/contest.h"
#include "journal/verify/report.h"

#include <string>

namespace thi::journal {

// When scores are computed, every eligible candidate has exactly one fate in every round that he
// reached: he sat it once, did not come, was barred, or has withdrawn; and the log says which.
// Requires: the contest is scorable.
void check_fates(const core::Contest& contest, const std::string& where, Report& report);

} // namespace thi::journal
