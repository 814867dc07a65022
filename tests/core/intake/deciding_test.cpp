#include "catch.h"
#include "core/intake/standing.h"
#include "core/plan/sample.h"

#include <functional>

using namespace thi;
using namespace thi::core;

namespace {

const auto now = sample::at("2026-03-12 09:00");

std::string decide_age(Contest& contest, PersonId by, DecisionVerdict verdict,
                       const char* reason = "") {
    return sample::said(sample::act(
        contest, DecideCriterion{by, sample::lan_applies, "age", verdict, reason}, now));
}

Contest contest_with(const std::function<void(DossierFacts&)>& change) {
    auto dossier = sample::dossier();
    change(dossier.facts);
    return sample::with_application(sample::plan(), dossier);
}

const Application& lans(const Contest& contest) {
    return contest.applications.at(sample::lan_applies);
}

} // namespace

TEST_CASE("the machine's findings are logged once and only of the dossier handed in",
          "[core][intake]") {
    auto contest = sample::with_application(sample::plan());
    const FindEligibility same{sample::lan_applies, sample::dossier(), {}};
    const auto again = decide_on(contest, same, now);
    REQUIRE(again);
    CHECK(again->empty());
    const FindEligibility other{sample::lan_applies, sample::dossier(), crypto::sha256("other")};
    CHECK(sample::said(decide_on(contest, other, now)) == "wrong_state");
}

TEST_CASE("an application has its result when every criterion has two deciders in agreement",
          "[core][intake]") {
    auto contest = sample::with_application(sample::plan());
    sample::verify(contest, sample::lan_applies, now);
    CHECK(lans(contest).eligible == true);
    CHECK(lans(contest).grounds.empty());
    CHECK(decide_age(contest, sample::verifier_a, DecisionVerdict::pass) == "already_done");
}

TEST_CASE("a criterion failed by both is a ground of the refusal", "[core][intake]") {
    auto contest = sample::with_application(sample::plan());
    sample::verify(contest, sample::lan_applies, now, "health");
    CHECK(lans(contest).eligible == false);
    CHECK(lans(contest).grounds == std::vector<std::string>{"health"});
}

TEST_CASE("a claim of priority points is decided like a criterion and shuts nobody out",
          "[core][intake]") {
    auto plan = sample::plan();
    plan.result.priority_points.waived.reset();
    plan.result.priority_points.value = {{"nhom_1", Points{750}}};
    auto dossier = sample::dossier();
    dossier.facts.priority_group = "nhom_1";
    auto contest = sample::with_application(plan, dossier);
    const auto claim = [&] {
        for (const auto& finding : lans(contest).findings)
            if (finding.criterion == "priority") return finding;
        return Finding{};
    };
    CHECK(claim().verdict == FindingVerdict::unclear);
    CHECK(claim().claims == "nhom_1");
    sample::verify(contest, sample::lan_applies, now, "priority");
    CHECK(lans(contest).eligible == true);
    CHECK(lans(contest).grounds.empty());
    dossier.facts.priority_group = "nhom_9"; // The plan has no such group.
    contest = sample::with_application(plan, dossier);
    CHECK(claim().verdict == FindingVerdict::fail);
    CHECK_FALSE(claim().claims);
}

TEST_CASE("one person never decides a criterion twice for two", "[core][intake]") {
    auto contest = sample::with_application(sample::plan());
    CHECK(decide_age(contest, sample::verifier_a, DecisionVerdict::pass) == "ok");
    CHECK(decide_age(contest, sample::verifier_a, DecisionVerdict::pass) == "ok");
    CHECK(agreement_on(contest, lans(contest), "age") == Agreement::open);
    CHECK(decide_age(contest, sample::verifier_b, DecisionVerdict::pass) == "ok");
    CHECK(agreement_on(contest, lans(contest), "age") == Agreement::agreed);
}

TEST_CASE("without four eyes one person decides", "[core][intake]") {
    auto plan = sample::plan();
    plan.elig.four_eyes_check.value = false;
    auto contest = sample::with_application(plan);
    CHECK(decide_age(contest, sample::verifier_a, DecisionVerdict::pass) == "ok");
    CHECK(agreement_on(contest, lans(contest), "age") == Agreement::agreed);
}

TEST_CASE("a disagreement stays open until one of them changes", "[core][intake]") {
    auto contest = sample::with_application(sample::plan());
    CHECK(decide_age(contest, sample::verifier_a, DecisionVerdict::pass) == "ok");
    CHECK(decide_age(contest, sample::verifier_b, DecisionVerdict::fail, "Sai ngày sinh") == "ok");
    CHECK(agreement_on(contest, lans(contest), "age") == Agreement::disagreed);
    CHECK(decide_age(contest, sample::verifier_a, DecisionVerdict::fail, "Đã đối chiếu") == "ok");
    CHECK(agreement_on(contest, lans(contest), "age") == Agreement::agreed);
}

TEST_CASE("going against the machine needs a reason", "[core][intake]") {
    struct Row {
        const char* says;
        const char* born;
        DecisionVerdict verdict;
        bool needs_reason;
    };
    using V = DecisionVerdict;
    const Row rows[] = {
        {"passing what it passed", "1980-01-01", V::pass, false},
        {"failing what it passed", "1980-01-01", V::fail, true},
        {"passing what it failed", "1950-01-01", V::pass, true},
        {"passing what it could not read", "1980-02-30", V::pass, false},
        {"failing what it could not read", "1980-02-30", V::fail, true},
        {"waiving", "1980-01-01", V::waived, true},
    };
    for (const auto& row : rows)
        DYNAMIC_SECTION(row.says) {
            auto contest = contest_with([&](DossierFacts& f) { f.born_on = row.born; });
            auto reasoned = contest;
            CHECK(decide_age(contest, sample::verifier_a, row.verdict) ==
                  (row.needs_reason ? "invalid_field" : "ok"));
            CHECK(decide_age(reasoned, sample::verifier_a, row.verdict, "Đã đối chiếu") == "ok");
        }
}

TEST_CASE("a refusal gives its reason where the plan says so", "[core][intake]") {
    auto contest = contest_with([](DossierFacts& f) { f.born_on = "1950-01-01"; });
    CHECK(decide_age(contest, sample::verifier_a, DecisionVerdict::fail) == "invalid_field");
    contest.plan.rejection.reason_required.value = false;
    CHECK(decide_age(contest, sample::verifier_a, DecisionVerdict::fail) == "ok");
}

TEST_CASE("only verifiers without a declared relation decide", "[core][intake]") {
    auto contest = sample::with_application(sample::plan());
    CHECK(decide_age(contest, sample::chair, DecisionVerdict::pass) == "forbidden");
    REQUIRE(sample::act(
        contest,
        DeclareConflict{sample::verifier_a, sample::verifier_a, sample::lan, Relation::spouse},
        now));
    CHECK(decide_age(contest, sample::verifier_a, DecisionVerdict::pass) == "declared_conflict");
    contest.plan.council.conflict_relations.value->erase(Relation::spouse);
    CHECK(decide_age(contest, sample::verifier_a, DecisionVerdict::pass) == "ok");
}

TEST_CASE("what the plan does not ask, or the machine has not seen, is not decided",
          "[core][intake]") {
    auto contest = sample::with_application(sample::plan());
    const auto decide = [&](const char* criterion) {
        return sample::said(decide_on(contest,
                                      DecideCriterion{sample::verifier_a, sample::lan_applies,
                                                      criterion, DecisionVerdict::pass, ""},
                                      now));
    };
    CHECK(decide("no_such") == "not_found");
    contest.plan.elig.required_rank.value = Rank::none;
    CHECK(decide("rank") == "not_found");
    contest.applications[sample::lan_applies].findings.clear();
    CHECK(decide("age") == "incomplete");
    contest.applications[sample::lan_applies].supplement_requested = true;
    CHECK(decide("age") == "incomplete");
    contest.stage = Stage::listed;
    CHECK(decide("age") == "wrong_state");
}
