// Appeals: filed in one window, decided by people who have not dealt with the matter, answered by
// marking again; and the release that follows.

#include "catch.h"
#include "core/marking/remark.h"
#include "core/marking/written.h"
#include "core/result/amended.h"
#include "core/result/appeal_window.h"
#include "core/result/tally.h"
#include "core/sitting/lookup.h"

using namespace thi;
using namespace thi::core;

namespace {

template <class T> void set(Setting<T>& setting, T value) {
    setting.value = std::move(value);
    setting.source = "test";
}

const PersonId panel_a = id<PersonId>(50);
const PersonId panel_b = id<PersonId>(51);
const CandidateId appellant = id<CandidateId>(1);
const CandidateId rival = id<CandidateId>(2);

crypto::Digest trace_of(const Tally& tally) {
    std::string text;
    for (const auto& score : tally.candidates)
        text += score.candidate.str() + score.shown + ";";
    return crypto::sha256(text);
}

// Two candidates whose essays were marked 50 and 60 of 100, released provisionally.
class Released : public Written {
  public:
    explicit Released(unsigned int markers = 6) : Written{2, markers} {
        auto& rules = contest.plan.remark;
        set(rules.allowed_round_types, {RoundType::written});
        set(rules.window, Whole{5});
        set(rules.extension, Whole{3});
        set(rules.finish_days, Whole{10});
        set(rules.publish_days, Whole{2});
        set(rules.change_threshold, Points{50});
        set(rules.markers, Whole{2});
        contest.officials[panel_a].roles = {Role::appeals_panel};
        contest.officials[panel_b].roles = {Role::appeals_panel};
        begin_marking();
        assign();
        for (const auto turn : {Turn::first, Turn::second}) {
            mark(code(appellant), turn, 5'000);
            mark(code(rival), turn, 6'000);
        }
        play(UnblindScripts{who::blinder, exam_round, both(who::blinder, who::head_of_marking)});
        play(ComputeScores{who::secretary, trace_of});
        contest.stage = Stage::scored;
        play(releasing());
        contest.stage = Stage::released;
    }

    std::string code(CandidateId candidate) const {
        return *code_of(contest, exam_round, candidate);
    }
    ReleaseResult releasing() const {
        return {crypto::sha256("file"), crypto::sha256("root"), true,
                both(who::chair, who::secretary)};
    }
    FinaliseResult finalising() const {
        return {crypto::sha256("file"), crypto::sha256("root"), true,
                both(who::chair, who::secretary)};
    }
    FileAppeal filing(AppealTrack track = AppealTrack::own_mark, unsigned int number = 1) const {
        return {.appeal = id<AppealId>(number),
                .candidate = appellant,
                .track = track,
                .round = exam_round,
                .item = {},
                .text_hash = crypto::sha256("đơn"),
                .received_at = now};
    }
    DecideAppeal deciding(bool upheld, unsigned int number = 1) const {
        return {panel_a, id<AppealId>(number), upheld, "Có căn cứ", both(panel_a, panel_b)};
    }
    AmendMark amending() const { return {panel_a, id<AppealId>(1), both(panel_a, panel_b)}; }
    void grant() {
        play(filing());
        play(deciding(true));
        play(AssignRemarks{panel_a, id<AppealId>(1)});
    }
    Fraction mark_now() const {
        return written_mark(contest, *find_round(contest.plan, exam_round), appellant)->mark;
    }
    Whole rank_of(CandidateId candidate) const {
        for (const auto& score : tally(contest).candidates)
            if (score.candidate == candidate) return score.rank.value_or(0);
        return 0;
    }
};

} // namespace

TEST_CASE("remark.window, remark.extension: appeals are taken to the end of the last day",
          "[core][appeals]") {
    Released exam;
    const auto closes = *appeals_close(exam.contest);
    exam.now = closes;
    CHECK(exam.ask(exam.filing()));
    exam.now = closes + 1ms;
    CHECK(exam.refused(exam.filing()) == Code::deadline_passed);
    exam.contest.plan.remark.window.value = 6;
    CHECK(*appeals_close(exam.contest) == closes + 24h);
    CHECK(*appeals_close_at_most(exam.contest) == closes + 4 * 24h);
    exam.contest.plan.remark.extension.value = 0;
    CHECK(*appeals_close_at_most(exam.contest) == closes + 24h);
    auto early = exam;
    early.contest.stage = Stage::scored;
    CHECK(early.refused(early.filing()) == Code::wrong_state);
}

TEST_CASE("remark.allowed_round_types: a mark is asked about only where the plan says so",
          "[core][appeals]") {
    Released exam;
    set(exam.contest.plan.remark.allowed_round_types, {RoundType::defence});
    CHECK(exam.refused(exam.filing()) == Code::forbidden);
    CHECK(exam.ask(exam.filing(AppealTrack::procedure))); // Against the procedure: always.
    set(exam.contest.plan.remark.allowed_round_types, {RoundType::written});
    exam.play(exam.filing());
    CHECK(exam.refused(exam.filing(AppealTrack::own_mark, 2)) == Code::already_done);
    CHECK(exam.ask(exam.filing(AppealTrack::procedure, 2)));
}

TEST_CASE("remark.finish_days, remark.publish_days: until when an appeal is answered",
          "[core][appeals]") {
    Released exam;
    exam.play(exam.filing());
    const auto& appeal = exam.contest.appeals.at(id<AppealId>(1));
    const auto before = remark_deadlines(exam.contest, appeal);
    exam.contest.plan.remark.finish_days.value = 11;
    CHECK(*remark_deadlines(exam.contest, appeal).finish == *before.finish + 24h);
    exam.contest.plan.remark.finish_days.value = 10;
    exam.contest.plan.remark.publish_days.value = 9;
    CHECK(*remark_deadlines(exam.contest, appeal).publish > *before.publish);
}

TEST_CASE("who marked, who is related and who is alone do not decide about an appeal",
          "[core][appeals]") {
    Released exam;
    exam.play(exam.filing());
    auto alone = exam.deciding(true);
    alone.approvals = exam.both(panel_a, panel_a);
    CHECK(exam.refused(alone) == Code::same_person);
    auto outsider = exam.deciding(true);
    outsider.by = who::secretary;
    CHECK(exam.refused(outsider) == Code::forbidden);
    auto related = exam;
    related.contest.officials[panel_b].conflicts[appellant] = Relation::sibling;
    CHECK_FALSE(related.ask(related.deciding(true)));
    auto marker = exam;
    const auto by = exam.marker_of(exam.code(appellant), Turn::first);
    marker.contest.officials[by].roles.insert(Role::appeals_panel);
    auto own = exam.deciding(true);
    own.by = by;
    CHECK(marker.refused(own) == Code::role_conflict);
    CHECK(exam.ask(exam.deciding(true)));
}

TEST_CASE("an appeal that was refused, and one decided anew, leave both decisions in the log",
          "[core][appeals]") {
    Released exam;
    exam.play(exam.filing());
    exam.play(exam.deciding(false));
    CHECK(exam.refused(AssignRemarks{panel_a, id<AppealId>(1)}) == Code::wrong_state);
    CHECK(exam.refused(exam.deciding(false)) == Code::already_done);
    const auto index = exam.contest.appeals.at(id<AppealId>(1)).verdict->index;
    const auto events = exam.play(exam.deciding(true));
    CHECK(std::get<AppealDecided>(events[0]).replaces == static_cast<Whole>(index));
    CHECK(exam.ask(AssignRemarks{panel_a, id<AppealId>(1)}));
}

TEST_CASE("a mark that was amended moves the rank, and is released anew before it is final",
          "[core][appeals]") {
    Released exam;
    CHECK(exam.rank_of(appellant) == 2);
    exam.grant();
    CHECK(exam.refused(exam.amending()) == Code::incomplete);
    exam.mark(exam.code(appellant), Turn::remark_first, 7'000);
    exam.mark(exam.code(appellant), Turn::remark_second, 7'000);
    exam.play(exam.amending());
    CHECK(exam.mark_now() == Fraction{7'000, 1});
    CHECK(exam.rank_of(appellant) == 1);
    CHECK_FALSE(exam.contest.trace_hash);
    exam.now = *appeals_close(exam.contest) + 1ms;
    CHECK(exam.refused(exam.finalising()) == Code::incomplete);
    exam.play(ComputeScores{who::secretary, trace_of});
    CHECK(exam.refused(exam.finalising()) == Code::incomplete);
    exam.play(exam.releasing());
    CHECK(exam.refused(exam.releasing()) == Code::already_done);
    CHECK(exam.ask(exam.finalising()));
    // A decision taken back takes its amendment back.
    exam.play(exam.deciding(false));
    CHECK(exam.mark_now() == Fraction{5'000, 1});
    CHECK_FALSE(exam.contest.trace_hash);
}

TEST_CASE("remark.change_threshold: a smaller difference is looked at and changes nothing",
          "[core][appeals]") {
    Released exam;
    exam.grant();
    exam.mark(exam.code(appellant), Turn::remark_first, 5'049);
    exam.mark(exam.code(appellant), Turn::remark_second, 5'049);
    auto exact = exam;
    exact.contest.plan.remark.change_threshold.value.reset();
    exact.play(exact.amending());
    CHECK(exact.mark_now() == Fraction{5'049, 1});
    exam.play(exam.amending());
    CHECK(exam.mark_now() == Fraction{5'000, 1});
    CHECK(exam.contest.trace_hash);
    exam.now = *appeals_close(exam.contest) + 1ms;
    CHECK(exam.ask(exam.finalising()));
}

TEST_CASE("remark.third_rule: where two differ a third marks, and two equals or the mean stand",
          "[core][appeals]") {
    Released exam;
    exam.grant();
    exam.mark(exam.code(appellant), Turn::remark_first, 6'000);
    exam.mark(exam.code(appellant), Turn::remark_second, 9'000);
    CHECK(exam.refused(exam.amending()) == Code::incomplete);
    exam.play(AssignRemarks{panel_a, id<AppealId>(1)});
    auto equal = exam;
    equal.mark(equal.code(appellant), Turn::remark_third, 9'000);
    equal.play(equal.amending());
    CHECK(equal.mark_now() == Fraction{9'000, 1});
    exam.mark(exam.code(appellant), Turn::remark_third, 7'500);
    exam.play(exam.amending());
    CHECK(exam.mark_now() == Fraction{7'500, 1});
}

TEST_CASE("remark.markers: one marks again where the plan says one", "[core][appeals]") {
    Released exam;
    exam.contest.plan.remark.markers.value = 1;
    exam.grant();
    exam.mark(exam.code(appellant), Turn::remark_first, 8'000);
    exam.play(exam.amending());
    CHECK(exam.mark_now() == Fraction{8'000, 1});
}

TEST_CASE("results become final when the window is over and no appeal waits", "[core][appeals]") {
    Released exam;
    CHECK(exam.refused(exam.finalising()) == Code::too_early);
    exam.play(exam.filing(AppealTrack::procedure));
    exam.now = *appeals_close(exam.contest) + 1ms;
    CHECK(exam.refused(exam.finalising()) == Code::incomplete);
    exam.play(exam.deciding(false));
    exam.play(exam.finalising());
    CHECK(exam.refused(exam.deciding(true)) == Code::wrong_state);
}
