#include "http/handlers/progress.h"

#include "core/intake/criteria.h"
#include "core/intake/standing.h"
#include "core/plan/duties.h"

#include <algorithm>

namespace thi::http {
namespace {

using Decisions = std::vector<core::Decision>;

Decisions decisions_on(const core::Application& application, std::string_view criterion) {
    const auto found = application.decisions.find(std::string{criterion});
    return found == application.decisions.end() ? Decisions{} : found->second;
}

bool has_decided(const Decisions& decisions, core::PersonId person) {
    return std::any_of(decisions.begin(), decisions.end(),
                       [&](const core::Decision& each) { return each.by == person; });
}

bool may_decide(const core::Contest& contest, const core::Application& application,
                core::PersonId person) {
    return (contest.stage == core::Stage::intake || contest.stage == core::Stage::verification) &&
           !application.withdrawn && !application.supplement_requested && !application.eligible &&
           core::holds_role(contest, person, {core::Role::verifier}) &&
           core::keeps_distance(contest, person, application.candidate);
}

} // namespace

std::map<core::ApplicationId, Progress> progress_of(const core::Contest& contest,
                                                    core::PersonId person) {
    std::map<core::ApplicationId, Progress> all;
    const auto asked = core::asked_criteria(contest.plan);
    for (const auto& [id, application] : contest.applications) {
        Progress progress;
        progress.criteria = std::ssize(asked);
        const bool mine = may_decide(contest, application, person);
        for (const auto* rule : asked) {
            const auto agreement = core::agreement_on(contest, application, rule->criterion);
            if (agreement == core::Agreement::agreed)
                ++progress.decided;
            else if (mine && (agreement == core::Agreement::disagreed ||
                              !has_decided(decisions_on(application, rule->criterion), person)))
                progress.mine_open = true;
        }
        progress.attention = std::count_if(
            application.findings.begin(), application.findings.end(),
            [](const auto& finding) { return finding.verdict != core::FindingVerdict::pass; });
        all.emplace(id, progress);
    }
    return all;
}

core::Result<std::vector<api::CriterionLine>>
criteria_of(const core::Contest& contest, core::ApplicationId id, const core::Dossier& dossier) {
    const auto found = core::find_application(contest, id);
    if (!found) return found.error();
    const auto& application = **found;
    std::vector<api::CriterionLine> lines;
    for (const auto& finding : core::find_eligibility(contest, application, dossier)) {
        const auto* rule = core::find_criterion(finding.criterion);
        api::CriterionLine line;
        line.criterion = finding.criterion;
        line.title_vi = rule->title_vi;
        line.title_en = rule->title_en;
        line.rule = rule->parameter;
        line.finding = finding.verdict;
        line.finding_reason = finding.reason;
        line.evidence = finding.evidence;
        line.claims = finding.claims;
        for (const auto& decision : decisions_on(application, finding.criterion))
            line.decisions.push_back({decision.by, "", decision.verdict, decision.reason});
        if (core::agreement_on(contest, application, finding.criterion) == core::Agreement::agreed)
            line.settled = line.decisions.front().verdict;
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace thi::http
