#include "text/unicode.h"

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <unicode/bytestream.h>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>
#include <vector>

namespace thi::text {
namespace {

void require(UErrorCode status, const char* what) {
    if (U_FAILURE(status)) throw std::runtime_error(std::string{what} + ": " + u_errorName(status));
}

icu::StringPiece piece(std::string_view text) {
    return {text.data(), static_cast<std::int32_t>(text.size())};
}

const icu::Normalizer2& composer() {
    UErrorCode status = U_ZERO_ERROR;
    const auto* const normalizer = icu::Normalizer2::getNFCInstance(status);
    require(status, "NFC");
    return *normalizer;
}

const icu::Normalizer2& decomposer() {
    UErrorCode status = U_ZERO_ERROR;
    const auto* const normalizer = icu::Normalizer2::getNFDInstance(status);
    require(status, "NFD");
    return *normalizer;
}

const icu::Collator& collator() {
    static const std::unique_ptr<const icu::Collator> made = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> vi{icu::Collator::createInstance("vi", status)};
        require(status, "collation");
        vi->setAttribute(UCOL_NORMALIZATION_MODE, UCOL_ON, status);
        require(status, "collation");
        return vi;
    }();
    return *made;
}

bool is_mark(UChar32 c) {
    return u_charType(c) == U_NON_SPACING_MARK;
}

std::string to_utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

} // namespace

bool is_utf8(std::string_view text) {
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    std::size_t i = 0;
    while (i < text.size()) {
        const std::uint8_t lead = bytes[i];
        if (lead < 0x80) {
            ++i;
            continue;
        }
        const std::size_t more = lead >= 0xC2 && lead <= 0xDF   ? 1
                                 : lead >= 0xE0 && lead <= 0xEF ? 2
                                 : lead >= 0xF0 && lead <= 0xF4 ? 3
                                                                : 0;
        if (more == 0 || text.size() - i <= more) return false;
        for (std::size_t k = 1; k <= more; ++k)
            if ((bytes[i + k] & 0xC0U) != 0x80U) return false;
        const std::uint8_t second = bytes[i + 1];
        if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
            (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F))
            return false;
        i += more + 1;
    }
    return true;
}

bool is_text(std::string_view text) {
    return is_utf8(text) && text.find('\0') == std::string_view::npos;
}

bool is_nfc(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const bool normal = composer().isNormalizedUTF8(piece(text), status);
    require(status, "NFC");
    return normal;
}

std::string nfc(std::string_view text) {
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    UErrorCode status = U_ZERO_ERROR;
    composer().normalizeUTF8(0, piece(text), sink, nullptr, status);
    require(status, "NFC");
    return out;
}

std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text)
        count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    return count;
}

bool has_space(std::string_view text) {
    const auto in = icu::UnicodeString::fromUTF8(piece(text));
    for (std::int32_t i = 0; i < in.length(); i = in.moveIndex32(i, 1))
        if (u_isUWhiteSpace(in.char32At(i))) return true;
    return false;
}

std::string squeezed(std::string_view text) {
    const auto in = icu::UnicodeString::fromUTF8(piece(text));
    icu::UnicodeString out;
    bool gap = false;
    for (std::int32_t i = 0; i < in.length(); i = in.moveIndex32(i, 1)) {
        const auto c = in.char32At(i);
        if (u_isUWhiteSpace(c)) {
            gap = true;
            continue;
        }
        if (gap && !out.isEmpty()) out.append(static_cast<UChar32>(' '));
        gap = false;
        out.append(c);
    }
    return to_utf8(out);
}

std::string case_folded(std::string_view text) {
    auto folded = icu::UnicodeString::fromUTF8(piece(text));
    folded.foldCase();
    return nfc(to_utf8(folded));
}

std::string search_form(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    auto in = icu::UnicodeString::fromUTF8(piece(squeezed(text)));
    in.foldCase();
    in = decomposer().normalize(in, status);
    require(status, "NFD");
    icu::UnicodeString out;
    for (std::int32_t i = 0; i < in.length(); i = in.moveIndex32(i, 1)) {
        const auto c = in.char32At(i);
        constexpr UChar32 d_with_stroke = 0x111;
        if (!is_mark(c)) out.append(c == d_with_stroke ? static_cast<UChar32>('d') : c);
    }
    return to_utf8(out);
}

NameParts split_name(std::string_view full_name) {
    const auto name = squeezed(full_name);
    const auto space = name.rfind(' ');
    if (space == std::string::npos) return {name, {}};
    return {name.substr(space + 1), name.substr(0, space)};
}

std::string sort_key(std::string_view text) {
    const auto in = icu::UnicodeString::fromUTF8(piece(text));
    std::vector<std::uint8_t> key(64 + text.size() * 4);
    auto size = collator().getSortKey(in, key.data(), static_cast<std::int32_t>(key.size()));
    if (size > static_cast<std::int32_t>(key.size())) {
        key.resize(static_cast<std::size_t>(size));
        size = collator().getSortKey(in, key.data(), size);
    }
    if (size <= 0) throw std::runtime_error("collation: no key");
    // ICU ends a key with its only zero byte.
    return {key.begin(), key.begin() + size - 1};
}

std::string name_sort_key(std::string_view given, std::string_view rest) {
    return sort_key(given) + '\0' + sort_key(rest);
}

} // namespace thi::text
