// A round that is held again: what was sat is set aside, a round of its own takes its place.

#include "catch.h"
#include "core/plan/life.h"
#include "core/result/appeal_window.h"
#include "core/result/recount.h"
#include "core/result/resit.h"
#include "core/result/tally.h"
#include "core/sitting/exam.h"
#include "core/sitting/lookup.h"

#include <algorithm>

using namespace thi;
using namespace thi::core;

namespace {

const RoundId again = id<RoundId>(7);
const PaperId second_paper = id<PaperId>(7);

// Everybody answers the first two questions right; the contest is released.
Exam released(unsigned int candidates) {
    Exam exam{candidates};
    exam.contest.plan.rounds.value->front().closes = day + 20h;
    exam.begin();
    for (unsigned int i = 1; i <= candidates; ++i)
        for (unsigned int item = 1; item <= 2; ++item)
            exam.play(exam.save(i, item, std::vector<std::string>{"A"}));
    exam.now = day + 12h;
    exam.play(EndDueSittings{});
    exam.contest.stage = Stage::released;
    exam.contest.trace_hash = crypto::sha256("scores");
    exam.contest.score_index = 90;
    exam.contest.released_hash = crypto::sha256("file");
    exam.contest.released_at = exam.now;
    exam.contest.released_score = 90;
    return exam;
}

HoldRoundAgain hold_again(const Exam& exam, RoundId round = exam_round, RoundId next = again) {
    HoldRoundAgain command;
    command.by = who::secretary;
    command.round = round;
    command.again = next;
    command.opens = exam.now + 72h;
    command.reason = "Đề thi bị lộ trước giờ thi.";
    command.approvals = exam.both(who::chair, who::secretary);
    return command;
}

void seal_again(Exam& exam, PaperId paper, Variant variant) {
    SealPaper seal;
    seal.by = who::setter;
    seal.round = again;
    seal.variant = variant;
    seal.paper = small_paper(paper);
    seal.key = small_key(paper);
    seal.approvals = exam.both(who::chair, who::setter);
    exam.play(seal);
    exam.contest.papers.at(paper).content = seal.paper;
    exam.contest.papers.at(paper).key = seal.key;
}

// Papers, rooms and seats of the round that is held again.
void prepare_again(Exam& exam) {
    seal_again(exam, second_paper, Variant::official);
    seal_again(exam, id<PaperId>(8), Variant::backup);
    exam.play(PlanRooms{who::secretary, again, {{room_one, "Phòng 1", 9, {who::invigilator}}}});
    const auto draw = "seats/" + again.str();
    exam.play(FreezeDraw{who::secretary, draw, DrawPurpose::seats, again, {}});
    const auto one = crypto::sha256("one");
    const auto two = crypto::sha256("two");
    exam.play(CommitDraw{who::chair, draw, crypto::sha256(crypto::view(one))});
    exam.play(CommitDraw{who::secretary, draw, crypto::sha256(crypto::view(two))});
    exam.play(RevealDraw{who::chair, draw, one});
    exam.play(RevealDraw{who::secretary, draw, two});
    std::vector<SittingId> sittings;
    for (unsigned int i = 0; i < exam.contest.draws.at(draw).pool.size(); ++i)
        sittings.push_back(id<SittingId>(200 + i));
    exam.play(ResolveDraw{who::secretary, draw, sittings});
}

// `round` is the gate to a written round that nobody has reached yet.
void add_round_behind(Exam& exam, RoundId round, Instant opens) {
    auto& rounds = *exam.contest.plan.rounds.value;
    Round behind = rounds.back();
    rounds.back().gate = true;
    behind.round = round;
    behind.type = RoundType::written;
    behind.minutes = 90;
    behind.opens = opens;
    rounds.push_back(behind);
}

} // namespace

TEST_CASE("a round held again takes the place of the first, which counts for nothing",
          "[core][resit]") {
    auto exam = released(3);
    CHECK(tally(exam.contest).candidates.front().total == Fraction{5'000, 1});
    exam.play(hold_again(exam));

    const auto& contest = exam.contest;
    CHECK(contest.stage == Stage::preparing);
    CHECK_FALSE(contest.trace_hash);
    CHECK_FALSE(contest.released_hash);
    CHECK_FALSE(appeals_close(contest));
    const auto* first = find_round(contest.plan, exam_round);
    const auto* second = find_round(contest.plan, again);
    REQUIRE(first != nullptr);
    REQUIRE(second != nullptr);
    CHECK(first->held_again_as == again);
    CHECK_FALSE(stands(*first));
    CHECK(stands(*second));
    CHECK(second == first + 1);
    CHECK(second->title == "Vòng 1, thi lại");
    CHECK(second->weight == first->weight);
    CHECK(second->opens == exam.now + 72h);
    // Looked at only: nobody sits it, seals a paper for it or plans rooms for it any more.
    CHECK_FALSE(may_be_held(contest, *first));
    CHECK(contest.rounds.at(exam_round).sittings.size() == 3);
    CHECK(exam.refused(PlanRooms{who::secretary, exam_round, {}}) == Code::not_found);

    prepare_again(exam);
    exam.now += 24h;
    CHECK(may_advance(contest,
                      {.by = who::chair,
                       .to = Stage::sitting,
                       .reason = {},
                       .approvals = exam.both(who::chair, who::secretary)},
                      exam.now));
    for (const auto& score : tally(contest).candidates) {
        REQUIRE(score.rounds.size() == 1);
        CHECK(score.rounds.front().round == again);
        CHECK(score.total == Fraction{0, 1});
    }
    const auto& seat = contest.sittings.at(id<SittingId>(200));
    const auto& before = contest.rounds.at(exam_round).latest.at(seat.candidate);
    CHECK(seat.roll_number == contest.sittings.at(before).roll_number);
}

TEST_CASE("a round is held again only while nothing rests on who passed it", "[core][resit]") {
    auto exam = released(2);
    add_round_behind(exam, id<RoundId>(8), exam.now + 200h);
    auto late = hold_again(exam);
    late.opens = exam.now + 201h;
    CHECK(exam.refused(late) == Code::invalid_field);
    CHECK(exam.ask(hold_again(exam)));
    exam.contest.rounds[id<RoundId>(8)].sittings = {exam.sitting_of(1)};
    CHECK(exam.refused(hold_again(exam)) == Code::wrong_state);
    exam.contest.rounds.erase(id<RoundId>(8));
    exam.contest.plan.rounds.value->at(1).gate = false;
    CHECK(exam.refused(late) == Code::invalid_field); // One round after the other.
    // Where it is no gate, nobody was chosen by it.
    exam.contest.rounds[id<RoundId>(8)].sittings = {exam.sitting_of(1)};
    CHECK(exam.ask(hold_again(exam)));
}

TEST_CASE("holding a round again needs two people, a reason, and time to summon everybody",
          "[core][resit]") {
    auto exam = released(2);
    auto alone = hold_again(exam);
    alone.approvals.pop_back();
    CHECK(exam.refused(alone) == Code::needs_approval);
    auto silent = hold_again(exam);
    silent.reason = "";
    CHECK(exam.refused(silent) == Code::invalid_field);
    auto past = hold_again(exam);
    past.opens = exam.now - 1h;
    CHECK(exam.refused(past) == Code::invalid_field);
    CHECK(exam.refused(hold_again(exam, exam_round, exam_round)) == Code::invalid_field);
    CHECK(exam.refused(hold_again(exam, practice_round)) == Code::wrong_state);
    CHECK(exam.refused(hold_again(exam, id<RoundId>(99))) == Code::not_found);
    auto cited = hold_again(exam);
    cited.appeal = id<AppealId>(1);
    CHECK(exam.refused(cited) == Code::invalid_field);

    exam.contest.plan.summons.min_days = {.value = 15, .source = "test", .waived = {}};
    CHECK(exam.refused(hold_again(exam)) == Code::invalid_field);
    auto in_time = hold_again(exam);
    in_time.opens = exam.now + 24h * 30;
    CHECK(exam.ask(in_time));
    exam.contest.final_hash = crypto::sha256("final");
    CHECK(exam.refused(in_time) == Code::wrong_state);
}

TEST_CASE("what the log says of a round held again is asked of the rules again", "[core][resit]") {
    auto exam = released(2);
    const auto events = exam.ask(hold_again(exam));
    REQUIRE(events);
    const auto logged = std::get<RoundHeldAgain>(events->front());
    CHECK_FALSE(contradiction(exam.contest, logged, exam.now));
    auto by_one = logged;
    by_one.approvals.pop_back();
    CHECK(contradiction(exam.contest, by_one, exam.now));
    auto too_soon = logged;
    too_soon.opens = exam.now;
    CHECK(contradiction(exam.contest, too_soon, exam.now));
    auto of_nothing = logged;
    of_nothing.round = id<RoundId>(99);
    CHECK(contradiction(exam.contest, of_nothing, exam.now));
}

TEST_CASE("a round under way is not held again", "[core][resit]") {
    Exam exam{2};
    exam.begin();
    CHECK(exam.refused(hold_again(exam)) == Code::wrong_state);
}

TEST_CASE("what is held again can be held once more, and is named so", "[core][resit]") {
    auto exam = released(2);
    exam.play(hold_again(exam));
    CHECK(exam.refused(hold_again(exam)) == Code::wrong_state);
    const auto third = round_again(exam.contest.plan, again, id<RoundId>(9), exam.now, {});
    CHECK(third.title == "Vòng 1, thi lại lần 2");
    CHECK_FALSE(third.held_again_as);
}
