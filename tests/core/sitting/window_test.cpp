// Timing as drawn timelines: a row says when a sitting is open.

#include "catch.h"
#include "core/sitting/exam.h"
#include "core/sitting/lookup.h"
#include "core/sitting/window.h"

#include <random>

using namespace thi::core;

namespace {

std::string clock_text(Instant at) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(at - day).count();
    const auto two = [](long long number) {
        return (number < 10 ? "0" : "") + std::to_string(number);
    };
    std::string text = two(seconds / 3600) + ":" + two(seconds / 60 % 60);
    if (seconds % 60 != 0) text += ":" + two(seconds % 60);
    return text;
}

std::string drawn(const Window& window) {
    std::string line = "before | " + clock_text(window.opens) + " open";
    Instant last = window.ends;
    if (window.grace_ends != window.ends) line += " | " + clock_text(window.ends) + " grace";
    last = window.grace_ends;
    if (window.accept_until != window.grace_ends) {
        line += " | " + clock_text(window.grace_ends) + " late";
        last = window.accept_until;
    }
    return line + " | " + clock_text(last) + " closed";
}

std::string timeline(const Schedule& schedule, const SittingFacts& facts = {},
                     const std::vector<Interval>& removed = {}) {
    return drawn(window(schedule, facts, removed));
}

Schedule bell_at_ten() {
    Schedule schedule;
    schedule.opens = day + 10h;
    schedule.allowance = 1h;
    return schedule;
}

Schedule open_all_day() {
    Schedule schedule;
    schedule.opens = day + 10h;
    schedule.closes = day + 20h;
    schedule.allowance = 3h;
    schedule.clock = ClockMode::on_login;
    return schedule;
}

} // namespace

TEST_CASE("with a fixed bell the clock starts whether or not the candidate has come",
          "[core][timing]") {
    const auto bell = bell_at_ten();
    CHECK(timeline(bell) == "before | 10:00 open | 11:00 closed");
    CHECK(timeline(bell, {.started_at = day + 10h + 20min}) ==
          "before | 10:00 open | 11:00 closed");
}

TEST_CASE("in a window contest the clock starts with the candidate", "[core][timing]") {
    const auto all_day = open_all_day();
    CHECK(timeline(all_day, {.started_at = day + 11h}) == "before | 10:00 open | 14:00 closed");
    CHECK(timeline(all_day, {.started_at = day + 18h}) == "before | 10:00 open | 20:00 closed");
    CHECK(timeline(all_day) == "before | 10:00 open | 20:00 closed");
}

TEST_CASE("grace and the late window follow the end", "[core][timing]") {
    auto bell = bell_at_ten();
    bell.grace = 30s;
    bell.late_window = 10min;
    CHECK(timeline(bell) == "before | 10:00 open | 11:00 grace | 11:00:30 late | 11:10:30 closed");
}

TEST_CASE("grants are added at the end, also past the round's close", "[core][timing]") {
    CHECK(timeline(bell_at_ten(), {.started_at = {}, .granted = 15min}) ==
          "before | 10:00 open | 11:15 closed");
    CHECK(timeline(open_all_day(), {.started_at = day + 18h, .granted = 15min}) ==
          "before | 10:00 open | 20:15 closed");
}

TEST_CASE("removed time comes back at the end, once, wherever it lies", "[core][timing]") {
    struct Row {
        const char* says;
        std::vector<Interval> removed;
        const char* expected;
    };
    const auto at = [](int hours, int minutes) {
        return day + std::chrono::hours{hours} + std::chrono::minutes{minutes};
    };
    const auto row = GENERATE_COPY(values<Row>({
        {"inside", {{at(10, 20), at(10, 30)}}, "before | 10:00 open | 11:10 closed"},
        {"over the bell: only what follows it",
         {{at(9, 50), at(10, 10)}},
         "before | 10:00 open | 11:10 closed"},
        {"before the bell: nothing", {{at(9, 0), at(9, 30)}}, "before | 10:00 open | 11:00 closed"},
        {"after the end: nothing", {{at(11, 0), at(11, 30)}}, "before | 10:00 open | 11:00 closed"},
        {"across the end: all of it",
         {{at(10, 50), at(11, 30)}},
         "before | 10:00 open | 11:40 closed"},
        {"two that overlap count once",
         {{at(10, 20), at(10, 30)}, {at(10, 25), at(10, 40)}},
         "before | 10:00 open | 11:20 closed"},
        {"one within another counts once",
         {{at(10, 20), at(10, 50)}, {at(10, 30), at(10, 40)}},
         "before | 10:00 open | 11:30 closed"},
        {"the second reached only because of the first",
         {{at(11, 5), at(11, 15)}, {at(10, 20), at(10, 30)}},
         "before | 10:00 open | 11:20 closed"},
    }));
    DYNAMIC_SECTION(row.says) {
        CHECK(timeline(bell_at_ten(), {}, row.removed) == row.expected);
    }
}

TEST_CASE("a round stopped before somebody signs in closes later for him too", "[core][timing]") {
    const std::vector<Interval> noon{{day + 12h, day + 13h}};
    CHECK(timeline(open_all_day(), {.started_at = day + 18h}, noon) ==
          "before | 10:00 open | 21:00 closed");
    CHECK(timeline(open_all_day(), {.started_at = day + 14h}, noon) ==
          "before | 10:00 open | 17:00 closed");
    CHECK(timeline(open_all_day(), {}, noon) == "before | 10:00 open | 21:00 closed");
}

TEST_CASE("R-13 what is received at the last instant of the grace counts, a millisecond later not",
          "[core][timing]") {
    auto bell = bell_at_ten();
    bell.grace = 30s;
    bell.late_window = 1min;
    const auto open = window(bell, {}, {});
    CHECK_FALSE(counts(open, day + 10h - 1ms));
    CHECK(counts(open, day + 10h));
    CHECK(counts(open, day + 11h + 30s));
    CHECK_FALSE(counts(open, day + 11h + 30s + 1ms));
    CHECK(phase(open, day + 11h) == Phase::open);
    CHECK(phase(open, day + 11h + 1ms) == Phase::grace);
    CHECK(phase(open, day + 11h + 31s) == Phase::late);
    CHECK(phase(open, day + 11h + 91s) == Phase::closed);
}

TEST_CASE("a round without an opening never opens, one without a close never ends",
          "[core][timing]") {
    Round round;
    CHECK(schedule(Plan{}, round).opens == never);
    CHECK_FALSE(counts(window(schedule(Plan{}, round), {}, {}), day));
    Schedule endless = open_all_day();
    endless.closes.reset();
    CHECK(window(endless, {}, {}).ends == never);
    CHECK(timeline(endless, {.started_at = day + 18h}) == "before | 10:00 open | 21:00 closed");
}

namespace {

struct Drawn {
    std::mt19937 random{20260315};
    int below(int n) { return std::uniform_int_distribution<int>{0, n - 1}(random); }
    Instant instant() { return day + 8h + std::chrono::minutes{below(14 * 60)}; }
    std::vector<Interval> intervals() {
        std::vector<Interval> some;
        for (int i = below(5); i > 0; --i) {
            const auto from = instant();
            some.push_back({from, from + std::chrono::minutes{1 + below(90)}});
        }
        return some;
    }
    Schedule schedule() { return below(2) == 0 ? bell_at_ten() : open_all_day(); }
    SittingFacts facts() {
        SittingFacts facts;
        if (below(3) != 0) facts.started_at = day + 10h + std::chrono::minutes{below(600)};
        facts.granted = std::chrono::minutes{below(3) * 10};
        return facts;
    }
};

} // namespace

TEST_CASE("an extension never shortens, a removal never shortens, restoring restores exactly",
          "[core][timing]") {
    Drawn draw;
    for (int i = 0; i < 2'000; ++i) {
        const auto schedule = draw.schedule();
        const auto facts = draw.facts();
        auto removed = draw.intervals();
        const auto before = window(schedule, facts, removed);
        auto longer = facts;
        longer.granted += std::chrono::minutes{draw.below(30)};
        CHECK(window(schedule, longer, removed).ends >= before.ends);
        removed.push_back({draw.instant(), draw.instant()});
        CHECK(window(schedule, facts, removed).ends >= before.ends);
        removed.pop_back();
        CHECK(window(schedule, facts, removed).ends == before.ends);
    }
}

TEST_CASE("a sitting ends at the latest at the hard close with grants and removed time",
          "[core][timing]") {
    Drawn draw;
    for (int i = 0; i < 2'000; ++i) {
        const auto schedule = draw.schedule();
        const auto facts = draw.facts();
        const auto removed = draw.intervals();
        Duration all_removed{};
        for (const auto& gap : removed)
            all_removed += gap.to_at - gap.from_at;
        const auto close = schedule.closes.value_or(schedule.opens + schedule.allowance);
        const auto open = window(schedule, facts, removed);
        CHECK(open.ends <= close + facts.granted + all_removed);
        CHECK(open.opens <= open.ends);
    }
}

TEST_CASE("counted time keeps the order of instants and undoes itself", "[core][timing]") {
    Drawn draw;
    for (int i = 0; i < 500; ++i) {
        const CountedTime time{day + 10h, draw.intervals()};
        auto a = draw.instant();
        auto b = draw.instant();
        if (b < a) std::swap(a, b);
        CHECK(time.at(a) <= time.at(b));
        CHECK(time.at(time.when(time.at(a))) == time.at(a));
    }
}

TEST_CASE("late entry follows the band of the round's length", "[core][timing]") {
    struct Row {
        const char* says;
        Whole minutes;
        std::optional<Instant> expected;
    };
    const auto row = GENERATE(values<Row>({
        {"up to 30 minutes: 5", 30, day + 10h + 5min},
        {"31 minutes: the chair decides", 31, {}},
        {"59 minutes: the chair decides", 59, {}},
        {"from 60 minutes on: 10", 60, day + 10h + 10min},
    }));
    DYNAMIC_SECTION(row.says) {
        Exam exam{1};
        (*exam.contest.plan.rounds.value)[1].minutes = row.minutes;
        exam.prepare();
        CHECK(entry_until(exam.contest, exam.sitting(1)) == row.expected);
    }
}

TEST_CASE("the parts' minutes make the round's where it has none, and leaving takes two thirds",
          "[core][timing]") {
    Exam exam{1};
    exam.prepare();
    CHECK(drawn(window(exam.contest, exam.sitting(1))) ==
          "before | 10:00 open | 11:00 grace | 11:00:30 late | 11:10:30 closed");
    CHECK(leave_from(exam.contest, exam.sitting(1)) == day + 10h + 40min);
}

TEST_CASE("round.objective.start_clock_mode rules a round that counts, not practice",
          "[core][timing]") {
    Exam exam{1};
    auto& mode = exam.contest.plan.round.objective.start_clock_mode;
    mode.value = ClockMode::on_login;
    const auto& rounds = *exam.contest.plan.rounds;
    CHECK(schedule(exam.contest.plan, rounds[1]).clock == ClockMode::on_login);
    mode.value = ClockMode::fixed_instant;
    CHECK(schedule(exam.contest.plan, rounds[1]).clock == ClockMode::fixed_instant);
    CHECK(schedule(exam.contest.plan, rounds[0]).clock == ClockMode::on_login);
}
