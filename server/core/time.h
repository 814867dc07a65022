// Instants and durations. Core never reads a clock: instants are handed in.

#pragma once
#include <chrono>
#include <cstdint>

namespace thi::core {

using Duration = std::chrono::milliseconds;
using Instant = std::chrono::sys_time<Duration>; // UTC, milliseconds since the Unix epoch.

constexpr std::int64_t to_ms(Instant at) {
    return at.time_since_epoch().count();
}
constexpr Instant from_ms(std::int64_t ms) {
    return Instant{Duration{ms}};
}

} // namespace thi::core
