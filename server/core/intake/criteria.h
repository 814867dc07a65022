// Criteria: who may sit, one rule object for each criterion of eligibility. The machine finds,
// people decide (docs/formats/dossier.md); nothing here reads a document or knows a name.

#pragma once
#include "core/contest.h"
#include "core/intake/dossier.h"
#include "core/plan/calendar.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace thi::core {

// What a predicate looks at.
struct Candidacy {
    const Plan& plan;
    const Dossier& dossier;
    ApplicationSource source = ApplicationSource::self;
    bool consent_given = false;     // A consent's hash stands in the application.
    std::optional<Date> age_day;    // elig.age_reference_date; nothing while the plan has none.
    std::optional<Date> intake_day; // The day on which intake closes.
};

struct CriterionRule {
    std::string_view criterion; // The id in findings, decisions and grounds: "age".
    std::string_view title_vi;
    std::string_view title_en;
    std::string_view parameter; // The rule that asks for it: "elig.age_rule".
    std::optional<DocumentKind> evidence;
    bool (*asked)(const Plan&); // Whether the plan has the criterion at all.
    // The verdict and the code of its reason (core/intake/reasons.h).
    struct Verdict {
        FindingVerdict verdict = FindingVerdict::unclear;
        std::string_view reason;
    };
    Verdict (*judge)(const Candidacy&);
    bool disqualifies = true; // Whoever fails it may not sit.
};

// Claims of priority points are decided like criteria, and shut nobody out.
inline constexpr std::string_view priority_criterion = "priority";

// All of them, in the order in which they are shown.
std::span<const CriterionRule> criterion_rules();

const CriterionRule* find_criterion(std::string_view criterion);

// Those that the plan asks for.
std::vector<const CriterionRule*> asked_criteria(const Plan& plan);

// What the machine finds of a dossier: one finding for each criterion asked.
std::vector<Finding> find_eligibility(const Contest& contest, const Application& application,
                                      const Dossier& dossier);

// The documents that the plan requires of an application with this source. Letters and consents
// that only introduced people or nominees have are asked of them alone, and of them always.
std::set<DocumentKind> required_documents(const Plan& plan, ApplicationSource source);

// Required documents that the dossier lacks.
std::vector<DocumentKind> missing_documents(const Plan& plan, ApplicationSource source,
                                            const Dossier& dossier);

// The day on which age is reckoned, by elig.age_reference_date: intake's last day, the first day of
// the rounds that count, or the last one of them and appointment.max_days_after_result.
std::optional<Date> age_reference_day(const Contest& contest);

} // namespace thi::core
