// The receipt of an entry that has long been in the log, in the tree as it is now.

#pragma once
#include "store/reader.h"

#include <optional>
#include <string>

namespace thi::http::handlers {

struct EntryReceipt {
    std::string receipt; // docs/formats/receipt.md
    crypto::Digest leaf; // The leaf's hash.
    core::Instant at;
};

enum class WithPayload { no, yes }; // Yes only in what the owner of the entry takes home.

// Nothing where the log has no such entry or it was erased. `received_at`: where it differs from
// the leaf's time.
std::optional<EntryReceipt> entry_receipt(const store::Reader& reader, core::ContestId contest,
                                          const store::LogEntry& entry,
                                          std::optional<core::Instant> received_at,
                                          WithPayload with_payload = WithPayload::no);

} // namespace thi::http::handlers
