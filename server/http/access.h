// Who may call a route: one word in the route table, checked before the handler runs (S-02).

#pragma once
#include "http/session.h"

#include <optional>

namespace thi::http {

struct Access {
    enum class Kind : std::uint8_t {
        public_,
        signed_in,
        candidate,
        official,
        participant,
        administrator,
    };

    Kind kind = Kind::administrator; // Deny by default.
    RoleSet roles;                   // For officials: one of these, in the contest of the path.
    bool administrator_too = false;  // The site's administrator passes as well.

    static const Access public_;       // Anybody, without a session.
    static const Access signed_in;     // Any account.
    static const Access candidate;     // A candidate of the contest of the path.
    static const Access administrator; // Of the site.

    template <class... Roles> static constexpr Access official(Roles... roles) {
        return {Kind::official, RoleSet{roles...}, false};
    }
    // Whoever holds any role in the contest.
    static constexpr Access any_official() { return {Kind::official, RoleSet::all(), false}; }
    // One of these officials, or a candidate whose the thing in the path is.
    template <class... Roles> static constexpr Access participant(Roles... roles) {
        return {Kind::participant, RoleSet{roles...}, false};
    }

    // And the site's administrator, whatever his part in the contest.
    constexpr Access or_administrator() const { return {kind, roles, true}; }

    friend constexpr bool operator==(const Access&, const Access&) = default;
};

inline constexpr Access Access::public_{Access::Kind::public_, {}, false};
inline constexpr Access Access::signed_in{Access::Kind::signed_in, {}, false};
inline constexpr Access Access::candidate{Access::Kind::candidate, {}, false};
inline constexpr Access Access::administrator{Access::Kind::administrator, {}, false};

// Whether a person with that session and standing may pass; pure. `standing` is nothing where the
// path names no contest, or one in which the account has no part.
enum class AccessVerdict : std::uint8_t { allowed, sign_in, hidden, forbidden };

constexpr AccessVerdict check_access(const Access& access, const Session* session,
                                     const std::optional<Standing>& standing) {
    if (access.kind == Access::Kind::public_) return AccessVerdict::allowed;
    if (session == nullptr) return AccessVerdict::sign_in;
    if (access.administrator_too && session->administrator) return AccessVerdict::allowed;
    switch (access.kind) {
    case Access::Kind::public_:
    case Access::Kind::signed_in:
        return AccessVerdict::allowed;
    case Access::Kind::administrator:
        return session->administrator ? AccessVerdict::allowed : AccessVerdict::forbidden;
    case Access::Kind::candidate:
        if (!standing) return AccessVerdict::hidden;
        return standing->candidate ? AccessVerdict::allowed : AccessVerdict::forbidden;
    case Access::Kind::participant:
        if (!standing) return AccessVerdict::hidden;
        return standing->candidate || standing->roles.meets(access.roles)
                   ? AccessVerdict::allowed
                   : AccessVerdict::forbidden;
    case Access::Kind::official:
        if (!standing) return AccessVerdict::hidden;
        return standing->roles.meets(access.roles) ? AccessVerdict::allowed
                                                   : AccessVerdict::forbidden;
    }
    return AccessVerdict::forbidden;
}

} // namespace thi::http
