// Marking again after an appeal: the same script under the same code, by others than before. What
// becomes of the marks is the appeal's to say (core/result/).

#pragma once
#include "core/contest.h"
#include "core/fault.h"

#include <vector>

namespace thi::core {

// Everybody who has marked the candidate's script for its settled mark, also who was stopped, and
// the head whose reference mark it was; sorted.
std::vector<PersonId> first_markers(const Contest& contest, const Round& round,
                                    CandidateId candidate);

// The complete marks of remark_first, remark_second, remark_third that are in, in this order, on
// the round's scale, in hundredths: exact.
std::vector<Fraction> remarks(const Contest& contest, const Round& round, CandidateId candidate);

// The packets that give the script to as many of `turns` as wait for a marker: drawn, even, away
// from relations and from everybody of first_markers(). Refused where the round is not unblinded,
// where nobody is left, or where nothing waits.
Result<Events> assign_remarks(const Contest& contest, const Round& round, CandidateId candidate,
                              const std::vector<Turn>& turns, PersonId by);

} // namespace thi::core
