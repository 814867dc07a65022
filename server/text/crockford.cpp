#include "text/crockford.h"

#include <cstddef>
#include <cstdint>

namespace thi::text {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t code_digits = 12;
constexpr std::size_t group_digits = 4;

std::string grouped(std::string_view digits) {
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && i % group_digits == 0) out += '-';
        out += digits[i];
    }
    return out;
}

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

} // namespace

std::string receipt_code(const crypto::Digest& digest) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 8; ++i)
        bits = bits << 8 | digest.bytes[i];
    std::string digits;
    for (std::size_t i = 0; i < code_digits; ++i, bits <<= 5)
        digits += alphabet[bits >> 59];
    return grouped(digits);
}

std::optional<std::string> normalized_code(std::string_view typed) {
    std::string digits;
    for (char c : typed) {
        c = upper(c);
        if (c == '-' || c == ' ') continue;
        if (c == 'O') c = '0';
        if (c == 'I' || c == 'L') c = '1';
        if (alphabet.find(c) == std::string_view::npos) return std::nullopt;
        digits += c;
        if (digits.size() > code_digits) return std::nullopt;
    }
    if (digits.size() != code_digits) return std::nullopt;
    return grouped(digits);
}

} // namespace thi::text
