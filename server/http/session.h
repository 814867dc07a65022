// Sessions as http needs them. Where they are kept, and what ends them, is the store's business.

#pragma once
#include "core/ids.h"
#include "core/people.h"
#include "core/time.h"
#include "crypto/hash.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace thi::http {

// How the session was opened; decides how long it may stay idle (S-25).
enum class SessionKind : std::uint8_t {
    staff,     // 30 minutes idle at most.
    candidate, // Lives at least until the candidate's sitting ends.
    demo,      // By a demo link: 24 hours, only on loopback.
};

// One signed-in browser.
struct Session {
    core::AccountId account;
    SessionKind kind = SessionKind::candidate;
    bool administrator = false; // Of the site: creates contests and grants roles.
    std::string csrf;           // What unsafe requests must send in X-CSRF-Token (S-18).
    core::Instant created_at;
    core::Instant reauth_at; // When the password was last entered.
};

// Some of the roles that an official may hold in one contest.
class RoleSet {
  public:
    constexpr RoleSet() = default;
    template <class... Roles>
    constexpr explicit RoleSet(Roles... roles) : bits_((0U | ... | bit(roles))) {}

    static constexpr RoleSet all() {
        RoleSet every;
        every.bits_ = UINT32_MAX;
        return every;
    }
    constexpr void add(core::Role role) { bits_ |= bit(role); }
    constexpr bool has(core::Role role) const { return (bits_ & bit(role)) != 0; }
    constexpr bool meets(RoleSet other) const { return (bits_ & other.bits_) != 0; }
    constexpr bool empty() const { return bits_ == 0; }
    friend constexpr bool operator==(RoleSet, RoleSet) = default;

  private:
    static constexpr std::uint32_t bit(core::Role role) {
        return 1U << static_cast<unsigned int>(role);
    }
    std::uint32_t bits_ = 0;
};

// What an account is in the contest that a path speaks of.
struct Standing {
    core::ContestId contest;
    std::optional<core::CandidateId> candidate;
    std::optional<core::PersonId> person;
    RoleSet roles;
};

// A value of the path: {sitting} in "/api/sittings/{sitting}/saves" and what stood there.
struct PathValue {
    std::string_view name;
    std::string_view text;
};

// The store's side of the seam. Called on I/O threads, several at once; must answer from memory or
// by one short read. Breakage (no database) is an exception.
class SessionSource {
  public:
    SessionSource() = default;
    SessionSource(const SessionSource&) = delete;
    SessionSource& operator=(const SessionSource&) = delete;
    virtual ~SessionSource() = default;

    // The session whose token has that SHA-256, or nothing where there is none that still lives at
    // `at`. Counts as a use of it. What was ended or excluded is gone at the next call (S-05).
    virtual std::optional<Session> find(const crypto::Digest& token_hash, core::Instant at) = 0;

    // What `account` is in the contest to which all ids of `path` belong. Nothing where an id does
    // not exist, the ids belong to different contests, or the account has no part in it: all three
    // are the same 404 (S-03). An object of another candidate is no part for a mere candidate.
    virtual std::optional<Standing> standing(core::AccountId account,
                                             std::span<const PathValue> path) = 0;
};

} // namespace thi::http
