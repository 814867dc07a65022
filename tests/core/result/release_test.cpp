// Scores computed, ties stepped through, results released and the log closed.

#include "catch.h"
#include "core/result/ladder.h"
#include "core/result/tally.h"
#include "core/sitting/draw.h"
#include "core/sitting/exam.h"

using namespace thi::core;

namespace {

thi::crypto::Digest some_hash(const Tally& tally) {
    std::string text;
    for (const auto& score : tally.candidates)
        text += score.candidate.str() + score.shown + ";";
    return thi::crypto::sha256(text);
}

ComputeScores compute() {
    return {who::secretary, some_hash};
}

// Two candidates with the same answers, ended.
Exam a_tie() {
    Exam exam{2};
    exam.begin();
    for (unsigned int i = 1; i <= 2; ++i)
        for (unsigned int item = 1; item <= 3; ++item)
            exam.play(exam.save(i, item, option_a));
    exam.now = day + 12h;
    exam.play(EndDueSittings{});
    return exam;
}

ReleaseResult release(const Exam& exam) {
    return {thi::crypto::sha256("file"), thi::crypto::sha256("root"), true,
            exam.both(who::chair, who::secretary)};
}

const auto first = id<CandidateId>(1);
const auto second = id<CandidateId>(2);

} // namespace

TEST_CASE("scores are computed when every sitting is over", "[core][release]") {
    Exam exam{1};
    exam.begin();
    CHECK(exam.refused(compute()) == Code::incomplete);
    exam.now = day + 12h;
    exam.play(EndDueSittings{});
    CHECK(exam.refused(ComputeScores{who::invigilator, some_hash}) == Code::forbidden);
    const auto events = exam.play(compute());
    CHECK(std::get<ScoreComputed>(events[0]).hash == some_hash(tally(exam.contest)));
    CHECK(std::get<ScoreComputed>(events[0]).candidates == 1);
}

TEST_CASE("a defence that nobody held keeps scores back", "[core][release]") {
    Exam exam = a_tie();
    auto& rounds = *exam.contest.plan.rounds.value;
    rounds.push_back(rounds[1]);
    rounds[2].type = RoundType::defence;
    CHECK(exam.refused(compute()) == Code::incomplete);
    rounds.pop_back();
    exam.contest.plan.result.tie_break.value = {TieRung::earlier_birth};
    CHECK(exam.refused(compute()) == Code::not_supported_yet);
}

TEST_CASE("a round behind a gate is held for whoever passes it, and over where nobody does",
          "[core][release]") {
    Exam exam = a_tie();
    auto& rounds = *exam.contest.plan.rounds.value;
    rounds.push_back(rounds[1]);
    rounds[1].gate = true;
    rounds[2].round = id<RoundId>(3);
    rounds[2].type = RoundType::written;
    const AdvanceStage on{who::secretary, Stage::marking, {}, {}};
    CHECK(exam.refused(compute()) == Code::incomplete);
    CHECK(exam.refused(on) == Code::incomplete);
    rounds[1].pass = Points{10'001}; // Nobody reaches it now.
    CHECK(exam.ask(on).has_value());
    const auto computed = exam.ask(compute());
    REQUIRE(computed);
    const auto result = tally(exam.contest);
    CHECK(result.unfilled == std::vector<PostId>{post_one});
    for (const auto& one : result.candidates) {
        CHECK(one.rounds.at(1).fate == RoundFate::not_reached);
        CHECK(one.outcome == Outcome::not_passed);
    }
}

TEST_CASE("late answers are decided about before scores are computed", "[core][release]") {
    Exam exam{1};
    exam.begin();
    auto late = exam.save(1, 1, option_a);
    late.received_at = day + 11h + 5min;
    exam.play(late);
    exam.now = day + 12h;
    exam.play(EndDueSittings{});
    CHECK(exam.refused(compute()) == Code::incomplete);
    exam.contest.plan.sitting.late_rule.value = LateRule::refuse;
    CHECK(exam.ask(compute()));
}

TEST_CASE("whatever changes what counts makes computed scores stand no longer", "[core][release]") {
    Exam exam = a_tie();
    exam.play(compute());
    REQUIRE(exam.contest.trace_hash);
    exam.play(RemoveTime{who::head,
                         exam_round,
                         {},
                         day + 10h,
                         day + 10h + 1min,
                         "Mất điện",
                         exam.both(who::head, who::chair)});
    CHECK_FALSE(exam.contest.trace_hash);
    CHECK_FALSE(exam.contest.score_index);
}

TEST_CASE("a tie is voted on, then drawn, then the result is released", "[core][release]") {
    Exam exam = a_tie();
    exam.play(compute());
    exam.contest.stage = Stage::scored;
    CHECK(exam.refused(release(exam)) == Code::incomplete);
    StepTie vote{who::chair,        post_one,         TieRung::council_vote,
                 {{first, second}}, "Biểu quyết 6/6", exam.both(who::chair, who::secretary)};
    auto wrong = vote;
    wrong.rung = TieRung::chair_decision;
    CHECK(exam.refused(wrong) == Code::wrong_state);
    wrong = vote;
    wrong.order = {{first}};
    CHECK(exam.refused(wrong) == Code::invalid_field);
    wrong.order = {{first}, {first}};
    CHECK(exam.refused(wrong) == Code::invalid_field);
    wrong = vote;
    wrong.approvals = exam.both(who::chair, who::chair);
    CHECK(exam.refused(wrong) == Code::same_person);
    exam.play(vote);
    const auto open = tally(exam.contest).open_ties.at(0);
    REQUIRE(open.next == TieRung::public_draw);
    const std::string draw = tie_draw_name(exam.contest, open);
    CHECK(draw == "tie/" + post_one.str() + "/" + first.str());
    StepTie drawn{who::chair,          post_one, TieRung::public_draw,
                  {{first}, {second}}, "",       exam.both(who::chair, who::secretary)};
    CHECK(exam.refused(drawn) == Code::incomplete);
    exam.play(FreezeDraw{who::chair, draw, DrawPurpose::tie, {}, {second, first}});
    for (const auto person : {who::chair, who::secretary}) {
        const auto nonce = thi::crypto::sha256(person.text());
        exam.play(CommitDraw{person, draw, thi::crypto::sha256(thi::crypto::view(nonce))});
    }
    for (const auto person : {who::chair, who::secretary})
        exam.play(RevealDraw{person, draw, thi::crypto::sha256(person.text())});
    exam.play(ResolveDraw{who::chair, draw, {}});
    const auto& order = *exam.contest.draws.at(draw).order;
    drawn.order = {{order[1]}, {order[0]}};
    CHECK(exam.refused(drawn) == Code::invalid_field);
    drawn.order = {{order[0]}, {order[1]}};
    exam.play(drawn);
    CHECK(tally(exam.contest).open_ties.empty());
    CHECK(tally(exam.contest).candidates.at(0).candidate == order[0]);
    exam.play(release(exam));
}

TEST_CASE("a draw between equals that are none is refused", "[core][release]") {
    Exam exam = a_tie();
    exam.play(compute());
    exam.contest.stage = Stage::scored;
    const std::string draw = "tie/" + post_one.str() + "/" + first.str();
    CHECK(exam.refused(FreezeDraw{who::chair, draw, DrawPurpose::tie, {}, {first, second}}) ==
          Code::invalid_field);
}

TEST_CASE("a result is released clean, once, by two people one of whom leads", "[core][release]") {
    Exam exam = a_tie();
    exam.contest.plan.result.winners_per_post.value = 2;
    CHECK(exam.refused(release(exam)) == Code::wrong_state);
    exam.play(compute());
    CHECK(exam.refused(release(exam)) == Code::wrong_state);
    exam.contest.stage = Stage::scored;
    auto dirty = release(exam);
    dirty.audit_clean = false;
    CHECK(exam.refused(dirty) == Code::not_clean);
    auto alone = release(exam);
    alone.approvals = exam.both(who::secretary, who::secretary);
    CHECK(exam.refused(alone) == Code::same_person);
    exam.play(release(exam));
    CHECK(exam.refused(release(exam)) == Code::already_done);
    FinaliseResult final_result{thi::crypto::sha256("file"), thi::crypto::sha256("root"), true,
                                exam.both(who::chair, who::secretary)};
    CHECK(exam.refused(final_result) == Code::wrong_state);
    exam.contest.stage = Stage::released;
    exam.play(final_result);
    CHECK(exam.refused(final_result) == Code::already_done);
}

TEST_CASE("a rung that computes itself is written into the log once", "[core][release]") {
    Exam exam{2};
    exam.begin();
    exam.play(exam.save(1, 1, option_a));
    exam.now = day + 12h;
    exam.play(EndDueSittings{});
    (*exam.contest.plan.rounds.value)[1].weight = 0; // Only the ladder tells them apart.
    (*exam.contest.plan.rounds.value)[1].pass = Points{0};
    exam.contest.plan.result.pass_mark.value = Points{0};
    for (unsigned int i = 1; i <= 2; ++i)
        REQUIRE(exam.sitting(i).started_at);
    const auto events = exam.play(compute());
    REQUIRE(events.size() == 2);
    const auto& step = std::get<TieStepped>(events[1]);
    CHECK_FALSE(step.by);
    CHECK(step.rung == TieRung::objective_mark);
    CHECK(step.order == std::vector<std::vector<CandidateId>>{{first}, {second}});
    CHECK(exam.play(compute()).size() == 1);
}

TEST_CASE("beats and digests go into an open log, and the log closes when all is over",
          "[core][release]") {
    Exam exam{1};
    exam.play(Beat{day, 1});
    exam.play(DigestSecurity{"2026-03-15", {}, 3});
    CHECK(exam.refused(DigestSecurity{"15/03/2026", {}, 3}) == Code::invalid_field);
    CloseLog close{who::chair, exam.both(who::chair, who::chair)};
    CHECK(exam.refused(close) == Code::wrong_state);
    exam.contest.stage = Stage::final_;
    CHECK(exam.refused(close) == Code::same_person);
    exam.contest.officials[who::stranger].roles = {Role::vice_chair};
    close.approvals = exam.both(who::chair, who::stranger);
    exam.play(close);
    CHECK(exam.refused(Beat{day, 2}) == Code::wrong_state);
}
