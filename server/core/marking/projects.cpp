// The rules of projects: filed until the plan's deadline, every version kept, the last one counts.

#include "core/marking/defence_decide.h"
#include "core/marking/hearing.h"
#include "core/marking/project_deadline.h"
#include "core/plan/calendar.h"
#include "core/refusal.h"

#include <algorithm>

namespace thi::core {

namespace {

bool is_eligible(const Contest& contest, CandidateId candidate) {
    return std::any_of(
        contest.applications.begin(), contest.applications.end(), [&](const auto& entry) {
            const auto& own = entry.second;
            return own.candidate == candidate && own.eligible == true && !own.withdrawn;
        });
}

} // namespace

std::optional<Instant> project_deadline(const Plan& plan, const Round& round) {
    const auto& days = plan.project.deadline_before_contest;
    if (!days.is_set() || !round.opens) return std::nullopt;
    const Calendar calendar{plan.calendar};
    return calendar.end_of(calendar.date_of(*round.opens) - std::chrono::days{*days});
}

Result<Events> decide_on(const Contest& contest, const FileProject& command, Instant) {
    const auto round = defence_round(contest, command.round);
    if (!round) return round.error();
    if (contest.stage < Stage::listed || contest.stage > Stage::defence)
        return refuse(Code::wrong_state, "Kỳ thi không nhận đề án ở bước này.",
                      "The contest takes no projects at this step.");
    if (!is_eligible(contest, command.candidate))
        return refuse(Code::forbidden, "Chỉ thí sinh đủ điều kiện dự thi được nộp đề án.",
                      "Only eligible candidates file a project.");
    const auto closes = project_deadline(contest.plan, **round);
    if ((closes && command.received_at > *closes) ||
        find_hearing(contest, command.round, command.candidate) != nullptr)
        return refuse(Code::deadline_passed, "Đã hết hạn nộp đề án.",
                      "The deadline for projects is over.");
    if (command.bytes < 1 || command.bytes > project_bytes_max)
        return refuse(Code::too_large, "Đề án tối đa 10 MB.", "A project has at most 10 MB.");
    Whole version = 1;
    if (const auto defence = contest.defences.find(command.round);
        defence != contest.defences.end())
        if (const auto own = defence->second.projects.find(command.candidate);
            own != defence->second.projects.end()) {
            if (own->second.back().hash == command.hash) return Events{};
            version = own->second.back().version + 1;
        }
    if (version > project_versions_max)
        return refuse(Code::limit_reached, "Đề án đã thay quá nhiều lần.",
                      "The project was replaced too many times.");
    return Events{ProjectFiled{.round = command.round,
                               .candidate = command.candidate,
                               .version = version,
                               .hash = command.hash,
                               .bytes = command.bytes,
                               .received_at = command.received_at}};
}

void apply_on(Contest& contest, const ProjectFiled& event, const Record& record) {
    contest.defences[event.round].projects[event.candidate].push_back(
        {event.version, event.hash, event.bytes, event.received_at, record.index});
}

} // namespace thi::core
