// Marking again: the same code, by others, after the results are out.

#include "catch.h"
#include "core/marking/remark.h"
#include "core/marking/written.h"
#include "core/sitting/lookup.h"

#include <algorithm>

using namespace thi::core;

namespace {

const std::vector<Turn> first_turns{Turn::remark_first, Turn::remark_second};

// Candidate 1 marked by two of `markers`, unblinded.
Written released(unsigned int markers) {
    Written exam{2, markers};
    exam.begin_marking();
    exam.assign();
    exam.mark_all(5'000);
    exam.play(
        UnblindScripts{who::blinder, exam_round, exam.both(who::blinder, who::head_of_marking)});
    exam.contest.stage = Stage::released;
    return exam;
}

Result<Events> again(const Written& exam, const std::vector<Turn>& turns) {
    return assign_remarks(exam.contest, *find_round(exam.contest.plan, exam_round),
                          id<CandidateId>(1), turns, who::head_of_marking);
}

} // namespace

TEST_CASE("after an appeal others mark the same script again, under its code",
          "[core][marking][remark]") {
    auto exam = released(5);
    const auto& round = *find_round(exam.contest.plan, exam_round);
    const auto code = *code_of(exam.contest, exam_round, id<CandidateId>(1));
    const auto before = first_markers(exam.contest, round, id<CandidateId>(1));
    CHECK(before.size() == 2);
    auto early = exam;
    early.contest.stage = Stage::scored;
    CHECK(again(early, first_turns).error().code == Code::wrong_state);
    const auto events = again(exam, first_turns);
    REQUIRE(events);
    REQUIRE(events->size() == 2);
    for (const auto& event : *events) {
        const auto& packet = std::get<MarkAssigned>(event);
        CHECK(packet.codes == std::vector{code});
        CHECK(std::find(before.begin(), before.end(), packet.marker) == before.end());
        exam.happens(event);
    }
    CHECK(again(exam, first_turns).error().code == Code::already_done);
    CHECK(remarks(exam.contest, round, id<CandidateId>(1)).empty());
    CHECK(exam.mark(code, Turn::remark_first, 6'000).size() == 1);
    exam.mark(code, Turn::remark_second, 9'000);
    CHECK(remarks(exam.contest, round, id<CandidateId>(1)) ==
          std::vector{Fraction{6'000, 1}, Fraction{9'000, 1}});
    CHECK(exam.script(code).settled->mark == Fraction{5'000, 1});
    CHECK(exam.refused(exam.sheet(before[0], code, Turn::first, essay_one, 100)) ==
          Code::wrong_state);
    const auto third = again(exam, {Turn::remark_third});
    REQUIRE(third);
    CHECK(std::get<MarkAssigned>((*third)[0]).marker != exam.marker_of(code, Turn::remark_first));
}

TEST_CASE("nobody is left to mark again where all have marked or must keep away",
          "[core][marking][remark]") {
    CHECK(again(released(3), first_turns).error().code == Code::incomplete);
    auto related = released(4);
    for (unsigned int i = 1; i <= 4; ++i)
        related.contest.officials[who::marker(i)].conflicts[id<CandidateId>(1)] = Relation::in_law;
    CHECK(again(related, first_turns).error().code == Code::incomplete);
}
