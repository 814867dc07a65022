// Agreement and drift: what the head of marking sees of markers and of progress. Figures for
// people; the only one that decides anything is a marker's trial of the standard scripts.

#pragma once
#include "core/contest.h"

#include <boost/describe/class.hpp>

#include <vector>

namespace thi::core {

// A marker's trial marks against the head's, within the plan's tolerance (inclusive, exact).
struct Trial {
    Whole of = 0;     // Standard scripts he was given.
    Whole done = 0;   // So many of them marked whole.
    Whole within = 0; // So many of those within the tolerance.
};

Trial trial_of(const Contest& contest, const Marking& marking, RoundId round, PersonId marker);

// Differences in hundredths of a point, as sum and count: a mean for whoever shows it.
struct MarkerFigures {
    PersonId marker;
    Whole assigned = 0; // Live scripts.
    Whole done = 0;     // Of them, marked whole.
    bool stopped = false;
    bool qualified = false;
    Fraction gap;        // Mean distance to the other of the first two marks; 0/0 is 0/1.
    Fraction severity;   // Mean of own less other: below zero, he is the stricter.
    Whole pairs = 0;     // So many scripts stand behind the two.
    Whole far = 0;       // So many of them beyond the first band.
    Fraction drift;      // Mean of second look less first.
    Fraction drift_size; // Mean distance between the two.
    Whole repeats = 0;   // So many repeats stand behind the two.
    Trial trial;
};

// Of every marker of the round who has been given anything, in the order of their ids.
std::vector<MarkerFigures> figures_of(const Contest& contest, RoundId round);

struct MarkingProgress {
    Whole scripts = 0;
    Whole settled = 0;
    Whole unassigned = 0; // Turns that wait for a marker.
    Whole marking = 0;    // Scripts of which a mark is still missing.
    Whole people = 0;     // Scripts that wait for somebody's word.
    Whole anomalies = 0;  // Open.
};

MarkingProgress progress_of(const Contest& contest, RoundId round);

// May a marker see the other's mark of this script? Not before both are in: marks are independent.
bool marks_are_open(const Plan& plan, const Script& script, const Paper& paper);

} // namespace thi::core
