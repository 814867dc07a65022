// A bar for long work on a terminal; silent anywhere else.

#pragma once
#include <cstdint>
#include <string>

namespace thi::app {

class ProgressBar {
  public:
    explicit ProgressBar(std::string title);
    void show(std::int64_t done, std::int64_t total);
    void end();

  private:
    std::string title_;
    bool terminal_;
    int shown_percent_ = -1;
};

} // namespace thi::app
