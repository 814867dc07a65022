// Publishing a contest: the rules freeze, the log begins, the officials are named.

#include "core/plan/decide.h"
#include "core/plan/duties.h"
#include "core/plan/parameters.h"
#include "core/refusal.h"

#include <algorithm>

namespace thi::core {
namespace {

constexpr std::size_t officials_max = 2000;

// The contest as it will be once everybody is appointed; refused where duties would meet in one
// person.
Result<Contest> appointed(const PublishContest& command) {
    if (command.officials.size() > officials_max)
        return refuse(Code::too_large, "Danh sách cán bộ quá dài.", "Too many officials.");
    Contest contest;
    contest.plan = command.plan;
    for (std::size_t i = 0; i < command.officials.size(); ++i) {
        const auto& [person, role] = command.officials[i];
        if (const auto clash = clashing_role(contest, person, role)) {
            const Sentence says{"Hai nhiệm vụ này không được giao cho cùng một người.",
                                "These two duties must not meet in one person."};
            return refuse(
                Code::role_conflict, says.vi, says.en,
                {wrong("/officials/" + std::to_string(i), says.vi, says.en, Code::role_conflict)});
        }
        contest.officials[person].roles.insert(role);
    }
    return contest;
}

} // namespace

Result<Events> decide_on(const Contest& contest, const PublishContest& command, Instant now) {
    if (contest.stage != Stage::draft || contest.size > 0)
        return refuse(Code::already_done, "Kỳ thi đã được công bố.",
                      "The contest is published already.");
    if (auto open = unset(command.plan); !open.empty())
        return refuse(Code::rule_unset, "Kế hoạch còn quy định chưa được chọn.",
                      "The plan still has rules that are neither set nor waived.", std::move(open));
    if (auto faults = check(command.plan); !faults.empty())
        return refuse(Code::invalid_field, "Kế hoạch có chỗ chưa hợp lệ.",
                      "The plan is not consistent.", std::move(faults));
    const auto& rounds = *command.plan->rounds;
    if (std::any_of(rounds.begin(), rounds.end(),
                    [](const Round& round) { return round.held_again_as.has_value(); }))
        return refuse(Code::invalid_field, "Chưa thi thì không có vòng thi lại.",
                      "No round is held again before the contest.");
    if (*command.plan->intake.closes <= now)
        return refuse(Code::deadline_passed, "Hạn nhận hồ sơ đã qua.",
                      "Intake would have closed already.");
    const auto officials = appointed(command);
    if (!officials) return officials.error();
    auto approved = approved_by_two(*officials, command.approvals, governing_roles, now);
    if (!approved) return approved.error();

    Events events;
    events.push_back(ContestOpened{.contest = command.contest,
                                   .plan = command.plan,
                                   .log_vkey = command.log_vkey,
                                   .policy = command.policy,
                                   .build = command.build,
                                   .approvals = command.approvals});
    for (const auto& [person, who] : officials->officials)
        for (const auto role : who.roles)
            events.push_back(PersonGranted{
                .by = {}, .person = person, .role = role, .approvals = command.approvals});
    events.push_back(StageChanged{.by = {},
                                  .from = Stage::draft,
                                  .to = Stage::published,
                                  .reason = {},
                                  .approvals = command.approvals});
    return events;
}

void apply_on(Contest& contest, const ContestOpened& event, const Record&) {
    contest.contest = event.contest;
    contest.plan = event.plan;
    contest.intake_closes = event.plan->intake.closes.value;
}

} // namespace thi::core
