// Window: when a sitting is open. The only place where time is turned into "may" and "may not".
//
// Pure: instants are handed in. Extensions, stopped clocks and the clock's mode meet here and
// nowhere else, so that the screen, the writer and the auditor cannot disagree.

#pragma once
#include "core/contest.h"
#include "core/time.h"

#include <optional>
#include <span>
#include <vector>

namespace thi::core {

// Later than every instant of a contest (the end of the year 9999): a round without an end.
inline constexpr Instant never = from_ms(253'402'300'799'999);

// A stretch of time, [from_at, to_at).
struct Interval {
    Instant from_at;
    Instant to_at;
};

// When a round is held.
struct Schedule {
    Instant opens;                 // The bell, or the first instant at which one may sign in.
    std::optional<Instant> closes; // on_login: the last instant of all; fixed_instant: not used.
    Duration allowance{};          // The time of one candidate.
    ClockMode clock = ClockMode::fixed_instant;
    Duration grace{};       // After the end: saves that were under way still count.
    Duration late_window{}; // After the grace: saves are kept, and decided about later.
};

// What has happened in one sitting that moves its clock.
struct SittingFacts {
    std::optional<Instant> started_at; // The first lease.
    Duration granted{};                // All grants together; never negative.
};

// opens <= ends <= grace_ends <= accept_until, unless a clock was never started.
struct Window {
    Instant opens;
    Instant ends;
    Instant grace_ends;   // Saves received until then, inclusive, count.
    Instant accept_until; // Saves received until then, inclusive, are kept.
};

enum class Phase { before, open, grace, late, closed };

// Where an instant stands in a window. `ends` itself is the last open instant.
Phase phase(const Window& window, Instant at);

// Does what was received then count? Not before the opening and not after the grace.
bool counts(const Window& window, Instant received_at);

// Time that counts: what has passed since `zero`, less the removed intervals. Keeps order: of two
// instants the later never counts for less. Intervals may overlap and come in any order.
class CountedTime {
  public:
    CountedTime(Instant zero, std::span<const Interval> removed);
    Duration at(Instant instant) const;
    // The first instant at which `counted` has passed.
    Instant when(Duration counted) const;

  private:
    Instant zero_;
    std::vector<Interval> removed_; // Disjoint, sorted, none before zero_.
};

// The one function of time. With fixed_instant the clock starts with the bell, whether or not the
// candidate has come; with on_login it starts with the first lease and stops when the round closes.
// Grants are added after either. Lateness is never given back.
Window window(const Schedule& schedule, const SittingFacts& facts,
              std::span<const Interval> removed);

// The schedule that the plan gives to a round. A round without an opening never opens.
Schedule schedule(const Plan& plan, const Round& round);

// The removed intervals that bear on a room of a round, or, without a room, on the whole round.
std::vector<Interval> removed_for(const Contest& contest, RoundId round,
                                  std::optional<RoomId> room);

// Requires: the sitting's round is in the plan.
Window window(const Contest& contest, const Sitting& sitting);

// As if nothing had ever been removed: what no decision about removals can take away.
Window window_without_removals(const Contest& contest, const Sitting& sitting);

// Until when a candidate may be let in (room.late_entry_bands). Nothing: only by the chair's
// decision, once the bell has gone. With on_login, and where the rule is waived: until the end.
std::optional<Instant> entry_until(const Contest& contest, const Sitting& sitting);

// From when a candidate may hand in and leave (room.earliest_leave_fraction). Practice: at once.
Instant leave_from(const Contest& contest, const Sitting& sitting);

} // namespace thi::core
