#include "core/sitting/window.h"

#include "core/sitting/lookup.h"

#include <algorithm>
#include <cassert>

namespace thi::core {

namespace {

Duration allowance(const Plan& plan, const Round& round) {
    Whole minutes = round.minutes;
    if (minutes == 0 && round.type == RoundType::written)
        minutes = plan.round.written.duration.value_or(0);
    if (minutes == 0 && round.type == RoundType::objective && plan.round.objective.parts.is_set())
        for (const auto& part : *plan.round.objective.parts)
            minutes += part.minutes;
    return std::chrono::minutes{minutes};
}

// Practice keeps its own clock; the parameter is about rounds that count.
ClockMode clock(const Plan& plan, const Round& round) {
    if (round.practice || round.type != RoundType::objective) return round.clock;
    return plan.round.objective.start_clock_mode.value_or(round.clock);
}

Duration granted(const Sitting& sitting) {
    Duration sum{};
    for (const auto& grant : sitting.grants)
        sum += grant.added;
    return sum;
}

SittingFacts facts(const Sitting& sitting) {
    return {.started_at = sitting.started_at, .granted = granted(sitting)};
}

// Where the sitting's own clock stands at zero, in counted time.
Duration clock_start(const Schedule& schedule, const SittingFacts& facts, const CountedTime& time) {
    if (schedule.clock == ClockMode::fixed_instant || !facts.started_at) return Duration{};
    return time.at(*facts.started_at);
}

} // namespace

CountedTime::CountedTime(Instant zero, std::span<const Interval> removed) : zero_{zero} {
    if (removed.empty()) return;
    std::vector<Interval> sorted{removed.begin(), removed.end()};
    std::sort(sorted.begin(), sorted.end(),
              [](const Interval& a, const Interval& b) { return a.from_at < b.from_at; });
    for (auto next : sorted) {
        next.from_at = std::max(next.from_at, zero);
        if (next.from_at >= next.to_at) continue;
        if (!removed_.empty() && next.from_at <= removed_.back().to_at)
            removed_.back().to_at = std::max(removed_.back().to_at, next.to_at);
        else
            removed_.push_back(next);
    }
}

Duration CountedTime::at(Instant instant) const {
    if (instant <= zero_) return Duration{};
    Duration counted = instant - zero_;
    for (const auto& gap : removed_) {
        if (gap.from_at >= instant) break;
        counted -= std::min(gap.to_at, instant) - gap.from_at;
    }
    return counted;
}

Instant CountedTime::when(Duration counted) const {
    Instant instant = zero_ + counted;
    for (const auto& gap : removed_) {
        if (gap.from_at >= instant) break;
        instant += gap.to_at - gap.from_at;
    }
    return instant;
}

Phase phase(const Window& window, Instant at) {
    if (at < window.opens) return Phase::before;
    if (at <= window.ends) return Phase::open;
    if (at <= window.grace_ends) return Phase::grace;
    if (at <= window.accept_until) return Phase::late;
    return Phase::closed;
}

bool counts(const Window& window, Instant received_at) {
    return window.opens <= received_at && received_at <= window.grace_ends;
}

Window window(const Schedule& schedule, const SittingFacts& facts,
              std::span<const Interval> removed) {
    assert(facts.granted >= Duration{});
    Window result;
    result.opens = schedule.opens;
    const bool on_login = schedule.clock == ClockMode::on_login;
    const bool endless = on_login && !schedule.closes && !facts.started_at;
    if (schedule.opens >= never || endless) {
        result.ends = result.grace_ends = result.accept_until = never;
        return result;
    }
    const CountedTime time{schedule.opens, removed};
    Duration end = clock_start(schedule, facts, time) + schedule.allowance;
    if (on_login && schedule.closes) {
        const Duration closes = std::max(Duration{}, *schedule.closes - schedule.opens);
        end = facts.started_at ? std::min(end, closes) : closes;
    }
    result.ends = time.when(end + facts.granted);
    result.grace_ends = result.ends + schedule.grace;
    result.accept_until = result.grace_ends + schedule.late_window;
    return result;
}

Schedule schedule(const Plan& plan, const Round& round) {
    return {.opens = round.opens.value_or(never),
            .closes = round.closes,
            .allowance = allowance(plan, round),
            .clock = clock(plan, round),
            .grace = Duration{plan.sitting.grace_ms.value_or(0)},
            .late_window = Duration{plan.sitting.late_window_ms.value_or(0)}};
}

std::vector<Interval> removed_for(const Contest& contest, RoundId round,
                                  std::optional<RoomId> room) {
    std::vector<Interval> found;
    for (const auto& removal : contest.removed)
        if (!removal.restored && removal.round == round && (!removal.room || removal.room == room))
            found.push_back({removal.from_at, removal.to_at});
    return found;
}

Window window(const Contest& contest, const Sitting& sitting) {
    const Round& round = round_of(contest, sitting);
    return window(schedule(contest.plan, round), facts(sitting),
                  removed_for(contest, sitting.round, sitting.room));
}

Window window_without_removals(const Contest& contest, const Sitting& sitting) {
    return window(schedule(contest.plan, round_of(contest, sitting)), facts(sitting), {});
}

std::optional<Instant> entry_until(const Contest& contest, const Sitting& sitting) {
    const Round& round = round_of(contest, sitting);
    const Schedule when = schedule(contest.plan, round);
    const auto& bands = contest.plan.room.late_entry_bands;
    if (round.practice || when.clock == ClockMode::on_login || !bands.is_set())
        return window(contest, sitting).ends;
    for (const auto& band : *bands) {
        if (band.up_to_minutes && std::chrono::minutes{*band.up_to_minutes} < when.allowance)
            continue;
        if (!band.minutes) return std::nullopt;
        const CountedTime time{when.opens, removed_for(contest, sitting.round, sitting.room)};
        return time.when(std::chrono::minutes{*band.minutes});
    }
    return std::nullopt;
}

Instant leave_from(const Contest& contest, const Sitting& sitting) {
    const Round& round = round_of(contest, sitting);
    const Schedule when = schedule(contest.plan, round);
    const auto& fraction = contest.plan.room.earliest_leave_fraction;
    if (round.practice || !fraction.is_set()) return when.opens;
    const CountedTime time{when.opens, removed_for(contest, sitting.round, sitting.room)};
    const Duration own = when.allowance * fraction->numerator / fraction->denominator;
    return time.when(clock_start(when, facts(sitting), time) + own);
}

} // namespace thi::core
