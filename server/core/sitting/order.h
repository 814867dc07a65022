// A candidate's own order of items and options, drawn from the seed that was sealed with the key
// (docs/formats/draws.md). Shuffles only what the plan says may be shuffled.

#pragma once
#include "core/plan/plan.h"
#include "core/sitting/paper.h"

#include <string>
#include <vector>

namespace thi::core {

struct OwnItem {
    ItemId item;
    std::vector<std::string> options; // Option ids in the order shown.
};
BOOST_DESCRIBE_STRUCT(OwnItem, (), (item, options))

struct OwnOrder {
    std::vector<OwnItem> items; // Part by part, as in the paper.
};
BOOST_DESCRIBE_STRUCT(OwnOrder, (), (items))

// Items move within their part only, and items that share a stimulus stay together in the paper's
// order, under the key of the stimulus. True and false keep their order.
OwnOrder own_order(const ObjectiveRules& rules, const Paper& paper,
                   const crypto::Digest& shuffle_seed, SittingId sitting);

} // namespace thi::core
