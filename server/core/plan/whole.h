// The integer of the plan: counts, minutes, days, months, years, percent.

#pragma once
#include <cstdint>

namespace thi::core {

using Whole = std::int64_t;

} // namespace thi::core
