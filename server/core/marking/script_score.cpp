#include "core/marking/script_score.h"

#include "core/marking/blinding.h"
#include "core/marking/scripts.h"

namespace thi::core {

std::optional<ScriptScore> script_score(const Contest& contest, const Round& round,
                                        CandidateId candidate) {
    const auto code = code_of(contest, round.round, candidate);
    if (!code) return std::nullopt;
    const auto& settled = contest.markings.at(round.round).scripts.at(*code).settled;
    const SealedPaper* paper = paper_of(contest, round.round, *code);
    if (!settled || paper == nullptr) return std::nullopt;
    return ScriptScore{.mark = {settled->mark.numerator * round.scale.hundredths,
                                settled->mark.denominator * script_max(*paper->content).hundredths},
                       .index = static_cast<Whole>(settled->index)};
}

} // namespace thi::core
