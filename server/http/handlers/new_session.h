// A session from its token to its body: what every way of signing in shares.

#pragma once
#include "http/api/session.h"
#include "store/reader.h"

#include <string>
#include <string_view>

namespace thi::http {

constexpr core::Duration staff_session_life{12 * 60 * 60 * 1000};
constexpr core::Duration candidate_session_life{24 * 60 * 60 * 1000}; // Beyond any sitting.
constexpr core::Duration proof_life{5 * 60 * 1000};                   // As core's approval_age_max.
constexpr std::size_t device_bytes_max = 120;

// `row` is for the store; `token` for the browser alone and never kept.
struct NewSession {
    store::Session row;
    std::string token;
};

// Who has a duty, or is the site's administrator, is staff (S-25).
bool is_staff(const store::Account& account, const std::vector<store::Duty>& duties);

// `proved`: the password was entered now. `device`: the User-Agent field.
NewSession new_session(const store::Account& account, store::SessionKind kind, core::Instant now,
                       bool proved, std::string_view device);

// The same session under a new token (S-25: elevation).
NewSession renewed(store::Session row, core::Instant proved_at);

api::Session session_body(const store::Reader& reader, const store::Session& row,
                          core::Instant now);

} // namespace thi::http
