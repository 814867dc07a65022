// Findings of the machine, decisions of people, and the result that follows when all are in.

#include "core/intake/criteria.h"
#include "core/intake/decide.h"
#include "core/intake/standing.h"
#include "core/plan/duties.h"
#include "core/plan/walk.h"
#include "core/reason.h"
#include "core/refusal.h"

#include <algorithm>

namespace thi::core {
namespace {

Result<void> verifying(const Contest& contest, const Application& application) {
    if (contest.stage != Stage::intake && contest.stage != Stage::verification)
        return refuse(Code::wrong_state, "Ở bước này không thẩm định hồ sơ.",
                      "Dossiers are not verified at this step.");
    if (auto in = still_in(application); !in) return in;
    if (application.supplement_requested)
        return refuse(Code::incomplete, "Đang chờ thí sinh bổ sung hồ sơ.",
                      "The candidate's supplement is awaited.");
    if (application.eligible)
        return refuse(Code::already_done, "Hồ sơ đã có kết luận.",
                      "The application has its result already.");
    return {};
}

const Finding* finding_of(const Application& application, std::string_view criterion) {
    const auto found =
        std::find_if(application.findings.begin(), application.findings.end(),
                     [&](const Finding& finding) { return finding.criterion == criterion; });
    return found == application.findings.end() ? nullptr : &*found;
}

// Against the machine: passing what it failed, failing what it passed, waiving anything.
bool overrides(const Finding& finding, DecisionVerdict verdict) {
    switch (verdict) {
    case DecisionVerdict::waived:
        return true;
    case DecisionVerdict::pass:
        return finding.verdict == FindingVerdict::fail;
    case DecisionVerdict::fail:
        return finding.verdict != FindingVerdict::fail;
    }
    return true;
}

Result<void> reason_suffices(const Contest& contest, const Finding& finding,
                             const DecideCriterion& command) {
    const bool refusal = command.verdict == DecisionVerdict::fail &&
                         contest.plan.rejection.reason_required.value_or(false);
    if (refusal || overrides(finding, command.verdict) || !command.reason.empty())
        return reasoned(command.reason);
    return {};
}

std::vector<Decision> with_decision(std::vector<Decision> decisions, const Decision& decision) {
    std::erase_if(decisions, [&](const Decision& other) { return other.by == decision.by; });
    decisions.push_back(decision);
    return decisions;
}

// The result, once every criterion asked has its deciders in agreement; nothing before.
std::optional<EligibilityResulted> result_of(const Contest& contest,
                                             const Application& application) {
    EligibilityResulted result{
        .application = application.application, .eligible = true, .grounds = {}, .deciders = {}};
    std::set<PersonId> deciders;
    for (const auto* rule : asked_criteria(contest.plan)) {
        if (agreement_on(contest, application, rule->criterion) != Agreement::agreed)
            return std::nullopt;
        const auto& decisions = application.decisions.at(std::string{rule->criterion});
        if (decisions.front().verdict == DecisionVerdict::fail && rule->disqualifies)
            result.grounds.emplace_back(rule->criterion);
        for (const auto& decision : decisions)
            deciders.insert(decision.by);
    }
    result.eligible = result.grounds.empty();
    result.deciders.assign(deciders.begin(), deciders.end());
    return result;
}

} // namespace

Result<Events> decide_on(const Contest& contest, const FindEligibility& command, Instant) {
    const auto found = find_application(contest, command.application);
    if (!found) return found.error();
    const auto& application = **found;
    if (auto open = verifying(contest, application); !open) return open.error();
    if (command.dossier_hash != application.dossier_hash)
        return refuse(Code::wrong_state, "Hồ sơ không phải bản đã nộp.",
                      "This is not the dossier that was handed in.");
    Found findings{.application = command.application,
                   .dossier_hash = command.dossier_hash,
                   .findings = find_eligibility(contest, application, command.dossier)};
    if (same(findings.findings, application.findings)) return Events{};
    return Events{std::move(findings)};
}

Result<Events> decide_on(const Contest& contest, const DecideCriterion& command, Instant) {
    if (auto held = holds_role(contest, command.by, {Role::verifier}); !held) return held.error();
    const auto found = find_application(contest, command.application);
    if (!found) return found.error();
    const auto& application = **found;
    if (auto open = verifying(contest, application); !open) return open.error();
    if (auto apart = keeps_distance(contest, command.by, application.candidate); !apart)
        return apart.error();
    const auto* rule = find_criterion(command.criterion);
    if (rule == nullptr || !rule->asked(contest.plan))
        return refuse(Code::not_found, "Kế hoạch không có tiêu chuẩn này.",
                      "The plan does not ask for this criterion.");
    const auto* finding = finding_of(application, command.criterion);
    if (finding == nullptr)
        return refuse(Code::incomplete, "Chưa rà soát hồ sơ tự động.",
                      "The machine has not looked at the dossier yet.");
    if (auto why = reason_suffices(contest, *finding, command); !why) return why.error();

    CriterionDecided decided{.by = command.by,
                             .application = command.application,
                             .criterion = command.criterion,
                             .verdict = command.verdict,
                             .reason = command.reason};
    auto after = application;
    auto& decisions = after.decisions[command.criterion];
    decisions = with_decision(std::move(decisions), Decision{.by = command.by,
                                                             .verdict = command.verdict,
                                                             .reason = command.reason,
                                                             .index = 0});
    auto result = result_of(contest, after);
    Events events;
    events.push_back(std::move(decided));
    if (result) events.push_back(std::move(*result));
    return events;
}

void apply_on(Contest& contest, const Found& event, const Record&) {
    contest.applications[event.application].findings = event.findings;
}

void apply_on(Contest& contest, const CriterionDecided& event, const Record& record) {
    auto& decisions = contest.applications[event.application].decisions[event.criterion];
    decisions = with_decision(std::move(decisions), Decision{.by = event.by,
                                                             .verdict = event.verdict,
                                                             .reason = event.reason,
                                                             .index = record.index});
}

void apply_on(Contest& contest, const EligibilityResulted& event, const Record&) {
    auto& application = contest.applications[event.application];
    application.eligible = event.eligible;
    application.grounds = event.grounds;
}

} // namespace thi::core
