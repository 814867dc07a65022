// Codes that people read out and write down: Crockford base32 in groups, `XXXX-XXXX-XXXX`.

#pragma once
#include "crypto/hash.h"

#include <optional>
#include <string>
#include <string_view>

namespace thi::text {

// The first 60 bits of `digest`: the receipt code of a submission (docs/formats/receipt.md).
std::string receipt_code(const crypto::Digest& digest);

// The code as it is printed, out of what a person typed: any case, with or without hyphens and
// spaces, O for 0, I and L for 1. Nothing where it is not a code.
std::optional<std::string> normalized_code(std::string_view typed);

} // namespace thi::text
