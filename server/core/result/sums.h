// Sums of exact fractions, and how they are shown. Whatever would not fit is our bug: what can be
// summed is bounded when a paper is sealed (core/sitting/papers.cpp).

#pragma once
#include "core/plan/whole.h"
#include "core/points.h"

#include <string>

namespace thi::core {

inline constexpr Whole decimals_shown_max = 4;

// In lowest terms.
Fraction reduced(Fraction fraction);

// a + weight * b, in lowest terms.
Fraction plus_weighted(Fraction a, Whole weight, Fraction b);

// A number of hundredths as points with so many decimals, half-up, with a decimal comma: 8435/1
// with one decimal is "84,4". A half goes up also below zero: -0,05 is "0,0", never "-0,0".
std::string shown(Fraction hundredths, Whole decimals);

} // namespace thi::core
