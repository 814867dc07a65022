#include "text/json.h"
#include "text/unicode.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace thi::text {
namespace {

namespace json = boost::json;

// Order of UTF-16 code units, taken from UTF-8: code points beyond the first plane are written
// with surrogates (D800..DFFF) and so come before U+E000..U+FFFF.
unsigned int utf16_rank(char c) {
    const unsigned int byte = static_cast<unsigned char>(c);
    if (byte >= 0xF0) return byte - 1; // 0xEF..0xF3
    if (byte >= 0xEE) return byte + 6; // 0xF4, 0xF5
    return byte;
}

bool utf16_less(std::string_view a, std::string_view b) {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        return utf16_rank(x) < utf16_rank(y);
    });
}

void append_escape(std::string& out, char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\b':
        out += "\\b";
        return;
    case '\t':
        out += "\\t";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\f':
        out += "\\f";
        return;
    case '\r':
        out += "\\r";
        return;
    default:
        break;
    }
    out += "\\u00";
    out += digits[static_cast<unsigned char>(c) >> 4U];
    out += digits[static_cast<unsigned char>(c) & 15U];
}

void append_string(std::string& out, std::string_view text) {
    if (!is_text(text)) throw std::logic_error("a string outside of the JSON subset");
    out += '"';
    std::size_t plain = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\') continue;
        out += text.substr(plain, i - plain);
        append_escape(out, c);
        plain = i + 1;
    }
    out += text.substr(plain);
    out += '"';
}

void append_integer(std::string& out, std::int64_t number) {
    if (number > integer_max || number < -integer_max)
        throw std::logic_error("an integer outside of the JSON subset");
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.append(digits, end);
}

void append_value(std::string& out, const json::value& value);

void append_object(std::string& out, const json::object& object) {
    std::vector<const json::key_value_pair*> members;
    members.reserve(object.size());
    for (const auto& member : object)
        members.push_back(&member);
    std::sort(members.begin(), members.end(),
              [](const auto* a, const auto* b) { return utf16_less(a->key(), b->key()); });
    char before = '{';
    for (const auto* const member : members) {
        out += before;
        append_string(out, member->key());
        out += ':';
        append_value(out, member->value());
        before = ',';
    }
    out += before == '{' ? "{}" : "}";
}

void append_array(std::string& out, const json::array& array) {
    char before = '[';
    for (const auto& element : array) {
        out += before;
        append_value(out, element);
        before = ',';
    }
    out += before == '[' ? "[]" : "]";
}

void append_value(std::string& out, const json::value& value) {
    switch (value.kind()) {
    case json::kind::null:
        out += "null";
        return;
    case json::kind::bool_:
        out += value.get_bool() ? "true" : "false";
        return;
    case json::kind::int64:
        append_integer(out, value.get_int64());
        return;
    case json::kind::uint64:
        if (value.get_uint64() > static_cast<std::uint64_t>(integer_max))
            throw std::logic_error("an integer outside of the JSON subset");
        append_integer(out, static_cast<std::int64_t>(value.get_uint64()));
        return;
    case json::kind::double_:
        throw std::logic_error("a fraction is outside of the JSON subset");
    case json::kind::string:
        append_string(out, value.get_string());
        return;
    case json::kind::array:
        append_array(out, value.get_array());
        return;
    case json::kind::object:
        append_object(out, value.get_object());
        return;
    }
}

} // namespace

std::string canonical(const json::value& value) {
    std::string out;
    append_value(out, value);
    return out;
}

std::string canonical(std::string_view string) {
    std::string out;
    append_string(out, string);
    return out;
}

bool is_canonical(std::string_view text, const Limits& limits) {
    const auto value = parse(text, limits);
    return value && canonical(*value) == text;
}

} // namespace thi::text
