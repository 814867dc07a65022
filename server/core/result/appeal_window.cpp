#include "core/result/appeal_window.h"

#include "core/plan/calendar.h"

namespace thi::core {

std::optional<Instant> appeals_close(const Contest& contest) {
    if (!contest.released_at) return std::nullopt;
    if (contest.appeals_extended_to) return contest.appeals_extended_to;
    const Calendar calendar{contest.plan.calendar};
    const auto days = contest.plan.remark.window.value_or(0);
    return calendar.end_of(calendar.date_of(*contest.released_at) + std::chrono::days{days});
}

std::optional<Instant> appeals_close_at_most(const Contest& contest) {
    if (!contest.released_at) return std::nullopt;
    const Calendar calendar{contest.plan.calendar};
    const auto days =
        contest.plan.remark.window.value_or(0) + contest.plan.remark.extension.value_or(0);
    return calendar.end_of(calendar.date_of(*contest.released_at) + std::chrono::days{days});
}

RemarkDeadlines remark_deadlines(const Contest& contest, const Appeal& appeal) {
    RemarkDeadlines deadlines;
    const auto& rules = contest.plan.remark;
    const Calendar calendar{contest.plan.calendar};
    if (!rules.finish_days.is_set()) return deadlines;
    const auto finish = calendar.date_of(appeal.filed_at) + std::chrono::days{*rules.finish_days};
    deadlines.finish = calendar.end_of(finish);
    if (rules.publish_days.is_set())
        deadlines.publish =
            calendar.end_of(calendar.working_days_after(finish, *rules.publish_days));
    return deadlines;
}

} // namespace thi::core
