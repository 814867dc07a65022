// The council's mark of a candidate's defence.

#pragma once
#include "core/contest.h"

#include <optional>

namespace thi::core {

struct PanelScore {
    Fraction mark;       // On the round's scale, in hundredths: exact. Before amendments.
    Whole scores = 0;    // Valid ballots, or sheets.
    bool absent = false; // The candidate did not come.
    Whole index = 0;     // Of ballot.count, of the last sheet.score, or of the step `absent`.
};

// Nothing while ballots are not counted, or sheets are missing.
std::optional<PanelScore> panel_score(const Contest& contest, const Round& round,
                                      CandidateId candidate);

} // namespace thi::core
