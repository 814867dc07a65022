#include "core/marking/scan.h"

#include "core/result/fold.h"
#include "core/sitting/value.h"

#include <set>
#include <utility>

namespace thi::core {

namespace {

// Letters and digits with their marks; of what is not ASCII all but spaces, dashes, quotation marks
// and other punctuation of U+2000 to U+206F, U+3000 to U+303F and Latin-1.
bool continues_word(std::string_view at) {
    const auto lead = static_cast<unsigned char>(at.front());
    if (lead < 0x80)
        return (lead >= '0' && lead <= '9') || (lead >= 'a' && lead <= 'z') ||
               (lead >= 'A' && lead <= 'Z');
    const auto next = at.size() > 1 ? static_cast<unsigned char>(at[1]) : 0U;
    if (lead == 0xC2) return next == 0xAA || next == 0xB5 || next == 0xBA;
    if (lead == 0xE2) return next > 0x81;
    if (lead == 0xE3) return next != 0x80;
    return true;
}

bool is_inner(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

bool ends_word_before(std::string_view text, std::size_t at) {
    if (at == 0) return true;
    std::size_t lead = at - 1;
    while (lead > 0 && is_inner(text[lead]))
        --lead;
    return !continues_word(text.substr(lead));
}

bool has_word(std::string_view text, std::string_view word) {
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        if (ends_word_before(text, at) && (end == text.size() || !continues_word(text.substr(end))))
            return true;
    }
    return false;
}

} // namespace

std::vector<Sighting> scan(std::string_view written, std::span<const IdentityText> known) {
    std::vector<Sighting> found;
    const std::string text = folded(written, true);
    std::set<std::string> seen;
    if (known.size() > identities_max) known = known.first(identities_max);
    for (const auto& one : known) {
        if (one.text.size() > identity_bytes_max) continue;
        const std::string word = folded(one.text, true);
        if (code_points(word) < identity_letters_min || !has_word(text, word)) continue;
        if (!seen.insert(word).second) continue;
        found.push_back({one.kind, one.text});
        if (found.size() >= sightings_max) break;
    }
    return found;
}

} // namespace thi::core
