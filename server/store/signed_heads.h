// What was last signed, kept beside the database: DIR/signed/CONTEST. A database that is put back
// from an older copy is shorter than what was signed, and is refused (trust page, 3.9).
//
// Written a few seconds late on purpose: within the database the head is written with the batch;
// this copy only has to outlive the database's replacement.

#pragma once
#include "journal/merkle.h"
#include "store/folder.h"
#include "store/reader.h"

#include <optional>

namespace thi::store {

struct SignedHead {
    std::uint64_t size = 0;
    crypto::Digest root;
};

class SignedHeads {
  public:
    explicit SignedHeads(const FolderPaths& paths) : folder_(paths.signed_heads()) {}

    std::optional<SignedHead> read(core::ContestId contest) const;
    void write(core::ContestId contest, const SignedHead& head) const;
    std::vector<core::ContestId> contests() const;

    // Throws StoreError where a log is shorter than, or another than, what was signed.
    void check(const Reader& reader) const;

  private:
    std::filesystem::path folder_;
};

// The tree's nodes as the store has them; a missing one is StoreError.
journal::Nodes stored_nodes(const Reader& reader, core::ContestId contest);

} // namespace thi::store
