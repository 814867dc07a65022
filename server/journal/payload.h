// Payload: an event as the text that its leaf commits to, and back (docs/formats/leaf.md).

#pragma once
#include "core/event.h"
#include "journal/leaf.h"
#include "journal/merkle.h"
#include "text/mistake.h"

#include <string>
#include <string_view>
#include <vector>

namespace thi::journal {

constexpr std::size_t payload_bytes_max = 16 << 20;

// Canonical JSON. Payloads of answers and submissions carry the candidate's own text unchanged.
std::string encode(const core::Event& event);

// The event of a leaf of this type. Refused unless `payload` is exactly what `encode` makes of it.
text::Result<core::Event> decode(std::string_view type, std::string_view payload);

// The types that have a payload in this version of the code.
std::vector<std::string_view> payload_types();

// An event made ready for the log.
struct Entry {
    std::string leaf; // Public bytes.
    Hash hash;        // Of the leaf in the tree.
    Salt salt{};      // With the payload: the opening.
    std::string payload;
};

// `salt` must be fresh random bytes; `at` is the instant at which the writer closed the batch.
Entry make_entry(const core::Event& event, core::Instant at, const Salt& salt);

} // namespace thi::journal
