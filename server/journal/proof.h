// A proof that can be checked offline (c2sp.org/tlog-proof@v1): a leaf's place in the log, the
// hashes from it to the root, and the signed checkpoint that holds the root.

#pragma once
#include "journal/checkpoint.h"

#include <optional>
#include <string>
#include <string_view>

namespace thi::journal {

constexpr std::size_t proof_bytes_max = 2 << 20;
constexpr std::size_t proof_hashes_max = 64;

struct LogProof {
    std::optional<std::string> extra; // Opaque bytes, not covered by any signature.
    std::uint64_t index = 0;
    Proof hashes;
    std::string checkpoint; // The signed note, as it is.
    friend bool operator==(const LogProof&, const LogProof&) = default;
};

std::string print_proof(const LogProof& proof);
text::Result<LogProof> parse_proof(std::string_view text);

// The checkpoint, where the log of `log` signed it and the leaf with this hash stands in its tree
// at the proof's index.
text::Result<Checkpoint> verify_proof(const LogProof& proof, const Hash& leaf,
                                      const VerifierKey& log);

} // namespace thi::journal
