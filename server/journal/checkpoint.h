// Checkpoint (c2sp.org/tlog-checkpoint): the head of a log, as the text of a signed note.
// Checkpoints of our logs have no extension lines (docs/formats/checkpoint.md).

#pragma once
#include "journal/merkle.h"
#include "journal/note.h"
#include "text/mistake.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace thi::journal {

struct Checkpoint {
    std::string origin; // The log's identity, HOST/contest/CODE, and its key's name.
    std::uint64_t size = 0;
    Hash root;
    friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

// The text that is signed.
std::string print_checkpoint(const Checkpoint& checkpoint);
text::Result<Checkpoint> parse_checkpoint(std::string_view text);

// The signed note. Requires that the signer's name is the origin; logic_error otherwise.
std::string sign_checkpoint(const Checkpoint& checkpoint, const NoteSigner& signer);

// The checkpoint of a note, where `log` signed it and its origin is the key's name. Signatures of
// others are ignored.
text::Result<Checkpoint> open_checkpoint(std::string_view note, const VerifierKey& log);

} // namespace thi::journal
