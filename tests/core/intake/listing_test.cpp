#include "catch.h"
#include "core/intake/standing.h"
#include "core/plan/sample.h"

using namespace thi;
using namespace thi::core;

namespace {

// Verified on 1 April 2026: Lan found eligible for the first post, nobody for the other.
Contest verified(const Plan& plan) {
    auto contest = sample::with_application(plan);
    const auto now = sample::at("2026-04-01 09:00");
    REQUIRE(sample::act(contest, AdvanceStage{{}, Stage::verification, {}, {}}, now));
    sample::verify(contest, sample::lan_applies, now);
    return contest;
}

std::string post_list(Contest& contest, const char* at, Approvals approvals = {}) {
    return sample::said(
        sample::act(contest, PostList{sample::secretary, {}, approvals}, sample::at(at)));
}

PetitionId pet() {
    return sample::id<PetitionId>(1);
}

std::string petition(Contest& contest, CandidateId candidate, ApplicationId application,
                     const char* at) {
    return sample::said(sample::act(
        contest, FilePetition{candidate, pet(), application, {}, sample::at(at)}, sample::at(at)));
}

std::string decide_petition(Contest& contest, bool upheld, Approvals approvals,
                            const char* reason = "Đã xem xét") {
    return sample::said(
        sample::act(contest, DecidePetition{sample::secretary, pet(), upheld, reason, approvals},
                    sample::at("2026-04-14 09:00")));
}

} // namespace

TEST_CASE("the list is posted when every application has its result, with counts per ground",
          "[core][intake]") {
    auto contest = sample::listed(sample::plan());
    CHECK(contest.stage == Stage::listed);
    CHECK(contest.list_posted_at == sample::at("2026-04-10 09:00"));
    CHECK(post_list(contest, "2026-04-10 10:00") == "already_done");

    auto open = sample::with_application(sample::plan());
    CHECK(post_list(open, "2026-03-12 09:00") == "wrong_state");
    REQUIRE(sample::act(open, AdvanceStage{{}, Stage::verification, {}, {}},
                        sample::at("2026-04-01 09:00")));
    CHECK(post_list(open, "2026-04-02 09:00") == "incomplete");
    CHECK(sample::said(decide_on(open, PostList{sample::verifier_a, {}, {}},
                                 sample::at("2026-04-02 09:00"))) == "forbidden");
}

TEST_CASE("a posted list counts the eligible, the refused and their grounds", "[core][intake]") {
    auto contest = verified(sample::plan());
    const auto now = sample::at("2026-04-02 09:00");
    auto& refused = contest.applications[sample::minh_applies];
    refused.application = sample::minh_applies;
    refused.candidate = sample::minh;
    refused.post = sample::other_post;
    refused.eligible = false;
    refused.grounds = {"age", "health"};
    const auto events = decide_on(contest, PostList{sample::secretary, {}, {}}, now);
    REQUIRE(events);
    const auto& list = std::get<ListPosted>(events->front());
    CHECK(list.eligible == 1);
    CHECK(list.refused == 1);
    CHECK(list.refused_by_ground == std::map<std::string, Whole>{{"age", 1}, {"health", 1}});
}

TEST_CASE("verification has its days, and more only by an extension", "[core][intake]") {
    auto contest = verified(sample::plan()); // Intake closed on 31 March; 15 days.
    auto overdue = contest;
    CHECK(post_list(overdue, "2026-04-16 00:00") == "deadline_passed");
    auto in_time = contest;
    CHECK(post_list(in_time, "2026-04-15 23:59") == "ok");
    auto longer = contest;
    longer.plan.verify.max_days.value = 16;
    CHECK(post_list(longer, "2026-04-16 00:00") == "ok");
    const auto now = sample::at("2026-04-16 09:00");
    const ExtendDeadline extension{sample::secretary, Deadline::verification,
                                   sample::at("2026-04-20 17:00"), "Nhiều hồ sơ",
                                   sample::approvals(now)};
    REQUIRE(sample::act(overdue, extension, now));
    CHECK(post_list(overdue, "2026-04-20 09:00") == "ok");
}

TEST_CASE("a post below the minimum of candidates follows the plan", "[core][intake]") {
    auto plan = sample::plan();
    plan.post.list.value->pop_back();
    plan.elig.min_candidates_per_post.waived.reset();
    const auto with = [&](Whole least, BelowMinAction action) {
        plan.elig.min_candidates_per_post.value = least;
        plan.elig.below_min_action.value = action;
        return verified(plan);
    };
    using B = BelowMinAction;
    auto enough = with(1, B::extend);
    CHECK(post_list(enough, "2026-04-10 09:00") == "ok");
    auto extend = with(2, B::extend);
    CHECK(post_list(extend, "2026-04-10 09:00") == "incomplete");

    auto proceed = with(2, B::proceed_with_approval);
    CHECK(post_list(proceed, "2026-04-10 09:00") == "needs_approval");
    CHECK(post_list(proceed, "2026-04-10 09:00",
                    sample::approvals(sample::at("2026-04-10 09:00"))) == "ok");
    CHECK(candidates_of(proceed, sample::post) == 1);

    auto cancel = with(2, B::cancel);
    CHECK(post_list(cancel, "2026-04-10 09:00") == "ok");
    CHECK(candidates_of(cancel, sample::post) == 0);
    CHECK(cancel.applications.at(sample::lan_applies).grounds ==
          std::vector<std::string>{"below_min_candidates"});
}

TEST_CASE("petitions are taken for the plan's working days after the list", "[core][intake]") {
    // Posted on Friday 10 April: five working days end on Friday the 17th.
    const auto file = [](Whole window, const char* at) {
        auto plan = sample::plan();
        plan.petition.window.value = window;
        auto contest = sample::listed(plan);
        return petition(contest, sample::minh, sample::minh_applies, at);
    };
    CHECK(file(5, "2026-04-17 23:59") == "ok");
    CHECK(file(5, "2026-04-18 00:00") == "deadline_passed");
    CHECK(file(1, "2026-04-13 23:59") == "ok");
    CHECK(file(1, "2026-04-14 00:00") == "deadline_passed");
}

TEST_CASE("only the refused petition, once, and for themselves", "[core][intake]") {
    auto contest = sample::listed(sample::plan());
    const auto* at = "2026-04-13 09:00";
    CHECK(petition(contest, sample::lan, sample::lan_applies, at) == "wrong_state");
    CHECK(petition(contest, sample::lan, sample::minh_applies, at) == "not_found");
    CHECK(petition(contest, sample::minh, sample::minh_applies, at) == "ok");
    CHECK(petition(contest, sample::minh, sample::minh_applies, at) == "already_done");
    auto none = sample::plan();
    none.petition.window = {};
    none.petition.window.waived = Waiver{"sample", "miễn"};
    auto closed = sample::listed(none);
    CHECK(petition(closed, sample::minh, sample::minh_applies, at) == "wrong_state");
}

TEST_CASE("a petition is decided by two with a reason; upheld, the application is eligible",
          "[core][intake]") {
    auto contest = sample::listed(sample::plan());
    const auto now = sample::at("2026-04-14 09:00");
    CHECK(decide_petition(contest, true, sample::approvals(now)) == "not_found");
    REQUIRE(petition(contest, sample::minh, sample::minh_applies, "2026-04-13 09:00") == "ok");
    CHECK(decide_petition(contest, true, {}) == "needs_approval");
    CHECK(decide_petition(contest, true, sample::approvals(now), " ") == "invalid_field");
    auto dismissed = contest;
    CHECK(decide_petition(dismissed, false, sample::approvals(now)) == "ok");
    CHECK_FALSE(may_sit(dismissed.applications.at(sample::minh_applies)));
    CHECK(decide_petition(contest, true, sample::approvals(now)) == "ok");
    CHECK(may_sit(contest.applications.at(sample::minh_applies)));
    CHECK(decide_petition(contest, false, sample::approvals(now)) == "already_done");
}

TEST_CASE("who is related to the candidate does not decide the petition", "[core][intake]") {
    auto contest = sample::listed(sample::plan());
    const auto now = sample::at("2026-04-14 09:00");
    REQUIRE(petition(contest, sample::minh, sample::minh_applies, "2026-04-13 09:00") == "ok");
    REQUIRE(sample::act(
        contest, DeclareConflict{sample::vice, sample::vice, sample::minh, Relation::parent}, now));
    CHECK(decide_petition(contest, true, sample::approvals(now)) == "declared_conflict");
}

TEST_CASE("an open petition holds the contest", "[core][intake]") {
    auto contest = sample::listed(sample::plan());
    REQUIRE(petition(contest, sample::minh, sample::minh_applies, "2026-04-13 09:00") == "ok");
    const AdvanceStage on{sample::secretary, Stage::preparing, {}, {}};
    const auto now = sample::at("2026-04-27 09:00");
    CHECK(sample::said(decide_on(contest, on, now)) == "incomplete");
    REQUIRE(decide_petition(contest, false, sample::approvals(sample::at("2026-04-14 09:00"))) ==
            "ok");
    CHECK(sample::said(decide_on(contest, on, now)) == "ok");
}
