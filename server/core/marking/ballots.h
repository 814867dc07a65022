// Ballots: when they are issued, cast and counted, and what many scores make. Nothing here knows
// which member cast which: the roll and the box meet nowhere.

#pragma once
#include "core/contest.h"
#include "core/fault.h"

#include <span>
#include <vector>

namespace thi::core {

// A score that a ballot may carry: within panel.score_min and score_max, and on score_step.
bool is_valid_score(const Plan& plan, std::optional<Points> score);

// The mark of valid scores by panel.aggregate, in hundredths, exact; 0/1 of none. Trimming leaves
// the scores as they are where it would leave none. The order of scores has no meaning.
Fraction panel_mark(const Plan& plan, std::vector<Points> scores);

// May members score this candidate now (panel.ballot_timing)?
Result<void> may_score(const Contest& contest, RoundId round, CandidateId candidate);

// May ballots of this candidate be cast? Only when everybody has got his, so that no order of
// issuing and casting tells who cast which, and only until they are counted.
Result<void> may_cast(const Contest& contest, RoundId round, CandidateId candidate);

// Open ballots: sheets are shown when all are in, so that nobody follows another.
bool sheets_are_visible(const Contest& contest, RoundId round, CandidateId candidate);

} // namespace thi::core
