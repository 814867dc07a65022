// A candidate's mark in one round: by the computer item by item and part by part, or as the council
// gave it.

#pragma once
#include "core/result/tally.h"

namespace thi::core {

// Requires: contents and key of the sitting's paper are laid in.
//
// As it stands after amendments, remedies and the deduction of an infraction.
// An objective mark is points * scale / the most the computer-marked items can pay, exactly; below
// zero where penalties outweigh. Passed: the round's mark and every part's percentage are reached.
RoundScore round_score(const Contest& contest, const Round& round, CandidateId candidate);

} // namespace thi::core
