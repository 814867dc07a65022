// One connection: reads requests one after the other, times them, and writes replies.
//
// It knows bytes, deadlines and limits; what a request means is the dispatcher's business.

#pragma once
#include "http/access_log.h"
#include "http/connection_caps.h"
#include "http/dispatcher.h"
#include "http/lane.h"
#include "http/security_log.h"

#include <boost/asio/awaitable.hpp>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>

namespace boost::asio::ssl {
class context;
}

namespace thi::http {

// S-12. Refined to the tick of the lane.
struct Timeouts {
    std::chrono::milliseconds handshake{10'000};
    std::chrono::milliseconds head{10'000};  // From its first byte.
    std::chrono::milliseconds idle{30'000};  // Until the first byte.
    std::chrono::milliseconds body{10'000};  // And then the rest at `bytes_per_s_min`.
    std::chrono::milliseconds write{10'000}; // The same for replies.
    std::chrono::milliseconds farewell{2'000};
    std::chrono::milliseconds heartbeat{15'000}; // Of event streams.
    std::uint64_t bytes_per_s_min = 1024;
};

// What all connections of a server share.
struct Shared {
    const Dispatcher& dispatcher;
    ConnectionCaps& caps;
    Timeouts timeouts;
    LogLine log;          // Empty: no access log.
    LogLine security;     // Empty: no security log (S-50).
    std::string instance; // Begins every request id: tells runs of the program apart.
    std::atomic<std::uint64_t> requests{0};
};

// Serves `socket` until either side closes; `peer` is its normal_address(), already counted in
// `caps`. Runs on the lane's thread. Never throws.
net::awaitable<void> serve_plain(Lane& lane, Shared& shared, Socket socket, std::string peer);
net::awaitable<void> serve_tls(Lane& lane, Shared& shared, Socket socket, std::string peer,
                               net::ssl::context& tls);

} // namespace thi::http
