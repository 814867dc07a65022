// A candidate's mark in one round: by the computer item by item and part by part, or as the council
// gave it.

#pragma once
#include "core/fault.h"
#include "core/result/tally.h"

namespace thi::core {

// Requires: contents and key of the sitting's paper are laid in.
//
// As it stands after amendments, remedies and the deduction of an infraction.
// An objective mark is points * scale / the most the computer-marked items can pay, exactly; below
// zero where penalties outweigh. Passed: the round's mark and every part's percentage are reached.
// A suspension in the round voids it: mark 0, whatever infraction.deduction_pct says.
RoundScore round_score(const Contest& contest, const Round& round, CandidateId candidate);

// What remedies changed for this candidate, item by item: "0/100 -> 100/100", paid and maximum
// before and after, at the leaf of the last remedy of the item.
std::vector<TraceStep> remedy_steps(const Contest& contest, const RoundScore& score);

// What a candidate is told as soon as the sitting is over, where the plan says so
// (round.objective.show_result_immediately). Not final: a remedy of the key can change it. Refused
// (`forbidden`, `wrong_state`) otherwise.
Result<RoundScore> early_score(const Contest& contest, SittingId sitting, CandidateId candidate);

} // namespace thi::core
