// The parts of check() that stand in files of their own. For check*.cpp, and for what changes
// nothing but rounds (result/resit.cpp).

#pragma once
#include "core/fault.h"
#include "core/plan/plan.h"

#include <string>
#include <string_view>
#include <vector>

namespace thi::core {

using Faults = std::vector<FieldFault>;

std::string value_at(std::string_view name); // "/intake/closes/value"

bool in_calendar(Instant at); // From 2000 to 2199: what days can be reckoned with.

void check_rounds(const Plan& plan, Faults& faults);
void check_results(const Plan& plan, Faults& faults);
void check_marking(const Plan& plan, Faults& faults);
void check_panel(const Plan& plan, Faults& faults);

} // namespace thi::core
