// Projects and the defence day: deadlines, order, quorum, steps, questions.

#include "catch.h"
#include "core/marking/council_day.h"
#include "core/marking/project_deadline.h"
#include "core/plan/calendar.h"

#include <algorithm>

using namespace thi;
using namespace thi::core;

namespace {

FileProject project(unsigned int candidate, Instant at, const char* text = "project") {
    return {.round = defence,
            .candidate = hearer(candidate),
            .hash = crypto::sha256(text),
            .bytes = 1000,
            .received_at = at};
}

OpenDefence opening(std::vector<PersonId> present, unsigned int post = 1) {
    return {.by = who::secretary,
            .round = defence,
            .post = post_of_day(post),
            .present = std::move(present)};
}

AskQuestion question(PersonId by, PersonId member, CandidateId candidate) {
    return {
        .by = by, .round = defence, .candidate = candidate, .member = member, .text = "Vì sao?"};
}

} // namespace

TEST_CASE("a project is filed until the plan's days before the defence, the last version counts",
          "[core][defence]") {
    CouncilDay council;
    const auto closes = *project_deadline(council.contest.plan, council.round());
    // Two days before 15 March 2026, 08:00 in Viet Nam.
    CHECK(closes == Calendar{council.contest.plan.calendar}.end_of(
                        std::chrono::sys_days{std::chrono::year{2026} / 3 / 13}));
    council.play(project(1, closes - 1h));
    CHECK(council.play(project(1, closes - 1h)).empty()); // The same bytes again.
    council.play(project(1, closes, "better"));
    CHECK(council.refused(project(1, closes + 1ms, "too late")) == Code::deadline_passed);
    CHECK(council.refused(project(99, closes)) == Code::forbidden);
    const auto& versions = council.contest.defences.at(defence).projects.at(hearer(1));
    REQUIRE(versions.size() == 2);
    CHECK(versions.back().version == 2);
    CHECK(versions.back().hash == crypto::sha256("better"));

    SECTION("waived: until the post is opened") {
        council.contest.plan.project.deadline_before_contest = {};
        council.play(project(2, council.now));
        council.open(1);
        CHECK(council.refused(project(2, council.now, "again")) == Code::deadline_passed);
        council.play(project(6, council.now)); // Of another post.
    }
    SECTION("who has withdrawn files nothing") {
        council.contest.applications.at(id<ApplicationId>(3)).withdrawn = true;
        CHECK(council.refused(project(3, closes)) == Code::forbidden);
    }
}

TEST_CASE("defences open in the order that was drawn, with a quorum led by chair or vice chair",
          "[core][defence]") {
    CouncilDay council;
    CHECK(council.refused(opening(council.everybody())) == Code::incomplete); // Nothing drawn.
    council.draw_order(1);

    auto few = council.everybody();
    few.resize(7);
    CHECK(council.refused(opening(few)) == Code::incomplete);
    std::vector<PersonId> headless;
    for (unsigned int i = 3; i <= 12; ++i)
        headless.push_back(councillor(i));
    CHECK(council.refused(opening(headless)) == Code::incomplete);
    auto strangers = council.everybody();
    strangers.push_back(who::setter);
    CHECK(council.refused(opening(strangers)) == Code::invalid_field);
    auto early = council;
    early.now = day - 24h;
    CHECK(early.refused(opening(council.everybody())) == Code::too_early);
    auto small = council;
    small.contest.plan.council.min_members = chosen(Whole{13});
    CHECK(small.refused(opening(council.everybody())) == Code::incomplete);

    auto eight = council.everybody();
    eight.resize(8); // Two thirds of twelve.
    council.play(opening(eight));
    const auto order = council.order(1);
    CHECK(order == council.contest.draws.at(order_draw_name(defence, post_of_day(1))).order);
    CHECK(order.size() == 5);
    council.draw_order(2);
    CHECK(council.refused(opening(eight, 2)) == Code::wrong_state); // One post at a time.
    CHECK(council.refused(opening(eight, 1)) == Code::already_done);
}

TEST_CASE("defence.order roll_number: as in the register, without a draw", "[core][defence]") {
    CouncilDay council;
    council.contest.plan.defence.order = chosen(OrderRule::roll_number);
    council.play(opening(council.everybody(), 2));
    CHECK(council.order(2) == std::vector<CandidateId>{hearer(6), hearer(7), hearer(8)});
}

TEST_CASE("candidates are heard one by one in their order, no step skipped or repeated",
          "[core][defence]") {
    CouncilDay council;
    council.open(1);
    const auto order = council.order(1);
    CHECK(council.refused(council.step(order[1], DefenceStep::presentation)) == Code::wrong_state);
    CHECK(council.refused(council.step(order[0], DefenceStep::questions)) == Code::wrong_state);
    council.play(council.step(order[0], DefenceStep::presentation));
    CHECK(council.play(council.step(order[0], DefenceStep::presentation)).empty()); // A repeat.
    CHECK(council.refused(council.step(order[1], DefenceStep::presentation)) == Code::wrong_state);
    CHECK(council.refused(council.step(order[0], DefenceStep::absent, "ốm")) == Code::wrong_state);
    council.play(council.step(order[0], DefenceStep::questions));
    council.play(council.step(order[0], DefenceStep::deliberation));
    council.play(council.step(order[0], DefenceStep::closed));
    CHECK(council.refused(council.step(order[1], DefenceStep::absent)) == Code::invalid_field);
    council.play(council.step(order[1], DefenceStep::absent, "Không đến."));
    council.play(council.step(order[2], DefenceStep::presentation));
    auto stranger = council.step(order[2], DefenceStep::questions);
    stranger.by = councillor(5);
    CHECK(council.refused(stranger) == Code::forbidden);
}

TEST_CASE("defence.presentation_max and qa_max: the server cuts off, or the hall is warned",
          "[core][defence]") {
    CouncilDay council;
    council.open(1);
    const auto first = council.order(1).front();
    council.play(council.step(first, DefenceStep::presentation));
    const auto began = council.now;
    const auto clock = [&] {
        return *defence_clock(council.contest, council.hearing(first), council.now);
    };
    CHECK(clock().ends == began + 45min);
    council.now = began + 45min - 1ms;
    CHECK_FALSE(clock().overrun);
    CHECK(council.play(StepDueDefences{}).empty());
    council.now = began + 45min;
    CHECK(clock().overrun);

    SECTION("cut_off") {
        CHECK(council.play(StepDueDefences{}).size() == 1);
        CHECK(council.hearing(first).step == DefenceStep::questions);
        CHECK(council.play(StepDueDefences{}).empty());
        CHECK(clock().ends == began + 75min);
        council.now = began + 75min;
        council.play(StepDueDefences{});
        CHECK(council.hearing(first).step == DefenceStep::deliberation);
        council.now += 10h;
        CHECK(council.play(StepDueDefences{}).empty()); // Deliberation has no limit.
    }
    SECTION("warn") {
        council.contest.plan.defence.late_overrun_action = chosen(Overrun::warn);
        CHECK(council.play(StepDueDefences{}).empty());
        CHECK(council.hearing(first).step == DefenceStep::presentation);
    }
    SECTION("waived: no limit") {
        council.contest.plan.defence.presentation_max = {};
        CHECK_FALSE(clock().overrun);
        CHECK(council.play(StepDueDefences{}).empty());
    }
}

TEST_CASE("members who are present and not excluded ask questions, and only then",
          "[core][defence]") {
    CouncilDay council;
    council.contest.officials[councillor(4)].conflicts[hearer(1)] = Relation::sibling;
    council.open(1);
    for (const auto& one : council.order(1)) {
        council.play(council.step(one, DefenceStep::presentation));
        CHECK(council.refused(question(councillor(3), councillor(3), one)) == Code::wrong_state);
        council.play(council.step(one, DefenceStep::questions));
        council.play(question(councillor(3), councillor(3), one));
        council.play(question(who::secretary, councillor(5), one)); // Written down for him.
        CHECK(council.refused(question(councillor(3), councillor(5), one)) == Code::forbidden);
        if (one == hearer(1))
            CHECK(council.refused(question(councillor(4), councillor(4), one)) == Code::forbidden);
        else
            council.play(question(councillor(4), councillor(4), one));
        auto empty = question(councillor(3), councillor(3), one);
        empty.text = "";
        CHECK(council.refused(empty) == Code::invalid_field);
        CHECK(council.hearing(one).questions[1].number == 2);
        council.play(council.step(one, DefenceStep::deliberation));
        council.play(council.step(one, DefenceStep::closed));
    }
}

TEST_CASE("rules of a panel that nothing obeys yet keep its defences shut", "[core][defence]") {
    CouncilDay council;
    council.draw_order(1);
    SECTION("panel.scores_per_member") {
        council.contest.plan.panel.scores_per_member = chosen(Whole{2});
        CHECK(council.refused(opening(council.everybody())) == Code::not_supported_yet);
    }
    SECTION("panel.discrepancy_rule") {
        council.contest.plan.panel.discrepancy_rule =
            chosen(std::vector<Band>{{0, true, "mean_of_two"}});
        CHECK(council.refused(opening(council.everybody())) == Code::not_supported_yet);
    }
}
