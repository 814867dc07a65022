#include "catch.h"
#include "core/plan/parameters.h"
#include "core/plan/sample.h"

using namespace thi;
using namespace thi::core;

namespace {

AmendPlan amendment(const Contest& contest, const Plan& plan, Instant now) {
    AmendPlan command{.by = sample::secretary,
                      .plan = plan,
                      .changes = {},
                      .reason = "Sửa theo ý kiến hội đồng",
                      .approvals = sample::approvals(now)};
    for (const auto& name : changed_parameters(contest.plan, plan))
        command.changes.push_back(PlanChange{name, "{}", "{}"});
    return command;
}

} // namespace

TEST_CASE("an amendment needs a change, a reason, two people and a true list", "[core][plan]") {
    auto contest = sample::published();
    const auto now = sample::at("2026-02-21 09:00");
    auto plan = contest.plan;
    CHECK(sample::said(decide_on(contest, amendment(contest, plan, now), now)) == "invalid_field");
    plan.verify.max_days.value = 20;
    const auto good = amendment(contest, plan, now);
    auto silent = good;
    silent.reason = "";
    CHECK(sample::said(decide_on(contest, silent, now)) == "invalid_field");
    auto alone = good;
    alone.approvals = {};
    CHECK(sample::said(decide_on(contest, alone, now)) == "needs_approval");
    auto untold = good;
    untold.changes.front().parameter = "verify.other";
    CHECK(sample::said(decide_on(contest, untold, now)) == "invalid_field");
    auto open = good;
    plan.petition.window = {};
    open.plan = plan;
    open.changes.push_back({"petition.window", "{}", "{}"});
    CHECK(sample::said(decide_on(contest, open, now)) == "rule_unset");
    CHECK(sample::said(sample::act(contest, good, now)) == "ok");
    CHECK(*contest.plan.verify.max_days == 20);
}

TEST_CASE("a rule may not change once the step has begun that relies on it", "[core][plan]") {
    auto contest = sample::published();
    const auto now = sample::at("2026-02-21 09:00");
    auto plan = contest.plan;
    plan.elig.min_years_in_sector.value = 3;
    CHECK(sample::said(decide_on(contest, amendment(contest, plan, now), now)) == "ok");
    contest.stage = Stage::intake;
    const auto refused = decide_on(contest, amendment(contest, plan, now), now);
    CHECK(sample::said(refused) == "wrong_state");
    CHECK(refused.error().errors.front().pointer == "/elig/min_years_in_sector");

    auto later = contest.plan;
    later.result.display_decimals.value = 2;
    CHECK(sample::said(decide_on(contest, amendment(contest, later, now), now)) == "ok");
    contest.stage = Stage::released;
    CHECK(sample::said(decide_on(contest, amendment(contest, later, now), now)) == "wrong_state");
}

TEST_CASE("a round with papers or rooms stays what it is", "[core][plan]") {
    auto contest = sample::published();
    const auto now = sample::at("2026-02-21 09:00");
    auto plan = contest.plan;
    plan.rounds.value->front().practice = true;
    auto second = contest.plan.rounds->front();
    second.round = sample::id<RoundId>(2);
    second.opens = sample::at("2026-05-17 08:00");
    plan.rounds.value->push_back(second);
    CHECK(sample::said(decide_on(contest, amendment(contest, plan, now), now)) == "ok");
    contest.rounds[sample::round].rooms.push_back(Room{sample::id<RoomId>(1), "P1", 20, {}});
    CHECK(sample::said(decide_on(contest, amendment(contest, plan, now), now)) == "wrong_state");
    plan.rounds.value->front().practice = false;
    CHECK(sample::said(decide_on(contest, amendment(contest, plan, now), now)) == "ok");
}

TEST_CASE("no amendment sets a round aside, or brings it back", "[core][plan]") {
    auto contest = sample::published();
    const auto now = sample::at("2026-02-21 09:00");
    auto plan = contest.plan;
    auto second = plan.rounds->front();
    second.round = sample::id<RoundId>(2);
    plan.rounds.value->push_back(second);
    plan.rounds.value->front().held_again_as = second.round;
    CHECK(sample::said(decide_on(contest, amendment(contest, plan, now), now)) == "invalid_field");
    contest.plan = plan;
    contest.rounds[sample::round].rooms.push_back(Room{sample::id<RoomId>(1), "P1", 20, {}});
    auto later = plan;
    later.rounds.value->back().opens = sample::at("2026-05-18 08:00");
    CHECK(sample::said(decide_on(contest, amendment(contest, later, now), now)) == "ok");
    auto back = later;
    back.rounds.value->front().held_again_as.reset();
    CHECK(sample::said(decide_on(contest, amendment(contest, back, now), now)) == "wrong_state");
    auto without = plan;
    without.rounds.value->pop_back();
    without.rounds.value->front().held_again_as.reset();
    CHECK(sample::said(decide_on(contest, amendment(contest, without, now), now)) == "wrong_state");
}

TEST_CASE("an amended end of intake holds", "[core][plan]") {
    auto contest = sample::published();
    const auto now = sample::at("2026-02-21 09:00");
    auto plan = contest.plan;
    plan.intake.closes.value = sample::at("2026-04-05 17:00");
    REQUIRE(sample::act(contest, amendment(contest, plan, now), now));
    CHECK(contest.intake_closes == sample::at("2026-04-05 17:00"));
}

TEST_CASE("a rule is waived by a leader, with a reason, where it can be", "[core][plan]") {
    auto contest = sample::published();
    const auto now = sample::at("2026-02-21 09:00");
    const auto waive = [&](PersonId by, const char* name, const char* reason) {
        return sample::said(sample::act(contest, WaiveParameter{by, name, reason}, now));
    };
    CHECK(waive(sample::secretary, "verify.max_days", "Lý do") == "forbidden");
    CHECK(waive(sample::chair, "verify.max_days", "") == "invalid_field");
    CHECK(waive(sample::chair, "verify.no_such", "Lý do") == "not_found");
    CHECK(waive(sample::chair, "rounds", "Lý do") == "invalid_field");
    CHECK(waive(sample::chair, "verify.max_days", "Lý do") == "ok");
    CHECK(contest.plan.verify.max_days.waived->by == sample::chair.str());
    CHECK_FALSE(contest.plan.verify.max_days.is_set());
    contest.stage = Stage::listed;
    CHECK(waive(sample::chair, "petition.window", "Lý do") == "wrong_state");
}
