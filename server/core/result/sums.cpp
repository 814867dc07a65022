#include "core/result/sums.h"

#include <cassert>
#include <limits>
#include <numeric>

namespace thi::core {

namespace {

__extension__ using Wide = __int128;

Wide divisor(Wide a, Wide b) {
    if (a < 0) a = -a;
    while (b != 0) {
        const Wide rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

Whole narrow(Wide number) {
    assert(number <= std::numeric_limits<Whole>::max());
    assert(number >= std::numeric_limits<Whole>::min());
    return static_cast<Whole>(number);
}

Fraction lowest(Wide numerator, Wide denominator) {
    assert(denominator > 0);
    const Wide common = divisor(numerator, denominator);
    return {narrow(numerator / common), narrow(denominator / common)};
}

Wide floored(Wide numerator, Wide denominator) {
    const Wide quotient = numerator / denominator;
    return numerator % denominator < 0 ? quotient - 1 : quotient;
}

} // namespace

Fraction reduced(Fraction fraction) {
    return lowest(fraction.numerator, fraction.denominator);
}

// Both are brought to the least common denominator, so that the products stay within 128 bits.
Fraction plus_weighted(Fraction a, Whole weight, Fraction b) {
    a = reduced(a);
    b = reduced(b);
    const Wide common = divisor(a.denominator, b.denominator);
    const Wide times_a = b.denominator / common;
    const Wide times_b = a.denominator / common;
    return lowest(Wide{a.numerator} * times_a + Wide{narrow(Wide{weight} * b.numerator)} * times_b,
                  Wide{a.denominator} * times_a);
}

std::string shown(Fraction hundredths, Whole decimals) {
    assert(decimals >= 0 && decimals <= decimals_shown_max);
    Wide scale = 1;
    for (Whole i = 0; i < decimals; ++i)
        scale *= 10;
    const Wide denominator = Wide{hundredths.denominator} * 100;
    const Wide rounded =
        floored(2 * Wide{hundredths.numerator} * scale + denominator, 2 * denominator);
    const bool negative = rounded < 0;
    const Wide size = negative ? -rounded : rounded;
    std::string text = std::to_string(narrow(size / scale));
    if (decimals > 0) {
        const std::string rest = std::to_string(narrow(size % scale + scale));
        text += "," + rest.substr(1);
    }
    return negative ? "-" + text : text;
}

} // namespace thi::core
