// Rules of the contest itself, its posts and its intake: who may sit.
// Part of core/plan/plan.h, where the conventions stand.

#pragma once
#include "core/ids.h"
#include "core/plan/setting.h"
#include "core/plan/whole.h"
#include "core/points.h"
#include "core/time.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace thi::core {

enum class Preset { BTCTW_2017, MOHA_2424, MOH_2017, MOT_2017, CIVIL_2ROUND };
BOOST_DESCRIBE_ENUM(Preset, BTCTW_2017, MOHA_2424, MOH_2017, MOT_2017, CIVIL_2ROUND)

struct ContestRules {
    Setting<std::string> code;  // Part of the log's origin: [A-Za-z0-9-]{1,40}.
    Setting<std::string> title; // Vietnamese.
    Setting<std::string> title_en;
    Setting<std::string> authority; // The appointing authority.
    Setting<std::vector<std::string>> legal_basis;
    Setting<Preset> preset;
    Setting<bool> first_appointment_only;
};
BOOST_DESCRIBE_STRUCT(ContestRules, (),
                      (code, title, title_en, authority, legal_basis, preset,
                       first_appointment_only))

struct Post {
    PostId post;
    std::string title;
    std::string unit;
    std::string location;
    Whole seats = 1;
    std::string project_topic;
};
BOOST_DESCRIBE_STRUCT(Post, (), (post, title, unit, location, seats, project_topic))

struct PostRules {
    Setting<std::vector<Post>> list;
    Setting<Whole> max_posts_per_candidate;
};
BOOST_DESCRIBE_STRUCT(PostRules, (), (list, max_posts_per_candidate))

struct AppointmentRules {
    Setting<Whole> term;                  // Years.
    Setting<Whole> max_days_after_result; // Days.
};
BOOST_DESCRIBE_STRUCT(AppointmentRules, (), (term, max_days_after_result))

struct IntakeRules {
    Setting<Instant> opens;
    Setting<Instant> closes; // The last instant at which an application counts.
    Setting<Whole> min_days;
    Setting<bool> postmark_counts;
    Setting<bool> extension_allowed;
    Setting<Whole> extension_max_days;
};
BOOST_DESCRIBE_STRUCT(IntakeRules, (),
                      (opens, closes, min_days, postmark_counts, extension_allowed,
                       extension_max_days))

struct VerifyRules {
    Setting<Whole> max_days;
};
BOOST_DESCRIBE_STRUCT(VerifyRules, (), (max_days))

struct EligibleListRules {
    Setting<Whole> posting_days;
};
BOOST_DESCRIBE_STRUCT(EligibleListRules, (), (posting_days))

struct RejectionRules {
    Setting<bool> reason_required;
};
BOOST_DESCRIBE_STRUCT(RejectionRules, (), (reason_required))

struct PetitionRules {
    Setting<Whole> window; // Working days after the list is posted.
};
BOOST_DESCRIBE_STRUCT(PetitionRules, (), (window))

enum class PlannedSource { same_post, equivalent_post_elsewhere, nominee };
BOOST_DESCRIBE_ENUM(PlannedSource, same_post, equivalent_post_elsewhere, nominee)
enum class AgeRuleKind { max_age, remaining_years };
BOOST_DESCRIBE_ENUM(AgeRuleKind, max_age, remaining_years)
struct AgeRule {
    AgeRuleKind kind = AgeRuleKind::remaining_years;
    Whole men = 0; // Years: the highest age, or the fewest years left before retirement.
    Whole women = 0;
};
BOOST_DESCRIBE_STRUCT(AgeRule, (), (kind, men, women))
enum class AgeReference { appointment, intake_closes, contest_day };
BOOST_DESCRIBE_ENUM(AgeReference, appointment, intake_closes, contest_day)
enum class Degree { none, college, university, master, doctor };
BOOST_DESCRIBE_ENUM(Degree, none, college, university, master, doctor)
enum class Theory { none, intermediate, advanced };
BOOST_DESCRIBE_ENUM(Theory, none, intermediate, advanced)
enum class Rank { none, officer, principal, senior }; // Ngạch: chuyên viên, chính, cao cấp.
BOOST_DESCRIBE_ENUM(Rank, none, officer, principal, senior)
enum class Language { none, A, B, C };
BOOST_DESCRIBE_ENUM(Language, none, A, B, C)
enum class Discipline { reprimand, warning, demotion, dismissal };
BOOST_DESCRIBE_ENUM(Discipline, reprimand, warning, demotion, dismissal)
enum class Grade { not_completed, completed, good, excellent };
BOOST_DESCRIBE_ENUM(Grade, not_completed, completed, good, excellent)
enum class BelowMinAction { extend, cancel, proceed_with_approval };
BOOST_DESCRIBE_ENUM(BelowMinAction, extend, cancel, proceed_with_approval)

struct EligibilityRules {
    Setting<std::set<PlannedSource>> planned_status_sources;
    Setting<bool> nominee_needs_party_consent;
    Setting<AgeRule> age_rule;
    Setting<AgeReference> age_reference_date;
    Setting<Whole> min_years_in_sector;
    Setting<std::vector<std::string>> positions_held; // Closed list; empty: any.
    Setting<bool> party_member;
    Setting<Whole> party_min_years;
    Setting<Degree> required_degree;
    Setting<Theory> required_theory;
    Setting<Rank> required_state_mgmt;
    Setting<Rank> required_rank;
    Setting<Language> required_language;
    Setting<std::map<Discipline, Whole>> discipline_lockout; // Months from the decision.
    Setting<bool> not_under_investigation;
    Setting<Whole> health_cert_max_age; // Months.
    Setting<bool> political_standard_check;
    Setting<Whole> appraisal_years;
    Setting<Grade> appraisal_min_grade;
    Setting<Whole> min_candidates_per_post;
    Setting<BelowMinAction> below_min_action;
    Setting<bool> four_eyes_check;
};
BOOST_DESCRIBE_STRUCT(EligibilityRules, (),
                      (planned_status_sources, nominee_needs_party_consent, age_rule,
                       age_reference_date, min_years_in_sector, positions_held, party_member,
                       party_min_years, required_degree, required_theory, required_state_mgmt,
                       required_rank, required_language, discipline_lockout,
                       not_under_investigation, health_cert_max_age, political_standard_check,
                       appraisal_years, appraisal_min_grade, min_candidates_per_post,
                       below_min_action, four_eyes_check))

enum class DocumentKind {
    application_form,
    cv_2c,
    diploma,
    theory_certificate,
    state_mgmt_certificate,
    language_certificate,
    appraisals,
    party_cell_comment,
    agency_consent,
    introduction_letter,
    nomination_consent,
    planned_status_proof,
    asset_declaration,
    health_certificate,
    project,
    other,
};
BOOST_DESCRIBE_ENUM(DocumentKind, application_form, cv_2c, diploma, theory_certificate,
                    state_mgmt_certificate, language_certificate, appraisals, party_cell_comment,
                    agency_consent, introduction_letter, nomination_consent, planned_status_proof,
                    asset_declaration, health_certificate, project, other)

struct DossierRules {
    Setting<std::set<DocumentKind>> required_documents;
};
BOOST_DESCRIBE_STRUCT(DossierRules, (), (required_documents))

} // namespace thi::core
