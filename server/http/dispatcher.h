// From a filtered head to a reply: static file, or route, session, access, rate and handler.
//
// Needs no socket, so everything that decides who may do what is tested without one. Exceptions
// of handlers pass through: the connection catches them (S-52).

#pragma once
#include "http/exchange.h"
#include "http/reply.h"
#include "http/router.h"
#include "http/static_files.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thi::http {

// Where the server is seen from outside.
struct Outside {
    bool encrypted = false;           // TLS here, or in a trusted proxy before us.
    std::vector<std::string> origins; // "https://thi.example.vn"; none: the request's own Host.
    std::vector<std::string> proxies; // Addresses whose X-Forwarded-For is believed (S-13).
};

// What is known before the body is read. Either `reply` is set, or the exchange may go on.
struct Admission {
    std::optional<Reply> reply;
    const Route* route = nullptr;
    PathValues path;
    Query query;
    Asker asker;

    // For the log: the route's template, never what stood in the path.
    std::string_view logged_path = "";
};

class Dispatcher {
  public:
    Dispatcher(const Router& router, const StaticFiles& files, Outside outside, Services& services)
        : router_(router), files_(files), outside_(std::move(outside)), services_(services) {}

    // Decides before the body: 404, 405, 401, 403, 413, 429, or go on. `peer` is the address at the
    // other end of the connection, normal_address().
    Admission admit(const Head& head, std::string_view peer) const;

    // Runs the handler of an admitted request.
    net::awaitable<Reply> answer(Exchange& exchange) const;

    Services& services() const { return services_; }
    const Outside& outside() const { return outside_; }

  private:
    std::optional<Reply> identify(const Head& head, Admission& admission) const;
    std::optional<Reply> check_origin(const Head& head, const Admission& admission) const;
    std::optional<Reply> check_rate(const Head& head, const Admission& admission) const;

    const Router& router_;
    const StaticFiles& files_;
    Outside outside_;
    Services& services_;
};

} // namespace thi::http
