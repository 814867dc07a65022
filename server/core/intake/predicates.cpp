#include "core/intake/predicates.h"

#include "core/intake/age.h"

#include <algorithm>

namespace thi::core {
namespace {

using Verdict = CriterionRule::Verdict;

constexpr Verdict met{FindingVerdict::pass, "met"};
constexpr Verdict not_declared{FindingVerdict::unclear, "not_declared"};
constexpr Verdict date_unreadable{FindingVerdict::unclear, "date_unreadable"};
constexpr Verdict reference_unknown{FindingVerdict::unclear, "reference_unknown"};

Verdict fails(std::string_view reason) {
    return {FindingVerdict::fail, reason};
}

// Facts and rules that are steps of one ladder: reached or passed.
template <class Step>
Verdict at_least(const std::optional<Step>& fact, const Setting<Step>& rule,
                 std::string_view reason) {
    if (!fact) return not_declared;
    return *fact >= *rule ? met : fails(reason);
}

std::optional<PlannedSource> source_of(PlannedStatus status) {
    switch (status) {
    case PlannedStatus::same_post:
        return PlannedSource::same_post;
    case PlannedStatus::equivalent_post_elsewhere:
        return PlannedSource::equivalent_post_elsewhere;
    case PlannedStatus::nominee:
        return PlannedSource::nominee;
    case PlannedStatus::none:
        break;
    }
    return std::nullopt;
}

} // namespace

Verdict judge_planned_status(const Candidacy& candidacy) {
    const auto& status = candidacy.dossier.facts.planned_status;
    if (!status) return not_declared;
    const auto source = source_of(*status);
    if (!source) return fails("planned_missing");
    const auto& rules = candidacy.plan.elig;
    if (rules.planned_status_sources->count(*source) == 0) return fails("planned_source_not_taken");
    const bool needs_consent =
        *source == PlannedSource::nominee && rules.nominee_needs_party_consent.value_or(false);
    if (needs_consent && !candidacy.consent_given) return fails("nominee_consent_missing");
    return met;
}

Verdict judge_age(const Candidacy& candidacy) {
    const auto& facts = candidacy.dossier.facts;
    if (!facts.born_on || !facts.sex) return not_declared;
    const auto born_on = parse_date(*facts.born_on);
    if (!born_on) return date_unreadable;
    if (!candidacy.age_day) return reference_unknown;
    const auto& rule = *candidacy.plan.elig.age_rule;
    if (within_age(rule, *born_on, *facts.sex, *candidacy.age_day)) return met;
    return fails(rule.kind == AgeRuleKind::max_age ? "age_over" : "years_left_short");
}

Verdict judge_sector_years(const Candidacy& candidacy) {
    return at_least(candidacy.dossier.facts.years_in_sector,
                    candidacy.plan.elig.min_years_in_sector, "sector_years_short");
}

// Titles are written in many ways, so what is not on the list word for word is for people.
Verdict judge_position(const Candidacy& candidacy) {
    const auto& position = candidacy.dossier.facts.position;
    if (!position) return not_declared;
    const auto& held = *candidacy.plan.elig.positions_held;
    const bool listed = std::find(held.begin(), held.end(), *position) != held.end();
    return listed ? met : Verdict{FindingVerdict::unclear, "position_not_listed"};
}

// Facts know only the day of admission; a dossier without one says nothing of membership.
Verdict judge_party(const Candidacy& candidacy) {
    const auto& since = candidacy.dossier.facts.party_member_since;
    if (!since) return not_declared;
    const auto admitted = parse_date(*since);
    if (!admitted) return date_unreadable;
    if (!candidacy.intake_day) return reference_unknown;
    if (*admitted > *candidacy.intake_day) return fails("party_not_member");
    const auto years = candidacy.plan.elig.party_min_years.value_or(0);
    if (add_months(*admitted, years * 12) > *candidacy.intake_day)
        return fails("party_years_short");
    return met;
}

Verdict judge_degree(const Candidacy& candidacy) {
    return at_least(candidacy.dossier.facts.degree, candidacy.plan.elig.required_degree,
                    "degree_below");
}

Verdict judge_theory(const Candidacy& candidacy) {
    return at_least(candidacy.dossier.facts.theory, candidacy.plan.elig.required_theory,
                    "theory_below");
}

Verdict judge_state_mgmt(const Candidacy& candidacy) {
    return at_least(candidacy.dossier.facts.state_mgmt, candidacy.plan.elig.required_state_mgmt,
                    "state_mgmt_below");
}

Verdict judge_rank(const Candidacy& candidacy) {
    return at_least(candidacy.dossier.facts.rank, candidacy.plan.elig.required_rank, "rank_below");
}

Verdict judge_language(const Candidacy& candidacy) {
    return at_least(candidacy.dossier.facts.language, candidacy.plan.elig.required_language,
                    "language_below");
}

// The last so many calendar years before the one in which intake closes.
Verdict judge_appraisals(const Candidacy& candidacy) {
    const auto& appraisals = candidacy.dossier.facts.appraisals;
    if (appraisals.empty()) return not_declared;
    if (!candidacy.intake_day) return reference_unknown;
    const auto& rules = candidacy.plan.elig;
    const Whole last =
        static_cast<int>(std::chrono::year_month_day{*candidacy.intake_day}.year()) - 1;
    for (Whole year = last; year > last - *rules.appraisal_years; --year) {
        const auto found = std::find_if(appraisals.begin(), appraisals.end(),
                                        [&](const Appraisal& one) { return one.year == year; });
        if (found == appraisals.end()) return fails("appraisal_missing");
        if (rules.appraisal_min_grade.is_set() && found->grade < *rules.appraisal_min_grade)
            return fails("appraisal_below");
    }
    return met;
}

// A decision bars until the day, so many months later, on which it was taken; that day is free.
Verdict judge_discipline(const Candidacy& candidacy) {
    if (!candidacy.intake_day) return reference_unknown;
    for (const auto& record : candidacy.dossier.facts.discipline) {
        const auto decided_on = parse_date(record.decided_on);
        if (!decided_on) return date_unreadable;
        const auto& lockout = *candidacy.plan.elig.discipline_lockout;
        const auto months = lockout.find(record.level);
        if (months != lockout.end() &&
            *candidacy.intake_day < add_months(*decided_on, months->second))
            return fails("discipline_in_force");
    }
    return met;
}

Verdict judge_investigation(const Candidacy& candidacy) {
    const auto& under = candidacy.dossier.facts.under_investigation;
    if (!under) return not_declared;
    return *under ? fails("under_investigation") : met;
}

Verdict judge_health(const Candidacy& candidacy) {
    const auto& certified = candidacy.dossier.facts.health_certified_on;
    if (!certified) return fails("health_cert_missing");
    const auto certified_on = parse_date(*certified);
    if (!certified_on) return date_unreadable;
    if (!candidacy.intake_day) return reference_unknown;
    if (*certified_on > *candidacy.intake_day)
        return {FindingVerdict::unclear, "health_cert_future"};
    if (add_months(*certified_on, *candidacy.plan.elig.health_cert_max_age) < *candidacy.intake_day)
        return fails("health_cert_expired");
    return met;
}

Verdict judge_political_standard(const Candidacy& candidacy) {
    const auto& stands = candidacy.dossier.facts.political_standard_met;
    if (!stands) return not_declared;
    return *stands ? met : fails("political_standard_not_met");
}

Verdict judge_documents(const Candidacy& candidacy) {
    const auto missing = missing_documents(candidacy.plan, candidacy.source, candidacy.dossier);
    return missing.empty() ? met : fails("documents_missing");
}

std::optional<std::string> claimed_priority(const Candidacy& candidacy) {
    const auto& group = candidacy.dossier.facts.priority_group;
    const auto& groups = candidacy.plan.result.priority_points;
    if (!group || !groups.is_set() || !groups->contains(*group)) return std::nullopt;
    return group;
}

// Papers prove a claim, and people read them.
Verdict judge_priority(const Candidacy& candidacy) {
    const auto& group = candidacy.dossier.facts.priority_group;
    if (!group || group->empty()) return met;
    if (!claimed_priority(candidacy)) return fails("priority_unknown");
    return {FindingVerdict::unclear, "priority_claimed"};
}

} // namespace thi::core
