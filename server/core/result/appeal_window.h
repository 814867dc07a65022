// When appeals are taken, and by when they are answered. The one place that says so.

#pragma once
#include "core/contest.h"
#include "core/fault.h"

#include <optional>

namespace thi::core {

// The last instant by which an appeal is taken: the end of the day that lies remark.window days
// after the release, or as extended. Nothing before a release.
std::optional<Instant> appeals_close(const Contest& contest);

// The latest that extensions together may reach: remark.extension days more.
std::optional<Instant> appeals_close_at_most(const Contest& contest);

// Refused while the result cannot be final: somebody can still appeal, an appeal is not answered or
// not carried out, or what is released is not what follows from it. Where the plan lets nothing be
// marked again, the window is not waited for, only the appeals that have come in.
Result<void> appeals_over(const Contest& contest, Instant now);

// Shown deadlines: marked again by, published by (working days). Nothing where the plan says none.
struct RemarkDeadlines {
    std::optional<Instant> finish;
    std::optional<Instant> publish;
};
RemarkDeadlines remark_deadlines(const Contest& contest, const Appeal& appeal);

} // namespace thi::core
