#include "catch.h"
#include "core/intake/criteria.h"
#include "core/intake/reasons.h"
#include "core/plan/sample.h"

#include <functional>

using namespace thi;
using namespace thi::core;

namespace {

// "pass met", "fail rank_below": what the machine finds of one criterion.
std::string found(const char* criterion, const Plan& plan, const Dossier& dossier,
                  ApplicationSource source = ApplicationSource::self, bool consent = false) {
    auto contest = sample::published(plan);
    Application application;
    application.source = source;
    application.consent_given = consent;
    for (const auto& finding : find_eligibility(contest, application, dossier)) {
        if (finding.criterion != criterion) continue;
        const auto* verdict = finding.verdict == FindingVerdict::pass   ? "pass "
                              : finding.verdict == FindingVerdict::fail ? "fail "
                                                                        : "unclear ";
        CHECK(reason_sentence(finding.reason));
        return verdict + finding.reason;
    }
    return "not asked";
}

struct Row {
    const char* says;
    const char* criterion;
    std::function<void(Plan&, DossierFacts&)> change;
    const char* expected;
};

void check_rows(const std::vector<Row>& rows) {
    for (const auto& row : rows)
        DYNAMIC_SECTION(row.criterion << ": " << row.says) {
            auto plan = sample::plan();
            auto dossier = sample::dossier();
            row.change(plan, dossier.facts);
            CHECK(found(row.criterion, plan, dossier) == row.expected);
        }
}

template <class T> void waive(Setting<T>& setting) {
    setting = {};
    setting.waived = Waiver{"sample", "miễn"};
}

} // namespace

TEST_CASE("a dossier that meets every criterion passes them all", "[core][criteria]") {
    auto contest = sample::published();
    contest.plan.result.priority_points.value = {{"nhom_1", Points{750}}}; // Nothing is claimed.
    const auto findings = find_eligibility(contest, Application{}, sample::dossier());
    CHECK(findings.size() == criterion_rules().size());
    for (const auto& finding : findings) {
        INFO(finding.criterion << " " << finding.reason);
        CHECK(finding.verdict == FindingVerdict::pass);
    }
}

TEST_CASE("a dossier that says nothing is for people to look at", "[core][criteria]") {
    const auto contest = sample::published();
    for (const auto& finding : find_eligibility(contest, Application{}, Dossier{})) {
        INFO(finding.criterion << " " << finding.reason);
        const bool proves = finding.criterion == "health" || finding.criterion == "documents";
        const bool record = finding.criterion == "discipline"; // None is declared.
        CHECK(finding.verdict == (proves   ? FindingVerdict::fail
                                  : record ? FindingVerdict::pass
                                           : FindingVerdict::unclear));
    }
}

TEST_CASE("planned status is taken from the sources that the plan names", "[core][criteria]") {
    using P = PlannedStatus;
    check_rows({
        {"planned elsewhere", "planned_status",
         [](Plan&, DossierFacts& f) { f.planned_status = P::equivalent_post_elsewhere; },
         "pass met"},
        {"not planned", "planned_status",
         [](Plan&, DossierFacts& f) { f.planned_status = P::none; }, "fail planned_missing"},
        {"a nominee where none are taken", "planned_status",
         [](Plan&, DossierFacts& f) { f.planned_status = P::nominee; },
         "fail planned_source_not_taken"},
        {"planned elsewhere where only this post counts", "planned_status",
         [](Plan& p, DossierFacts& f) {
             p.elig.planned_status_sources.value = {PlannedSource::same_post};
             f.planned_status = P::equivalent_post_elsewhere;
         },
         "fail planned_source_not_taken"},
        {"waived", "planned_status",
         [](Plan& p, DossierFacts&) { waive(p.elig.planned_status_sources); }, "not asked"},
    });
}

TEST_CASE("a nominee needs the committee's consent where the plan says so", "[core][criteria]") {
    auto plan = sample::plan();
    plan.elig.planned_status_sources.value->insert(PlannedSource::nominee);
    auto dossier = sample::dossier();
    dossier.facts.planned_status = PlannedStatus::nominee;
    const auto says = [&](bool consent) {
        return found("planned_status", plan, dossier, ApplicationSource::nominee, consent);
    };
    CHECK(says(false) == "fail nominee_consent_missing");
    CHECK(says(true) == "pass met");
    plan.elig.nominee_needs_party_consent.value = false;
    CHECK(says(false) == "pass met");
}

TEST_CASE("age is reckoned on the day that the plan names", "[core][criteria]") {
    // Intake closes on 31 March 2026, the round is on 16 May, appointment five days later. A man
    // born in May 1969 retires at 62, in May 2031.
    const auto age = [](const char* born, AgeReference day) {
        return [=](Plan& p, DossierFacts& f) {
            p.elig.age_reference_date.value = day;
            f.born_on = born;
            f.sex = Sex::male;
        };
    };
    using A = AgeReference;
    check_rows({
        {"five years at appointment, to the day", "age", age("1969-05-21", A::appointment),
         "pass met"},
        {"a day short at appointment", "age", age("1969-05-20", A::appointment),
         "fail years_left_short"},
        {"the same man on the day of the contest", "age", age("1969-05-20", A::contest_day),
         "pass met"},
        {"a day short on the day of the contest", "age", age("1969-05-15", A::contest_day),
         "fail years_left_short"},
        {"the same man when intake closes", "age", age("1969-05-15", A::intake_closes), "pass met"},
        {"appointed later, the same man is too old", "age",
         [=](Plan& p, DossierFacts& f) {
             age("1969-05-21", A::appointment)(p, f);
             p.appointment.max_days_after_result.value = 6;
         },
         "fail years_left_short"},
        {"a highest age instead of years left", "age",
         [](Plan& p, DossierFacts& f) {
             p.elig.age_rule.value = AgeRule{AgeRuleKind::max_age, 55, 50};
             f.born_on = "1976-05-20";
         },
         "fail age_over"},
        {"no day of the contest yet", "age",
         [](Plan& p, DossierFacts&) { p.rounds.value->front().opens = {}; },
         "unclear reference_unknown"},
        {"no date of birth", "age", [](Plan&, DossierFacts& f) { f.born_on = {}; },
         "unclear not_declared"},
        {"a date that is none", "age", [](Plan&, DossierFacts& f) { f.born_on = "1980-02-30"; },
         "unclear date_unreadable"},
        {"waived", "age", [](Plan& p, DossierFacts&) { waive(p.elig.age_rule); }, "not asked"},
    });
}

TEST_CASE("years, degrees and ranks are met at the step asked and above", "[core][criteria]") {
    check_rows({
        {"exactly the years", "sector_years", [](Plan&, DossierFacts& f) { f.years_in_sector = 5; },
         "pass met"},
        {"a year short", "sector_years", [](Plan&, DossierFacts& f) { f.years_in_sector = 4; },
         "fail sector_years_short"},
        {"more years asked", "sector_years",
         [](Plan& p, DossierFacts&) { p.elig.min_years_in_sector.value = 11; },
         "fail sector_years_short"},
        {"none asked", "sector_years",
         [](Plan& p, DossierFacts&) { p.elig.min_years_in_sector.value = 0; }, "not asked"},
        {"exactly the degree", "degree",
         [](Plan&, DossierFacts& f) { f.degree = Degree::university; }, "pass met"},
        {"below", "degree", [](Plan&, DossierFacts& f) { f.degree = Degree::college; },
         "fail degree_below"},
        {"a doctor asked", "degree",
         [](Plan& p, DossierFacts&) { p.elig.required_degree.value = Degree::doctor; },
         "fail degree_below"},
        {"below", "theory", [](Plan&, DossierFacts& f) { f.theory = Theory::intermediate; },
         "fail theory_below"},
        {"less asked", "theory",
         [](Plan& p, DossierFacts& f) {
             p.elig.required_theory.value = Theory::intermediate;
             f.theory = Theory::intermediate;
         },
         "pass met"},
        {"below", "state_mgmt", [](Plan&, DossierFacts& f) { f.state_mgmt = Rank::officer; },
         "fail state_mgmt_below"},
        {"more asked", "state_mgmt",
         [](Plan& p, DossierFacts&) { p.elig.required_state_mgmt.value = Rank::senior; },
         "fail state_mgmt_below"},
        {"above", "rank", [](Plan&, DossierFacts& f) { f.rank = Rank::senior; }, "pass met"},
        {"below", "rank", [](Plan&, DossierFacts& f) { f.rank = Rank::officer; },
         "fail rank_below"},
        {"more asked", "rank",
         [](Plan& p, DossierFacts&) { p.elig.required_rank.value = Rank::senior; },
         "fail rank_below"},
        {"below", "language", [](Plan&, DossierFacts& f) { f.language = Language::A; },
         "fail language_below"},
        {"none asked", "language",
         [](Plan& p, DossierFacts&) { p.elig.required_language.value = Language::none; },
         "not asked"},
    });
}

TEST_CASE("positions and party membership", "[core][criteria]") {
    check_rows({
        {"not on the list", "position", [](Plan&, DossierFacts& f) { f.position = "Trưởng phòng"; },
         "unclear position_not_listed"},
        {"any position", "position",
         [](Plan& p, DossierFacts&) { p.elig.positions_held.value->clear(); }, "not asked"},
        {"three years to the day that intake closes", "party_membership",
         [](Plan&, DossierFacts& f) { f.party_member_since = "2023-03-31"; }, "pass met"},
        {"a day short", "party_membership",
         [](Plan&, DossierFacts& f) { f.party_member_since = "2023-04-01"; },
         "fail party_years_short"},
        {"fewer years asked", "party_membership",
         [](Plan& p, DossierFacts& f) {
             p.elig.party_min_years.value = 1;
             f.party_member_since = "2023-04-01";
         },
         "pass met"},
        {"admitted after intake", "party_membership",
         [](Plan&, DossierFacts& f) { f.party_member_since = "2026-04-01"; },
         "fail party_not_member"},
        {"not asked of non-members", "party_membership",
         [](Plan& p, DossierFacts&) { p.elig.party_member.value = false; }, "not asked"},
    });
}

TEST_CASE("appraisals of the last years before intake closes", "[core][criteria]") {
    check_rows({
        {"one year below", "appraisals",
         [](Plan&, DossierFacts& f) { f.appraisals[1].grade = Grade::completed; },
         "fail appraisal_below"},
        {"a lower grade suffices", "appraisals",
         [](Plan& p, DossierFacts& f) {
             p.elig.appraisal_min_grade.value = Grade::completed;
             f.appraisals[1].grade = Grade::completed;
         },
         "pass met"},
        {"a year missing", "appraisals",
         [](Plan&, DossierFacts& f) { f.appraisals.erase(f.appraisals.begin()); },
         "fail appraisal_missing"},
        {"two years asked, the third may be missing", "appraisals",
         [](Plan& p, DossierFacts& f) {
             p.elig.appraisal_years.value = 2;
             f.appraisals.erase(f.appraisals.begin());
         },
         "pass met"},
    });
}

TEST_CASE("discipline bars for its months, certificates age", "[core][criteria]") {
    const auto disciplined = [](Discipline level, const char* day) {
        return [=](Plan&, DossierFacts& f) {
            f.discipline = {{level, day}};
        };
    };
    check_rows({
        {"a reprimand twelve months before, to the day", "discipline",
         disciplined(Discipline::reprimand, "2025-03-31"), "pass met"},
        {"a reprimand a day later", "discipline", disciplined(Discipline::reprimand, "2025-04-01"),
         "fail discipline_in_force"},
        {"a demotion bars longer", "discipline", disciplined(Discipline::demotion, "2024-04-01"),
         "fail discipline_in_force"},
        {"a level without months bars nobody", "discipline",
         disciplined(Discipline::warning, "2026-03-01"), "pass met"},
        {"more months for a reprimand", "discipline",
         [=](Plan& p, DossierFacts& f) {
             disciplined(Discipline::reprimand, "2025-03-31")(p, f);
             (*p.elig.discipline_lockout.value)[Discipline::reprimand] = 13;
         },
         "fail discipline_in_force"},
        {"under investigation", "investigation",
         [](Plan&, DossierFacts& f) { f.under_investigation = true; }, "fail under_investigation"},
        {"not asked", "investigation",
         [](Plan& p, DossierFacts&) { p.elig.not_under_investigation.value = false; }, "not asked"},
        {"not yet six months old", "health",
         [](Plan&, DossierFacts& f) { f.health_certified_on = "2025-10-01"; }, "pass met"},
        {"six months and a day to the closing day", "health",
         [](Plan&, DossierFacts& f) { f.health_certified_on = "2025-09-30"; },
         "fail health_cert_expired"},
        {"older certificates taken", "health",
         [](Plan& p, DossierFacts& f) {
             p.elig.health_cert_max_age.value = 7;
             f.health_certified_on = "2025-09-30";
         },
         "pass met"},
        {"none", "health", [](Plan&, DossierFacts& f) { f.health_certified_on = {}; },
         "fail health_cert_missing"},
        {"dated after intake", "health",
         [](Plan&, DossierFacts& f) { f.health_certified_on = "2026-04-01"; },
         "unclear health_cert_future"},
        {"the political standard is not met", "political_standard",
         [](Plan&, DossierFacts& f) { f.political_standard_met = false; },
         "fail political_standard_not_met"},
        {"the political standard is not asked", "political_standard",
         [](Plan& p, DossierFacts&) { p.elig.political_standard_check.value = false; },
         "not asked"},
    });
}

TEST_CASE("documents are asked by the plan and by the source", "[core][criteria]") {
    const auto plan = sample::plan();
    const auto asked = [&](ApplicationSource source, DocumentKind kind) {
        return required_documents(plan, source).count(kind) > 0;
    };
    using K = DocumentKind;
    CHECK(asked(ApplicationSource::self, K::cv_2c));
    CHECK_FALSE(asked(ApplicationSource::self, K::diploma));
    CHECK_FALSE(asked(ApplicationSource::self, K::introduction_letter));
    CHECK(asked(ApplicationSource::introduced, K::introduction_letter));
    CHECK(asked(ApplicationSource::nominee, K::nomination_consent));
    auto dossier = sample::dossier();
    CHECK(missing_documents(plan, ApplicationSource::self, dossier).empty());
    dossier.documents.pop_back();
    CHECK(missing_documents(plan, ApplicationSource::self, dossier) ==
          std::vector<K>{K::agency_consent});
    CHECK(found("documents", plan, dossier) == "fail documents_missing");
}
