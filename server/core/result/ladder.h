// The declared ladder of rungs that tells equals apart (result.tie_break).
//
// Some rungs compute themselves from marks; others need people, whose word stands in the log as
// tie.step. Never decides by the order in which candidates happen to come.

#pragma once
#include "core/result/tally.h"

#include <span>
#include <string>
#include <vector>

namespace thi::core {

// Does the rung follow from marks alone?
bool computes_itself(TieRung rung);

using Equals = std::vector<const CandidateScore*>; // At least one; order has no meaning.

// A rung that computed itself and told some equals apart.
struct LadderStep {
    TieRung rung = TieRung::objective_mark;
    std::vector<std::vector<CandidateId>> order; // Best first.
};

struct LadderOutcome {
    std::vector<Equals> groups; // Best first; who stands in one group is not told apart.
    std::vector<LadderStep> steps;
    std::optional<OpenTie> open; // The group across the line, where the next rung needs people.
};

// Tells `equals` apart, so far as the log goes. `places` of them win: people are asked only where
// the line falls inside a group.
LadderOutcome climb(const Contest& contest, PostId post, const Equals& equals, Whole places);

// "tie/post_.../cand_...": the name that a draw between these equals has; the least id of them.
// Where other equals were drawn under it, before a remedy or an amendment: "/2" follows, "/3", ...
std::string tie_draw_name(const Contest& contest, const OpenTie& tie);

} // namespace thi::core
