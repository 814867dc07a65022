// One row of the route table: everything that is to be known of an endpoint, in one place.
//
// The same row routes, guards, limits, documents (OpenAPI) and is tested (role x endpoint).

#pragma once
#include "core/fault.h"
#include "http/access.h"
#include "http/schema.h"
#include "http/security_log.h"
#include "http/verb.h"

#include <boost/asio/awaitable.hpp>

#include <cstddef>
#include <string_view>

namespace thi::http {

namespace net = boost::asio;

class Exchange;
struct Reply;

using Handler = net::awaitable<core::Result<Reply>> (*)(Exchange&);

// What a route may cost. Bodies over `body_max` are refused before they are read.
enum class Rate : std::uint8_t { none, reads, writes, uploads };

struct Limits {
    std::size_t body_max = 256 * 1024;
    Rate rate = Rate::reads; // `writes` is the least for an unsafe method.
    // The body is no JSON: the handler reads `body_text()` itself (an upload, a file).
    bool raw_body = false;
    // No CSRF token: the route opens the session (still: Origin must match), or needs none at all
    // (a secret ballot, which must come without a cookie).
    bool before_session = false;
    // Leaves no line in the access log nor in the security log: a secret ballot.
    bool unlogged = false;
};

struct Route {
    Verb verb;
    std::string_view path; // "/api/sittings/{sitting}/saves"; the last may be "{tail*}".
    Access access;
    Schema schema;
    Handler handler;
    Limits limits{};
    std::string_view query{}; // "after limit": the parameters it knows; others are refused (S-59).
    Watched watched = Watched::no; // What its success tells the security log (S-50).
};

// Calls `visit` with each name in a route's `query`.
template <class Visit> void each_query_name(std::string_view query, const Visit& visit) {
    while (!query.empty()) {
        const auto end = query.find(' ');
        visit(query.substr(0, end));
        query = end == std::string_view::npos ? std::string_view{} : query.substr(end + 1);
    }
}

} // namespace thi::http
