// Batch: leaves that are appended together, and the proofs that their waiters are given.
//
// Works from the right edge of the tree before it and its own leaves; no stored node is read.

#pragma once
#include "journal/merkle.h"

namespace thi::journal {

// Nodes below are not stored: up to eight leaves are read and hashed as fast (ADR 18).
constexpr unsigned int stored_level_min = 4;

// A complete node above the leaves.
struct Node {
    unsigned int level = 0; // From 1.
    std::uint64_t index = 0;
    Hash hash;
};

class Batch {
  public:
    // `leaves`: leaf hashes in order.
    Batch(const Frontier& before, std::vector<Hash> leaves);

    std::uint64_t first_index() const { return old_size_; }
    const Frontier& after() const { return after_; }
    Hash root() const { return after_.root(); }

    // The nodes from a level up that became complete by this batch, by level and index.
    std::vector<Node> nodes(unsigned int level_min = stored_level_min) const;

    // Of leaf `i` of the batch, in the tree after it.
    Proof inclusion(std::size_t i) const;

    // From the tree before to the tree after. Requires that neither is empty.
    Proof consistency() const;

  private:
    Hash node(unsigned int level, std::uint64_t index) const;

    std::uint64_t old_size_;
    std::vector<Hash> old_peaks_; // By level: the peak that is 1 << level leaves wide, if any.
    // By level: the new complete nodes, the first of which is old_size_ >> level.
    std::vector<std::vector<Hash>> levels_;
    Frontier after_;
    Edge edge_;
};

} // namespace thi::journal
