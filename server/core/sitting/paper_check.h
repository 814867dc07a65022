// Is a paper, with its key, one that can be sat and scored? Asked once, before it is sealed.
//
// Knows nothing of how items were written or imported.

#pragma once
#include "core/fault.h"
#include "core/plan/plan.h"
#include "core/sitting/paper.h"

#include <cstddef>
#include <vector>

namespace thi::core {

inline constexpr std::size_t items_max = 500;     // Of one paper.
inline constexpr std::size_t options_max = 26;    // Of one item.
inline constexpr std::size_t accepted_max = 100;  // Texts that a key accepts.
inline constexpr std::size_t stem_max = 20'000;   // Code points.
inline constexpr Points item_points_max{100'000}; // 1,000 points.
inline constexpr Points paper_points_max{1'000'000};

// What is wrong, each with a JSON pointer into {"paper": ..., "key": ...}; empty: nothing.
std::vector<FieldFault> check_paper(const Paper& paper, const AnswerKey& key);

// What is wrong between the paper and the parts that the plan gives to an objective round.
std::vector<FieldFault> check_parts(const Plan& plan, const Round& round, const Paper& paper);

// The most that the computer-marked items of a paper can pay together.
Points objective_total(const Paper& paper, const AnswerKey& key);

} // namespace thi::core
