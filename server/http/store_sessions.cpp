#include "http/store_sessions.h"

#include <algorithm>
#include <cstring>

namespace thi::http {
namespace {

constexpr std::size_t uses_max = 100'000;
constexpr std::size_t found_max = 100'000;

// Values of a path that belong to a contest by themselves. A round and a post are parts of the plan
// and an item one of a paper: their handlers look them up. Codes, names and numbers are no ids.
bool has_place(std::string_view name) {
    constexpr std::string_view with_place[] = {"contest",  "sitting",   "application", "document",
                                               "room",     "paper",     "petition",    "proposal",
                                               "incident", "candidate", "person"};
    return std::find(std::begin(with_place), std::end(with_place), name) != std::end(with_place);
}

// The one place of all ids in a path, or nothing.
std::optional<store::Place> place_of(const store::Reader& reader, std::span<const PathValue> path) {
    std::optional<store::Place> found;
    for (const auto& value : path) {
        if (!has_place(value.name)) continue;
        const auto place = reader.place(value.text);
        if (!place) return std::nullopt;
        if (!found) found = store::Place{place->contest, std::nullopt};
        if (place->contest != found->contest) return std::nullopt;
        if (!place->candidate) continue;
        if (found->candidate && *found->candidate != *place->candidate) return std::nullopt;
        found->candidate = place->candidate;
    }
    return found;
}

std::optional<Standing> standing_in(const store::Reader& reader, const store::Place& place,
                                    core::AccountId account) {
    Standing standing;
    standing.contest = place.contest;
    for (const auto& duty : reader.duties(account)) {
        if (duty.contest != place.contest) continue;
        standing.person = duty.person;
        for (const auto role : duty.roles)
            standing.roles.add(role);
    }
    standing.candidate = reader.candidate_of(place.contest, account);
    // What is another candidate's is none of this candidate's business.
    if (place.candidate && standing.candidate != place.candidate) standing.candidate.reset();
    if (!standing.candidate && standing.roles.empty()) return std::nullopt;
    return standing;
}

SessionKind kind_of(store::SessionKind kind) {
    switch (kind) {
    case store::SessionKind::staff:
        return SessionKind::staff;
    case store::SessionKind::candidate:
        return SessionKind::candidate;
    case store::SessionKind::demo:
        return SessionKind::demo;
    }
    return SessionKind::staff;
}

} // namespace

std::size_t StoreSessions::Spread::operator()(const crypto::Digest& digest) const {
    std::size_t hash = 0;
    std::memcpy(&hash, digest.bytes.data(), sizeof hash);
    return hash;
}

std::optional<Session> StoreSessions::find(const crypto::Digest& token_hash, core::Instant at) {
    const auto stored = stored_session(token_hash, at);
    if (!stored || at >= stored->expires_at) return std::nullopt;
    if (!use(token_hash, stored->seen_at, at, stored->kind != store::SessionKind::staff))
        return std::nullopt;
    Session session;
    session.account = stored->account;
    session.kind = kind_of(stored->kind);
    session.administrator = stored->administrator;
    session.csrf = stored->csrf;
    session.created_at = stored->created_at;
    session.reauth_at = stored->reauth_at;
    return session;
}

// Rows of another state of the site are forgotten.
StoreSessions::Found& StoreSessions::found_at(std::uint64_t changes) {
    if (found_.changes < changes)
        found_ = Found{.changes = changes, .sessions = {}, .standings = {}};
    return found_;
}

// Uses move a session's end without being changes: one that is over is read again.
std::optional<store::Session> StoreSessions::stored_session(const crypto::Digest& token_hash,
                                                            core::Instant at) {
    const auto ask = [&] {
        return store_.ask([&](const store::Reader& reader) { return reader.session(token_hash); });
    };
    if (!changes_) return ask();
    const auto changes = changes_(); // Before the row is read: it can only be newer.
    {
        const std::scoped_lock lock{mutex_};
        const auto& sessions = found_at(changes).sessions;
        const auto known = sessions.find(token_hash);
        if (known != sessions.end() && at < known->second.expires_at) return known->second;
    }
    auto stored = ask();
    if (stored) {
        const std::scoped_lock lock{mutex_};
        auto& found = found_at(changes);
        if (found.changes == changes && found.sessions.size() < found_max)
            found.sessions.insert_or_assign(token_hash, *stored);
    }
    return stored;
}

// False where the session has been idle for too long; else counts `at` as a use.
bool StoreSessions::use(const crypto::Digest& token_hash, core::Instant stored, core::Instant at,
                        bool may_idle) {
    {
        const std::scoped_lock lock{mutex_};
        if (uses_.size() >= uses_max) {
            uses_.clear(); // The stored uses are a minute old at most,
            found_ = {};   // those that were read once may be older.
        }
        auto& use = uses_[token_hash];
        use.seen_at = std::max(use.seen_at, stored);
        use.touched_at = std::max(use.touched_at, stored);
        if (!may_idle && at - use.seen_at > staff_idle_max) return false;
        use.seen_at = std::max(use.seen_at, at);
        if (at - use.touched_at < session_touch_every) return true;
        use.touched_at = at;
    }
    if (touch_) touch_(token_hash, at);
    return true;
}

std::optional<Standing> StoreSessions::standing(core::AccountId account,
                                                std::span<const PathValue> path) {
    const auto ask = [&] {
        return store_.ask([&](const store::Reader& reader) -> std::optional<Standing> {
            const auto place = place_of(reader, path);
            if (!place) return std::nullopt;
            return standing_in(reader, *place, account);
        });
    };
    if (!changes_) return ask();
    auto key = account.str();
    for (const auto& value : path)
        if (has_place(value.name))
            key.append("/").append(std::to_string(value.text.size())).append(value.text);
    const auto changes = changes_();
    {
        const std::scoped_lock lock{mutex_};
        const auto& standings = found_at(changes).standings;
        if (const auto known = standings.find(key); known != standings.end()) return known->second;
    }
    auto standing = ask();
    if (standing) {
        const std::scoped_lock lock{mutex_};
        auto& found = found_at(changes);
        if (found.changes == changes && found.standings.size() < found_max)
            found.standings.insert_or_assign(std::move(key), *standing);
    }
    return standing;
}

} // namespace thi::http
