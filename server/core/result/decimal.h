// Decimal: a number as people write it, exactly. Comma or dot, no thousands separators, no
// exponent.

#pragma once
#include "core/sitting/paper.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace thi::core {

// The value is `scaled` / 10^15.
class Decimal {
  public:
    static constexpr std::size_t whole_digits_max = 15;
    static constexpr std::size_t decimals_max = 15;
    __extension__ using Wide = __int128;

    // "12,5", "-0.25", "007". Nothing where the text is no such number or is over the limits.
    static std::optional<Decimal> parse(std::string_view text);

    Wide scaled() const { return scaled_; }

  private:
    Wide scaled_ = 0;
};

// The tolerance of a relative key: below 10, at most six decimals, so that the comparison fits into
// 128 bits.
inline constexpr std::size_t relative_decimals_max = 6;

// Is a key one that can be compared with? (Its numbers parse, its tolerance is not negative.)
bool is_well_formed(const NumericKey& key);

// |answer - value| <= tolerance, or <= tolerance * |value|; both inclusive, both exact.
// Requires: is_well_formed(key).
bool within_tolerance(const NumericKey& key, Decimal answer);

} // namespace thi::core
