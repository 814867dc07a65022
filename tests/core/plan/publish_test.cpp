#include "catch.h"
#include "core/plan/parameters.h"
#include "core/plan/sample.h"
#include "core/plan/walk.h"

using namespace thi;
using namespace thi::core;

TEST_CASE("a published contest has its rules, its officials and its first stage", "[core][plan]") {
    Contest contest;
    const auto now = sample::at("2026-02-20 09:00");
    const auto events = sample::act(contest, sample::publication(sample::plan(), now), now);
    REQUIRE(sample::said(events) == "ok");
    CHECK(events->size() == 8);
    CHECK(leaf_type(events->front()) == "contest.genesis");
    CHECK(leaf_type(events->back()) == "contest.state");
    CHECK(contest.stage == Stage::published);
    CHECK(contest.officials.at(sample::chair).roles.count(Role::chair) == 1);
    CHECK(contest.intake_closes == sample::at("2026-03-31 17:00"));
    CHECK(sample::said(sample::act(contest, sample::publication(sample::plan(), now), now)) ==
          "already_done");
}

TEST_CASE("a contest is not published while a rule is neither set nor waived", "[core][plan]") {
    Contest contest;
    const auto now = sample::at("2026-02-20 09:00");
    auto plan = sample::plan();
    plan.verify.max_days = {};
    plan.result.pass_mark = {};
    const auto refused = decide_on(contest, sample::publication(plan, now), now);
    REQUIRE(sample::said(refused) == "rule_unset");
    REQUIRE(refused.error().errors.size() == 2);
    CHECK(refused.error().errors[0].pointer == "/verify/max_days");
    CHECK(refused.error().errors[1].pointer == "/result/pass_mark");
}

TEST_CASE("an empty plan names every parameter that concerns it", "[core][plan]") {
    CHECK(unset(Plan{}).size() == parameters().size());
}
