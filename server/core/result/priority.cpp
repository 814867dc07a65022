#include "core/result/priority.h"

#include "core/intake/criteria.h"
#include "core/intake/standing.h"

#include <algorithm>

namespace thi::core {

std::optional<Priority> priority_of(const Contest& contest, const Application& application) {
    const auto& groups = contest.plan.result.priority_points;
    const auto decided = application.decisions.find(std::string{priority_criterion});
    if (!groups.is_set() || decided == application.decisions.end() ||
        agreement_on(contest, application, priority_criterion) != Agreement::agreed ||
        decided->second.front().verdict != DecisionVerdict::pass)
        return std::nullopt;
    Priority priority;
    for (const auto& finding : application.findings)
        if (finding.criterion == priority_criterion && finding.claims)
            priority.group = *finding.claims;
    const auto points = groups->find(priority.group);
    if (points == groups->end()) return std::nullopt;
    priority.points = points->second;
    for (const auto& decision : decided->second)
        priority.index = std::max(priority.index, static_cast<Whole>(decision.index));
    return priority;
}

} // namespace thi::core
