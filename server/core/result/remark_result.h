// What marks given after an appeal come to. Pure arithmetic; asks neither who gave them nor why.

#pragma once
#include "core/plan/plan.h"
#include "core/points.h"

#include <optional>
#include <vector>

namespace thi::core {

// Do two marks on the round's scale differ by remark.change_threshold or more? The threshold is in
// points of 100 and shrinks or grows with the scale. Waived: any difference does.
bool changes_mark(const Plan& plan, const Round& round, Fraction a, Fraction b);

// remark.third_rule: the mean of one or two; nothing where two differ so much that a third is
// needed; of three, two equal ones decide, else their mean. Exact. Requires: at least one mark.
std::optional<Fraction> remark_result(const Plan& plan, const Round& round,
                                      const std::vector<Fraction>& marks);

} // namespace thi::core
