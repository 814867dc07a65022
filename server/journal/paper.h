// A paper and its key as texts: what paper.seal and key.seal commit to (docs/formats/bank.md).

#pragma once
#include "core/sitting/paper.h"
#include "journal/leaf.h"
#include "text/mistake.h"

#include <string>
#include <string_view>

namespace thi::journal {

constexpr std::size_t paper_bytes_max = 16 << 20;

// Canonical JSON; its SHA-256 is the plaintext commitment of paper.seal.
std::string paper_text(const core::Paper& paper);

// Canonical {"key", "salt"}; its SHA-256 is the commitment of key.seal. The salt is random: without
// it the few possible keys of a short paper could be tried.
std::string key_document(const core::AnswerKey& key, const Salt& salt);

// Take exactly what the two above make.
text::Result<core::Paper> read_paper(std::string_view text);
text::Result<core::AnswerKey> read_key_document(std::string_view text);

} // namespace thi::journal
