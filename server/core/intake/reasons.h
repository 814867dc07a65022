// Reasons: the closed catalogue of what can be said of a criterion, for people. Codes are in the
// log; the sentences are not.

#pragma once
#include "core/fault.h"

#include <optional>
#include <span>
#include <string_view>

namespace thi::core {

struct ReasonText {
    std::string_view code; // "age_over"
    std::string_view vi;
    std::string_view en;
};

std::span<const ReasonText> reason_texts();

// Nothing for a code that is not in the catalogue: free text of an override, shown as it is.
std::optional<Sentence> reason_sentence(std::string_view code);

} // namespace thi::core
