// A site opened for work: its folder, keys, database and committer, in the order in which they need
// each other. Used by `serve` and by every subcommand that changes something.

#pragma once
#include "http/clock.h"
#include "store/committer.h"
#include "store/error.h"
#include "store/folder.h"
#include "store/keys.h"
#include "store/store.h"
#include "store/vault.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace thi::app {

struct SiteOptions {
    std::filesystem::path folder;
    std::function<void(core::ContestId, const store::Committed&)> observer{};
};

class Site {
  public:
    // Makes the folder where it is missing. Throws store::StoreError, store::FolderHeld. The clock
    // outlives the site.
    Site(const SiteOptions& options, const http::Clock& clock);

    store::Store& store() { return *store_; }
    store::Committer& committer() { return *committer_; }
    const store::Keys& keys() const { return keys_; }
    const store::Vault& vault() const { return vault_; }
    const store::Folder& folder() const { return folder_; }
    const http::Clock& clock() const { return clock_; }

  private:
    const http::Clock& clock_;
    store::Folder folder_;
    store::Keys keys_;
    store::Vault vault_;
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<store::Committer> committer_;
};

} // namespace thi::app
