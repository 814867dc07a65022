#include "app/progress.h"

#include <cstdio>
#include <unistd.h>
#include <utility>

namespace thi::app {

ProgressBar::ProgressBar(std::string title)
    : title_(std::move(title)), terminal_(isatty(STDERR_FILENO) == 1) {}

void ProgressBar::show(std::int64_t done, std::int64_t total) {
    if (!terminal_ || total <= 0) return;
    const int percent = static_cast<int>(done * 100 / total);
    if (percent == shown_percent_) return;
    shown_percent_ = percent;
    const std::string full(static_cast<std::size_t>(percent) * 30 / 100, '#');
    std::fprintf(stderr, "\r%s [%-30s] %3d%%", title_.c_str(), full.c_str(), percent);
}

void ProgressBar::end() {
    if (!terminal_ || shown_percent_ < 0) return;
    show(100, 100);
    std::fputc('\n', stderr);
}

} // namespace thi::app
