#include "text/base64.h"

#include <array>
#include <cstdint>

namespace thi::text {
namespace {

constexpr std::string_view alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t no_digit = 0xFF;

constexpr std::array<std::uint8_t, 256> make_values() {
    std::array<std::uint8_t, 256> values{};
    for (auto& value : values)
        value = no_digit;
    for (std::size_t i = 0; i < alphabet.size(); ++i)
        values[static_cast<unsigned char>(alphabet[i])] = static_cast<std::uint8_t>(i);
    return values;
}
constexpr auto values = make_values();

std::uint32_t byte(char c) {
    return static_cast<unsigned char>(c);
}

} // namespace

void append_base64(std::string& text, std::string_view bytes) {
    const auto start = text.size();
    text.resize(start + base64_length(bytes.size()), '=');
    char* out = text.data() + start;
    std::size_t i = 0;
    for (; i + 3 <= bytes.size(); i += 3) {
        const auto group = byte(bytes[i]) << 16 | byte(bytes[i + 1]) << 8 | byte(bytes[i + 2]);
        *out++ = alphabet[group >> 18];
        *out++ = alphabet[group >> 12 & 63U];
        *out++ = alphabet[group >> 6 & 63U];
        *out++ = alphabet[group & 63U];
    }
    if (i == bytes.size()) return;
    const bool two = i + 2 == bytes.size();
    const auto group = byte(bytes[i]) << 16 | (two ? byte(bytes[i + 1]) << 8 : 0U);
    *out++ = alphabet[group >> 18];
    *out++ = alphabet[group >> 12 & 63U];
    if (two) *out = alphabet[group >> 6 & 63U];
}

std::string encode_base64(std::string_view bytes) {
    std::string text;
    append_base64(text, bytes);
    return text;
}

std::optional<std::string> decode_base64(std::string_view text) {
    if (text.size() % 4 != 0) return std::nullopt;
    std::size_t digits = text.size();
    for (int padding = 0; padding < 2 && digits > 0 && text[digits - 1] == '='; ++padding)
        --digits;

    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    std::uint32_t held = 0;
    unsigned int bits = 0;
    for (const char c : text.substr(0, digits)) {
        const auto value = values[static_cast<unsigned char>(c)];
        if (value == no_digit) return std::nullopt;
        held = held << 6 | value;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>(held >> bits & 0xFFU);
        }
    }
    // What is left over must be zero, and less than one digit.
    if (bits >= 6 || (held & ((1U << bits) - 1)) != 0) return std::nullopt;
    return bytes;
}

} // namespace thi::text
