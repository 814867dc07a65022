#include "app/clock.h"

namespace thi::app {

namespace {

core::Instant read_wall() {
    return std::chrono::floor<core::Duration>(std::chrono::system_clock::now());
}

} // namespace

SystemClock::SystemClock() : started_at_(read_wall()), started_(std::chrono::steady_clock::now()) {}

core::Instant SystemClock::now() const {
    return started_at_ + core::Duration{monotonic_ms()};
}

core::Instant SystemClock::wall() const {
    return read_wall();
}

std::int64_t SystemClock::monotonic_ms() const {
    return std::chrono::floor<core::Duration>(std::chrono::steady_clock::now() - started_).count();
}

void SetClock::set(core::Instant at) {
    auto known = at_ms_.load();
    while (known < core::to_ms(at) && !at_ms_.compare_exchange_weak(known, core::to_ms(at))) {
    }
}

} // namespace thi::app
