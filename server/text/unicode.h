// Unicode as Vietnamese needs it: validity, NFC, length, search and the order of names.
//
// The one place that calls ICU. All texts are UTF-8; functions that need valid UTF-8 say so.

#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace thi::text {

// Well-formed UTF-8: no overlong forms, no surrogates, nothing beyond U+10FFFF.
bool is_utf8(std::string_view text);

// What a JSON string of our subset can hold: well-formed UTF-8 without NUL.
bool is_text(std::string_view text);

// Requires valid UTF-8.
bool is_nfc(std::string_view text);
std::string nfc(std::string_view text);

// Number of code points. Requires valid UTF-8.
std::size_t length(std::string_view text);

// For searching: no marks, no case, `đ` as `d`, runs of white space as one space, trimmed.
// "Nguyễn  ĐỨC" -> "nguyen duc". Requires valid UTF-8.
std::string search_form(std::string_view text);

// Whether any code point is white space. Requires valid UTF-8.
bool has_space(std::string_view text);

// White space at both ends removed and runs of it made one space: how names are kept.
std::string squeezed(std::string_view text);

// Unicode simple case folding, marks kept. Requires valid UTF-8.
std::string case_folded(std::string_view text);

// A person's name in the Vietnamese order: family and middle names first, given name last.
struct NameParts {
    std::string given;
    std::string rest;
};

// "Nguyễn Văn An" -> {"An", "Nguyễn Văn"}: a proposal that the person may correct.
NameParts split_name(std::string_view full_name);

// Bytes whose order is the order of lists: by given name, then by the rest (ICU collation `vi`).
// Requires valid UTF-8.
std::string name_sort_key(std::string_view given, std::string_view rest);

// Bytes whose order is the Vietnamese dictionary order of texts. Requires valid UTF-8.
std::string sort_key(std::string_view text);

} // namespace thi::text
