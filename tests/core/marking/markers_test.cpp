// Markers: qualified by standard scripts, stopped, compared with each other and with themselves.

#include "catch.h"
#include "core/marking/agreement.h"
#include "core/marking/written.h"

#include <algorithm>

using namespace thi::core;

namespace {

const AssignStandards standards{who::head_of_marking, exam_round};

Written with_standards(unsigned int candidates, unsigned int markers, Whole count) {
    Written exam{candidates, markers};
    exam.contest.plan.marking.standard_scripts.value = count;
    exam.contest.plan.marking.standard_tolerance_pct.value = 10;
    exam.begin_marking();
    return exam;
}

std::vector<std::string> standard_codes(const Written& exam) {
    return {exam.marking().standards.begin(), exam.marking().standards.end()};
}

StopMarker stopping(PersonId marker) {
    return {who::head_of_marking, exam_round, marker, "chấm quá lệch"};
}

} // namespace

TEST_CASE("marking.standard_scripts: the head marks them, then every marker, before anything live",
          "[core][marking][markers]") {
    auto exam = with_standards(6, 3, 2);
    CHECK(exam.refused(AssignMarkers{who::head_of_marking, exam_round}) == Code::incomplete);
    CHECK(exam.refused(AssignStandards{who::marker(1), exam_round}) == Code::forbidden);
    exam.play(standards);
    const auto codes = standard_codes(exam);
    REQUIRE(codes.size() == 2);
    CHECK(exam.refused(standards) == Code::incomplete);
    CHECK(exam.mark(who::head_of_marking, codes[0], Turn::reference, 6'000).size() == 1);
    const auto events = exam.mark(who::head_of_marking, codes[1], Turn::reference, 8'000);
    REQUIRE(events.size() == 4); // His mark, and a packet for each of three.
    for (std::size_t i = 1; i < events.size(); ++i) {
        const auto& packet = std::get<MarkAssigned>(events[i]);
        CHECK(packet.turn == Turn::standard);
        CHECK(packet.codes.size() == 2);
        CHECK_FALSE(packet.by);
    }
    CHECK(exam.refused(standards) == Code::already_done);
    exam.contest.officials[who::marker(4)].roles = {Role::marker};
    CHECK(exam.play(standards).size() == 1);

    exam.mark(who::marker(1), codes[0], Turn::standard, 6'900);
    CHECK(exam.refused(AssignMarkers{who::head_of_marking, exam_round}) == Code::incomplete);
    exam.mark(who::marker(1), codes[1], Turn::standard, 7'100);
    exam.mark(who::marker(2), codes[0], Turn::standard, 6'000);
    exam.mark(who::marker(2), codes[1], Turn::standard, 8'000);
    exam.assign();
    for (const auto& code : exam.codes())
        for (const Turn turn : {Turn::first, Turn::second})
            CHECK(exam.marker_of(code, turn) != who::marker(3));
    auto without = exam;
    without.contest.plan.marking.standard_scripts.value = 0;
    CHECK(without.refused(standards) == Code::wrong_state);
}

TEST_CASE("marking.standard_tolerance_pct: a marker within it is qualified by rule, beyond it by "
          "the head's word",
          "[core][marking][markers]") {
    for (const auto& [tolerance, qualifies] : {std::pair{10, true}, std::pair{9, false}}) {
        auto exam = with_standards(3, 3, 2);
        exam.contest.plan.marking.standard_tolerance_pct.value = tolerance;
        exam.play(standards);
        const auto codes = standard_codes(exam);
        for (const auto& code : codes)
            exam.mark(who::head_of_marking, code, Turn::reference, 6'000);
        exam.mark(who::marker(1), codes[0], Turn::standard, 6'000);
        const auto events = exam.mark(who::marker(1), codes[1], Turn::standard, 7'000);
        REQUIRE(events.size() == 2);
        const auto& said = std::get<MarkerQualified>(events[1]);
        CHECK_FALSE(said.by);
        CHECK(said.of == 2);
        CHECK(said.within == (qualifies ? 2 : 1));
        CHECK(said.qualified == qualifies);
        const QualifyMarker word{who::head_of_marking, exam_round, who::marker(1), !qualifies,
                                 "đã trao đổi"};
        auto silent = word;
        silent.reason = "";
        CHECK(exam.refused(silent) == Code::invalid_field);
        exam.play(word);
        CHECK(is_qualified(exam.contest, exam.marking(), who::marker(1)) == !qualifies);
        CHECK(exam.refused(word) == Code::already_done);
    }
}

TEST_CASE("standard scripts are none that the head or a marker must keep away from",
          "[core][marking][markers]") {
    for (unsigned int seed = 1; seed <= 4; ++seed) {
        Written exam{4, 2};
        exam.contest.plan.marking.standard_scripts.value = 2;
        exam.contest.officials[who::marker(1)].conflicts[id<CandidateId>(seed)] = Relation::child;
        exam.contest.officials[who::head_of_marking].conflicts[id<CandidateId>(seed % 4 + 1)] =
            Relation::spouse;
        exam.begin_marking();
        exam.play(standards);
        for (const auto& code : standard_codes(exam)) {
            const auto candidate = *candidate_of(exam.contest, exam_round, code);
            CHECK(candidate != id<CandidateId>(seed));
            CHECK(candidate != id<CandidateId>(seed % 4 + 1));
        }
    }
    auto few = with_standards(2, 2, 3);
    CHECK(few.refused(standards) == Code::incomplete);
}

TEST_CASE("a new head takes over the standard scripts that the old one has not marked",
          "[core][marking][markers]") {
    auto exam = with_standards(4, 2, 2);
    exam.play(standards);
    const auto codes = standard_codes(exam);
    exam.mark(who::head_of_marking, codes[0], Turn::reference, 6'000);
    exam.contest.officials.at(who::head_of_marking).roles.clear();
    exam.contest.officials[id<PersonId>(50)].roles = {Role::head_of_marking};
    const auto events = exam.play(AssignStandards{id<PersonId>(50), exam_round});
    REQUIRE(events.size() == 1);
    CHECK(std::get<MarkAssigned>(events[0]).codes == std::vector{codes[1]});
    CHECK(exam.mark(id<PersonId>(50), codes[1], Turn::reference, 7'000).size() == 3);
}

TEST_CASE("what a stopped marker has not settled goes to others; settled scripts keep his mark",
          "[core][marking][markers]") {
    Written exam{4, 4};
    exam.begin_marking();
    exam.assign();
    const auto codes = exam.codes();
    const auto marker = exam.marker_of(codes[0], Turn::first);
    exam.mark(codes[0], Turn::first, 5'000);
    exam.mark(codes[0], Turn::second, 5'000);
    std::vector<std::string> open;
    for (const auto& code : codes) {
        if (code == codes[0]) continue;
        for (const Turn turn : {Turn::first, Turn::second})
            if (exam.marker_of(code, turn) == marker) {
                open.push_back(code);
                exam.mark(code, turn, 9'000);
            }
    }
    REQUIRE_FALSE(open.empty());
    auto silent = stopping(marker);
    silent.reason = "";
    CHECK(exam.refused(silent) == Code::invalid_field);
    CHECK(exam.refused(stopping(who::chair)) == Code::not_found);
    const auto events = exam.play(stopping(marker));
    const auto& stopped = std::get<MarkerStopped>(events[0]);
    CHECK(stopped.requeued.size() == open.size());
    CHECK(exam.refused(stopping(marker)) == Code::already_done);
    CHECK(exam.script(codes[0]).settled->mark == Fraction{5'000, 1});
    CHECK(exam.marker_of(codes[0], Turn::first) == marker);
    exam.assign();
    for (const auto& code : open)
        for (const Turn turn : {Turn::first, Turn::second})
            CHECK(exam.marker_of(code, turn) != marker);
    for (const auto& code : open)
        CHECK_FALSE(exam.script(code).settled);
    for (const auto& code : codes)
        for (const Turn turn : {Turn::first, Turn::second})
            if (!exam.script(code).settled && !total_of(exam.script(code), turn, essay_paper()))
                exam.mark(code, turn, 6'000);
    for (const auto& code : open)
        CHECK(exam.script(code).settled->mark == Fraction{6'000, 1});
}

TEST_CASE("a stopped marker's disagreement is asked no more", "[core][marking][markers]") {
    Written exam{1, 3};
    exam.set_bands(third_20());
    exam.begin_marking();
    exam.assign();
    const auto code = exam.codes()[0];
    exam.mark(code, Turn::first, 9'000);
    exam.mark(code, Turn::second, 5'000);
    REQUIRE(exam.script(code).called);
    exam.play(stopping(exam.marker_of(code, Turn::first)));
    CHECK_FALSE(exam.script(code).called);
    exam.assign();
    exam.mark(code, Turn::first, 5'400);
    CHECK(exam.script(code).settled->action == "mean_of_two");
    CHECK(exam.script(code).settled->mark == Fraction{5'200, 1});
}

TEST_CASE("agreement and drift are exact means over what is marked twice",
          "[core][marking][markers]") {
    Written exam{2, 2};
    exam.contest.plan.marking.repeat_pct.value = 50;
    exam.begin_marking();
    exam.assign();
    const auto codes = exam.codes();
    const auto strict = who::marker(1);
    for (const auto& code : codes)
        for (const Turn turn : {Turn::first, Turn::second}) {
            const bool far = code == codes[0];
            exam.mark(code, turn,
                      exam.marker_of(code, turn) == strict ? 5'000
                      : far                                ? 6'001
                                                           : 5'500);
        }
    std::string again;
    for (const auto& code : codes)
        if (find_assignment(exam.script(code), strict, Turn::repeat) != nullptr) again = code;
    exam.mark(strict, again, Turn::repeat, 4'700);
    const auto figures = figures_of(exam.contest, exam_round);
    REQUIRE(figures.size() == 2);
    const auto& own = figures[0];
    CHECK(own.marker == strict);
    CHECK(own.assigned == 2);
    CHECK(own.done == 2);
    CHECK(own.pairs == 2);
    CHECK(own.far == 1);
    CHECK(own.gap == Fraction{1'501, 2});
    CHECK(own.severity == Fraction{-1'501, 2});
    CHECK(figures[1].severity == Fraction{1'501, 2});
    CHECK(own.repeats == 1);
    CHECK(own.drift == Fraction{-300, 1});
    CHECK(own.drift_size == Fraction{300, 1});
    const auto progress = progress_of(exam.contest, exam_round);
    CHECK(progress.scripts == 2);
    CHECK(progress.settled == 1);
    CHECK(progress.marking == 1);
    CHECK(progress.unassigned == 2); // Two others, whom the band asks for.
    CHECK(progress.people == 0);
}
