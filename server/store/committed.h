// Committed: what a command became, once it is on disk. Holds all that a receipt needs, so that the
// receipt is built by whoever waited and not by the writer.

#pragma once
#include "core/event.h"
#include "journal/batch.h"
#include "journal/leaf.h"

#include <memory>
#include <string>
#include <vector>

namespace thi::store {

// The tree after a batch, shared by everybody who waited for it. Immutable.
struct SignedTree {
    journal::Batch batch;
    std::string checkpoint; // The signed note.
};

struct CommittedEntry {
    std::uint64_t index = 0;
    core::Instant at; // The leaf's time.
    journal::Salt salt{};
    std::string payload; // As logged.
    crypto::Digest leaf; // Its hash.
    core::Event event;
};

class Committed {
  public:
    // One for each event, in order. Empty: the command changed nothing, and asked of nothing
    // logged.
    std::vector<CommittedEntry> entries;
    bool repeat = false; // Asked before: the entries are those of the first time.

    // The proof that entry `i` is in the log, for its owner (docs/formats/receipt.md).
    // Requires i < entries.size().
    std::string receipt(std::size_t i) const;

    // The writer's part.
    std::shared_ptr<const SignedTree> tree;
    std::vector<journal::Proof> stored_proofs; // Of a repeat.
    std::string stored_checkpoint;
};

// When the request behind an event had arrived; the leaf's time where the event does not say.
core::Instant received_at(const core::Event& event, core::Instant leaf_at);

} // namespace thi::store
