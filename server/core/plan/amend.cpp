// Changing the rules after they were published: amendments and waivers, each with its reason, none
// once the step has begun that relies on the rule.

#include "core/plan/decide.h"
#include "core/plan/duties.h"
#include "core/plan/life.h"
#include "core/plan/parameters.h"
#include "core/reason.h"
#include "core/refusal.h"

#include <algorithm>
#include <cassert>

namespace thi::core {
namespace {

// True once the contest has reached the first stage in which the parameter may not change. A plan
// without that very stage freezes the parameter at the next one that it has.
bool frozen(const Contest& contest, const Parameter& parameter) {
    return contest.stage >= parameter.frozen_from;
}

Result<void> may_change_rules(const Contest& contest) {
    if (contest.stage != Stage::draft && contest.stage < Stage::final_) return {};
    return refuse(Code::wrong_state, "Ở bước này không được sửa quy định.",
                  "Rules cannot be changed at this step.");
}

FieldFault frozen_fault(std::string_view name) {
    return wrong(pointer_of(name), "Quy định này không còn được sửa ở bước hiện tại.",
                 "This rule can no longer change at this step.", Code::wrong_state);
}

Result<void> not_frozen(const Contest& contest, const std::vector<std::string>& names) {
    std::vector<FieldFault> faults;
    for (const auto& name : names) {
        const auto* parameter = find_parameter(name);
        assert(parameter != nullptr);
        if (frozen(contest, *parameter)) faults.push_back(frozen_fault(name));
    }
    if (faults.empty()) return {};
    return refuse(Code::wrong_state, "Có quy định không còn được sửa ở bước hiện tại.",
                  "Some of these rules can no longer change at this step.", std::move(faults));
}

// Rounds in which something has happened: papers sealed, rooms planned, sittings begun.
bool in_use(const Contest& contest, RoundId round) {
    return contest.rounds.count(round) > 0 ||
           std::any_of(contest.papers.begin(), contest.papers.end(),
                       [&](const auto& entry) { return entry.second.round == round; });
}

// A round in use stays, and stays what it is.
Result<void> keeps_rounds(const Contest& contest, const Plan& plan) {
    for (const auto& before : *contest.plan.rounds) {
        if (!in_use(contest, before.round) && !takes_a_place(contest.plan, before.round)) continue;
        const auto after =
            std::find_if(plan.rounds->begin(), plan.rounds->end(),
                         [&](const Round& round) { return round.round == before.round; });
        if (after == plan.rounds->end() || after->type != before.type ||
            after->practice != before.practice || after->held_again_as != before.held_again_as)
            return refuse(Code::wrong_state, "Vòng thi đã có đề hoặc phòng thi thì không được bỏ.",
                          "A round with papers or rooms cannot be taken away.",
                          {frozen_fault("rounds")});
    }
    const auto set_aside_before = [&](const Round& after) {
        return std::any_of(
            contest.plan.rounds->begin(), contest.plan.rounds->end(), [&](const Round& before) {
                return before.round == after.round && before.held_again_as == after.held_again_as;
            });
    };
    if (std::all_of(plan.rounds->begin(), plan.rounds->end(), [&](const Round& after) {
            return !after.held_again_as || set_aside_before(after);
        }))
        return {};
    return refuse(Code::invalid_field, "Vòng thi chỉ được thay bằng quyết định thi lại.",
                  "Only the decision to hold a round again sets it aside.",
                  {frozen_fault("rounds")});
}

bool names_all(const std::vector<PlanChange>& changes, std::vector<std::string> names) {
    std::vector<std::string> told;
    for (const auto& change : changes)
        told.push_back(change.parameter);
    std::sort(told.begin(), told.end());
    std::sort(names.begin(), names.end());
    return told == names;
}

} // namespace

Result<Events> decide_on(const Contest& contest, const AmendPlan& command, Instant now) {
    if (auto open = may_change_rules(contest); !open) return open.error();
    if (auto held = holds_role(contest, command.by, office_roles); !held) return held.error();
    if (auto why = reasoned(command.reason); !why) return why.error();
    const auto names = changed_parameters(contest.plan, command.plan);
    if (names.empty())
        return refuse(Code::invalid_field, "Bản sửa đổi không thay đổi quy định nào.",
                      "The amendment changes nothing.");
    if (!names_all(command.changes, names))
        return refuse(Code::invalid_field, "Danh sách thay đổi không khớp với kế hoạch mới.",
                      "The list of changes does not match the new plan.");
    if (auto open = not_frozen(contest, names); !open) return open.error();
    if (auto left = unset(command.plan); !left.empty())
        return refuse(Code::rule_unset, "Kế hoạch còn quy định chưa được chọn.",
                      "The plan still has rules that are neither set nor waived.", std::move(left));
    if (auto faults = check(command.plan); !faults.empty())
        return refuse(Code::invalid_field, "Kế hoạch có chỗ chưa hợp lệ.",
                      "The plan is not consistent.", std::move(faults));
    if (auto kept = keeps_rounds(contest, command.plan); !kept) return kept.error();
    auto approved = approved_by_two(contest, command.approvals, governing_roles, now);
    if (!approved) return approved.error();
    PlanAmended amended{.by = command.by,
                        .plan = command.plan,
                        .changes = command.changes,
                        .reason = command.reason,
                        .approvals = command.approvals};
    return Events{std::move(amended)};
}

Result<Events> decide_on(const Contest& contest, const WaiveParameter& command, Instant) {
    if (auto open = may_change_rules(contest); !open) return open.error();
    if (auto held = holds_role(contest, command.by, leading_roles); !held) return held.error();
    if (auto why = reasoned(command.reason); !why) return why.error();
    const auto* parameter = find_parameter(command.parameter);
    if (parameter == nullptr)
        return refuse(Code::not_found, "Không có quy định này.", "There is no such rule.");
    if (!parameter->waivable())
        return refuse(Code::invalid_field, "Quy định này không được miễn.",
                      "This rule cannot be waived.");
    if (auto open = not_frozen(contest, {command.parameter}); !open) return open.error();
    auto plan = contest.plan;
    waive(plan, command.parameter, Waiver{command.by.str(), command.reason});
    if (auto faults = check(plan); !faults.empty())
        return refuse(Code::invalid_field, "Miễn quy định này làm kế hoạch không hợp lệ.",
                      "Waiving this rule would leave the plan inconsistent.", std::move(faults));
    PlanWaived waived{.by = command.by, .parameter = command.parameter, .reason = command.reason};
    return Events{std::move(waived)};
}

void apply_on(Contest& contest, const PlanAmended& event, const Record&) {
    if (contest.plan.intake.closes.value != event.plan->intake.closes.value)
        contest.intake_closes = event.plan->intake.closes.value;
    contest.plan = event.plan;
}

void apply_on(Contest& contest, const PlanWaived& event, const Record&) {
    waive(contest.plan, event.parameter, Waiver{event.by.str(), event.reason});
}

} // namespace thi::core
