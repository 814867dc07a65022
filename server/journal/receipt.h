// Receipt: what the server answers to a save, and how anybody checks it (docs/formats/receipt.md).
//
// It is a proof whose extra part holds what the candidate does not know of the leaf: the salt, the
// instant at which the save was received, and the leaf's time. The key comes from elsewhere.

#pragma once
#include "core/time.h"
#include "journal/leaf.h"
#include "journal/proof.h"

#include <optional>
#include <string>
#include <string_view>

namespace thi::journal {

// What became of a candidate's payload; it decides the leaf's type and the logged payload.
enum class Fate {
    counts,     // answer.save
    late,       // answer.late, after the end and its grace
    superseded, // answer.late, of an older lease
    conflict,   // answer.late, of a lease and seq that other bytes were saved under
    submitted,  // sitting.submit
};

// What the candidate sent, byte for byte.
struct Sent {
    std::string_view payload; // Canonical text.
    std::string_view sig;     // Base64, or empty.
    Fate fate = Fate::counts;
};

std::string_view leaf_type(Fate fate);

// The text that is committed to: canonical {"client", "received_at", "sig"}, and "why" where late.
std::string logged_payload(const Sent& sent, core::Instant received_at);

// The facts of a leaf that the receipt tells its owner.
struct Disclosure {
    core::Instant received_at; // When the request was complete, before any queue.
    Salt salt{};
    core::Instant at;                   // The leaf's time.
    std::optional<std::string> payload; // Only in files that a candidate takes home.
    friend bool operator==(const Disclosure&, const Disclosure&) = default;
};

// `checkpoint`: the signed note over the tree in which `hashes` proves the leaf at `index`.
std::string make_receipt(const Disclosure& disclosure, std::uint64_t index, Proof hashes,
                         std::string_view checkpoint);

struct Receipt {
    Disclosure disclosure;
    LogProof proof;
};
text::Result<Receipt> parse_receipt(std::string_view text);

// What a receipt proves, once it holds.
struct Proven {
    std::uint64_t index = 0;
    Hash leaf;
    Checkpoint checkpoint;
    core::Instant received_at;
    core::Instant at;
};

// Whether the log of `log` holds exactly what was sent. `log` must be the pinned key: never one
// that came with the receipt.
text::Result<Proven> check_receipt(std::string_view receipt, const Sent& sent,
                                   const VerifierKey& log);

} // namespace thi::journal
