// Bands: what happens when two markers differ, as data of the plan (marking.discrepancy_bands).
//
// A table's rows begin each at a share of the script's maximum and end where the next begins; the
// last goes on to the whole. Shares are compared exactly; nothing here knows who marked.

#pragma once
#include "core/fault.h"
#include "core/plan/plan.h"
#include "core/points.h"

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thi::core {

// The closed list of what a row can say, by these names. Two equal marks need none of it.
enum class BandAction {
    mean_of_two,                  // By rule.
    agree,                        // Both markers agree on a mark between theirs.
    agree_with_minutes_else_head, // The same, or the head of marking decides.
    third_marker,                 // Two equal of three; else the mean of three; too far: together.
    third_marker_official,        // The third mark is the script's.
    two_other_markers_then_chair, // The mean of two others; as far apart again: the chair decides.
    collective,                   // The markers' board marks together.
    chair,                        // The chair decides.
};
BOOST_DESCRIBE_ENUM(BandAction, mean_of_two, agree, agree_with_minutes_else_head, third_marker,
                    third_marker_official, two_other_markers_then_chair, collective, chair)

// What mark.settle says where no band was asked.
inline constexpr std::string_view action_single = "single_mark";
inline constexpr std::string_view action_anomaly = "anomaly_upheld";

// Of three marks, spread further than this share of the maximum: marked together, not averaged.
inline constexpr Whole collective_above_pct = 25;

std::optional<BandAction> band_action(std::string_view name);

// Where `gap` lies; null where no row has it, in no table that check_bands() lets pass.
const Band* band_of(const std::vector<Band>& bands, Points gap, Points most);

// A gap, an overlap, an empty row, a first row that does not begin at nothing, an unknown action:
// each at its pointer below `at`.
std::vector<FieldFault> check_bands(const std::vector<Band>& bands, const std::string& at);

// Half-up at `decimals` (0 to 2) of a point; a fraction of hundredths becomes whole hundredths.
// Requires: not below zero, the denominator above zero.
Points rounded_mark(Fraction mark, Whole decimals);

} // namespace thi::core
