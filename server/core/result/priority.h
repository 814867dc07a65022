// Priority points: what a status that verifiers have confirmed adds to the sum that is ranked.

#pragma once
#include "core/contest.h"

#include <optional>
#include <string>

namespace thi::core {

struct Priority {
    std::string group; // A name of result.priority_points.
    Points points;
    Whole index = 0; // Of the decision that completed the confirmation.
};

// Nothing where no group is claimed, or the verifiers have not passed the claim.
std::optional<Priority> priority_of(const Contest& contest, const Application& application);

} // namespace thi::core
