// GIFT's texts: escapes, format tags, weights.

#include "bank/decimal.h"
#include "bank/gift.h"

#include <array>

namespace thi::bank::gift {
namespace {

constexpr std::string_view controls = "~=#{}:";
constexpr std::string_view spaces = " \t\r\n";

bool is_space(char c) {
    return spaces.find(c) != std::string_view::npos;
}

std::string one_space(std::string_view raw) {
    std::string out;
    for (const char c : raw) {
        if (!is_space(c))
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::string unescaped(std::string_view raw) {
    std::string out;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const char next = i + 1 < raw.size() ? raw[i + 1] : '\0';
        if (raw[i] != '\\') {
            out += raw[i];
        } else if (next == 'n') {
            out += '\n';
            ++i;
        } else if (next == '\\' || (next != '\0' && controls.find(next) < controls.size())) {
            out += next;
            ++i;
        } else {
            out += '\\';
        }
    }
    return out;
}

} // namespace

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_space(text.back()))
        text.remove_suffix(1);
    return text;
}

std::size_t find_plain(std::string_view raw, std::string_view what, std::size_t from) {
    for (std::size_t i = from; i < raw.size(); ++i) {
        if (raw.substr(i).starts_with(what)) return i;
        if (raw[i] == '\\') ++i;
    }
    return std::string_view::npos;
}

Text read_text(std::string_view raw, Format inherited) {
    struct Tag {
        std::string_view word;
        Format format;
    };
    constexpr std::array tags{Tag{"[moodle]", Format::moodle}, Tag{"[html]", Format::html},
                              Tag{"[plain]", Format::plain}, Tag{"[markdown]", Format::markdown}};
    raw = trimmed(raw);
    Text text{inherited, {}};
    for (const auto& tag : tags)
        if (raw.starts_with(tag.word)) {
            text.format = tag.format;
            raw = trimmed(raw.substr(tag.word.size()));
            break;
        }
    const bool keeps = text.format == Format::html || text.format == Format::markdown;
    text.text = unescaped(keeps ? std::string{raw} : one_space(raw));
    return text;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n') {
            out += "\\n";
            continue;
        }
        if (c == '\\' || controls.find(c) < controls.size()) out += '\\';
        out += c;
    }
    return out;
}

std::optional<std::int64_t> parse_weight(std::string_view text) {
    auto value = parse_decimal(trimmed(text));
    if (!value || value->scale > 5) return {};
    for (; value->scale < 5; ++value->scale)
        value->units *= 10;
    if (value->units > weight_full || value->units < -weight_full) return {};
    return value->units;
}

std::string write_weight(std::int64_t weight) {
    return write_decimal({weight, 5});
}

} // namespace thi::bank::gift
