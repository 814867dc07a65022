#include "core/marking/settling.h"

#include "core/marking/scripts.h"

#include <algorithm>
#include <cassert>

namespace thi::core {

namespace {

struct Marks {
    const Script& script;
    const Paper& paper;
    Points most;

    std::optional<Points> of(Turn turn) const { return total_of(script, turn, paper); }
};

Points gap_between(Points a, Points b) {
    return a < b ? b - a : a - b;
}

Fraction mean_of(std::initializer_list<Points> marks) {
    Points sum;
    for (const auto& mark : marks)
        sum += mark;
    return {sum.hundredths, static_cast<std::int64_t>(marks.size())};
}

void settle_by_rule(Standing& standing, Fraction mark) {
    standing.awaits = Awaits::rule;
    standing.mark = mark;
}

void ask_people(Standing& standing, Awaits who, std::initializer_list<Points> marks) {
    standing.awaits = who;
    standing.low = std::min(marks);
    standing.high = std::max(marks);
}

// Two equal of three; else the mean of three, unless they are spread too far.
void judge_three(Standing& standing, const Marks& marks, Points a, Points b, Points c) {
    if (a == b || a == c) return settle_by_rule(standing, mean_of({a}));
    if (b == c) return settle_by_rule(standing, mean_of({b}));
    const Points spread = std::max({a, b, c}) - std::min({a, b, c});
    if (spread.hundredths * 100 <= marks.most.hundredths * collective_above_pct)
        return settle_by_rule(standing, mean_of({a, b, c}));
    ask_people(standing, Awaits::collective, {a, b, c});
}

void judge_others(Standing& standing, const Marks& marks, const std::vector<Band>& bands, Points c,
                  Points d) {
    const Band* again = band_of(bands, gap_between(c, d), marks.most);
    if (c == d || (again != nullptr && again->from_pct < standing.from_pct))
        return settle_by_rule(standing, mean_of({c, d}));
    ask_people(standing, Awaits::chair, {c, d});
}

// The band's action, once it is known.
void judge_by(BandAction action, Standing& standing, const Marks& marks,
              const std::vector<Band>& bands, Points a, Points b) {
    const auto third = marks.of(Turn::third);
    const auto fourth = marks.of(Turn::fourth);
    switch (action) {
    case BandAction::mean_of_two:
        return settle_by_rule(standing, mean_of({a, b}));
    case BandAction::agree:
        return ask_people(standing, Awaits::agreement, {a, b});
    case BandAction::agree_with_minutes_else_head:
        return ask_people(standing, Awaits::head, {a, b});
    case BandAction::collective:
        return ask_people(standing, Awaits::collective, {a, b});
    case BandAction::chair:
        return ask_people(standing, Awaits::chair, {a, b});
    case BandAction::third_marker:
        if (!marks.script.called) standing.further = {Turn::third};
        if (third) judge_three(standing, marks, a, b, *third);
        return;
    case BandAction::third_marker_official:
        if (!marks.script.called) standing.further = {Turn::third};
        if (third) settle_by_rule(standing, mean_of({*third}));
        return;
    case BandAction::two_other_markers_then_chair:
        if (!marks.script.called) standing.further = {Turn::third, Turn::fourth};
        if (third && fourth) judge_others(standing, marks, bands, *third, *fourth);
        return;
    }
}

} // namespace

Standing standing_of(const Plan& plan, const Script& script, const Paper& paper) {
    const Marks marks{script, paper, script_max(paper)};
    Standing standing;
    const auto first = marks.of(Turn::first);
    if (!first) return standing;
    if (plan.marking.markers_per_script.value_or(2) == 1) {
        standing.action = action_single;
        settle_by_rule(standing, mean_of({*first}));
        return standing;
    }
    const auto second = marks.of(Turn::second);
    if (!second) return standing;
    static const std::vector<Band> means{
        Band{.from_pct = 0, .from_inclusive = true, .action = "mean_of_two"}};
    const auto& set = plan.marking.discrepancy_bands;
    const auto& bands = set.is_set() ? *set : means;
    const Band* band = band_of(bands, gap_between(*first, *second), marks.most);
    assert(band != nullptr);
    standing.from_pct = band->from_pct;
    standing.action = band->action;
    const auto action = band_action(band->action);
    assert(action);
    // A script called by a rule keeps its call; equal marks are nobody's disagreement.
    if (*first == *second && !script.called)
        settle_by_rule(standing, mean_of({*first}));
    else
        judge_by(*action, standing, marks, bands, *first, *second);
    return standing;
}

std::vector<Turn> needed_turns(const Plan& plan, const Script& script) {
    std::vector<Turn> turns{Turn::first};
    if (plan.marking.markers_per_script.value_or(2) == 1) return turns;
    turns.push_back(Turn::second);
    if (!script.called) return turns;
    turns.push_back(Turn::third);
    if (band_action(script.called->action) == BandAction::two_other_markers_then_chair)
        turns.push_back(Turn::fourth);
    return turns;
}

Events ruling(const Contest& contest, const Marking& marking, RoundId round, const Script& script,
              const Paper& paper) {
    Events events;
    if (script.settled || has_open_anomaly(marking, script.code)) return events;
    const auto standing = standing_of(contest.plan, script, paper);
    if (!standing.further.empty())
        events.push_back(FurtherMarkingCalled{.by = {},
                                              .round = round,
                                              .code = script.code,
                                              .from_pct = standing.from_pct,
                                              .action = standing.action,
                                              .turns = standing.further});
    if (standing.awaits != Awaits::rule) return events;
    const auto decimals = contest.plan.marking.rounding.value_or(2);
    events.push_back(MarkSettled{.by = {},
                                 .round = round,
                                 .code = script.code,
                                 .from_pct = standing.from_pct,
                                 .action = standing.action,
                                 .mark = {rounded_mark(*standing.mark, decimals).hundredths, 1},
                                 .minutes = "",
                                 .approvals = {}});
    return events;
}

} // namespace thi::core
