// Remedies of keys: who moves by one, before anybody agrees to it.

#pragma once
#include "core/fault.h"
#include "core/result/tally.h"
#include "core/sitting/paper.h"

#include <string>
#include <vector>

namespace thi::core {

// Could the item have `further` for its key? Judged as a key is before it is sealed.
bool is_key_of(const Item& item, const ItemKey& key, const std::vector<std::string>& further);

// A remedy that cites an appeal rests on one against the procedure that was upheld.
Result<void> cites(const Contest& contest, const std::optional<AppealId>& id);

struct RankedAs {
    std::optional<Whole> rank;
    Fraction total;
    std::string shown;
    Outcome outcome = Outcome::absent;
};

struct Move {
    CandidateId candidate;
    PostId post;
    RankedAs before;
    RankedAs after;
    bool crosses = false; // Between winner, passed and not passed.
};

// Candidates whose total, rank or outcome differ, in the order of `after`. Both are of one contest.
std::vector<Move> tally_diff(const Tally& before, const Tally& after);

// What the remedy would do. Requires: what tally() requires, and that the item is the paper's.
std::vector<Move> remedy_preview(const Contest& contest, const Remedy& remedy);

} // namespace thi::core
