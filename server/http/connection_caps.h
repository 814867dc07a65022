// How many connections may be open: in all, and from one address (S-12).

#pragma once
#include "http/rate_limit.h"

#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace thi::http {

constexpr std::size_t connections_max = 10'000;
constexpr std::size_t connections_per_address_max = 64;
constexpr std::size_t connections_per_seat_max = 4; // From the registered address of a room.

struct ConnectionRules {
    std::size_t all_max = connections_max;
    std::size_t address_max = connections_per_address_max;
    std::vector<std::string> proxies; // Not counted by address: they stand for many.
};

// Thread-safe.
class ConnectionCaps {
  public:
    ConnectionCaps(ConnectionRules rules, SeatsOf seats_of)
        : rules_(std::move(rules)), seats_of_(std::move(seats_of)) {}

    // Counts one more from `address`, or answers false: it must be turned away.
    bool enter(const std::string& address);
    void leave(const std::string& address);
    std::size_t open() const;

  private:
    ConnectionRules rules_;
    SeatsOf seats_of_;
    mutable std::mutex mutex_;
    std::size_t open_ = 0;
    std::unordered_map<std::string, std::size_t> by_address_;
};

} // namespace thi::http
