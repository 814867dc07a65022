// Keys: the secrets of a site, in DIR/keys, outside the database: a copy of the database alone
// opens nothing and signs nothing.

#pragma once
#include "core/ids.h"
#include "crypto/ed25519.h"
#include "store/folder.h"

#include <optional>

namespace thi::store {

class Keys {
  public:
    // Makes the master key where there is none.
    explicit Keys(const FolderPaths& paths);

    // 32 bytes from which everything sealed at rest hangs (store/vault.h).
    crypto::Secret master() const;

    // The signing key of a contest's log; made once, before the contest is published.
    crypto::Ed25519Key make_log_key(core::ContestId contest) const; // The same one where it exists.
    std::optional<crypto::Ed25519Key> log_key(core::ContestId contest) const;

  private:
    std::filesystem::path file_of(core::ContestId contest) const;
    std::filesystem::path folder_;
};

} // namespace thi::store
