// From answers to ranks: pass marks, parts, gates, equals, winners.

#include "catch.h"
#include "core/result/ladder.h"
#include "core/result/round_score.h"
#include "core/result/sums.h"
#include "core/result/tally.h"
#include "core/sitting/exam.h"

#include <algorithm>
#include <map>
#include <random>

using namespace thi::core;

namespace {

// Candidate i answered the first rights[i-1] items rightly and the others wrongly.
Exam held(const std::vector<unsigned int>& rights) {
    Exam exam{static_cast<unsigned int>(rights.size())};
    exam.begin();
    for (unsigned int i = 1; i <= rights.size(); ++i)
        for (unsigned int item = 1; item <= 4; ++item)
            exam.play(exam.save(i, item, item <= rights[i - 1] ? option_a : option_b));
    exam.now = day + 12h;
    exam.play(EndDueSittings{});
    return exam;
}

const CandidateScore& of(const Tally& tally, unsigned int candidate) {
    const auto found = std::find_if(
        tally.candidates.begin(), tally.candidates.end(),
        [&](const CandidateScore& one) { return one.candidate == id<CandidateId>(candidate); });
    REQUIRE(found != tally.candidates.end());
    return *found;
}

std::string line(const Tally& tally, unsigned int candidate) {
    const auto& score = of(tally, candidate);
    std::string text = score.shown + " ";
    text += score.rank ? std::to_string(*score.rank) : "-";
    switch (score.outcome) {
    case Outcome::winner:
        return text + " winner";
    case Outcome::passed:
        return text + " passed";
    case Outcome::not_passed:
        return text + " not passed";
    case Outcome::absent:
        return text + " absent";
    case Outcome::withdrawn:
        return text + " withdrawn";
    }
    return text;
}

} // namespace

TEST_CASE("the highest who passes wins; who does not pass is not ranked", "[core][tally]") {
    const auto result = tally(held({4, 3, 1, 0}).contest);
    CHECK(line(result, 1) == "100,0 1 winner");
    CHECK(line(result, 2) == "75,0 2 passed");
    CHECK(line(result, 3) == "25,0 - not passed");
    CHECK(line(result, 4) == "0,0 - not passed");
    CHECK(result.open_ties.empty());
    CHECK(result.unfilled.empty());
    CHECK(of(result, 2).rounds.at(0).mark == Fraction{7'500, 1});
    CHECK(of(result, 2).rounds.at(0).items.size() == 4);
    CHECK(of(result, 2).rounds.at(0).items.at(0).index);
}

TEST_CASE("nobody passes: the post is unfilled", "[core][tally]") {
    const auto result = tally(held({1, 0}).contest);
    CHECK(result.unfilled == std::vector{post_one});
    CHECK(line(result, 1) == "25,0 - not passed");
}

TEST_CASE("who never sat down is absent, who withdrew is withdrawn", "[core][tally]") {
    Exam exam{2};
    exam.prepare();
    exam.contest.applications.at(id<ApplicationId>(2)).withdrawn = true;
    exam.now = day + 12h;
    exam.play(EndDueSittings{});
    const auto result = tally(exam.contest);
    CHECK(line(result, 1) == "0,0 - absent");
    CHECK(line(result, 2) == "0,0 - withdrawn");
}

TEST_CASE("a part's percentage is reached exactly or not at all", "[core][tally]") {
    Exam exam = held({3, 4});
    auto& parts = *exam.contest.plan.round.objective.parts.value;
    parts[1].pass_pct = 50; // Candidate 1 has one of two there.
    CHECK(line(tally(exam.contest), 1) == "75,0 2 passed");
    parts[1].pass_pct = 51;
    CHECK(line(tally(exam.contest), 1) == "75,0 - not passed");
}

TEST_CASE("result.pass_mark and the round's own pass mark are both to be reached",
          "[core][tally]") {
    Exam exam = held({3, 3});
    exam.contest.plan.result.pass_mark.value = Points{7'500};
    CHECK(of(tally(exam.contest), 1).outcome == Outcome::passed);
    exam.contest.plan.result.pass_mark.value = Points{7'501};
    CHECK(of(tally(exam.contest), 1).outcome == Outcome::not_passed);
    exam.contest.plan.result.pass_mark.value = Points{0};
    (*exam.contest.plan.rounds.value)[1].pass = Points{7'501};
    CHECK(of(tally(exam.contest), 1).outcome == Outcome::not_passed);
}

TEST_CASE("equals across the line wait for the next rung; equals elsewhere share their rank",
          "[core][tally]") {
    Exam exam = held({4, 4, 3, 3});
    const auto result = tally(exam.contest);
    REQUIRE(result.open_ties.size() == 1);
    CHECK(result.open_ties[0].next == TieRung::council_vote);
    CHECK(result.open_ties[0].candidates == std::vector{id<CandidateId>(1), id<CandidateId>(2)});
    CHECK(line(result, 1) == "100,0 1 passed");
    CHECK(line(result, 2) == "100,0 1 passed");
    CHECK(line(result, 3) == "75,0 3 passed");
    CHECK(line(result, 4) == "75,0 3 passed");
    exam.contest.plan.result.winners_per_post.value = 2;
    const auto two = tally(exam.contest);
    CHECK(two.open_ties.empty());
    CHECK(line(two, 1) == "100,0 1 winner");
    CHECK(line(two, 2) == "100,0 1 winner");
    exam.contest.plan.result.winners_per_post.value = 3;
    CHECK(tally(exam.contest).open_ties.at(0).candidates ==
          std::vector{id<CandidateId>(3), id<CandidateId>(4)});
}

TEST_CASE("result.winners_per_post: where it is not set, the post's seats", "[core][tally]") {
    Exam exam = held({4, 3});
    exam.contest.plan.result.winners_per_post.value.reset();
    (*exam.contest.plan.post.list.value)[0].seats = 2;
    CHECK(line(tally(exam.contest), 2) == "75,0 2 winner");
}

TEST_CASE("people's word tells equals apart, and what it leaves goes to the next rung",
          "[core][tally]") {
    Exam exam = held({4, 4, 4});
    const auto a = id<CandidateId>(1), b = id<CandidateId>(2), c = id<CandidateId>(3);
    exam.contest.ties.push_back({post_one, TieRung::council_vote, {{b, c}, {a}}, 9});
    const auto after_vote = tally(exam.contest);
    REQUIRE(after_vote.open_ties.size() == 1);
    CHECK(after_vote.open_ties[0].candidates == std::vector{b, c});
    CHECK(after_vote.open_ties[0].next == TieRung::public_draw);
    CHECK(line(after_vote, 1) == "100,0 3 passed");
    exam.contest.ties.push_back({post_one, TieRung::public_draw, {{c}, {b}}, 10});
    const auto after_draw = tally(exam.contest);
    CHECK(after_draw.open_ties.empty());
    CHECK(line(after_draw, 3) == "100,0 1 winner");
    CHECK(line(after_draw, 2) == "100,0 2 passed");
}

TEST_CASE("a ladder that leaves equals at its end goes on with a draw", "[core][tally]") {
    Exam exam = held({4, 4});
    exam.contest.plan.result.tie_break.value->clear();
    CHECK(tally(exam.contest).open_ties.at(0).next == TieRung::public_draw);
    exam.contest.plan.result.tie_break.value = {TieRung::written_mark, TieRung::chair_decision};
    CHECK(tally(exam.contest).open_ties.at(0).next == TieRung::chair_decision);
}

namespace {

// Two rounds of the one paper, so that sums meet though marks differ.
Exam two_rounds() {
    Exam exam = held({4, 2, 1});
    auto& rounds = *exam.contest.plan.rounds.value;
    auto second = rounds[1];
    second.round = id<RoundId>(3);
    rounds.push_back(second);
    auto& progress = exam.contest.rounds[second.round];
    unsigned int number = 900;
    for (const auto& [candidate, rights] : std::map<unsigned int, unsigned int>{{1, 2}, {2, 4}}) {
        Sitting sitting = exam.sitting(candidate);
        sitting.sitting = id<SittingId>(number++);
        sitting.round = second.round;
        for (unsigned int item = 1; item <= 4; ++item)
            sitting.answers[id<ItemId>(item)].value = item <= rights ? option_a : option_b;
        progress.sittings.push_back(sitting.sitting);
        progress.latest[sitting.candidate] = sitting.sitting;
        exam.contest.sittings.emplace(sitting.sitting, sitting);
    }
    return exam;
}

} // namespace

TEST_CASE("rounds are added by their weights", "[core][tally]") {
    Exam exam = two_rounds();
    auto& rounds = *exam.contest.plan.rounds.value;
    rounds[1].weight = 1;
    rounds[2].weight = 2;
    const auto result = tally(exam.contest);
    CHECK(line(result, 1) == "200,0 2 passed");
    CHECK(line(result, 2) == "250,0 1 winner");
    rounds[2].weight = 0;
    CHECK(line(tally(exam.contest), 1) == "100,0 1 winner");
}

TEST_CASE("who does not pass a gate does not reach the next round", "[core][tally]") {
    Exam exam = two_rounds();
    auto& rounds = *exam.contest.plan.rounds.value;
    rounds[1].gate = true;
    const auto result = tally(exam.contest);
    CHECK(of(result, 3).rounds.at(1).fate == RoundFate::not_reached);
    CHECK(of(result, 3).outcome == Outcome::not_passed);
    rounds[1].gate = false; // Reached, and not summoned all the same: nobody calls that absent.
    CHECK(of(tally(exam.contest), 3).rounds.at(1).fate == RoundFate::not_reached);
    CHECK(of(tally(exam.contest), 3).outcome == Outcome::not_passed);
}

TEST_CASE("result.priority_points: added to the sum of who passes, once the verifiers agree",
          "[core][tally]") {
    Exam exam = held({3, 2, 1});
    exam.contest.plan.result.priority_points.value = {{"thuong_binh", Points{2'501}},
                                                      {"con_thuong_binh", Points{500}}};
    exam.contest.plan.elig.four_eyes_check.value = true;
    const auto claim = [&](unsigned int candidate, const char* group) {
        auto& application = exam.contest.applications.at(id<ApplicationId>(candidate));
        Finding finding;
        finding.criterion = "priority";
        finding.claims = group;
        application.findings = {finding};
        return &application.decisions["priority"];
    };
    auto* second = claim(2, "thuong_binh");
    *second = {{id<PersonId>(7), DecisionVerdict::pass, "", 40}};
    CHECK(line(tally(exam.contest), 2) == "50,0 2 passed"); // One verifier is not two.
    second->push_back({id<PersonId>(8), DecisionVerdict::pass, "", 41});
    auto result = tally(exam.contest);
    CHECK(line(result, 2) == "75,0 1 winner");
    CHECK(line(result, 1) == "75,0 2 passed"); // 75,01 is more than 75.
    const auto& steps = of(result, 2).steps;
    const auto step = std::find_if(steps.begin(), steps.end(), [](const TraceStep& one) {
        return one.rule == "result.priority_points";
    });
    REQUIRE(step != steps.end());
    CHECK(step->says == "5000 + 2501 = 7501");
    CHECK(step->index == 41);
    // It lifts nobody over a mark, and a claim that was refused adds nothing.
    *claim(3, "thuong_binh") = *second;
    second->back().verdict = DecisionVerdict::fail;
    second->front().verdict = DecisionVerdict::fail;
    result = tally(exam.contest);
    CHECK(line(result, 3) == "25,0 - not passed");
    CHECK(line(result, 2) == "50,0 2 passed");
}

TEST_CASE("round.objective.show_result_immediately: the score is told when the sitting is over",
          "[core][tally]") {
    Exam exam{2};
    exam.contest.plan.round.objective.show_result_immediately.value = true;
    exam.begin();
    for (unsigned int item = 1; item <= 3; ++item)
        exam.play(exam.save(1, item, option_a));
    const auto asked = [&](unsigned int candidate) {
        return early_score(exam.contest, exam.sitting_of(1), id<CandidateId>(candidate));
    };
    CHECK(asked(1).error().code == Code::wrong_state);
    exam.now = day + 12h;
    exam.play(EndDueSittings{});
    CHECK(asked(2).error().code == Code::not_found); // Another's.
    const auto told = asked(1);
    REQUIRE(told);
    CHECK(told->mark == Fraction{7'500, 1});
    CHECK(told->passed);
    exam.contest.plan.round.objective.show_result_immediately.value = false;
    CHECK(asked(1).error().code == Code::forbidden);
}

TEST_CASE("ranks do not depend on the order in which candidates come", "[core][tally]") {
    std::mt19937 random{11};
    for (int i = 0; i < 20; ++i) {
        std::vector<unsigned int> rights;
        for (int k = 0; k < 7; ++k)
            rights.push_back(static_cast<unsigned int>(random() % 5));
        const auto once = tally(held(rights).contest);
        auto order = rights;
        std::vector<unsigned int> at(rights.size());
        for (unsigned int k = 0; k < at.size(); ++k)
            at[k] = k;
        std::shuffle(at.begin(), at.end(), random);
        for (std::size_t k = 0; k < at.size(); ++k)
            order[k] = rights[at[k]];
        const auto again = tally(held(order).contest);
        for (unsigned int k = 0; k < at.size(); ++k)
            CHECK(line(again, k + 1) == line(once, at[k] + 1));
    }
}

TEST_CASE("competition ranking: one plus the number of those who are better", "[core][tally]") {
    std::mt19937 random{12};
    for (int i = 0; i < 20; ++i) {
        std::vector<unsigned int> rights;
        for (int k = 0; k < 8; ++k)
            rights.push_back(static_cast<unsigned int>(2 + random() % 3));
        const auto result = tally(held(rights).contest);
        for (unsigned int k = 0; k < rights.size(); ++k) {
            const auto better = std::count_if(rights.begin(), rights.end(),
                                              [&](auto other) { return other > rights[k]; });
            CHECK(of(result, k + 1).rank == better + 1);
        }
    }
}

TEST_CASE("points are shown half-up with a decimal comma", "[core][tally]") {
    struct Row {
        Fraction hundredths;
        Whole decimals;
        const char* expected;
    };
    const auto row = GENERATE(values<Row>({
        {{8'440, 1}, 1, "84,4"},
        {{8'445, 1}, 1, "84,5"},
        {{8'444, 1}, 1, "84,4"},
        {{25'334, 3}, 1, "84,4"},
        {{25'335, 3}, 1, "84,5"},
        {{8'440, 1}, 0, "84"},
        {{8'450, 1}, 0, "85"},
        {{8'440, 1}, 2, "84,40"},
        {{10'000, 3}, 4, "33,3333"},
        {{0, 7}, 2, "0,00"},
        {{-50, 1}, 0, "0"},
        {{-51, 1}, 0, "-1"},
        {{-5, 1}, 1, "0,0"},
        {{9'223'372'036'854'775'807, 1}, 2, "92233720368547758,07"},
    }));
    CHECK(shown(row.hundredths, row.decimals) == row.expected);
}

TEST_CASE("S-62 sums of fractions stay exact and in lowest terms", "[core][tally]") {
    const auto sum = plus_weighted({1, 6}, 3, {1, 4});
    CHECK(sum.numerator == 11);
    CHECK(sum.denominator == 12);
    CHECK(reduced({-4, 8}).numerator == -1);
    CHECK(reduced({0, 8}).denominator == 1);
    const Fraction large{3'000'000'000'000'000'000, 1'000'000'007};
    CHECK(plus_weighted(large, 2, large) == Fraction{9'000'000'000'000'000'000, 1'000'000'007});
    CHECK(Fraction{9'000'000'000'000'000'000, 7} > Fraction{8'999'999'999'999'999'999, 7});
}
