#include "app/test_clock.h"
#ifdef THITUYEN_TESTING
#include <charconv>
#include <stdexcept>

namespace thi::app {

namespace {

std::string path_of(std::string_view spec) {
    constexpr std::string_view scheme = "socket:";
    if (!spec.starts_with(scheme)) throw std::invalid_argument("--clock=socket:PATH");
    return std::string{spec.substr(scheme.size())};
}

} // namespace

TestClockSocket::TestClockSocket(std::string_view spec, SetClock& clock, std::function<void()> tick)
    : clock_(clock),
      tick_(std::move(tick)),
      socket_(path_of(spec), [this](std::string_view line) { return obey(line); }) {}

std::string TestClockSocket::obey(std::string_view line) {
    const auto space = line.find(' ');
    std::int64_t ms = 0;
    if (space == std::string_view::npos ||
        std::from_chars(line.data() + space + 1, line.data() + line.size(), ms).ec != std::errc{})
        return "error\n";
    if (line.substr(0, space) == "set")
        clock_.set(core::from_ms(ms));
    else if (line.substr(0, space) == "advance")
        clock_.set(clock_.now() + core::Duration{ms});
    else
        return "error\n";
    tick_();
    return "ok " + std::to_string(core::to_ms(clock_.now())) + "\n";
}

} // namespace thi::app
#endif
