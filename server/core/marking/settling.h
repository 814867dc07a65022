// Settling: what the marks of a script, as they stand, ask for next: more marks, people's word, or
// the mark itself. Pure arithmetic over the plan's bands; asks nobody.

#pragma once
#include "core/contest.h"
#include "core/marking/bands.h"

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <vector>

namespace thi::core {

// What a script waits for.
enum class Awaits {
    marks,      // Markers, of turns already asked for.
    rule,       // Nothing: `mark` settles it.
    agreement,  // Its two markers' common word.
    head,       // The same, or the head of marking alone.
    collective, // The head, with the markers' board.
    chair,      // The chair, with a second person.
};
BOOST_DESCRIBE_ENUM(Awaits, marks, rule, agreement, head, collective, chair)

struct Standing {
    Awaits awaits = Awaits::marks;
    Whole from_pct = 0;           // The band met, once two marks are in.
    std::string action;           // What it says.
    std::vector<Turn> further;    // Turns that it asks for and nothing has asked for yet.
    std::optional<Fraction> mark; // With Awaits::rule; exact, before rounding.
    std::optional<Points> low;    // With people's word: the least and ...
    std::optional<Points> high;   // ... the highest of the marks that are in.
};

// Requires: not settled. `paper` is the one that the script answers.
Standing standing_of(const Plan& plan, const Script& script, const Paper& paper);

// The turns whose marks the script needs by now: the plan's, then those that a band has called for.
std::vector<Turn> needed_turns(const Plan& plan, const Script& script);

// The events that follow by rule when `script` stands so: mark.third, mark.settle, both or none.
// None while an anomaly of it is open.
Events ruling(const Contest& contest, const Marking& marking, RoundId round, const Script& script,
              const Paper& paper);

} // namespace thi::core
