#include "catch.h"
#include "core/plan/parameters.h"
#include "core/plan/sample.h"

#include <functional>

using namespace thi;
using namespace thi::core;

namespace {

struct Breach {
    const char* says;
    std::function<void(Plan&)> change;
    const char* pointer;
};

Plan with_second_round(const char* opens) {
    auto plan = sample::plan();
    auto second = plan.rounds.value->front();
    second.round = sample::id<RoundId>(2);
    second.opens = sample::at(opens);
    plan.rounds.value->push_back(second);
    return plan;
}

template <class T> std::function<void(Plan&)> rounds(T change) {
    return [change](Plan& plan) {
        change(plan.rounds.value->front());
    };
}

const std::vector<Breach> contest_rows = {
    {"a code with a space", [](Plan& p) { p.contest.code.value = "MAU 2026"; },
     "/contest/code/value"},
    {"no code", [](Plan& p) { p.contest.code.value = ""; }, "/contest/code/value"},
    {"without Vietnamese", [](Plan& p) { p.languages.value = {"en"}; }, "/languages/value"},
    {"a language that the site has not",
     [](Plan& p) {
         p.languages.value = {"fr", "vi"};
     },
     "/languages/value"},
    {"an instant beyond all calendars",
     [](Plan& p) { p.intake.closes.value = from_ms(std::int64_t{1} << 52); },
     "/intake/closes/value"},
    {"no post", [](Plan& p) { p.post.list.value->clear(); }, "/post/list/value"},
    {"one id for two posts", [](Plan& p) { (*p.post.list.value)[1].post = sample::post; },
     "/post/list/value/1/post"},
    {"a post without seats", [](Plan& p) { (*p.post.list.value)[0].seats = 0; },
     "/post/list/value/0/seats"},
    {"intake ends before it begins",
     [](Plan& p) { p.intake.closes.value = *p.intake.opens - Duration{1}; },
     "/intake/closes/value"},
    {"29 days where 30 are the least",
     [](Plan& p) { p.intake.closes.value = sample::at("2026-03-30 17:00"); },
     "/intake/closes/value"},
    {"31 days asked of an intake of 30", [](Plan& p) { p.intake.min_days.value = 31; },
     "/intake/closes/value"},
    {"no posts at all per candidate", [](Plan& p) { p.post.max_posts_per_candidate.value = 0; },
     "/post/max_posts_per_candidate/value"},
    {"a term longer than the years left", [](Plan& p) { p.appointment.term.value = 6; },
     "/elig/age_rule/value"},
    {"years beyond a life", [](Plan& p) { p.elig.age_rule.value->men = 101; },
     "/elig/age_rule/value"},
    {"months beyond fifty years",
     [](Plan& p) { (*p.elig.discipline_lockout.value)[Discipline::warning] = 601; },
     "/elig/discipline_lockout/value"},
    {"a day that is none",
     [](Plan& p) {
         p.calendar.holidays = {{{"2026-02-30"}}, "", {}};
     },
     "/calendar/holidays/value/0"},
    {"an eighth day of the week",
     [](Plan& p) {
         p.calendar.working_weekdays = {{{1, 8}}, "", {}};
     },
     "/calendar/working_weekdays/value"},
};

const std::vector<Breach> round_rows = {
    {"a pass mark above the scale", rounds([](Round& r) { r.pass = Points{10001}; }),
     "/rounds/value/0/pass"},
    {"a weight that no sum can bear", rounds([](Round& r) { r.weight = Whole{1} << 60; }),
     "/rounds/value/0/weight"},
    {"a bell beyond all calendars",
     rounds([](Round& r) { r.opens = from_ms(std::int64_t{1} << 52); }), "/rounds/value/0/opens"},
    {"no scale", rounds([](Round& r) { r.scale = r.pass = Points{}; }), "/rounds/value/0/scale"},
    {"a gate without a mark",
     [](Plan& p) {
         p.rounds.value->front().gate = true;
         p.rounds.value->front().pass = Points{};
     },
     "/rounds/value/0/pass"},
    {"no duration", rounds([](Round& r) { r.minutes = 0; }), "/rounds/value/0/minutes"},
    {"another clock than the plan's", rounds([](Round& r) { r.clock = ClockMode::on_login; }),
     "/rounds/value/0/closes"},
    {"nothing that counts", rounds([](Round& r) { r.weight = 0; }), "/rounds/value"},
    {"the bell before intake closes",
     rounds([](Round& r) { r.opens = sample::at("2026-03-31 16:00"); }), "/rounds/value/0/opens"},
    {"rounds out of order", [](Plan& p) { p = with_second_round("2026-05-16 08:00"); },
     "/rounds/value/1/opens"},
    {"nine days where ten are between",
     [](Plan& p) {
         p = with_second_round("2026-05-25 08:00");
         p.round.gap_days = {10, "", {}};
     },
     "/rounds/value/1/opens"},
    {"a topic twice",
     [](Plan& p) {
         const RoundPart part{"general", "", 60, 60, 50};
         p.round.objective.parts.waived.reset();
         p.round.objective.parts.value = {part, part};
     },
     "/round/objective/parts/value/1/topic"},
};

const std::vector<Breach> result_rows = {
    {"late bands that fall",
     [](Plan& p) {
         p.room.late_entry_bands.waived.reset();
         p.room.late_entry_bands.value = {LateEntryBand{60, 10}, LateEntryBand{30, 5}};
     },
     "/room/late_entry_bands/value/1/up_to_minutes"},
    {"a ladder that may leave equals",
     [](Plan& p) { p.result.tie_break.value = {TieRung::objective_mark}; },
     "/result/tie_break/value"},
    {"a council's vote is no end",
     [](Plan& p) { p.result.tie_break.value = {TieRung::council_vote}; },
     "/result/tie_break/value"},
    {"a rung twice",
     [](Plan& p) {
         p.result.tie_break.value = {TieRung::public_draw, TieRung::public_draw};
     },
     "/result/tie_break/value"},
    {"a mark that no sum reaches", [](Plan& p) { p.result.pass_mark.value = Points{10001}; },
     "/result/pass_mark/value"},
    {"more winners than seats", [](Plan& p) { p.result.winners_per_post.value = 2; },
     "/result/winners_per_post/value"},
    {"decimals that points have not", [](Plan& p) { p.result.display_decimals.value = 3; },
     "/result/display_decimals/value"},
    {"a share above one",
     [](Plan& p) {
         p.room.earliest_leave_fraction = {Fraction{3, 2}, "", {}};
     },
     "/room/earliest_leave_fraction/value"},
    {"a fraction of nothing",
     [](Plan& p) {
         p.room.earliest_leave_fraction = {Fraction{1, 0}, "", {}};
     },
     "/room/earliest_leave_fraction/value"},
    {"a waiver of what cannot be waived",
     [](Plan& p) {
         p.rounds = {{}, "", Waiver{"x", "y"}};
     },
     "/rounds"},
};

} // namespace

TEST_CASE("the sample plan contradicts nothing", "[core][plan]") {
    CHECK(check(sample::plan()).empty());
    CHECK(unset(sample::plan()).empty());
}

TEST_CASE("a plan that contradicts itself or leaves its ranges says where", "[core][plan]") {
    std::vector<Breach> table = contest_rows;
    table.insert(table.end(), round_rows.begin(), round_rows.end());
    table.insert(table.end(), result_rows.begin(), result_rows.end());
    for (const auto& row : table)
        DYNAMIC_SECTION(row.says) {
            auto plan = sample::plan();
            row.change(plan);
            const auto faults = check(plan);
            REQUIRE_FALSE(faults.empty());
            CHECK(faults.front().pointer == row.pointer);
        }
}

TEST_CASE("limits themselves are allowed", "[core][plan]") {
    auto plan = with_second_round("2026-05-26 08:00");
    plan.round.gap_days = {10, "", {}};
    plan.result.pass_mark.value = Points{20000};
    CHECK(check(plan).empty());
}

TEST_CASE("an inconsistent plan is not published", "[core][plan]") {
    auto plan = sample::plan();
    plan.contest.code.value = "MÃ";
    const auto now = sample::at("2026-02-20 09:00");
    CHECK(sample::said(decide_on(Contest{}, sample::publication(plan, now), now)) ==
          "invalid_field");
    const auto late = sample::at("2026-03-31 17:00");
    CHECK(sample::said(decide_on(Contest{}, sample::publication(sample::plan(), late), late)) ==
          "deadline_passed");
}

TEST_CASE("a contest is published by two who will govern it, whose duties do not meet",
          "[core][plan]") {
    const auto now = sample::at("2026-02-20 09:00");
    auto command = sample::publication(sample::plan(), now);
    command.approvals = sample::approvals(now, sample::chair, sample::secretary);
    CHECK(sample::said(decide_on(Contest{}, command, now)) == "forbidden");
    command.approvals = sample::approvals(now);
    command.officials.push_back({sample::chair, Role::marker});
    const auto refused = decide_on(Contest{}, command, now);
    CHECK(sample::said(refused) == "role_conflict");
    CHECK(refused.error().errors.front().pointer == "/officials/6");
}
