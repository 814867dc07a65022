// The rule of marks that people settle: who has the word, with whom, and within which bounds.

#include "core/marking/decide.h"
#include "core/marking/scripts.h"
#include "core/marking/settling.h"
#include "core/plan/duties.h"
#include "core/reason.h"
#include "core/refusal.h"

#include <algorithm>

namespace thi::core {

namespace {

constexpr std::int64_t denominator_max = 1'000'000;

bool approved_of_them(const Approvals& approvals, const std::vector<PersonId>& people) {
    return approvals.size() == people.size() &&
           std::all_of(people.begin(), people.end(), [&](PersonId person) {
               return std::any_of(approvals.begin(), approvals.end(),
                                  [&](const Approval& one) { return one.person == person; });
           });
}

std::vector<PersonId> first_two(const Script& script) {
    std::vector<PersonId> people;
    for (const Turn turn : {Turn::first, Turn::second})
        if (const Assignment* one = find_turn(script, turn)) people.push_back(one->marker);
    return people;
}

// Both of its markers, of one mind.
Result<void> agreed(const Contest& contest, const Script& script, const SettleMark& command,
                    Instant now) {
    if (auto two = approved_by_two(contest, command.approvals, {Role::marker}, now); !two)
        return two;
    if (approved_of_them(command.approvals, first_two(script))) return {};
    return refuse(Code::needs_approval, "Cần chính hai người đã chấm bài này cùng phê duyệt.",
                  "The two who marked this script approve together.");
}

// The head's own word, given now.
Result<void> decided_by_head(const Contest& contest, const SettleMark& command, Instant now) {
    if (auto may = holds_role(contest, command.by, {Role::head_of_marking}); !may) return may;
    const bool present =
        std::any_of(command.approvals.begin(), command.approvals.end(), [&](const Approval& one) {
            return one.person == command.by && one.at <= now && now - one.at <= approval_age_max;
        });
    if (present && command.approvals.size() == 1) return {};
    return refuse(Code::needs_approval, "Trưởng ban chấm thi cần nhập lại mật khẩu.",
                  "The head of marking must enter the password again.");
}

Result<void> decided_by(const Contest& contest, const SettleMark& command,
                        std::initializer_list<Role> leads, std::initializer_list<Role> with,
                        Instant now) {
    if (auto may = holds_role(contest, command.by, leads); !may) return may;
    if (auto two = approved_by_two(contest, command.approvals, with, now); !two) return two;
    const bool led = std::any_of(command.approvals.begin(), command.approvals.end(),
                                 [&](const Approval& one) { return one.person == command.by; });
    if (led) return {};
    return refuse(Code::needs_approval, "Người quyết định phải là một trong hai người phê duyệt.",
                  "Whoever decides is one of the two who approve.");
}

bool is_leading(const Contest& contest, PersonId person) {
    return holds_role(contest, person, {Role::head_of_marking}).has_value();
}

// Whether this word is the markers' own, which stays between their marks.
bool is_agreement(const Contest& contest, const Standing& standing, const SettleMark& command) {
    return standing.awaits == Awaits::agreement ||
           (standing.awaits == Awaits::head &&
            !(is_leading(contest, command.by) && command.approvals.size() == 1));
}

Result<void> may_settle(const Contest& contest, const Script& script, const Standing& standing,
                        const SettleMark& command, Instant now) {
    if (is_agreement(contest, standing, command)) {
        const auto two = first_two(script);
        const bool own = std::find(two.begin(), two.end(), command.by) != two.end();
        if (!own && !is_leading(contest, command.by)) return script_not_found();
        return agreed(contest, script, command, now);
    }
    switch (standing.awaits) {
    case Awaits::head:
        return decided_by_head(contest, command, now);
    case Awaits::collective:
        return decided_by(contest, command, {Role::head_of_marking},
                          {Role::head_of_marking, Role::marker, Role::chair, Role::vice_chair},
                          now);
    case Awaits::chair:
        return decided_by(contest, command, leading_roles,
                          {Role::chair, Role::vice_chair, Role::head_of_marking}, now);
    case Awaits::agreement:
    case Awaits::marks:
    case Awaits::rule:
        break;
    }
    return refuse(Code::wrong_state, "Bài này chưa đến lúc cần người quyết định.",
                  "This script does not wait for anybody's word.");
}

Result<void> within_bounds(const Contest& contest, const Standing& standing,
                           const SettleMark& command, const Paper& paper) {
    const auto& mark = command.mark;
    const bool form = mark.denominator >= 1 && mark.denominator <= denominator_max &&
                      mark.numerator >= 0 && mark <= Fraction{script_max(paper).hundredths, 1};
    if (!form)
        return refuse(Code::invalid_field, "Điểm ngoài khung điểm của bài.",
                      "The mark is outside of the script's range.",
                      {wrong("/mark", "Ngoài khung điểm.", "Out of range.")});
    if (!is_agreement(contest, standing, command)) return {};
    if (Fraction{standing.low->hundredths, 1} <= mark &&
        mark <= Fraction{standing.high->hundredths, 1})
        return {};
    return refuse(Code::invalid_field, "Điểm thống nhất phải nằm giữa hai điểm đã chấm.",
                  "What is agreed lies between the two marks.",
                  {wrong("/mark", "Ngoài hai điểm đã chấm.", "Not between the two marks.")});
}

} // namespace

Result<Events> decide_on(const Contest& contest, const SettleMark& command, Instant now) {
    const auto marking = open_marking(contest, command.round);
    if (!marking) return marking.error();
    const Script* script = find_script(**marking, command.code);
    const SealedPaper* paper = paper_of(contest, command.round, command.code);
    if (script == nullptr || paper == nullptr) return script_not_found();
    if (script->settled)
        return refuse(Code::already_done, "Bài này đã có điểm chính thức.",
                      "This script is settled.");
    if (has_open_anomaly(**marking, command.code))
        return refuse(Code::incomplete, "Bài này còn nghi vấn chưa được quyết định.",
                      "An anomaly of this script is not decided.");
    const auto standing = standing_of(contest.plan, *script, *paper->content);
    if (auto may = may_settle(contest, *script, standing, command, now); !may) return may.error();
    if (!reasoned(command.minutes))
        return refuse(Code::invalid_field, "Cần biên bản.", "Minutes are needed.",
                      {wrong("/minutes", "Cần biên bản, không quá dài.",
                             "Minutes are needed, within their limit.")});
    if (auto fits = within_bounds(contest, standing, command, *paper->content); !fits)
        return fits.error();
    const auto decimals = contest.plan.marking.rounding.value_or(2);
    return Events{MarkSettled{.by = command.by,
                              .round = command.round,
                              .code = command.code,
                              .from_pct = standing.from_pct,
                              .action = standing.action,
                              .mark = {rounded_mark(command.mark, decimals).hundredths, 1},
                              .minutes = command.minutes,
                              .approvals = command.approvals}};
}

} // namespace thi::core
