// Ending: handed in by the candidate, or ended by the server without any client.

#include "catch.h"
#include "core/sitting/answers.h"
#include "core/sitting/exam.h"

using namespace thi::core;

TEST_CASE("handing in ends the sitting, and doing it again changes nothing (R-19)",
          "[core][ends]") {
    Exam exam{1};
    exam.begin();
    exam.play(exam.save(1, 1, option_a));
    exam.now = day + 10h + 50min;
    const auto submit = exam.submit(1);
    const auto events = exam.play(submit);
    REQUIRE(events.size() == 2);
    const auto& end = std::get<SittingEnded>(events[1]);
    CHECK(end.reason == EndReason::submitted);
    CHECK(end.lease == 1);
    CHECK(end.last_seq == 2);
    CHECK(end.last_hash == submit.text_hash);
    CHECK(exam.play(submit).empty());
    CHECK(exam.refused(exam.save(1, 1, option_b)) == Code::sitting_closed);
    CHECK(exam.refused(exam.submit(1)) == Code::sitting_closed);
    exam.now = day + 12h;
    CHECK(exam.play(EndDueSittings{}).empty());
}

TEST_CASE("nobody hands in before the earliest leave, nor from an older machine", "[core][ends]") {
    Exam exam{1};
    exam.begin();
    exam.now = day + 10h + 40min - 1ms;
    CHECK(exam.refused(exam.submit(1)) == Code::too_early);
    exam.now += 1ms;
    CHECK(exam.ask(exam.submit(1)));
    const auto old = exam.submit(1);
    exam.lease(1, "another machine");
    CHECK(exam.refused(old) == Code::lease_superseded);
    auto gap = exam.submit(1);
    gap.client.seq = 3;
    CHECK(exam.refused(gap) == Code::seq_gap);
    exam.now = day + 11h + 31s;
    CHECK(exam.refused(exam.submit(1)) == Code::sitting_closed);
}

TEST_CASE("R-13 the server ends every sitting after its grace, also of who never sat down",
          "[core][ends]") {
    Exam exam{3};
    exam.prepare();
    exam.now = day + 9h + 50min;
    exam.admit(1);
    exam.lease(1);
    exam.admit(2);
    exam.now = day + 10h;
    exam.play(exam.save(1, 1, option_a));
    exam.now = day + 11h + 30s;
    CHECK(exam.play(EndDueSittings{}).empty());
    exam.now += 1ms;
    const auto events = exam.play(EndDueSittings{});
    REQUIRE(events.size() == 3);
    for (const auto& event : events) {
        const auto& end = std::get<SittingEnded>(event);
        CHECK(end.reason == EndReason::deadline);
        CHECK(end.lease == (end.sitting == exam.sitting_of(1) ? 1 : 0));
        CHECK(end.last_seq == (end.sitting == exam.sitting_of(1) ? 1 : 0));
    }
    CHECK(exam.play(EndDueSittings{}).empty());
}

TEST_CASE("a large contest is ended in batches", "[core][ends]") {
    Exam exam{300};
    exam.contest.plan.room.max_candidates.value = 400;
    exam.prepare();
    exam.now = day + 12h;
    CHECK(exam.play(EndDueSittings{}).size() == 256);
    CHECK(exam.play(EndDueSittings{}).size() == 44);
    CHECK(exam.play(EndDueSittings{}).empty());
}

TEST_CASE("who withdrew is ended as withdrawn", "[core][ends]") {
    Exam exam{2};
    exam.prepare();
    exam.contest.applications.at(id<ApplicationId>(2)).withdrawn = true;
    const auto events = exam.play(EndDueSittings{});
    REQUIRE(events.size() == 1);
    CHECK(std::get<SittingEnded>(events[0]).reason == EndReason::withdrawn);
    CHECK(std::get<SittingEnded>(events[0]).sitting == exam.sitting_of(2));
}

TEST_CASE("handed in within the grace although the server was quicker", "[core][ends]") {
    Exam exam{1};
    exam.begin();
    auto submit = exam.submit(1);
    submit.received_at = day + 11h + 20s;
    exam.now = day + 11h + 40s;
    exam.play(EndDueSittings{});
    const auto events = exam.play(submit);
    CHECK(events.size() == 1);
    CHECK(exam.sitting(1).ended == EndReason::deadline);
    CHECK(exam.sitting(1).submitted_at == submit.received_at);
}
