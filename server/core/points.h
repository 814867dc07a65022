// Points are whole hundredths and means are exact fractions: no floating point decides a result.

#pragma once
#include <cassert>
#include <compare>
#include <cstdint>
#include <limits>

namespace thi::core {

// Marks, scores and tariffs, in hundredths of a point. Arithmetic that would overflow is our bug.
struct Points {
    std::int64_t hundredths = 0;

    friend auto operator<=>(Points, Points) = default;
    friend Points operator+(Points a, Points b) {
        Points sum;
        const bool overflow = __builtin_add_overflow(a.hundredths, b.hundredths, &sum.hundredths);
        assert(!overflow);
        static_cast<void>(overflow);
        return sum;
    }
    friend Points operator-(Points a) { return Points{-a.hundredths}; }
    friend Points operator-(Points a, Points b) { return a + -b; }
    Points& operator+=(Points other) { return *this = *this + other; }
};

// numerator / denominator; the denominator is positive. Not reduced: a mean keeps the count it came
// from. Compared by value, exactly.
struct Fraction {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;

    friend std::strong_ordering operator<=>(Fraction a, Fraction b) {
        __extension__ using Wide = __int128;
        return Wide{a.numerator} * b.denominator <=> Wide{b.numerator} * a.denominator;
    }
    friend bool operator==(Fraction a, Fraction b) { return (a <=> b) == 0; }
};

} // namespace thi::core
