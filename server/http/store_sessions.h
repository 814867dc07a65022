// Sessions and standings out of the store. Decides only how long an idle session lives (S-25).

#pragma once
#include "http/session.h"
#include "store/store.h"

#include <functional>
#include <mutex>
#include <unordered_map>

namespace thi::http {

constexpr core::Duration staff_idle_max{30 * 60 * 1000};
constexpr core::Duration session_touch_every{60 * 1000}; // How stale the stored use may be.

class StoreSessions : public SessionSource {
  public:
    // Writes down that a session was used; called at most once each `session_touch_every` for a
    // session, on an I/O thread: hand it to the committer and return. May be empty.
    using Touch = std::function<void(const crypto::Digest& token_hash, core::Instant seen_at)>;

    // A number that has grown whenever what was found before may no longer hold, at the latest when
    // the change is told to whoever asked for it. It may stand still when `touch` moves a session's
    // last use and end. Empty: the store is asked every time.
    using Changes = std::function<std::uint64_t()>;

    // The store outlives this.
    StoreSessions(store::Store& store, Touch touch, Changes changes = {})
        : store_(store), touch_(std::move(touch)), changes_(std::move(changes)) {}

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
    // What was found since the last change. Only what exists is kept: who guesses tokens or ids
    // fills nothing.
    struct Found {
        std::uint64_t changes = 0;
        std::unordered_map<crypto::Digest, store::Session, Spread> sessions;
        std::unordered_map<std::string, Standing> standings; // By account and ids of the path.
    };
    std::optional<store::Session> stored_session(const crypto::Digest& token_hash,
                                                 core::Instant at);
    bool use(const crypto::Digest& token_hash, core::Instant stored, core::Instant at,
             bool may_idle);
    // The mutex is held.
    Found& found_at(std::uint64_t changes);

    store::Store& store_;
    Touch touch_;
    Changes changes_;
    std::mutex mutex_; // Guards what follows; never held over I/O.
    std::unordered_map<crypto::Digest, Use, Spread> uses_;
    Found found_;
};

} // namespace thi::http
