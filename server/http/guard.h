// The session cookie and the proofs that an unsafe request comes from our own pages (S-17..S-19).
// Pure functions over header fields; whether a session exists is asked elsewhere.

#pragma once
#include "http/edge_filter.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thi::http {

constexpr std::string_view session_cookie = "__Host-session";
constexpr std::size_t session_token_bytes = 32;

// The token in the Cookie field: exactly 43 characters of URL-safe base64. Nothing where the
// cookie is absent, malformed or comes twice.
std::optional<std::string_view> session_token(std::string_view cookie_field);

// Set-Cookie for a new session, and for one that has ended.
std::string cookie_for(std::string_view token);
std::string cookie_of_nobody();

// What is wrong with an unsafe request as to where it comes from; "" where all is well. `origins`
// are the configured public origins; where there are none, the request's own Host is the origin.
// An absent Sec-Fetch-Site is accepted (curl, Safari 16), an absent Origin is not.
std::string_view origin_fault(const Head& head, bool encrypted,
                              const std::vector<std::string>& origins);

} // namespace thi::http
