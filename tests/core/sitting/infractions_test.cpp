// Infractions: levels, who may impose them, minutes at the time, and what they cost.

#include "catch.h"
#include "core/marking/council_day.h"
#include "core/result/round_score.h"
#include "core/result/tally.h"
#include "core/sitting/exam.h"
#include "core/sitting/pool.h"
#include "core/sitting/sanctions.h"

#include <algorithm>

using namespace thi;
using namespace thi::core;

namespace {

struct Hall : Exam {
    Hall() : Exam(3) {
        auto& rules = contest.plan.infraction;
        rules.levels = chosen(std::vector<InfractionLevel>{
            InfractionLevel::reprimand, InfractionLevel::warning, InfractionLevel::suspension,
            InfractionLevel::cancellation});
        rules.deduction_pct =
            chosen(std::map<InfractionLevel, Whole>{{InfractionLevel::reprimand, 20},
                                                    {InfractionLevel::warning, 40},
                                                    {InfractionLevel::suspension, 100},
                                                    {InfractionLevel::cancellation, 100}});
        rules.escalation = chosen(true);
        rules.witnesses_on_refusal = chosen(Whole{2});
        begin();
        for (unsigned int i = 1; i <= 3; ++i)
            for (unsigned int item = 1; item <= 4; ++item)
                play(save(i, item, option_a));
        now = day + 10h + 30min;
    }
    RecordInfraction seen(unsigned int candidate, InfractionLevel level) {
        RecordInfraction record;
        record.by = who::invigilator;
        record.infraction = id<InfractionId>(++number);
        record.candidate = id<CandidateId>(candidate);
        record.round = exam_round;
        record.level = level;
        record.facts = "Nói chuyện sau khi đã được nhắc.";
        record.happened_at = now - 10min;
        record.received_at = now;
        return record;
    }
    RecordInfraction seen_by_two(unsigned int candidate, InfractionLevel level) {
        auto record = seen(candidate, level);
        record.approvals = both(who::head, who::invigilator);
        return record;
    }
    Fraction mark(unsigned int candidate) const {
        return round_score(contest, contest.plan.rounds->back(), id<CandidateId>(candidate)).mark;
    }
    unsigned int number = 0;
};

} // namespace

TEST_CASE("an infraction costs its level's share of that round's mark, the largest one once",
          "[core][infractions]") {
    Hall room;
    CHECK(room.mark(1) == Fraction{10'000, 1});
    room.play(room.seen(1, InfractionLevel::reprimand));
    CHECK(room.mark(1) == Fraction{8'000, 1});
    CHECK(room.mark(2) == Fraction{10'000, 1});
    auto warning = room.seen(1, InfractionLevel::warning);
    CHECK(room.refused(warning) == Code::needs_approval);
    warning.approvals = {room.both(who::head, who::chair).front()};
    room.play(warning);
    CHECK(room.mark(1) == Fraction{6'000, 1});
    CHECK(deduction(room.contest, exam_round, id<CandidateId>(1))->pct == 40);
}

TEST_CASE("infraction.deduction_pct waived: nothing is deducted", "[core][infractions]") {
    Hall room;
    room.contest.plan.infraction.deduction_pct = {};
    room.play(room.seen(1, InfractionLevel::reprimand));
    CHECK(room.mark(1) == Fraction{10'000, 1});
}

TEST_CASE("infraction.escalation: a repeat counts as the next level", "[core][infractions]") {
    Hall room;
    room.play(room.seen(1, InfractionLevel::reprimand));
    CHECK(escalated(room.contest, id<CandidateId>(1), InfractionLevel::reprimand) ==
          InfractionLevel::warning);
    CHECK(escalated(room.contest, id<CandidateId>(2), InfractionLevel::reprimand) ==
          InfractionLevel::reprimand);
    CHECK(room.refused(room.seen(1, InfractionLevel::reprimand)) == Code::needs_approval);
    auto again = room.seen(1, InfractionLevel::reprimand);
    again.approvals = {room.both(who::head, who::chair).front()};
    room.play(again);
    CHECK(room.contest.infractions.at(id<CandidateId>(1)).back().level == InfractionLevel::warning);
    room.contest.plan.infraction.escalation = chosen(false);
    CHECK(escalated(room.contest, id<CandidateId>(1), InfractionLevel::reprimand) ==
          InfractionLevel::reprimand);
}

TEST_CASE("infraction.levels: a level that the plan has not is refused", "[core][infractions]") {
    Hall room;
    room.contest.plan.infraction.levels =
        chosen(std::vector<InfractionLevel>{InfractionLevel::warning});
    CHECK(room.refused(room.seen(1, InfractionLevel::reprimand)) == Code::invalid_field);
}

TEST_CASE("a sanction needs minutes written at the time", "[core][infractions]") {
    Hall room;
    auto late = room.seen(1, InfractionLevel::reprimand);
    late.received_at = late.happened_at + minutes_late_max;
    CHECK(room.ask(late).has_value());
    late.received_at += 1ms;
    CHECK(room.refused(late) == Code::deadline_passed);
    auto early = room.seen(1, InfractionLevel::reprimand);
    early.happened_at = early.received_at + 1min;
    CHECK(room.refused(early) == Code::invalid_field);
    auto empty = room.seen(1, InfractionLevel::reprimand);
    empty.facts = " ";
    CHECK(room.refused(empty) == Code::invalid_field);
}

TEST_CASE("infraction.witnesses_on_refusal: who does not sign is witnessed by the room",
          "[core][infractions]") {
    Hall room;
    auto unsigned_one = room.seen(1, InfractionLevel::reprimand);
    unsigned_one.candidate_signed = false;
    CHECK(room.refused(unsigned_one) == Code::incomplete);
    auto self = unsigned_one;
    self.witnesses = {room.sitting_of(1), room.sitting_of(2)};
    CHECK(room.refused(self) == Code::invalid_field);
    auto refusing = unsigned_one;
    refusing.witnesses_refused = true;
    CHECK(room.ask(refusing).has_value());
    room.contest.plan.infraction.witnesses_on_refusal = {};
    CHECK(room.ask(unsigned_one).has_value());
}

TEST_CASE("a suspension ends the sitting and bars later rounds; a cancellation voids the result",
          "[core][infractions]") {
    Hall room;
    CHECK(room.refused(room.seen(1, InfractionLevel::suspension)) == Code::needs_approval);
    const auto events = room.play(room.seen_by_two(1, InfractionLevel::suspension));
    REQUIRE(events.size() == 2);
    CHECK(leaf_type(events.back()) == "sitting.end");
    CHECK(room.sitting(1).ended == EndReason::suspended);
    const auto pool = who_may_sit(room.contest, room.contest.plan.rounds->back());
    REQUIRE(pool);
    CHECK(std::find(pool->begin(), pool->end(), id<CandidateId>(1)) == pool->end());

    CHECK(room.refused(room.seen_by_two(2, InfractionLevel::cancellation)) == Code::forbidden);
    auto cancelled = room.seen(2, InfractionLevel::cancellation);
    cancelled.approvals = room.both(who::chair, who::secretary);
    room.play(cancelled);
    CHECK(cancelled_at(room.contest, id<CandidateId>(2)).has_value());
    CHECK_FALSE(cancelled_at(room.contest, id<CandidateId>(1)).has_value());
}
