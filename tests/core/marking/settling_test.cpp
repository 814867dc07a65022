// Settling: what follows from marks, by rule or by people.

#include "catch.h"
#include "core/marking/script_score.h"
#include "core/marking/settling.h"
#include "core/marking/written.h"
#include "core/sitting/lookup.h"

#include <boost/describe/enum_to_string.hpp>

using namespace thi::core;

namespace {

using Bands = std::vector<Band> (*)();

struct CaseRow {
    const char* says;
    Bands bands;
    std::vector<Whole> marks; // First, second, then those that are called for.
    const char* outcome;
};

std::string outcome_of(const Written& exam, const std::string& code) {
    const auto& script = exam.script(code);
    if (script.settled)
        return script.settled->action + " " + std::to_string(script.settled->mark.numerator);
    const auto standing = standing_of(exam.contest.plan, script, essay_paper());
    return std::string{"waits for "} + boost::describe::enum_to_string(standing.awaits, "?");
}

std::string play_out(Written& exam, const std::vector<Whole>& marks) {
    const auto code = exam.codes()[0];
    constexpr Turn turns[] = {Turn::first, Turn::second, Turn::third, Turn::fourth};
    exam.assign();
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (i == 2) exam.assign();
        exam.mark(code, turns[i], marks[i]);
    }
    return outcome_of(exam, code);
}

Written ready(Bands bands, unsigned int markers = 5) {
    Written exam{1, markers};
    exam.set_bands(bands());
    exam.begin_marking();
    return exam;
}

} // namespace

TEST_CASE("marks settle by the bands of the plan", "[core][marking][settling]") {
    const auto row = GENERATE(values<CaseRow>({
        {"AVG_10: ten apart, the mean", avg_10, {7'000, 8'000}, "mean_of_two 7500"},
        {"AVG_10: half a hundredth goes up", avg_10, {7'000, 7'001}, "mean_of_two 7001"},
        {"AVG_10: further, two others are asked", avg_10, {7'000, 8'001}, "waits for marks"},
        {"AVG_10: only one of them is in", avg_10, {7'000, 8'001, 9'000}, "waits for marks"},
        {"AVG_10: the mean of the two others",
         avg_10,
         {7'000, 8'001, 9'000, 8'000},
         "two_other_markers_then_chair 8500"},
        {"AVG_10: the others differ too", avg_10, {7'000, 8'001, 9'000, 7'999}, "waits for chair"},
        {"EDU: equal marks are agreed", edu_10_15_25, {7'000, 7'000}, "agree 7000"},
        {"EDU: below ten they agree", edu_10_15_25, {7'000, 7'999}, "waits for agreement"},
        {"EDU: from ten on with minutes", edu_10_15_25, {7'000, 8'000}, "waits for head"},
        {"EDU: fifteen is still that", edu_10_15_25, {7'000, 8'500}, "waits for head"},
        {"EDU: above fifteen a third marks", edu_10_15_25, {7'000, 8'501}, "waits for marks"},
        {"EDU: two equal of three", edu_10_15_25, {7'000, 8'600, 8'600}, "third_marker 8600"},
        {"EDU: the third is the first's equal",
         edu_10_15_25,
         {7'000, 8'600, 7'000},
         "third_marker 7000"},
        {"EDU: spread of 25, the mean of three",
         edu_10_15_25,
         {6'000, 8'500, 7'400},
         "third_marker 7300"},
        {"EDU: wider, they mark together",
         edu_10_15_25,
         {6'000, 8'501, 7'400},
         "waits for collective"},
        {"THIRD_20: below twenty the mean", third_20, {5'000, 6'999}, "mean_of_two 6000"},
        {"THIRD_20: from twenty on a third", third_20, {5'000, 7'000}, "waits for marks"},
        {"THIRD_20: whose mark is official",
         third_20,
         {5'000, 7'000, 9'100},
         "third_marker_official 9100"},
    }));
    DYNAMIC_SECTION(row.says) {
        auto exam = ready(row.bands);
        CHECK(play_out(exam, row.marks) == row.outcome);
    }
}

TEST_CASE("marking.markers_per_script: with one marker his mark is the script's",
          "[core][marking][settling]") {
    auto exam = ready(avg_10, 1);
    exam.contest.plan.marking.markers_per_script.value = 1;
    CHECK(play_out(exam, {6'120}) == "single_mark 6120");
    auto two = ready(avg_10, 1);
    CHECK(two.refused(AssignMarkers{who::head_of_marking, exam_round}) == Code::incomplete);
}

TEST_CASE("mark.third and mark.settle come with the mark that completes the pair",
          "[core][marking][settling]") {
    auto exam = ready(third_20);
    const auto code = exam.codes()[0];
    exam.assign();
    CHECK(exam.mark(code, Turn::first, 5'000).size() == 1);
    const auto events = exam.mark(code, Turn::second, 8'000);
    REQUIRE(events.size() == 2);
    const auto& called = std::get<FurtherMarkingCalled>(events[1]);
    CHECK(called.turns == std::vector{Turn::third});
    CHECK(called.from_pct == 20);
    CHECK(called.action == "third_marker_official");
    CHECK_FALSE(called.by);
    exam.assign();
    const auto third = exam.marker_of(code, Turn::third);
    CHECK(third != exam.marker_of(code, Turn::first));
    CHECK(third != exam.marker_of(code, Turn::second));
    const auto last = exam.mark(code, Turn::third, 6'000);
    REQUIRE(last.size() == 2);
    CHECK(std::get<MarkSettled>(last[1]).mark == Fraction{6'000, 1});
    CHECK(exam.refused(AssignMarkers{who::head_of_marking, exam_round}) == Code::already_done);
}

TEST_CASE("what markers agree on lies between their marks and is approved by both",
          "[core][marking][settling]") {
    auto exam = ready(edu_10_15_25);
    play_out(exam, {7'000, 7'900});
    const auto code = exam.codes()[0];
    const auto a = exam.marker_of(code, Turn::first);
    const auto b = exam.marker_of(code, Turn::second);
    PersonId other;
    for (unsigned int i = 1; i <= 5; ++i)
        if (who::marker(i) != a && who::marker(i) != b) other = who::marker(i);
    const auto by = [&](Whole mark, PersonId one, PersonId two) {
        return exam.settling(a, code, mark, exam.both(one, two));
    };
    CHECK(exam.refused(by(7'500, a, other)) == Code::needs_approval);
    CHECK(exam.refused(by(7'500, a, a)) == Code::same_person);
    CHECK(exam.refused(by(6'999, a, b)) == Code::invalid_field);
    CHECK(exam.refused(by(7'901, a, b)) == Code::invalid_field);
    auto silent = by(7'500, a, b);
    silent.minutes = " ";
    CHECK(exam.refused(silent) == Code::invalid_field);
    auto foreign = by(7'500, a, b);
    foreign.by = other;
    CHECK(exam.refused(foreign) == Code::not_found);
    auto alone = exam.settling(who::head_of_marking, code, 7'500, exam.one(who::head_of_marking));
    CHECK(exam.refused(alone) == Code::needs_approval);
    exam.play(by(7'500, a, b));
    CHECK(outcome_of(exam, code) == "agree 7500");
    CHECK(exam.refused(by(7'500, a, b)) == Code::already_done);
}

TEST_CASE("between ten and fifteen per cent the head decides where markers do not agree",
          "[core][marking][settling]") {
    auto exam = ready(edu_10_15_25);
    play_out(exam, {7'000, 8'200});
    const auto code = exam.codes()[0];
    const auto head = exam.one(who::head_of_marking);
    CHECK(exam.refused(exam.settling(who::chair, code, 6'900, exam.one(who::chair))) ==
          Code::not_found);
    CHECK(exam.refused(exam.settling(who::head_of_marking, code, 10'001, head)) ==
          Code::invalid_field);
    auto stale = exam.settling(who::head_of_marking, code, 6'900, head);
    stale.approvals[0].at = exam.now - 6min;
    CHECK(exam.refused(stale) == Code::needs_approval);
    auto agreed = exam;
    agreed.play(exam.settling(
        who::head_of_marking, code, 7'600,
        exam.both(exam.marker_of(code, Turn::first), exam.marker_of(code, Turn::second))));
    CHECK(outcome_of(agreed, code) == "agree_with_minutes_else_head 7600");
    exam.play(exam.settling(who::head_of_marking, code, 6'900, head));
    CHECK(outcome_of(exam, code) == "agree_with_minutes_else_head 6900");
}

TEST_CASE("the collective and the chair settle with a second person", "[core][marking][settling]") {
    auto together = ready(edu_10_15_25);
    play_out(together, {6'000, 8'501, 7'400});
    const auto code = together.codes()[0];
    const auto two = together.both(who::head_of_marking, who::marker(1));
    CHECK(together.refused(together.settling(who::marker(1), code, 7'000, two)) == Code::forbidden);
    CHECK(together.refused(together.settling(who::head_of_marking, code, 7'000,
                                             together.one(who::head_of_marking))) ==
          Code::needs_approval);
    together.play(together.settling(who::head_of_marking, code, 7'000, two));
    CHECK(outcome_of(together, code) == "third_marker 7000");

    auto chaired = ready(avg_10);
    play_out(chaired, {5'000, 7'000, 5'000, 7'000});
    const auto both = chaired.both(who::chair, who::head_of_marking);
    const auto same = chaired.codes()[0];
    CHECK(chaired.refused(chaired.settling(who::head_of_marking, same, 6'500, both)) ==
          Code::forbidden);
    chaired.play(chaired.settling(who::chair, same, 6'500, both));
    CHECK(outcome_of(chaired, same) == "two_other_markers_then_chair 6500");
}

TEST_CASE("nobody's word is taken while marks are missing", "[core][marking][settling]") {
    auto exam = ready(avg_10);
    exam.assign();
    const auto code = exam.codes()[0];
    const auto word =
        exam.settling(who::chair, code, 5'000, exam.both(who::chair, who::head_of_marking));
    CHECK(exam.refused(word) == Code::wrong_state);
    exam.mark(code, Turn::first, 5'000);
    CHECK(exam.refused(word) == Code::wrong_state);
}

TEST_CASE("a script's score is its settled mark on the round's scale, exactly",
          "[core][marking][settling]") {
    Written exam{3, 2};
    auto& round = (*exam.contest.plan.rounds.value)[1];
    round.scale = Points{2'000};
    exam.begin_marking({2});
    const auto& planned = *find_round(exam.contest.plan, exam_round);
    const auto code = *code_of(exam.contest, exam_round, id<CandidateId>(1));
    CHECK_FALSE(script_score(exam.contest, planned, id<CandidateId>(1)));
    exam.assign();
    exam.mark(code, Turn::first, 6'667);
    exam.mark(code, Turn::second, 6'667);
    const auto score = script_score(exam.contest, planned, id<CandidateId>(1));
    REQUIRE(score);
    CHECK(score->mark == Fraction{6'667 * 2'000, 10'000});
    CHECK(score->index == static_cast<Whole>(exam.script(code).settled->index));
    CHECK_FALSE(script_score(exam.contest, planned, id<CandidateId>(2)));
    CHECK_FALSE(script_score(exam.contest, planned, id<CandidateId>(3)));
}
