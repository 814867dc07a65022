#include "store/committed.h"

#include "journal/receipt.h"

#include <cassert>

namespace thi::store {

core::Instant received_at(const core::Event& event, core::Instant leaf_at) {
    return std::visit(
        [&](const auto& happened) {
            if constexpr (requires { happened.received_at; })
                return happened.received_at;
            else
                return leaf_at;
        },
        event);
}

std::string Committed::receipt(std::size_t i) const {
    assert(i < entries.size());
    const auto& entry = entries[i];
    const journal::Disclosure disclosure{received_at(entry.event, entry.at), entry.salt, entry.at,
                                         std::nullopt};
    if (repeat)
        return journal::make_receipt(disclosure, entry.index, stored_proofs[i], stored_checkpoint);
    assert(tree);
    const auto place = static_cast<std::size_t>(entry.index - tree->batch.first_index());
    return journal::make_receipt(disclosure, entry.index, tree->batch.inclusion(place),
                                 tree->checkpoint);
}

} // namespace thi::store
