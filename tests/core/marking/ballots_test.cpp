// Ballots and sheets: when they are given, what they make, what is not shown before the count.

#include "catch.h"
#include "core/marking/council_day.h"
#include "core/marking/panel_score.h"
#include "core/result/tally.h"

#include <algorithm>
#include <random>

using namespace thi;
using namespace thi::core;

namespace {

IssueBallot issue(PersonId member, CandidateId candidate) {
    return {.member = member, .round = defence, .candidate = candidate};
}

Code code_of(const Result<void>& result) {
    REQUIRE_FALSE(result);
    return result.error().code;
}

// Twelve scores whose sum is `sum` points.
std::vector<std::optional<Whole>> twelve(Whole sum) {
    std::vector<std::optional<Whole>> points;
    for (Whole i = 12; i >= 1; --i) {
        points.emplace_back(sum / i);
        sum -= sum / i;
    }
    return points;
}

std::vector<Points> some_scores(std::mt19937& random, std::size_t count) {
    std::vector<Points> scores;
    for (std::size_t i = 0; i < count; ++i)
        scores.push_back(Points{static_cast<std::int64_t>(random() % 101) * 100});
    return scores;
}

} // namespace

TEST_CASE("a ballot is issued once to each member present, and cast when everybody has his",
          "[core][ballots]") {
    CouncilDay council;
    council.contest.officials[councillor(4)].conflicts[hearer(1)] = Relation::parent;
    council.open(1);
    for (const auto& one : council.order(1)) {
        CHECK(council.refused(issue(councillor(3), one)) == Code::too_early);
        council.hear(one, false);
        for (unsigned int i = 1; i <= 12; ++i) {
            if (i == 4 && one == hearer(1)) {
                CHECK(council.refused(issue(councillor(4), one)) == Code::forbidden);
                continue;
            }
            CHECK(code_of(may_cast(council.contest, defence, one)) == Code::too_early);
            council.play(issue(councillor(i), one));
            CHECK(council.play(issue(councillor(i), one)).empty()); // The same one again.
        }
        CHECK(council.refused(issue(who::setter, one)) == Code::forbidden);
        CHECK(may_cast(council.contest, defence, one));
        council.play(council.step(one, DefenceStep::closed));
    }
}

TEST_CASE("a roll that the secretary closes lets the others cast", "[core][ballots]") {
    CouncilDay council;
    council.open(2);
    const auto first = council.order(2).front();
    council.hear(first, false);
    council.play(issue(councillor(1), first));
    CHECK(council.refused(council.step(first, DefenceStep::roll_closed, "Về sớm.")) ==
          Code::wrong_state);
    council.play(council.step(first, DefenceStep::closed));
    CHECK(code_of(may_cast(council.contest, defence, first)) == Code::too_early);
    CHECK(council.refused(council.step(first, DefenceStep::roll_closed)) == Code::invalid_field);
    council.play(council.step(first, DefenceStep::roll_closed, "Mười một người về sớm."));
    CHECK(may_cast(council.contest, defence, first));
    CHECK(council.refused(issue(councillor(2), first)) == Code::deadline_passed);
    council.play(council.step(council.order(2)[1], DefenceStep::presentation));
}

TEST_CASE("panel.ballot_timing after_all_of_post: nobody scores before all were heard",
          "[core][ballots]") {
    CouncilDay council;
    council.contest.plan.panel.ballot_timing = chosen(BallotTiming::after_all_of_post);
    council.open(2);
    const auto order = council.order(2);
    for (const auto& one : order) {
        council.hear(one);
        const bool last = one == order.back();
        if (last)
            council.play(issue(councillor(1), order.front()));
        else
            CHECK(council.refused(issue(councillor(1), one)) == Code::too_early);
    }
}

TEST_CASE("no total is known before every candidate of the post was heard", "[core][ballots]") {
    CouncilDay council;
    council.open(2);
    const auto order = council.order(2);
    council.hear(order[0]);
    council.issue_all(order[0]);
    CHECK(council.refused(council.box(order[0], twelve(900))) == Code::too_early);
    council.hear(order[1]);
    council.play(council.step(order[2], DefenceStep::absent, "Không đến."));
    const auto events = council.play(council.box(order[0], twelve(900)));
    CHECK(events.size() == 13);
    CHECK(leaf_type(events.back()) == "ballot.count");
    CHECK(council.hearing(order[0]).count->mark == Fraction{90'000, 12});
    CHECK(code_of(may_cast(council.contest, defence, order[0])) == Code::wrong_state);
}

TEST_CASE("a count needs two people, no more ballots than were issued, and none twice",
          "[core][ballots]") {
    CouncilDay council;
    council.open(2);
    for (const auto& one : council.order(2)) {
        council.hear(one);
        council.issue_all(one);
    }
    const auto first = council.order(2).front();
    auto count = council.box(first, twelve(1000));
    SECTION("one person") {
        count.approvals.pop_back();
        CHECK(council.refused(count) == Code::needs_approval);
    }
    SECTION("thirteen ballots") {
        auto more = twelve(1000);
        more.emplace_back(50);
        CHECK(council.refused(council.box(first, more)) == Code::wrong_state);
    }
    SECTION("one token twice") {
        count.box[1].token_digest = count.box[0].token_digest;
        CHECK(council.refused(count) == Code::invalid_field);
    }
    SECTION("one id twice") {
        count.box[1].ballot = count.box[0].ballot;
        CHECK(council.refused(count) == Code::invalid_field);
    }
    SECTION("fewer than issued: the roll shows it") {
        count.box.resize(10);
        council.play(count);
        CHECK(council.hearing(first).count->issued == 12);
        CHECK(council.hearing(first).count->cast == 10);
    }
    SECTION("ballots enter the log in the order of their random ids") {
        std::reverse(count.box.begin(), count.box.end());
        const auto events = council.play(count);
        BallotId last;
        for (const auto& event : events)
            if (const auto* cast = std::get_if<BallotCast>(&event)) {
                CHECK(last < cast->ballot);
                last = cast->ballot;
            }
    }
}

TEST_CASE("panel.score_min, score_max and score_step: other ballots are invalid and excluded",
          "[core][ballots]") {
    CouncilDay council;
    auto& panel = council.contest.plan.panel;
    CHECK(is_valid_score(council.contest.plan, Points{0}));
    CHECK(is_valid_score(council.contest.plan, Points{10'000}));
    CHECK_FALSE(is_valid_score(council.contest.plan, Points{10'100}));
    CHECK_FALSE(is_valid_score(council.contest.plan, Points{-100}));
    CHECK_FALSE(is_valid_score(council.contest.plan, Points{8'450}));
    CHECK_FALSE(is_valid_score(council.contest.plan, {}));
    panel.score_step = chosen(Points{50});
    CHECK(is_valid_score(council.contest.plan, Points{8'450}));
    panel.score_min = chosen(Points{5'000});
    CHECK_FALSE(is_valid_score(council.contest.plan, Points{4'900}));
    panel.score_max = chosen(Points{8'000});
    CHECK_FALSE(is_valid_score(council.contest.plan, Points{8'050}));

    CouncilDay counted;
    counted.open(2);
    for (const auto& one : counted.order(2)) {
        counted.hear(one);
        counted.issue_all(one);
    }
    const auto first = counted.order(2).front();
    counted.play(counted.box(first, {80, 90, {}, 101, 70}));
    const auto& count = *counted.hearing(first).count;
    CHECK(count.invalid == 2);
    CHECK(count.mark == Fraction{8'000, 1});
    CHECK(panel_score(counted.contest, counted.round(), first)->scores == 3);
    const auto second = counted.order(2)[1];
    counted.play(counted.box(second, {{}, {}}));
    CHECK(counted.hearing(second).count->mark == Fraction{0, 1});
}

TEST_CASE("panel.aggregate and drop_outliers make the mark, exactly", "[core][ballots]") {
    Plan plan;
    const std::vector<Points> scores{Points{9'000}, Points{1'000}, Points{8'000}, Points{7'000}};
    plan.panel.aggregate = chosen(Aggregate::mean);
    CHECK(panel_mark(plan, scores) == Fraction{25'000, 4});
    plan.panel.aggregate = chosen(Aggregate::median);
    CHECK(panel_mark(plan, scores) == Fraction{7'500, 1});
    CHECK(panel_mark(plan, {Points{1}, Points{7}, Points{9}}) == Fraction{7, 1});
    plan.panel.aggregate = chosen(Aggregate::trimmed_mean);
    CHECK(panel_mark(plan, scores) == Fraction{25'000, 4});
    plan.panel.drop_outliers = chosen(Whole{1});
    CHECK(panel_mark(plan, scores) == Fraction{7'500, 1});
    plan.panel.drop_outliers = chosen(Whole{2}); // Would leave none: none is dropped.
    CHECK(panel_mark(plan, scores) == Fraction{25'000, 4});
    CHECK(panel_mark(plan, {}) == Fraction{0, 1});
}

TEST_CASE("a ballot equal to the mean changes nothing, nor does the order of ballots",
          "[core][ballots]") {
    std::mt19937 random{20170930};
    for (int round = 0; round < 500; ++round) {
        Plan plan;
        const auto kind = random() % 3;
        plan.panel.aggregate = chosen(kind == 0   ? Aggregate::mean
                                      : kind == 1 ? Aggregate::median
                                                  : Aggregate::trimmed_mean);
        plan.panel.drop_outliers = chosen(static_cast<Whole>(random() % 3));
        auto scores = some_scores(random, 1 + random() % 17);
        const auto mark = panel_mark(plan, scores);
        std::shuffle(scores.begin(), scores.end(), random);
        CHECK(panel_mark(plan, scores) == mark);
        if (kind == 2 || mark.numerator % mark.denominator != 0) continue;
        scores.push_back(Points{mark.numerator / mark.denominator});
        CHECK(panel_mark(plan, scores) == mark);
    }
}

TEST_CASE("panel.ballot open: one sheet of each member, seen when all are in", "[core][ballots]") {
    CouncilDay council;
    council.contest.plan.panel.ballot = chosen(BallotKind::open);
    council.contest.plan.panel.rubric = chosen(std::vector<RubricLine>{
        {"Viết", Points{4'000}}, {"Trình bày", Points{3'000}}, {"Trả lời", Points{3'000}}});
    council.open(2);
    const auto first = council.order(2).front();
    const auto sheet = [&](unsigned int member, Whole a, Whole b, Whole c) {
        return ScoreSheet{.by = councillor(member),
                          .round = defence,
                          .candidate = first,
                          .lines = {{"Viết", Points{a * 100}},
                                    {"Trình bày", Points{b * 100}},
                                    {"Trả lời", Points{c * 100}}}};
    };
    CHECK(council.refused(sheet(1, 30, 20, 20)) == Code::too_early);
    council.hear(first);
    CHECK(council.refused(issue(councillor(1), first)) == Code::wrong_state);
    CHECK(council.refused(sheet(1, 41, 20, 20)) == Code::invalid_field);
    auto other = sheet(1, 30, 20, 20);
    other.lines[0].criterion = "Khác";
    CHECK(council.refused(other) == Code::invalid_field);
    for (unsigned int i = 1; i <= 12; ++i) {
        CHECK_FALSE(sheets_are_visible(council.contest, defence, first));
        CHECK_FALSE(panel_score(council.contest, council.round(), first));
        council.play(sheet(i, 30, 20, i == 1 ? 30 : 20));
    }
    CHECK(council.refused(sheet(1, 30, 20, 20)) == Code::already_done);
    CHECK(sheets_are_visible(council.contest, defence, first));
    const auto score = panel_score(council.contest, council.round(), first);
    REQUIRE(score);
    CHECK(score->mark == Fraction{85'000, 12});
    CHECK(score->scores == 12);
}

TEST_CASE("the panel's range is brought to the round's scale exactly", "[core][ballots]") {
    CouncilDay council;
    council.contest.plan.panel.score_max = chosen(Points{1'000}); // Ten points.
    council.open(2);
    for (const auto& one : council.order(2)) {
        council.hear(one);
        council.issue_all(one);
    }
    const auto first = council.order(2).front();
    council.play(council.box(first, {7, 8, 8}));
    CHECK(panel_score(council.contest, council.round(), first)->mark == Fraction{23'000, 3});
}

TEST_CASE("the contest of 2017: exact means, winners by post, 84,4 and 83,6 and 82,1 shown",
          "[core][ballots][tally]") {
    CouncilDay council;
    const Whole best[] = {1013, 1003, 985}; // 84.4166..., 83.5833..., 82.0833...
    for (unsigned int post = 1; post <= 3; ++post) {
        council.open(post);
        for (const auto& one : council.order(post)) {
            council.hear(one, false);
            council.issue_all(one);
            council.play(council.step(one, DefenceStep::closed));
        }
        Whole sum = best[post - 1];
        for (const auto& one : council.order(post)) {
            council.play(council.box(one, twelve(sum)));
            sum -= 60;
        }
    }
    ComputeScores compute;
    compute.by = who::secretary;
    compute.trace_hash = [](const Tally&) {
        return crypto::sha256("traces");
    };
    council.play(compute);
    const auto result = tally(council.contest);
    std::vector<std::string> winners;
    for (const auto& score : result.candidates)
        if (score.outcome == Outcome::winner) winners.push_back(score.shown);
    CHECK(winners == std::vector<std::string>{"84,4", "83,6", "82,1"});
    CHECK(result.candidates.size() == 12);
    CHECK(result.candidates.front().total == Fraction{101'300, 12});
    CHECK(result.candidates[1].shown == "79,4");
    CHECK(result.candidates.front().roll_number.size() == 4);
    CHECK(result.unfilled.empty());
}

TEST_CASE("scores are computed when everybody was heard and counted", "[core][ballots][tally]") {
    CouncilDay council;
    ComputeScores compute;
    compute.by = who::secretary;
    compute.trace_hash = [](const Tally&) {
        return crypto::sha256("traces");
    };
    CHECK(council.refused(compute) == Code::incomplete);
    for (unsigned int post = 1; post <= 3; ++post) {
        council.open(post);
        for (const auto& one : council.order(post))
            council.play(council.step(one, DefenceStep::absent, "Không đến."));
        if (post < 3) CHECK(council.refused(compute) == Code::incomplete);
    }
    council.play(compute);
    const auto result = tally(council.contest);
    CHECK(result.unfilled.size() == 3);
    for (const auto& score : result.candidates)
        CHECK(score.outcome == Outcome::absent);
}
