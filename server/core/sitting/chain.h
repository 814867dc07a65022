// The chain of a lease: seq = 1, 2, ... and each payload's hash in the next
// (docs/formats/saving.md).

#pragma once
#include "core/contest.h"

#include <string_view>

namespace thi::core {

// Where a payload stands in the chain of its lease.
enum class Place {
    next,   // It follows.
    repeat, // It is there already, byte for byte.
    taken,  // Other bytes are there.
    gap,    // One before it is missing.
    broken, // Its number follows, its `prev` does not.
};

// Null where the sitting has no such lease.
const Lease* find_lease(const Sitting& sitting, Whole lease);

Place place_in(const Lease& lease, Whole seq, const crypto::Digest& prev,
               const crypto::Digest& text_hash);

// Adds the next payload. Requires: it was placed as `next`.
void extend_chain(Sitting& sitting, Whole lease, std::string_view text, const Record& record);

} // namespace thi::core
