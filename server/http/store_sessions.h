// Sessions and standings out of the store. Decides only how long an idle session lives (S-25).

#pragma once
#include "http/session.h"

#include <functional>
#include <mutex>
#include <unordered_map>

namespace thi::store {
class Store;
}

namespace thi::http {

constexpr core::Duration staff_idle_max{30 * 60 * 1000};
constexpr core::Duration session_touch_every{60 * 1000}; // How stale the stored use may be.

class StoreSessions : public SessionSource {
  public:
    // Writes down that a session was used; called at most once each `session_touch_every` for a
    // session, on an I/O thread: hand it to the committer and return. May be empty.
    using Touch = std::function<void(const crypto::Digest& token_hash, core::Instant seen_at)>;

    // The store outlives this.
    StoreSessions(store::Store& store, Touch touch) : store_(store), touch_(std::move(touch)) {}

    std::optional<Session> find(const crypto::Digest& token_hash, core::Instant at) override;
    std::optional<Standing> standing(core::AccountId account,
                                     std::span<const PathValue> path) override;

  private:
    struct Use {
        core::Instant seen_at;
        core::Instant touched_at;
    };
    // The first bytes of a token's hash: random enough to spread, too short to be the hash.
    struct Spread {
        std::size_t operator()(const crypto::Digest& digest) const;
    };
    bool use(const crypto::Digest& token_hash, core::Instant stored, core::Instant at,
             bool may_idle);

    store::Store& store_;
    Touch touch_;
    std::mutex mutex_; // Guards uses_.
    std::unordered_map<crypto::Digest, Use, Spread> uses_;
};

} // namespace thi::http
