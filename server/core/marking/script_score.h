// The settled mark of a candidate's script.

#pragma once
#include "core/contest.h"

#include <optional>

namespace thi::core {

struct ScriptScore {
    Fraction mark;   // On the round's scale, in hundredths: exact. As settled, before amendments.
    Whole index = 0; // Of mark.settle.
};

// Nothing where the candidate has no script in this written round or it is not settled.
std::optional<ScriptScore> script_score(const Contest& contest, const Round& round,
                                        CandidateId candidate);

} // namespace thi::core
