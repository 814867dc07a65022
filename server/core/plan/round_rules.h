// Rules of the council, duties, rounds, defence and ballots.
// Part of core/plan/plan.h, where the conventions stand.

#pragma once
#include "core/ids.h"
#include "core/people.h"
#include "core/plan/setting.h"
#include "core/plan/whole.h"
#include "core/points.h"
#include "core/time.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace thi::core {

enum class DecisionRule { majority_tie_chair, two_thirds };
BOOST_DESCRIBE_ENUM(DecisionRule, majority_tie_chair, two_thirds)

struct CouncilRules {
    Setting<Whole> min_members;
    Setting<Whole> max_members;
    Setting<Fraction> quorum; // Of the members, the chair or vice chair among them.
    Setting<std::set<Relation>> conflict_relations;
    Setting<DecisionRule> decision_rule;
};
BOOST_DESCRIBE_STRUCT(CouncilRules, (),
                      (min_members, max_members, quorum, conflict_relations, decision_rule))

struct RolePair {
    Role first = Role::chair;
    Role second = Role::marker;
    friend auto operator<=>(const RolePair&, const RolePair&) = default;
};
BOOST_DESCRIBE_STRUCT(RolePair, (), (first, second))

struct DutyRules {
    Setting<std::vector<RolePair>> exclusive_pairs; // Besides those that the server always holds.
};
BOOST_DESCRIBE_STRUCT(DutyRules, (), (exclusive_pairs))

struct MinDays {
    Setting<Whole> min_days; // Working days.
};
BOOST_DESCRIBE_STRUCT(MinDays, (), (min_days))

enum class RoundType { objective, written, defence };
BOOST_DESCRIBE_ENUM(RoundType, objective, written, defence)
enum class ClockMode { fixed_instant, on_login };
BOOST_DESCRIBE_ENUM(ClockMode, fixed_instant, on_login)

struct RoundPart {
    std::string topic;
    std::string title;
    Whole questions = 0;
    Whole minutes = 0;
    Whole pass_pct = 0; // Of the part's points, in whole percent; 0: no mark to reach.
};
BOOST_DESCRIBE_STRUCT(RoundPart, (), (topic, title, questions, minutes, pass_pct))

// One round. Rounds are a list, in the order in which they are held.
struct Round {
    RoundId round;
    RoundType type = RoundType::defence;
    std::string title;
    Whole weight = 0;              // In the sum that is ranked, in whole units; 0: a gate only.
    Points scale;                  // What the round's mark is brought to: 10,000 = 100 points.
    Points pass;                   // On that scale; reached or passed.
    bool gate = false;             // Who does not pass does not go on.
    bool practice = false;         // Open to all, without rooms; counts for nothing.
    std::optional<Instant> opens;  // The bell (fixed_instant) or the first sign-in (on_login).
    std::optional<Instant> closes; // on_login: the last instant of all.
    Whole minutes = 0;             // 0: the sum of the parts' minutes.
    ClockMode clock = ClockMode::fixed_instant;
    std::optional<RoundId> held_again_as; // Set aside; never the plan's own word (round.resit).
};
BOOST_DESCRIBE_STRUCT(Round, (),
                      (round, type, title, weight, scale, pass, gate, practice, opens, closes,
                       minutes, clock, held_again_as))

// Does anything of the round count? Neither practice nor set aside.
inline bool stands(const Round& round) {
    return !round.practice && !round.held_again_as;
}

struct WrittenRules {
    Setting<Whole> duration; // Minutes.
    Setting<Points> pass;
};
BOOST_DESCRIBE_STRUCT(WrittenRules, (), (duration, pass))

struct ObjectiveRules {
    Setting<std::vector<RoundPart>> parts;
    Setting<ClockMode> start_clock_mode;
    Setting<bool> show_result_immediately;
    Setting<bool> shuffle_items;
    Setting<bool> shuffle_options;
};
BOOST_DESCRIBE_STRUCT(ObjectiveRules, (),
                      (parts, start_clock_mode, show_result_immediately, shuffle_items,
                       shuffle_options))

struct RoundRules {
    WrittenRules written;
    ObjectiveRules objective;
    Setting<Whole> gap_days;
};
BOOST_DESCRIBE_STRUCT(RoundRules, (), (written, objective, gap_days))

enum class Overrun { warn, cut_off };
BOOST_DESCRIBE_ENUM(Overrun, warn, cut_off)
enum class OrderRule { public_draw, roll_number };
BOOST_DESCRIBE_ENUM(OrderRule, public_draw, roll_number)

struct DefenceRules {
    Setting<Whole> presentation_max; // Minutes.
    Setting<Whole> qa_max;           // Minutes.
    Setting<Overrun> late_overrun_action;
    Setting<OrderRule> order;
    Setting<bool> public_audience;
};
BOOST_DESCRIBE_STRUCT(DefenceRules, (),
                      (presentation_max, qa_max, late_overrun_action, order, public_audience))

enum class BallotTiming { after_each_candidate, after_all_of_post };
BOOST_DESCRIBE_ENUM(BallotTiming, after_each_candidate, after_all_of_post)
enum class BallotKind { secret, open };
BOOST_DESCRIBE_ENUM(BallotKind, secret, open)
enum class Aggregate { mean, trimmed_mean, median };
BOOST_DESCRIBE_ENUM(Aggregate, mean, trimmed_mean, median)

struct RubricLine {
    std::string criterion;
    Points max;
};
BOOST_DESCRIBE_STRUCT(RubricLine, (), (criterion, max))

// One row of a band table: from `from_pct` of the maximum on (see `from_inclusive`), do `action`.
struct Band {
    Whole from_pct = 0;
    bool from_inclusive = true;
    std::string action;
};
BOOST_DESCRIBE_STRUCT(Band, (), (from_pct, from_inclusive, action))

struct PanelRules {
    Setting<BallotTiming> ballot_timing;
    Setting<BallotKind> ballot;
    Setting<Whole> scores_per_member;
    Setting<Points> score_min;
    Setting<Points> score_max;
    Setting<Points> score_step;
    Setting<Aggregate> aggregate;
    Setting<Whole> drop_outliers;
    Setting<std::vector<Band>> discrepancy_rule;
    Setting<std::vector<RubricLine>> rubric;
};
BOOST_DESCRIBE_STRUCT(PanelRules, (),
                      (ballot_timing, ballot, scores_per_member, score_min, score_max, score_step,
                       aggregate, drop_outliers, discrepancy_rule, rubric))

struct ProjectRules {
    Setting<Whole> copies;
    Setting<Whole> deadline_before_contest; // Days.
    Setting<std::string> format;
};
BOOST_DESCRIBE_STRUCT(ProjectRules, (), (copies, deadline_before_contest, format))

} // namespace thi::core
