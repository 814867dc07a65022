// The body of a script as a text: what markers see and script.blind commits to
// (docs/formats/marking.md). Holds nothing of who wrote it, where or when.

#pragma once
#include "core/sitting/paper.h"
#include "crypto/hash.h"

#include <span>
#include <string>
#include <utility>

namespace thi::journal {

// Canonical {"answers": [{"item", "value"}, ...], "paper"}: every item of the paper in its order,
// with null where nothing counts.
std::string script_text(const core::Paper& paper,
                        std::span<const std::pair<core::ItemId, core::Value>> answers);

// SHA-256 of that text, as core::BlindScripts asks for it.
crypto::Digest script_hash(const core::Paper& paper,
                           std::span<const std::pair<core::ItemId, core::Value>> answers);

} // namespace thi::journal
