// The only clock of the server. In test builds it can be set through a socket instead.

#pragma once
#include "http/clock.h"

#include <atomic>
#include <chrono>
#include <cstdint>

namespace thi::app {

// UTC read once at the start and carried on by the monotonic clock: a step of the machine's wall
// clock during an examination changes nobody's time.
class SystemClock : public http::Clock {
  public:
    SystemClock();
    core::Instant now() const override;
    // What the wall clock says now, and how far the monotonic clock has run: for clock.beat.
    core::Instant wall() const;
    std::int64_t monotonic_ms() const;

  private:
    core::Instant started_at_;
    std::chrono::steady_clock::time_point started_;
};

// A clock that stands still until it is set; never goes back.
class SetClock : public http::Clock {
  public:
    explicit SetClock(core::Instant at) : at_ms_(core::to_ms(at)) {}
    core::Instant now() const override { return core::from_ms(at_ms_.load()); }
    void set(core::Instant at);

  private:
    std::atomic<std::int64_t> at_ms_;
};

} // namespace thi::app
