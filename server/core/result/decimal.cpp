#include "core/result/decimal.h"

#include <cassert>

namespace thi::core {

namespace {

constexpr Decimal::Wide ten_to(std::size_t exponent) {
    Decimal::Wide power = 1;
    for (std::size_t i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

constexpr Decimal::Wide magnitude(Decimal::Wide number) {
    return number < 0 ? -number : number;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// 10^9: what divides a scaled number that has at most six decimals.
constexpr Decimal::Wide below_six_decimals = ten_to(Decimal::decimals_max - relative_decimals_max);

} // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    std::size_t whole_digits = 0;
    std::size_t decimals = 0;
    bool after_point = false;
    Decimal number;
    for (const char c : text) {
        if (c == ',' || c == '.') {
            if (after_point || whole_digits == 0) return std::nullopt;
            after_point = true;
            continue;
        }
        if (!is_digit(c)) return std::nullopt;
        std::size_t& count = after_point ? decimals : whole_digits;
        if (++count > (after_point ? decimals_max : whole_digits_max)) return std::nullopt;
        number.scaled_ = number.scaled_ * 10 + (c - '0');
    }
    if (whole_digits == 0 || (after_point && decimals == 0)) return std::nullopt;
    number.scaled_ *= ten_to(decimals_max - decimals);
    if (negative) number.scaled_ = -number.scaled_;
    return number;
}

bool is_well_formed(const NumericKey& key) {
    const auto value = Decimal::parse(key.value);
    const auto tolerance = Decimal::parse(key.tolerance);
    if (!value || !tolerance || tolerance->scaled() < 0) return false;
    if (key.kind == ToleranceKind::absolute) return true;
    return tolerance->scaled() % below_six_decimals == 0 &&
           tolerance->scaled() < 10 * ten_to(Decimal::decimals_max);
}

bool within_tolerance(const NumericKey& key, Decimal answer) {
    const auto value = Decimal::parse(key.value);
    const auto tolerance = Decimal::parse(key.tolerance);
    assert(value && tolerance);
    const Decimal::Wide distance = magnitude(answer.scaled() - value->scaled());
    if (key.kind == ToleranceKind::absolute) return distance <= tolerance->scaled();
    // distance / 10^15 <= (tolerance / 10^15) * (value / 10^15), both sides times 10^21.
    return distance * ten_to(relative_decimals_max) <=
           tolerance->scaled() / below_six_decimals * magnitude(value->scaled());
}

} // namespace thi::core
