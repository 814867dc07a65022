#include "http/handlers/entry_receipt.h"

#include "journal/receipt.h"
#include "store/signed_heads.h"

#include <algorithm>

namespace thi::http::handlers {

std::optional<EntryReceipt> entry_receipt(const store::Reader& reader, core::ContestId contest,
                                          const store::LogEntry& entry,
                                          std::optional<core::Instant> received_at,
                                          WithPayload with_payload) {
    const auto head = reader.head(contest);
    if (!head || !entry.salt || entry.index >= head->size) return std::nullopt;
    journal::Disclosure disclosure{received_at.value_or(entry.at), {}, entry.at, std::nullopt};
    if (entry.salt->size() != disclosure.salt.size()) return std::nullopt;
    std::copy(entry.salt->begin(), entry.salt->end(), disclosure.salt.begin());
    if (with_payload == WithPayload::yes) disclosure.payload = entry.payload;
    const auto nodes = store::stored_nodes(reader, contest);
    auto proof = journal::inclusion_proof(entry.index, head->size, nodes);
    return EntryReceipt{
        journal::make_receipt(disclosure, entry.index, std::move(proof), head->checkpoint),
        journal::leaf_hash(entry.leaf), entry.at};
}

} // namespace thi::http::handlers
