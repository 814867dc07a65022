// Steps of the contest's life and extensions of its deadlines.

#include "core/plan/calendar.h"
#include "core/plan/decide.h"
#include "core/plan/duties.h"
#include "core/plan/life.h"
#include "core/reason.h"
#include "core/refusal.h"
#include "core/result/appeal_window.h"

namespace thi::core {
namespace {

Fault not_now() {
    return refuse(Code::wrong_state, "Thời hạn này không gia hạn được ở bước hiện tại.",
                  "This deadline cannot be extended at this step.");
}

Result<Instant> intake_deadline(const Contest& contest, Instant new_at) {
    const bool open = contest.stage == Stage::published || contest.stage == Stage::intake ||
                      contest.stage == Stage::verification;
    if (!open || !contest.intake_closes) return not_now();
    const auto& rules = contest.plan.intake;
    if (!rules.extension_allowed.value_or(false))
        return refuse(Code::forbidden, "Kế hoạch không cho phép gia hạn nhận hồ sơ.",
                      "The plan does not allow intake to be extended.");
    if (rules.extension_max_days.is_set()) {
        const Calendar calendar{contest.plan.calendar};
        const auto last =
            calendar.date_of(*rules.closes) + std::chrono::days{*rules.extension_max_days};
        if (calendar.date_of(new_at) > last)
            return refuse(Code::limit_reached, "Vượt số ngày được gia hạn theo kế hoạch.",
                          "Beyond the days by which the plan lets intake be extended.");
    }
    if (const auto bell = first_bell(contest.plan); bell && new_at >= *bell)
        return refuse(Code::invalid_field, "Hạn nhận hồ sơ phải trước ngày thi.",
                      "Intake must close before the contest.");
    return *contest.intake_closes;
}

Result<Instant> old_deadline(const Contest& contest, const ExtendDeadline& command) {
    switch (command.deadline) {
    case Deadline::intake_closes:
        return intake_deadline(contest, command.new_at);
    case Deadline::verification: {
        const auto closes = verification_deadline(contest);
        if (!closes || contest.list_posted_at) return not_now();
        return *closes;
    }
    case Deadline::petition_window:
        if (contest.stage != Stage::listed || !contest.petition_closes) return not_now();
        return *contest.petition_closes;
    case Deadline::appeal_window: {
        const auto closes = appeals_close(contest);
        if (contest.stage != Stage::released || !closes) return not_now();
        if (command.new_at > *appeals_close_at_most(contest))
            return refuse(Code::limit_reached, "Vượt số ngày được gia hạn theo kế hoạch.",
                          "Beyond the days by which the plan lets appeals be extended.");
        return *closes;
    }
    }
    return not_now();
}

} // namespace

Result<Events> decide_on(const Contest& contest, const AdvanceStage& command, Instant now) {
    if (auto possible = may_advance(contest, command, now); !possible) return possible.error();
    StageChanged changed{.by = command.by,
                         .from = contest.stage,
                         .to = command.to,
                         .reason = command.reason,
                         .approvals = command.approvals};
    return Events{std::move(changed)};
}

Result<Events> decide_on(const Contest& contest, const ExtendDeadline& command, Instant now) {
    if (auto held = holds_role(contest, command.by, office_roles); !held) return held.error();
    if (auto why = reasoned(command.reason); !why) return why.error();
    const auto old_at = old_deadline(contest, command);
    if (!old_at) return old_at.error();
    if (command.new_at <= *old_at || command.new_at <= now)
        return refuse(Code::invalid_field, "Thời hạn mới phải sau thời hạn cũ và sau hiện tại.",
                      "A new deadline must be later than the old one and than now.");
    auto approved = approved_by_two(contest, command.approvals, office_roles, now);
    if (!approved) return approved.error();
    DeadlineExtended extended{.by = command.by,
                              .deadline = command.deadline,
                              .old_at = *old_at,
                              .new_at = command.new_at,
                              .reason = command.reason,
                              .approvals = command.approvals};
    return Events{std::move(extended)};
}

void apply_on(Contest& contest, const StageChanged& event, const Record&) {
    contest.stage = event.to;
}

void apply_on(Contest& contest, const DeadlineExtended& event, const Record&) {
    switch (event.deadline) {
    case Deadline::intake_closes:
        contest.intake_closes = event.new_at;
        break;
    case Deadline::verification:
        contest.verification_closes = event.new_at;
        break;
    case Deadline::petition_window:
        contest.petition_closes = event.new_at;
        break;
    case Deadline::appeal_window:
        contest.appeals_extended_to = event.new_at;
        break;
    }
}

} // namespace thi::core
