// Decimal texts as keys hold them: exact, comma or dot, no exponent.

#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace thi::bank {

// `units` / 10^`scale`.
struct Decimal {
    std::int64_t units = 0;
    int scale = 0; // 0 to 9.
};

// At most 9 digits before and 9 after the mark, an optional minus first; nothing for other texts.
std::optional<Decimal> parse_decimal(std::string_view text);

// With a dot, no zeros that say nothing: {1250, 2} -> "12.5".
std::string write_decimal(Decimal value);

// Exactly half way between, and half the distance: what "from low to high" is as value and
// tolerance. Nothing where low > high or ten decimals would be needed.
struct Middle {
    Decimal value;
    Decimal tolerance;
};
std::optional<Middle> middle(Decimal low, Decimal high);

} // namespace thi::bank
