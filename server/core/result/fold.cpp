#include "core/result/fold.h"

#include <cstddef>

namespace thi::core {

namespace {

// The code point at the front of `text`, and its length in bytes. Bytes that are not UTF-8 stand
// for themselves, one by one.
struct Read {
    char32_t point = 0;
    std::size_t length = 1;
};

Read read(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length > text.size()) return {lead, 1};
    if (length == 1) return {lead, 1};
    char32_t point = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i)
        point = (point << 6) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    return {point, length};
}

void append(std::string& text, char32_t point) {
    const auto put = [&](char32_t byte) {
        text += static_cast<char>(byte);
    };
    if (point < 0x80) return put(point);
    if (point < 0x800) {
        put(0xC0 | (point >> 6));
    } else {
        put(0xE0 | (point >> 12));
        put(0x80 | ((point >> 6) & 0x3F));
    }
    put(0x80 | (point & 0x3F));
}

bool is_space(char32_t point) {
    return point == ' ' || (point >= '\t' && point <= '\r') || point == 0xA0 || point == 0x3000 ||
           (point >= 0x2000 && point <= 0x200A) || point == 0x202F || point == 0x205F;
}

bool is_between(char32_t point, char32_t first, char32_t last) {
    return first <= point && point <= last;
}

// Capital and small letter stand side by side, the capital on the even number.
bool is_even_pair(char32_t point) {
    return is_between(point, 0x100, 0x12F) || is_between(point, 0x132, 0x137) ||
           is_between(point, 0x14A, 0x177) || is_between(point, 0x1A0, 0x1A5) ||
           is_between(point, 0x1E00, 0x1E95) || is_between(point, 0x1EA0, 0x1EFF);
}

// The same, with the capital on the odd number.
bool is_odd_pair(char32_t point) {
    return is_between(point, 0x139, 0x148) || is_between(point, 0x179, 0x17E) ||
           is_between(point, 0x1AF, 0x1B0);
}

char32_t lower(char32_t point) {
    if (is_between(point, 'A', 'Z')) return point + 32;
    if (is_between(point, 0xC0, 0xDE) && point != 0xD7) return point + 32;
    if (is_even_pair(point)) return point | 1;
    if (is_odd_pair(point)) return point + (point & 1);
    return point;
}

} // namespace

std::string folded(std::string_view text, bool fold_case) {
    std::string result;
    result.reserve(text.size());
    bool space_waits = false;
    while (!text.empty()) {
        const auto [point, length] = read(text);
        if (is_space(point)) {
            space_waits = !result.empty();
        } else {
            if (space_waits) result += ' ';
            space_waits = false;
            const char32_t small = fold_case ? lower(point) : point;
            if (small == point)
                result += text.substr(0, length);
            else
                append(result, small);
        }
        text.remove_prefix(length);
    }
    return result;
}

} // namespace thi::core
