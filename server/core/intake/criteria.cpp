#include "core/intake/criteria.h"

#include "core/intake/age.h"
#include "core/intake/predicates.h"

#include <algorithm>

namespace thi::core {
namespace {

using K = DocumentKind;

template <class T> bool demands(const Setting<T>& rule) {
    return rule.is_set() && *rule != T{};
}

constexpr CriterionRule rules[] = {
    {"planned_status", "Quy hoạch", "Planned status", "elig.planned_status_sources",
     K::planned_status_proof, [](const Plan& p) { return demands(p.elig.planned_status_sources); },
     judge_planned_status},
    {"age", "Tuổi", "Age", "elig.age_rule", K::cv_2c,
     [](const Plan& p) { return p.elig.age_rule.is_set(); }, judge_age},
    {"sector_years", "Số năm công tác trong ngành", "Years in the sector",
     "elig.min_years_in_sector", K::cv_2c,
     [](const Plan& p) { return demands(p.elig.min_years_in_sector); }, judge_sector_years},
    {"position", "Chức vụ", "Position held", "elig.positions_held", K::cv_2c,
     [](const Plan& p) { return demands(p.elig.positions_held); }, judge_position},
    {"party_membership", "Đảng viên", "Party membership", "elig.party_member", K::cv_2c,
     [](const Plan& p) { return demands(p.elig.party_member); }, judge_party},
    {"degree", "Trình độ chuyên môn", "Degree", "elig.required_degree", K::diploma,
     [](const Plan& p) { return demands(p.elig.required_degree); }, judge_degree},
    {"theory", "Lý luận chính trị", "Political theory", "elig.required_theory",
     K::theory_certificate, [](const Plan& p) { return demands(p.elig.required_theory); },
     judge_theory},
    {"state_mgmt", "Quản lý nhà nước", "State-management training", "elig.required_state_mgmt",
     K::state_mgmt_certificate, [](const Plan& p) { return demands(p.elig.required_state_mgmt); },
     judge_state_mgmt},
    {"rank", "Ngạch công chức", "Civil-service rank", "elig.required_rank", K::cv_2c,
     [](const Plan& p) { return demands(p.elig.required_rank); }, judge_rank},
    {"language", "Ngoại ngữ", "Foreign language", "elig.required_language", K::language_certificate,
     [](const Plan& p) { return demands(p.elig.required_language); }, judge_language},
    {"appraisals", "Đánh giá hằng năm", "Annual appraisals", "elig.appraisal_years", K::appraisals,
     [](const Plan& p) { return demands(p.elig.appraisal_years); }, judge_appraisals},
    {"discipline", "Kỷ luật", "Discipline", "elig.discipline_lockout", K::cv_2c,
     [](const Plan& p) { return demands(p.elig.discipline_lockout); }, judge_discipline},
    {"investigation", "Không đang bị thanh tra, điều tra, truy tố",
     "Not under inspection, investigation or prosecution", "elig.not_under_investigation",
     K::agency_consent, [](const Plan& p) { return demands(p.elig.not_under_investigation); },
     judge_investigation},
    {"health", "Sức khỏe", "Health", "elig.health_cert_max_age", K::health_certificate,
     [](const Plan& p) { return p.elig.health_cert_max_age.is_set(); }, judge_health},
    {"political_standard", "Tiêu chuẩn chính trị", "Political standard",
     "elig.political_standard_check", K::party_cell_comment,
     [](const Plan& p) { return demands(p.elig.political_standard_check); },
     judge_political_standard},
    {"documents", "Thành phần hồ sơ", "Documents of the dossier", "dossier.required_documents",
     std::nullopt, [](const Plan& p) { return demands(p.dossier.required_documents); },
     judge_documents},
    {priority_criterion, "Đối tượng ưu tiên", "Priority group", "result.priority_points", K::other,
     [](const Plan& p) { return demands(p.result.priority_points); }, judge_priority, false},
};

// What the finding is about, where the log must know more than its verdict.
std::optional<std::string> claimed(const CriterionRule& rule, const Candidacy& candidacy) {
    if (rule.criterion != priority_criterion) return std::nullopt;
    return claimed_priority(candidacy);
}

std::optional<Instant> last_day_of_rounds(const Plan& plan) {
    std::optional<Instant> last;
    if (!plan.rounds.is_set()) return last;
    for (const auto& round : *plan.rounds) {
        if (round.practice) continue;
        const auto ends = round.closes ? round.closes : round.opens;
        if (!ends) return std::nullopt; // A round without a day: the end is not known.
        if (!last || *ends > *last) last = ends;
    }
    return last;
}

std::optional<Instant> first_day_of_rounds(const Plan& plan) {
    std::optional<Instant> first;
    if (!plan.rounds.is_set()) return first;
    for (const auto& round : *plan.rounds)
        if (!round.practice && round.opens && (!first || *round.opens < *first))
            first = round.opens;
    return first;
}

} // namespace

std::span<const CriterionRule> criterion_rules() {
    return rules;
}

const CriterionRule* find_criterion(std::string_view criterion) {
    const auto found =
        std::find_if(std::begin(rules), std::end(rules),
                     [&](const CriterionRule& rule) { return rule.criterion == criterion; });
    return found == std::end(rules) ? nullptr : &*found;
}

std::vector<const CriterionRule*> asked_criteria(const Plan& plan) {
    std::vector<const CriterionRule*> asked;
    for (const auto& rule : rules)
        if (rule.asked(plan)) asked.push_back(&rule);
    return asked;
}

std::vector<Finding> find_eligibility(const Contest& contest, const Application& application,
                                      const Dossier& dossier) {
    const Calendar calendar{contest.plan.calendar};
    Candidacy candidacy{.plan = contest.plan,
                        .dossier = dossier,
                        .source = application.source,
                        .consent_given = application.consent_given,
                        .age_day = age_reference_day(contest),
                        .intake_day = {}};
    if (contest.intake_closes) candidacy.intake_day = calendar.date_of(*contest.intake_closes);
    std::vector<Finding> findings;
    for (const auto* rule : asked_criteria(contest.plan)) {
        const auto found = rule->judge(candidacy);
        findings.push_back(Finding{.criterion = std::string{rule->criterion},
                                   .verdict = found.verdict,
                                   .reason = std::string{found.reason},
                                   .evidence = rule->evidence,
                                   .claims = claimed(*rule, candidacy)});
    }
    return findings;
}

std::set<DocumentKind> required_documents(const Plan& plan, ApplicationSource source) {
    auto required = plan.dossier.required_documents.value_or({});
    required.erase(K::project); // Handed in later, in the defence round.
    required.erase(K::introduction_letter);
    required.erase(K::nomination_consent);
    if (source == ApplicationSource::introduced) required.insert(K::introduction_letter);
    if (source == ApplicationSource::nominee &&
        plan.elig.nominee_needs_party_consent.value_or(false))
        required.insert(K::nomination_consent);
    return required;
}

std::vector<DocumentKind> missing_documents(const Plan& plan, ApplicationSource source,
                                            const Dossier& dossier) {
    std::vector<DocumentKind> missing;
    for (const auto kind : required_documents(plan, source)) {
        const bool there =
            std::any_of(dossier.documents.begin(), dossier.documents.end(),
                        [&](const DocumentFact& document) { return document.kind == kind; });
        if (!there) missing.push_back(kind);
    }
    return missing;
}

std::optional<Date> age_reference_day(const Contest& contest) {
    const Calendar calendar{contest.plan.calendar};
    std::optional<Instant> at;
    switch (contest.plan.elig.age_reference_date.value_or(AgeReference::intake_closes)) {
    case AgeReference::intake_closes:
        at = contest.intake_closes;
        break;
    case AgeReference::contest_day:
        at = first_day_of_rounds(contest.plan);
        break;
    case AgeReference::appointment:
        at = last_day_of_rounds(contest.plan);
        break;
    }
    if (!at) return std::nullopt;
    const bool appointed = contest.plan.elig.age_reference_date.value_or(
                               AgeReference::intake_closes) == AgeReference::appointment;
    const auto later = appointed ? contest.plan.appointment.max_days_after_result.value_or(0) : 0;
    return calendar.date_of(*at) + std::chrono::days{later};
}

} // namespace thi::core
