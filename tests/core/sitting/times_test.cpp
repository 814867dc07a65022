// Time given and time stopped, and what restoring a stopped clock takes back.

#include "catch.h"
#include "core/sitting/answers.h"
#include "core/sitting/exam.h"
#include "core/sitting/window.h"

using namespace thi::core;

namespace {

RemoveTime stop(const Exam& exam, Instant from, Instant to, std::optional<RoomId> room = {}) {
    return {who::head, exam_round, room, from, to, "Mất điện", exam.both(who::head, who::chair)};
}

bool answered(const Exam& exam, unsigned int item) {
    return effective_answers(exam.contest, exam.sitting(1)).contains(id<ItemId>(item));
}

} // namespace

TEST_CASE("an extension takes two people, one of them above the invigilators, before the end",
          "[core][times]") {
    Exam exam{1};
    exam.begin();
    GrantTime grant{who::invigilator, exam.sitting_of(1), 600'000, "Máy hỏng",
                    exam.both(who::invigilator, who::invigilator)};
    CHECK(exam.refused(grant) == Code::same_person);
    grant.approvals = exam.both(who::invigilator, who::invigilator2);
    CHECK(exam.refused(grant) == Code::needs_approval);
    grant.approvals = exam.both(who::invigilator, who::head);
    grant.ms = 0;
    CHECK(exam.refused(grant) == Code::invalid_field);
    grant.ms = -1;
    CHECK(exam.refused(grant) == Code::invalid_field);
    grant.ms = 600'000;
    exam.play(grant);
    exam.play(grant);
    CHECK(window(exam.contest, exam.sitting(1)).ends == day + 11h + 20min);
    exam.now = day + 11h + 20min + 1ms;
    grant.approvals = exam.both(who::invigilator, who::head);
    CHECK(exam.refused(grant) == Code::deadline_passed);
}

TEST_CASE("a stopped clock moves its room only, or the whole round", "[core][times]") {
    Exam exam{4};
    exam.begin();
    const auto end = [&](unsigned int candidate) {
        return window(exam.contest, exam.sitting(candidate)).ends;
    };
    exam.play(stop(exam, day + 10h, day + 10h + 5min, room_one));
    for (unsigned int i = 1; i <= 4; ++i)
        CHECK(end(i) == (exam.sitting(i).room == room_one ? day + 11h + 5min : day + 11h));
    exam.play(stop(exam, day + 10h + 30min, day + 10h + 33min));
    for (unsigned int i = 1; i <= 4; ++i)
        CHECK(end(i) == (exam.sitting(i).room == room_one ? day + 11h + 8min : day + 11h + 3min));
    const RestoreTime restore{who::head, 1, "Nhầm phòng", exam.both(who::head, who::chair)};
    exam.play(restore);
    for (unsigned int i = 1; i <= 4; ++i)
        CHECK(end(i) == day + 11h + 3min);
    CHECK(exam.refused(restore) == Code::already_done);
}

TEST_CASE("a removal is refused where it makes no sense", "[core][times]") {
    Exam exam{1};
    exam.begin();
    CHECK(exam.refused(stop(exam, day + 10h, day + 10h)) == Code::invalid_field);
    CHECK(exam.refused(stop(exam, day, day + 25h)) == Code::invalid_field);
    CHECK(exam.refused(stop(exam, day, day + 1h, id<RoomId>(9))) == Code::not_found);
    auto silent = stop(exam, day + 10h, day + 11h);
    silent.reason = " ";
    CHECK(exam.refused(silent) == Code::invalid_field);
    auto nobody = stop(exam, day + 10h, day + 11h);
    nobody.by = who::secretary;
    CHECK(exam.refused(nobody) == Code::forbidden);
    exam.contest.stage = Stage::scored;
    CHECK(exam.refused(stop(exam, day + 10h, day + 10h + 1min)) == Code::wrong_state);
}

TEST_CASE("a clock stopped afterwards goes on for sittings that the server had ended",
          "[core][times]") {
    Exam exam{1};
    exam.begin();
    exam.now = day + 11h + 1min;
    exam.play(EndDueSittings{});
    REQUIRE(exam.sitting(1).ended);
    auto late = exam.save(1, 1, option_a);
    exam.play(late);
    CHECK_FALSE(answered(exam, 1));
    exam.play(stop(exam, day + 10h + 30min, day + 10h + 40min));
    CHECK_FALSE(exam.sitting(1).ended);
    CHECK(answered(exam, 1));
    exam.play(exam.save(1, 2, option_a));
    CHECK(answered(exam, 2));
    exam.now = day + 11h + 10min + 31s;
    CHECK(exam.play(EndDueSittings{}).size() == 1);
}

TEST_CASE("restoring takes back exactly what only the removal let count, and its old values return",
          "[core][times]") {
    Exam exam{1};
    exam.begin();
    exam.play(exam.save(1, 1, option_a));
    exam.play(stop(exam, day + 10h, day + 10h + 10min));
    exam.now = day + 11h + 5min;
    exam.play(exam.save(1, 1, option_b));
    exam.play(exam.save(1, 2, option_b));
    const auto value = [&] {
        return *effective_answers(exam.contest, exam.sitting(1)).at(id<ItemId>(1)).value;
    };
    CHECK(value() == option_b);
    CHECK(answered(exam, 2));
    exam.play(RestoreTime{who::head, 1, "Không mất điện", exam.both(who::head, who::chair)});
    CHECK(value() == option_a);
    CHECK_FALSE(answered(exam, 2));
}
