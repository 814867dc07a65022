// When projects may be filed, and how large they may be.

#pragma once
#include "core/plan/plan.h"

#include <optional>

namespace thi::core {

inline constexpr Whole project_bytes_max = 10'000'000;
inline constexpr Whole project_versions_max = 50;

// The last instant by which a project is taken: the end of the day that lies
// project.deadline_before_contest days before the round opens. Absent: until the post is opened.
std::optional<Instant> project_deadline(const Plan& plan, const Round& round);

} // namespace thi::core
