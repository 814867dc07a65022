// The clock, as http sees it: handed in, never read from the machine here.
//
// The real one stands in `app/clock`; tests hand in one that they set.

#pragma once
#include "core/time.h"

namespace thi::http {

class Clock {
  public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;

    // The instant, UTC. Never earlier than an instant already given. Called on any thread.
    virtual core::Instant now() const = 0;
};

} // namespace thi::http
