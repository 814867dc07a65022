// Scoring: from what a candidate answered to how many points it is worth.
//
// Pure and total: no clock, no I/O, no floating point. The same key and answer give the same score
// on every machine and in every year (docs/formats/scoring.md).

#pragma once
#include "core/result/tally.h"
#include "core/sitting/paper.h"

namespace thi::core {

// What one answer is worth. `index` of the result is left for the caller.
//
// Requires: the key is the item's and was sealed with it; the value is one that the item can have.
// Both were refused otherwise, so here they are bugs.
ItemScore score_item(const Item& item, const ItemKey& key, const Value& value,
                     bool withdrawn = false);

} // namespace thi::core
