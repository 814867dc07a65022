// Sitting down: let in, leased, taken over.

#include "catch.h"
#include "core/sitting/exam.h"
#include "core/sitting/window.h"

using namespace thi::core;

namespace {

Admit admission(const Exam& exam, PersonId by, bool decided = false) {
    return {by, exam.sitting_of(1), id<CandidateId>(1), exam_round, decided};
}

TakeLease lease_of(const Exam& exam, const std::string& key) {
    return {id<CandidateId>(1), exam.sitting_of(1), key, false, {}};
}

} // namespace

TEST_CASE("candidates are let in until the band's minute, then only by the chair",
          "[core][entry]") {
    Exam exam{1};
    exam.prepare();
    exam.now = day + 10h + 10min;
    CHECK(exam.ask(admission(exam, who::head)));
    exam.now += 1ms;
    CHECK(exam.refused(admission(exam, who::head)) == Code::deadline_passed);
    CHECK(exam.refused(admission(exam, who::head, true)) == Code::forbidden);
    const auto events = exam.play(admission(exam, who::chair, true));
    CHECK(std::get<SittingAdmitted>(events[0]).late_by_decision);
    CHECK(window(exam.contest, exam.sitting(1)).ends == day + 11h);
}

TEST_CASE("the hour of entry moves with a stopped clock", "[core][entry]") {
    Exam exam{1};
    exam.prepare();
    exam.now = day + 10h + 15min;
    CHECK(exam.refused(admission(exam, who::head)) == Code::deadline_passed);
    exam.play(RemoveTime{who::head,
                         exam_round,
                         {},
                         day + 10h,
                         day + 10h + 10min,
                         "Mất điện",
                         exam.both(who::head, who::chair)});
    CHECK(exam.ask(admission(exam, who::head)));
}

TEST_CASE("only the invigilators of a room let its candidates in", "[core][entry]") {
    Exam exam{1};
    exam.prepare();
    exam.now = day + 9h + 55min;
    const bool one = exam.sitting(1).room == room_one;
    const auto own = one ? who::invigilator : who::invigilator2;
    const auto other = one ? who::invigilator2 : who::invigilator;
    CHECK(exam.refused(admission(exam, other)) == Code::forbidden);
    CHECK(exam.refused(admission(exam, who::secretary)) == Code::forbidden);
    auto alone = admission(exam, own);
    alone.by.reset();
    CHECK(exam.refused(alone) == Code::forbidden);
    exam.contest.officials.at(own).conflicts[id<CandidateId>(1)] = Relation::sibling;
    CHECK(exam.refused(admission(exam, own)) == Code::declared_conflict);
    exam.contest.officials.at(own).conflicts.clear();
    exam.play(admission(exam, own));
    CHECK(exam.play(admission(exam, own)).empty());
}

TEST_CASE("sitting.proctored false: candidates let themselves in and change machines themselves",
          "[core][entry]") {
    Exam exam{1};
    exam.contest.plan.sitting.proctored.value = false;
    exam.prepare();
    exam.now = day + 9h + 55min;
    auto alone = admission(exam, who::head);
    alone.by.reset();
    exam.play(alone);
    exam.play(lease_of(exam, "one"));
    auto two = lease_of(exam, "two");
    two.takeover = true;
    exam.play(two);
    CHECK(exam.sitting(1).leases.size() == 2);
}

TEST_CASE("R-17 the same machine goes on, another one must take over with approval",
          "[core][entry]") {
    Exam exam{1};
    exam.prepare();
    exam.now = day + 9h + 55min;
    CHECK(exam.refused(lease_of(exam, "one")) == Code::wrong_state);
    exam.admit(1);
    exam.play(lease_of(exam, "one"));
    CHECK(exam.play(lease_of(exam, "one")).empty());
    auto two = lease_of(exam, "two");
    CHECK(exam.refused(two) == Code::lease_superseded);
    two.takeover = true;
    CHECK(exam.refused(two) == Code::takeover_needs_approval);
    two.approved_by = who::secretary;
    CHECK(exam.refused(two) == Code::forbidden);
    two.approved_by = who::head;
    const auto events = exam.play(two);
    CHECK(std::get<SittingLeased>(events[0]).lease == 2);
    CHECK(exam.refused(lease_of(exam, "one")) == Code::lease_superseded);
}

TEST_CASE("a machine without a key cannot be known again", "[core][entry]") {
    Exam exam{1};
    exam.prepare();
    exam.now = day + 9h + 55min;
    exam.admit(1);
    exam.play(lease_of(exam, ""));
    CHECK(exam.refused(lease_of(exam, "")) == Code::lease_superseded);
}

TEST_CASE("the paper opens with the bell: by the server, or with the first lease after it",
          "[core][entry]") {
    Exam exam{1};
    exam.prepare();
    exam.now = day + 9h + 55min;
    CHECK(exam.play(OpenDuePapers{}).empty());
    exam.admit(1);
    CHECK(exam.play(lease_of(exam, "one")).size() == 1);
    exam.now = day + 10h;
    Exam other = exam;
    CHECK(other.play(OpenDuePapers{}).size() == 1);
    CHECK(other.play(OpenDuePapers{}).empty());
    auto two = lease_of(exam, "two");
    two.takeover = true;
    two.approved_by = who::head;
    const auto events = exam.play(two);
    REQUIRE(events.size() == 2);
    CHECK(std::get<PaperOpened>(events[0]).paper == official_paper);
}

TEST_CASE("on_login: the first lease starts the clock, and not before the round opens",
          "[core][entry]") {
    Exam exam{1};
    exam.contest.plan.round.objective.start_clock_mode.value = ClockMode::on_login;
    (*exam.contest.plan.rounds.value)[1].closes = day + 20h;
    exam.prepare();
    exam.now = day + 9h;
    exam.admit(1);
    CHECK(exam.refused(lease_of(exam, "one")) == Code::too_early);
    exam.now = day + 12h;
    exam.play(lease_of(exam, "one"));
    CHECK(window(exam.contest, exam.sitting(1)).ends == day + 13h);
}

TEST_CASE("practice is let in by itself, one sitting at a time, and counts for nothing",
          "[core][entry]") {
    Exam exam{1};
    SealPaper seal;
    seal.by = who::setter;
    seal.round = practice_round;
    seal.paper = small_paper(id<PaperId>(9));
    seal.key = small_key(id<PaperId>(9));
    seal.approvals = exam.both(who::chair, who::setter);
    exam.play(seal);
    exam.contest.papers.at(id<PaperId>(9)).content = seal.paper;
    exam.contest.papers.at(id<PaperId>(9)).key = seal.key;
    const auto candidate = id<CandidateId>(77); // Nobody's application.
    const Admit first{{}, id<SittingId>(1), candidate, practice_round, false};
    const Admit second{{}, id<SittingId>(2), candidate, practice_round, false};
    exam.play(first);
    CHECK(exam.play(first).empty());
    CHECK(exam.refused(second) == Code::already_done);
    exam.play(TakeLease{candidate, id<SittingId>(1), "one", false, {}});
    exam.now += 30min + 30s;
    CHECK(exam.play(EndDueSittings{}).empty());
    exam.now += 1ms;
    CHECK(exam.play(EndDueSittings{}).size() == 1);
    exam.play(second);
}

TEST_CASE("room.late_entry_bands waived: let in until the end, and no time is given back",
          "[core][entry]") {
    Exam exam{1};
    exam.contest.plan.room.late_entry_bands.value.reset();
    exam.prepare();
    exam.now = day + 11h;
    exam.play(admission(exam, who::head));
    CHECK(window(exam.contest, exam.sitting(1)).ends == day + 11h);
    Exam later{1};
    later.contest.plan.room.late_entry_bands.value.reset();
    later.prepare();
    later.now = day + 11h + 1ms;
    CHECK(later.refused(admission(later, who::head)) == Code::deadline_passed);
}
