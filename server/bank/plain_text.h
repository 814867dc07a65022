// Formatted texts of other formats as the plain text that items hold: NFC, trimmed.

#pragma once
#include "bank/gift.h"

#include <string>

namespace thi::bank {

struct PlainText {
    std::string text;
    bool lost_markup = false; // There were tags, or marks of Markdown, that meant something.
};

// Tags of HTML are dropped, block ends become line breaks, the common entities are resolved.
// Markdown keeps its marks as written and always counts as lost.
PlainText plain_text(const gift::Text& text);

} // namespace thi::bank
