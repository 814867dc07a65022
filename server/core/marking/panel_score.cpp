#include "core/marking/panel_score.h"

#include "core/marking/ballots.h"
#include "core/marking/hearing.h"
#include "core/result/sums.h"

#include <algorithm>

namespace thi::core {

namespace {

// From the council's range of points to the round's scale, exactly.
Fraction on_scale(const Contest& contest, const Round& round, Fraction mark) {
    const auto most = contest.plan.panel.score_max.value_or(Points{10'000});
    if (most == round.scale) return mark;
    return reduced({mark.numerator * round.scale.hundredths, mark.denominator * most.hundredths});
}

} // namespace

std::optional<PanelScore> panel_score(const Contest& contest, const Round& round,
                                      CandidateId candidate) {
    const auto* hearing = find_hearing(contest, round.round, candidate);
    if (hearing == nullptr) return std::nullopt;
    if (hearing->step == DefenceStep::absent)
        return PanelScore{.mark = {},
                          .scores = 0,
                          .absent = true,
                          .index = static_cast<Whole>(hearing->step_index)};
    if (contest.plan.panel.ballot.value_or(BallotKind::secret) == BallotKind::secret) {
        if (!hearing->count) return std::nullopt;
        const auto& count = *hearing->count;
        return PanelScore{.mark = on_scale(contest, round, count.mark),
                          .scores = count.cast - count.invalid,
                          .absent = false,
                          .index = static_cast<Whole>(count.index)};
    }
    if (!is_over(*hearing) || !sheets_are_visible(contest, round.round, candidate))
        return std::nullopt;
    std::vector<Points> totals;
    std::uint64_t last = 0;
    for (const auto& [member, sheet] : hearing->sheets) {
        totals.push_back(sheet.total);
        last = std::max(last, sheet.index);
    }
    const auto scores = std::ssize(totals);
    return PanelScore{.mark = on_scale(contest, round, panel_mark(contest.plan, std::move(totals))),
                      .scores = scores,
                      .absent = false,
                      .index = static_cast<Whole>(last)};
}

} // namespace thi::core
