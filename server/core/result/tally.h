// Tally: every candidate's way from answer to rank, step by step. Pure: whoever holds the contest
// and the papers' contents computes the same one.

#pragma once
#include "core/contest.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

namespace thi::core {

enum class Verdict {
    blank,     // Nothing answered. Always worth zero.
    wrong,     // Costs `tariff.wrong`, which is zero or negative.
    partial,   // Some right choices, where the tariff allows it.
    correct,   // Exactly the key.
    withdrawn, // The item was withdrawn: everybody is paid `tariff.correct`.
    unmarked,  // An essay: people mark it.
};
BOOST_DESCRIBE_ENUM(Verdict, blank, wrong, partial, correct, withdrawn, unmarked)

struct ItemScore {
    ItemId item;
    Verdict verdict = Verdict::blank;
    Points points;
    Points max;
    std::optional<Whole> index; // The leaf of the answer that was scored.
    friend bool operator==(const ItemScore&, const ItemScore&) = default;
};
BOOST_DESCRIBE_STRUCT(ItemScore, (), (item, verdict, points, max, index))

struct PartScore {
    std::string part;
    Points points;
    Points max;
    Whole pass_pct = 0;
    bool passed = true;
};
BOOST_DESCRIBE_STRUCT(PartScore, (), (part, points, max, pass_pct, passed))

// Why a round counts for nothing, where it does.
enum class RoundFate { sat, absent, suspended, withdrawn, not_reached };
BOOST_DESCRIBE_ENUM(RoundFate, sat, absent, suspended, withdrawn, not_reached)

struct RoundScore {
    RoundId round;
    RoundFate fate = RoundFate::absent;
    std::optional<SittingId> sitting;
    std::optional<PaperId> paper;
    std::vector<ItemScore> items;
    std::vector<PartScore> parts;
    Fraction mark; // On the round's scale, in hundredths: exact.
    bool passed = false;
};
BOOST_DESCRIBE_STRUCT(RoundScore, (), (round, fate, sitting, paper, items, parts, mark, passed))

enum class Outcome { winner, passed, not_passed, absent, withdrawn };
BOOST_DESCRIBE_ENUM(Outcome, winner, passed, not_passed, absent, withdrawn)

// One line of the trace that is not an item: which rule, with what, at which leaf.
struct TraceStep {
    std::string rule; // The dotted name of the parameter obeyed: "result.pass_mark".
    std::string says; // "8440 >= 5000": numbers only, never words of a language.
    std::optional<Whole> index;
};
BOOST_DESCRIBE_STRUCT(TraceStep, (), (rule, says, index))

struct CandidateScore {
    CandidateId candidate;
    PostId post;
    std::string roll_number;
    std::vector<RoundScore> rounds;
    Fraction total;            // Weighted sum in hundredths: exact; ranked on.
    std::string shown;         // Half-up at the declared decimals, with a decimal comma: "84,4".
    std::optional<Whole> rank; // 1 is best; equals that nothing resolved share a rank, gap after.
    Outcome outcome = Outcome::absent;
    std::vector<TraceStep> steps;
};
BOOST_DESCRIBE_STRUCT(CandidateScore, (),
                      (candidate, post, roll_number, rounds, total, shown, rank, outcome, steps))

// Candidates whom the ladder has not told apart across a line that matters (winner or not), and the
// next rung.
struct OpenTie {
    PostId post;
    std::vector<CandidateId> candidates;
    TieRung next = TieRung::public_draw;
};
BOOST_DESCRIBE_STRUCT(OpenTie, (), (post, candidates, next))

// A rung of the ladder that follows from marks and told equals apart: best first.
struct ComputedStep {
    PostId post;
    TieRung rung = TieRung::objective_mark;
    std::vector<std::vector<CandidateId>> order;
};
BOOST_DESCRIBE_STRUCT(ComputedStep, (), (post, rung, order))

struct Tally {
    std::vector<CandidateScore> candidates; // By post in the plan's order, then rank, then roll.
    std::vector<ComputedStep> computed_steps;
    std::vector<OpenTie> open_ties;
    std::vector<PostId> unfilled;
};
BOOST_DESCRIBE_STRUCT(Tally, (), (candidates, computed_steps, open_ties, unfilled))

// Requires: contents and keys of every paper that was used are laid in.
Tally tally(const Contest& contest);

} // namespace thi::core
