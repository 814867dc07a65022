// When appeals are taken, and by when they are answered. The one place that says so.

#pragma once
#include "core/contest.h"

#include <optional>

namespace thi::core {

// The last instant by which an appeal is taken: the end of the day that lies remark.window days
// after the release, or as extended. Nothing before a release.
std::optional<Instant> appeals_close(const Contest& contest);

// The latest that extensions together may reach: remark.extension days more.
std::optional<Instant> appeals_close_at_most(const Contest& contest);

// Shown deadlines: marked again by, published by (working days). Nothing where the plan says none.
struct RemarkDeadlines {
    std::optional<Instant> finish;
    std::optional<Instant> publish;
};
RemarkDeadlines remark_deadlines(const Contest& contest, const Appeal& appeal);

} // namespace thi::core
