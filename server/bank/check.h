// What a bank must be, beyond its shape: every rule of docs/formats/bank.md that a type cannot say.

#pragma once
#include "bank/bank.h"
#include "text/reading.h"

namespace thi::bank {

// Every mistake, each at its JSON pointer; clean for a bank that may be used.
text::Reading check(const Bank& bank);

// The rules of one item by itself, found at the place where `reading` stands.
void check_item(const BankItem& item, text::Reading& reading);

// A text at member `member`: not empty, trimmed, NFC, without control characters (line breaks only
// where `many_lines`), at most `length_max` code points. False where it is not.
struct TextRule {
    std::size_t length_max = name_length_max;
    bool many_lines = false;
};
bool check_text(std::string_view member, std::string_view text, TextRule rule,
                text::Reading& reading);

// Whether a text is 1 to 64 of a-z, 0-9 and inner hyphens: names of banks, topics, stimuli.
bool is_slug(std::string_view text);

// The form by which two options or stems count as the same: case folded, spaces squeezed, closing
// punctuation left out.
std::string likeness(std::string_view text);

} // namespace thi::bank
