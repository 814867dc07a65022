// The test clock's socket: a Unix socket on which a test sets the time. Only in test builds.
//
// One line each way: "set MS" or "advance MS" -> "ok MS". What is due is done before the answer.

#pragma once
#ifdef THITUYEN_TESTING
#include "app/clock.h"
#include "app/line_socket.h"

#include <functional>
#include <string>
#include <string_view>

namespace thi::app {

class TestClockSocket {
  public:
    // `spec` is "socket:PATH".
    TestClockSocket(std::string_view spec, SetClock& clock, std::function<void()> tick);

  private:
    std::string obey(std::string_view line);

    SetClock& clock_;
    std::function<void()> tick_;
    LineSocket socket_;
};

} // namespace thi::app
#endif
