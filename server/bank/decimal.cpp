#include "bank/decimal.h"

#include <algorithm>

namespace thi::bank {
namespace {

constexpr std::size_t digits_max = 9; // On each side of the mark: fits in 64 bits with room.

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::int64_t scaled(Decimal value, int scale) {
    for (; value.scale < scale; ++value.scale)
        value.units *= 10;
    return value.units;
}

} // namespace

std::optional<Decimal> parse_decimal(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const auto mark = std::min(text.find_first_of(".,"), text.size());
    const auto whole = text.substr(0, mark);
    const auto rest = mark < text.size() ? text.substr(mark + 1) : std::string_view{};
    if (whole.empty() || whole.size() > digits_max || rest.size() > digits_max) return {};
    if (mark < text.size() && rest.empty()) return {};
    Decimal value;
    for (const auto part : {whole, rest})
        for (const char c : part) {
            if (!is_digit(c)) return {};
            value.units = value.units * 10 + (c - '0');
        }
    value.scale = static_cast<int>(rest.size());
    if (negative) value.units = -value.units;
    return value;
}

std::string write_decimal(Decimal value) {
    while (value.scale > 0 && value.units % 10 == 0) {
        value.units /= 10;
        --value.scale;
    }
    std::string digits = std::to_string(value.units < 0 ? -value.units : value.units);
    const auto scale = static_cast<std::size_t>(value.scale);
    if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
    if (scale > 0) digits.insert(digits.size() - scale, 1, '.');
    return value.units < 0 ? "-" + digits : digits;
}

std::optional<Middle> middle(Decimal low, Decimal high) {
    const int scale = std::max(low.scale, high.scale) + 1; // Halves need one decimal more.
    if (scale > static_cast<int>(digits_max)) return {};
    const auto from = scaled(low, scale);
    const auto to = scaled(high, scale);
    if (from > to) return {};
    return Middle{{(from + to) / 2, scale}, {(to - from) / 2, scale}};
}

} // namespace thi::bank
