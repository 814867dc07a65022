// One line of JSON for each request: what an operator needs and nothing about a person: no names,
// no answers, no query, no path values, no cookies (S-38, S-42).

#pragma once
#include "core/time.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace thi::http {

// Takes one line without its line break; called on I/O threads and must be quick.
using LogLine = std::function<void(std::string_view line)>;

struct AccessEntry {
    core::Instant at;
    std::string_view id{};   // Of the request; also what a 500 shows.
    std::string_view from{}; // The client's address.
    std::string_view method{};
    std::string_view path{}; // The route's template.
    int status = 0;
    std::int64_t took_ms = 0;
    std::uint64_t bytes_in = 0;
    std::uint64_t bytes_out = 0;
    std::string_view refused{}; // Why the edge filter refused.
    std::string_view error{};   // What a handler threw.
};

// The line for an entry. Control bytes and what is not ASCII come out escaped.
std::string access_line(const AccessEntry& entry);

} // namespace thi::http
