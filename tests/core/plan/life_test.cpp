#include "catch.h"
#include "core/plan/life.h"
#include "core/plan/sample.h"

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include <algorithm>

using namespace thi;
using namespace thi::core;

namespace {

std::vector<Stage> all_stages() {
    std::vector<Stage> stages;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Stage>>(
        [&](auto d) { stages.push_back(d.value); });
    return stages;
}

Plan with_rounds(std::vector<RoundType> types) {
    auto plan = sample::plan();
    plan.rounds.value->clear();
    unsigned int n = 0;
    for (const auto type : types) {
        Round round;
        round.round = sample::id<RoundId>(++n);
        round.type = type;
        plan.rounds.value->push_back(round);
    }
    return plan;
}

std::string advance(Contest& contest, Stage to, Instant now,
                    std::optional<PersonId> by = sample::secretary) {
    return sample::said(sample::act(contest, AdvanceStage{by, to, {}, {}}, now));
}

// What the sitting's side leaves behind when papers, rooms and seats are in place.
void make_ready(Contest& contest) {
    for (const auto variant : {Variant::official, Variant::backup}) {
        SealedPaper paper;
        paper.paper = sample::id<PaperId>(variant == Variant::official ? 1 : 2);
        paper.round = sample::round;
        paper.variant = variant;
        contest.papers[paper.paper] = paper;
    }
    contest.rounds[sample::round].rooms.push_back(Room{sample::id<RoomId>(1), "P1", 20, {}});
    auto& draw = contest.draws["seats/" + sample::round.str()];
    draw.pool = {sample::lan};
    draw.order = std::vector<CandidateId>{sample::lan};
}

// Lan has sat the round, and it has ended.
void hold(Contest& contest) {
    Sitting sitting;
    sitting.sitting = sample::id<SittingId>(1);
    sitting.candidate = sample::lan;
    sitting.round = sample::round;
    sitting.ended = EndReason::deadline;
    contest.sittings[sitting.sitting] = sitting;
    contest.rounds[sample::round].sittings.push_back(sitting.sitting);
    contest.rounds[sample::round].latest[sample::lan] = sitting.sitting;
}

} // namespace

TEST_CASE("a plan's rounds say which stages a contest goes through", "[core][life]") {
    using S = Stage;
    const std::vector<S> before = {S::draft,        S::published, S::intake,
                                   S::verification, S::listed,    S::preparing};
    const std::vector<S> after = {S::scored, S::released, S::final_, S::archived};
    const auto joined = [&](std::vector<S> held) {
        auto stages = before;
        stages.insert(stages.end(), held.begin(), held.end());
        stages.insert(stages.end(), after.begin(), after.end());
        return stages;
    };
    using R = RoundType;
    CHECK(stages_of(with_rounds({R::defence})) == joined({S::defence}));
    CHECK(stages_of(with_rounds({R::objective})) == joined({S::sitting}));
    CHECK(stages_of(with_rounds({R::written, R::defence})) ==
          joined({S::sitting, S::marking, S::defence}));
    CHECK(stages_of(with_rounds({R::objective, R::written})) == joined({S::sitting, S::marking}));
    auto practice = with_rounds({R::defence, R::objective});
    practice.rounds.value->back().practice = true;
    CHECK(stages_of(practice) == joined({S::defence}));
}

TEST_CASE("S-06: from every stage but the draft only the next one or the end can be asked for",
          "[core][life]") {
    using R = RoundType;
    for (const auto& plan : {with_rounds({R::objective}), with_rounds({R::written, R::defence}),
                             with_rounds({R::objective, R::written, R::defence})}) {
        const auto stages = stages_of(plan);
        for (std::size_t i = 0; i < stages.size(); ++i) {
            Contest contest = sample::published(sample::plan());
            contest.plan = plan;
            contest.stage = stages[i];
            contest.list_posted_at = sample::at("2026-04-10 09:00");
            for (const auto to : all_stages()) {
                const bool next = i > 0 && i + 1 < stages.size() && to == stages[i + 1];
                const bool ends = to == Stage::cancelled && i > 0 && stages[i] != Stage::final_ &&
                                  stages[i] != Stage::archived;
                const auto said =
                    sample::said(may_advance(contest, AdvanceStage{sample::chair, to, {}, {}},
                                             sample::at("2026-04-11 09:00")));
                INFO(static_cast<int>(stages[i]) << " to " << static_cast<int>(to));
                if (to == stages[i])
                    CHECK(said == "already_done");
                else
                    CHECK((said == "wrong_state") == (!next && !ends));
            }
        }
    }
}

TEST_CASE("S-06: a whole life goes step by step, each at its time and with its facts",
          "[core][life]") {
    auto contest = sample::listed(sample::plan());
    CHECK(contest.stage == Stage::listed);
    CHECK(advance(contest, Stage::preparing, sample::at("2026-04-17 09:00")) == "too_early");
    CHECK(advance(contest, Stage::preparing, sample::at("2026-04-25 09:00")) == "ok");
    CHECK(advance(contest, Stage::sitting, sample::at("2026-05-13 09:00")) == "incomplete");
    make_ready(contest);
    CHECK(advance(contest, Stage::sitting, sample::at("2026-05-13 09:00")) == "ok");
    CHECK(advance(contest, Stage::scored, sample::at("2026-05-16 10:00")) == "incomplete");
    contest.trace_hash = crypto::Digest{};
    CHECK(advance(contest, Stage::scored, sample::at("2026-05-17 10:00")) == "incomplete");
    hold(contest);
    CHECK(advance(contest, Stage::scored, sample::at("2026-05-17 10:00")) == "ok");
    CHECK(advance(contest, Stage::released, sample::at("2026-05-18 10:00")) == "incomplete");
    contest.released_hash = crypto::Digest{};
    CHECK(advance(contest, Stage::released, sample::at("2026-05-18 10:00")) == "ok");
    CHECK(advance(contest, Stage::final_, sample::at("2026-06-01 10:00")) == "incomplete");
    contest.final_hash = crypto::Digest{};
    CHECK(advance(contest, Stage::final_, sample::at("2026-06-01 10:00")) == "ok");
    CHECK(advance(contest, Stage::archived, sample::at("2026-06-02 10:00")) == "ok");
    CHECK(next_stages(contest).empty());
}

TEST_CASE("intake opens and closes by the calendar, and the server may take those steps",
          "[core][life]") {
    auto contest = sample::published();
    CHECK(advance(contest, Stage::intake, sample::at("2026-03-02 07:59"), {}) == "too_early");
    CHECK(advance(contest, Stage::intake, sample::at("2026-03-02 08:00"), {}) == "ok");
    CHECK(advance(contest, Stage::verification, sample::at("2026-03-31 17:00"), {}) == "too_early");
    CHECK(advance(contest, Stage::verification, sample::at("2026-03-31 17:01"), {}) == "ok");
    CHECK(advance(contest, Stage::listed, sample::at("2026-04-01 09:00")) == "incomplete");
    auto listed = sample::listed(sample::plan());
    CHECK(advance(listed, Stage::preparing, sample::at("2026-04-27 09:00"), {}) == "forbidden");
    CHECK(advance(listed, Stage::preparing, sample::at("2026-04-27 09:00"), sample::verifier_a) ==
          "forbidden");
}

TEST_CASE("the list stays posted for the plan's days before the contest goes on", "[core][life]") {
    auto contest = sample::listed(sample::plan()); // Posted on 10 April, for 15 days.
    CHECK(advance(contest, Stage::preparing, sample::at("2026-04-24 23:00")) == "too_early");
    CHECK(advance(contest, Stage::preparing, sample::at("2026-04-25 00:00")) == "ok");
    auto plan = sample::plan();
    plan.eligible_list.posting_days.value = 0;
    auto quick = sample::listed(plan);
    CHECK(advance(quick, Stage::preparing, sample::at("2026-04-17 23:00")) == "too_early");
    CHECK(advance(quick, Stage::preparing, sample::at("2026-04-18 00:00")) == "ok");
}

TEST_CASE("the summons leaves the plan's working days before the contest", "[core][life]") {
    // The contest is on Saturday 16 May: five working days before are the 11th to the 15th.
    auto contest = sample::listed(sample::plan());
    CHECK(advance(contest, Stage::preparing, sample::at("2026-05-11 09:00")) == "deadline_passed");
    CHECK(advance(contest, Stage::preparing, sample::at("2026-05-08 09:00")) == "ok");
    auto plan = sample::plan();
    plan.summons.min_days.value = 1;
    auto late = sample::listed(plan);
    CHECK(advance(late, Stage::preparing, sample::at("2026-05-11 09:00")) == "ok");
}

TEST_CASE("the lists of rooms are posted the plan's working days before", "[core][life]") {
    const auto ready = [](Whole days) {
        auto plan = sample::plan();
        plan.lists_posting.min_days.value = days;
        auto contest = sample::listed(plan);
        REQUIRE(advance(contest, Stage::preparing, sample::at("2026-04-27 09:00")) == "ok");
        make_ready(contest);
        return contest;
    };
    auto strict = ready(3);
    CHECK(advance(strict, Stage::sitting, sample::at("2026-05-13 09:00")) == "deadline_passed");
    auto loose = ready(2);
    CHECK(advance(loose, Stage::sitting, sample::at("2026-05-13 09:00")) == "ok");
}

TEST_CASE("a round needs as many sealed papers as the plan says", "[core][life]") {
    auto contest = sample::listed(sample::plan());
    REQUIRE(advance(contest, Stage::preparing, sample::at("2026-04-27 09:00")) == "ok");
    make_ready(contest);
    auto none = contest;
    none.papers.erase(sample::id<PaperId>(1));
    CHECK(advance(none, Stage::sitting, sample::at("2026-05-12 09:00")) == "incomplete");
    auto no_backup = contest;
    no_backup.papers.erase(sample::id<PaperId>(2));
    CHECK(advance(no_backup, Stage::sitting, sample::at("2026-05-12 09:00")) == "incomplete");
    no_backup.plan.paper.backup_count.value = 0;
    CHECK(advance(no_backup, Stage::sitting, sample::at("2026-05-12 09:00")) == "ok");
}

TEST_CASE("what nothing obeys yet refuses the step that would need it", "[core][life]") {
    auto contest = sample::listed(sample::plan());
    REQUIRE(advance(contest, Stage::preparing, sample::at("2026-04-27 09:00")) == "ok");
    make_ready(contest);
    const auto with = [&](auto change) {
        auto changed = contest;
        change(changed.plan);
        return advance(changed, Stage::sitting, sample::at("2026-05-12 09:00"));
    };
    CHECK(with([](Plan&) {}) == "ok");
    CHECK(with([](Plan& plan) { plan.paper.official_count.value = 2; }) == "not_supported_yet");
    CHECK(with([](Plan& plan) { plan.evidence.signed_saves.value = true; }) == "not_supported_yet");
}

TEST_CASE("a contest is cancelled by two people with a reason", "[core][life]") {
    auto contest = sample::published();
    const auto now = sample::at("2026-02-21 09:00");
    const auto cancel = [&](std::optional<std::string> reason, Approvals approvals) {
        return sample::said(sample::act(
            contest, AdvanceStage{sample::chair, Stage::cancelled, reason, approvals}, now));
    };
    CHECK(cancel({}, sample::approvals(now)) == "invalid_field");
    CHECK(cancel("Không còn nhu cầu", {}) == "needs_approval");
    CHECK(cancel("Không còn nhu cầu", sample::approvals(now)) == "ok");
    CHECK(next_stages(contest).empty());
}

TEST_CASE("intake is extended by two people, with a reason, within the plan's days",
          "[core][life]") {
    auto contest = sample::published(); // Closes on 31 March; 15 days more at most.
    auto now = sample::at("2026-04-02 09:00");
    const auto extend = [&](const char* to, const char* reason = "Ít hồ sơ") {
        return sample::said(
            sample::act(contest,
                        ExtendDeadline{sample::secretary, Deadline::intake_closes, sample::at(to),
                                       reason, sample::approvals(now)},
                        now));
    };
    CHECK(extend("2026-04-16 17:00") == "limit_reached");
    CHECK(extend("2026-04-10 17:00", " ") == "invalid_field");
    CHECK(extend("2026-04-01 17:00") == "invalid_field");
    CHECK(extend("2026-04-10 17:00") == "ok");
    CHECK(contest.intake_closes == sample::at("2026-04-10 17:00"));
    CHECK(extend("2026-04-10 16:00") == "invalid_field");
    CHECK(extend("2026-04-15 17:00") == "ok");
    contest.plan.intake.extension_allowed.value = false;
    CHECK(extend("2026-04-15 18:00") == "forbidden");
    contest.plan.intake.extension_allowed.value = true;
    contest.plan.intake.extension_max_days = {};
    CHECK(extend("2026-05-15 18:00") == "ok");
    CHECK(extend("2026-05-16 08:00") == "invalid_field"); // The bell of the round.
    CHECK(sample::said(decide_on(contest,
                                 ExtendDeadline{sample::secretary, Deadline::petition_window,
                                                sample::at("2026-06-01 17:00"), "Lý do",
                                                sample::approvals(now)},
                                 now)) == "wrong_state");
}
