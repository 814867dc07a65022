#include "core/result/appeal_window.h"

#include "core/plan/calendar.h"
#include "core/refusal.h"
#include "core/sitting/lookup.h"

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

Result<void> appeals_over(const Contest& contest, Instant now) {
    const auto closes = appeals_close(contest);
    const bool any = !contest.plan.remark.allowed_round_types.value_or({}).empty();
    if (any && closes && now <= *closes)
        return refuse(Code::too_early, "Chưa hết thời hạn nộp đơn.",
                      "The window for appeals is still open.");
    for (const auto& [id, appeal] : contest.appeals) {
        const auto* round = find_round(contest.plan, appeal.round);
        const bool set_aside = round != nullptr && round->held_again_as.has_value();
        const bool waits =
            !appeal.verdict || (appeal.track == AppealTrack::own_mark && appeal.verdict->upheld &&
                                !appeal.amended && !set_aside); // Its marks count for nothing.
        if (waits)
            return refuse(Code::incomplete, "Còn đơn chưa giải quyết xong.",
                          "An appeal is not settled yet.");
    }
    if (contest.trace_hash && contest.released_score == contest.score_index) return {};
    return refuse(Code::incomplete, "Điểm đã thay đổi, phải tính và công bố lại.",
                  "Scores have changed: they must be computed and released again.");
}

} // namespace thi::core
