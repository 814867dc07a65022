#include "journal/line.h"

#include "text/base64.h"

#include <algorithm>
#include <charconv>

namespace thi::journal {

std::optional<std::string_view> LineReader::next() {
    const auto end = rest_.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const auto line = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return line;
}

std::optional<std::uint64_t> parse_decimal(std::string_view text, std::uint64_t most) {
    if (text.empty() || (text.size() > 1 && text[0] == '0')) return std::nullopt;
    if (text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    std::uint64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || number > most) return std::nullopt;
    return number;
}

void append_decimal(std::string& text, std::uint64_t number) {
    char digits[20];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    text.append(digits, end);
}

std::optional<crypto::Digest> parse_digest(std::string_view text) {
    const auto bytes = text::decode_base64(text);
    crypto::Digest digest;
    if (!bytes || bytes->size() != digest.bytes.size()) return std::nullopt;
    std::copy(bytes->begin(), bytes->end(), digest.bytes.begin());
    return digest;
}

} // namespace thi::journal
