// Heads: everything that is said of the tree as a whole, against the leaves: checkpoints, keys,
// stored nodes, receipts. Checks 01.08, 02.01, 02.02, 03.01, 03.02, 03.03.

#pragma once
#include "journal/checkpoint.h"
#include "journal/verify.h"

#include <map>
#include <vector>

namespace thi::journal {

class Heads {
  public:
    // Reads and verifies what the source and the visitor know of the log's heads.
    Heads(LogSource& source, const Pinned& pinned, unsigned int threads, Report& report);

    // How many leaves the newest checkpoint says there are; nothing where there is none.
    std::optional<std::uint64_t> size() const { return size_; }

    // Each leaf in order: its hash.
    void take(const Hash& leaf);
    const Frontier& frontier() const { return frontier_; }

    // After the last leaf.
    void finish();

  private:
    struct Claim {
        std::string name;
        Hash root;
    };

    void read_head();
    void read_notes(unsigned int threads);
    void check_keys();
    void check_claims(std::uint64_t size, const Hash& root);
    void check_nodes();
    void check_receipts();

    LogSource& source_;
    const Pinned& pinned_;
    Report& report_;
    std::optional<StoredHead> head_;
    std::optional<std::uint64_t> size_;
    std::multimap<std::uint64_t, Claim> claims_; // By size; of checkpoints that are signed.
    std::multimap<std::uint64_t, Claim>::iterator next_claim_;
    Frontier frontier_;
    std::vector<Hash> leaves_;
};

} // namespace thi::journal
