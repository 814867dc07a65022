// Base64 of RFC 4648 section 4, with padding. One text for each sequence of bytes: what is not
// the canonical text (missing padding, stray bits, line breaks) is refused.

#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace thi::text {

std::string encode_base64(std::string_view bytes);

// The same, at the end of a text that is being built.
void append_base64(std::string& text, std::string_view bytes);

std::optional<std::string> decode_base64(std::string_view text);

// Length of the text for so many bytes.
constexpr std::size_t base64_length(std::size_t bytes) {
    return (bytes + 2) / 3 * 4;
}

} // namespace thi::text
