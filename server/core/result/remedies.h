// Remedies of keys: who moves by one, before anybody agrees to it.

#pragma once
#include "core/result/tally.h"

#include <string>
#include <vector>

namespace thi::core {

struct Standing {
    std::optional<Whole> rank;
    Fraction total;
    std::string shown;
    Outcome outcome = Outcome::absent;
};

struct Move {
    CandidateId candidate;
    PostId post;
    Standing before;
    Standing after;
    bool crosses = false; // Between winner, passed and not passed.
};

// Candidates whose total, rank or outcome differ, in the order of `after`. Both are of one contest.
std::vector<Move> tally_diff(const Tally& before, const Tally& after);

// What the remedy would do. Requires: what tally() requires, and that the item is the paper's.
std::vector<Move> remedy_preview(const Contest& contest, const Remedy& remedy);

} // namespace thi::core
