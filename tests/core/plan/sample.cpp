#include "core/plan/sample.h"

#include "core/intake/criteria.h"
#include "core/plan/parameters.h"
#include "core/plan/walk.h"

#include <boost/describe/enum_to_string.hpp>

#include <cassert>

namespace thi::sample {
namespace {

using namespace core;

template <class T> void set(Setting<T>& setting, T value) {
    setting.value = std::move(value);
    setting.source = "sample";
}

void set_contest(Plan& plan) {
    set(plan.contest.code, std::string{"MAU-2026"});
    set(plan.contest.title, std::string{"Kỳ thi mẫu"});
    set(plan.contest.authority, std::string{"Bộ Mẫu"});
    set(plan.contest.legal_basis, {"Quyết định số 1/QĐ-BM"});
    set(plan.post.list, {Post{post, "Vụ trưởng Vụ Mẫu", "Vụ Mẫu", "Hà Nội", 1, ""},
                         Post{other_post, "Vụ trưởng Vụ Khác", "Vụ Khác", "Hà Nội", 1, ""}});
    set(plan.post.max_posts_per_candidate, Whole{1});
    set(plan.appointment.term, Whole{5});
    set(plan.appointment.max_days_after_result, Whole{5});
    set(plan.intake.opens, at("2026-03-02 08:00"));
    set(plan.intake.closes, at("2026-03-31 17:00"));
    set(plan.intake.min_days, Whole{30});
    set(plan.intake.extension_allowed, true);
    set(plan.intake.extension_max_days, Whole{15});
    set(plan.verify.max_days, Whole{15});
    set(plan.eligible_list.posting_days, Whole{15});
    set(plan.rejection.reason_required, true);
    set(plan.petition.window, Whole{5});
    set(plan.council.max_members, Whole{4});
    set(plan.council.conflict_relations, {Relation::spouse, Relation::parent, Relation::child,
                                          Relation::sibling, Relation::discipline});
    set(plan.summons.min_days, Whole{5});
    set(plan.lists_posting.min_days, Whole{1});
    set(plan.publish.channels, {Channel::portal});
    set(plan.publish.profile, Profile::names);
    set(plan.archive.retention, {{"dossiers", 5}});
    set(plan.languages, {"vi"});
}

void set_eligibility(Plan& plan) {
    auto& elig = plan.elig;
    set(elig.planned_status_sources,
        {PlannedSource::same_post, PlannedSource::equivalent_post_elsewhere});
    set(elig.nominee_needs_party_consent, true);
    set(elig.age_rule, AgeRule{AgeRuleKind::remaining_years, 5, 5});
    set(elig.age_reference_date, AgeReference::appointment);
    set(elig.min_years_in_sector, Whole{5});
    set(elig.positions_held, {"Phó Vụ trưởng"});
    set(elig.party_member, true);
    set(elig.party_min_years, Whole{3});
    set(elig.required_degree, Degree::university);
    set(elig.required_theory, Theory::advanced);
    set(elig.required_state_mgmt, Rank::principal);
    set(elig.required_rank, Rank::principal);
    set(elig.required_language, Language::B);
    set(elig.discipline_lockout, {{Discipline::reprimand, 12}, {Discipline::demotion, 24}});
    set(elig.not_under_investigation, true);
    set(elig.health_cert_max_age, Whole{6});
    set(elig.political_standard_check, true);
    set(elig.appraisal_years, Whole{3});
    set(elig.appraisal_min_grade, Grade::good);
    set(elig.below_min_action, BelowMinAction::extend);
    set(elig.four_eyes_check, true);
    set(plan.dossier.required_documents,
        {DocumentKind::application_form, DocumentKind::cv_2c, DocumentKind::agency_consent});
}

void set_round(Plan& plan) {
    set(plan.rounds, {Round{.round = round,
                            .type = RoundType::objective,
                            .title = "Trắc nghiệm",
                            .weight = 1,
                            .scale = Points{10000},
                            .pass = Points{5000},
                            .gate = false,
                            .practice = false,
                            .opens = at("2026-05-16 08:00"),
                            .closes = {},
                            .minutes = 60,
                            .clock = ClockMode::fixed_instant,
                            .held_again_as = {}}});
    set(plan.round.objective.start_clock_mode, ClockMode::fixed_instant);
    set(plan.round.objective.show_result_immediately, false);
    set(plan.result.rank_on, RankOn::exact_mean);
    set(plan.result.display_decimals, Whole{1});
    set(plan.result.rounding, Rounding::half_up);
    set(plan.result.pass_mark, Points{5000});
    set(plan.result.winners_per_post, Whole{1});
    set(plan.result.tie_break, {TieRung::objective_mark, TieRung::public_draw});
    set(plan.result.no_one_passes, NoOnePasses::post_unfilled);
    set(plan.paper.official_count, Whole{1});
    set(plan.paper.backup_count, Whole{1});
    set(plan.paper.draw_by, DrawBy::chair);
    set(plan.infraction.levels, {InfractionLevel::reprimand});
}

} // namespace

Instant at(std::string_view text) {
    const auto part = [&](std::size_t from) {
        return (text[from] - '0') * 10 + text[from + 1] - '0';
    };
    return Instant{day(text.substr(0, 10)).time_since_epoch()} + std::chrono::hours{part(11)} +
           std::chrono::minutes{part(14)} - std::chrono::hours{7};
}

Date day(std::string_view text) {
    const auto parsed = parse_date(text);
    assert(parsed);
    return *parsed;
}

Plan plan() {
    Plan plan;
    set_contest(plan);
    set_eligibility(plan);
    set_round(plan);
    each_parameter(plan, [](const std::string& name, auto& setting) {
        if (setting.is_unset() && find_parameter(name)->waivable())
            setting.waived = Waiver{"sample", "không cần"};
    });
    return plan;
}

Approvals approvals(Instant now, PersonId first, PersonId second) {
    return {Approval{first, "password", now - std::chrono::minutes{1}, {}},
            Approval{second, "password", now, {}}};
}

PublishContest publication(const Plan& plan, Instant now) {
    return PublishContest{.contest = id<ContestId>(1),
                          .plan = plan,
                          .log_vkey = "log",
                          .policy = "",
                          .build = "test",
                          .officials = {{admin, Role::administrator},
                                        {chair, Role::chair},
                                        {vice, Role::vice_chair},
                                        {secretary, Role::secretary},
                                        {verifier_a, Role::verifier},
                                        {verifier_b, Role::verifier}},
                          .approvals = approvals(now)};
}

Contest published(const Plan& plan) {
    Contest contest;
    const auto now = at("2026-02-20 09:00");
    const auto events = act(contest, publication(plan, now), now);
    assert(events);
    return contest;
}

Dossier dossier() {
    DossierFacts facts{
        .born_on = "1980-01-01",
        .sex = Sex::female,
        .planned_status = PlannedStatus::same_post,
        .years_in_sector = 10,
        .position = "Phó Vụ trưởng",
        .organisation = "Vụ Mẫu",
        .party_member_since = "2010-05-19",
        .degree = Degree::master,
        .degree_field = "Luật",
        .theory = Theory::advanced,
        .state_mgmt = Rank::principal,
        .rank = Rank::principal,
        .language = Language::B,
        .discipline = {},
        .under_investigation = false,
        .health_certified_on = "2026-02-10",
        .political_standard_met = true,
        .appraisals = {{2023, Grade::good}, {2024, Grade::excellent}, {2025, Grade::good}},
        .priority_group = {}};
    Dossier dossier{.facts = std::move(facts), .documents = {}};
    unsigned int n = 0;
    for (const auto kind :
         {DocumentKind::application_form, DocumentKind::cv_2c, DocumentKind::agency_consent})
        dossier.documents.push_back(DocumentFact{id<DocumentId>(++n), kind, {}, 1});
    return dossier;
}

Apply application(ApplicationId application, CandidateId candidate, PostId to) {
    return Apply{.application = application,
                 .candidate = candidate,
                 .post = to,
                 .dossier = dossier(),
                 .dossier_hash = {},
                 .source = ApplicationSource::self,
                 .introducing_body = {},
                 .letter_hash = {},
                 .consent_hash = {},
                 .received_at = at("2026-03-10 10:00")};
}

Contest with_application(const Plan& plan) {
    return with_application(plan, dossier());
}

Contest with_application(const Plan& plan, const Dossier& dossier) {
    auto contest = published(plan);
    const auto now = at("2026-03-10 10:00");
    auto applied = act(contest, application(), now);
    assert(applied);
    auto found = act(contest, FindEligibility{lan_applies, dossier, {}}, now);
    assert(found);
    return contest;
}

void verify(Contest& contest, ApplicationId application, Instant now, std::string_view failed) {
    for (const auto* rule : asked_criteria(contest.plan))
        for (const auto who : {verifier_a, verifier_b}) {
            const bool fails = rule->criterion == failed;
            const DecideCriterion command{.by = who,
                                          .application = application,
                                          .criterion = std::string{rule->criterion},
                                          .verdict =
                                              fails ? DecisionVerdict::fail : DecisionVerdict::pass,
                                          .reason = fails ? "Thẩm định bản gốc" : ""};
            auto decided = act(contest, command, now);
            assert(decided);
        }
}

Contest listed(const Plan& plan) {
    auto contest = with_application(plan);
    auto applied =
        act(contest, application(minh_applies, minh, other_post), at("2026-03-11 10:00"));
    assert(applied);
    auto found = act(contest, FindEligibility{minh_applies, dossier(), {}}, at("2026-03-11 10:00"));
    assert(found);
    auto now = at("2026-04-01 09:00");
    auto advanced = act(contest, AdvanceStage{{}, Stage::verification, {}, {}}, now);
    assert(advanced);
    verify(contest, lan_applies, now);
    verify(contest, minh_applies, now, "age");
    now = at("2026-04-10 09:00");
    auto posted = act(contest, PostList{secretary, {}, approvals(now)}, now);
    assert(posted);
    return contest;
}

std::string code_text(Code code) {
    return boost::describe::enum_to_string(code, "?");
}

} // namespace thi::sample
