#include "core/sitting/chain.h"

namespace thi::core {

const Lease* find_lease(const Sitting& sitting, Whole lease) {
    if (lease < 1 || lease > std::ssize(sitting.leases)) return nullptr;
    return &sitting.leases[static_cast<std::size_t>(lease - 1)];
}

Place place_in(const Lease& lease, Whole seq, const crypto::Digest& prev,
               const crypto::Digest& text_hash) {
    if (seq < 1 || seq > lease.last_seq + 1) return Place::gap;
    if (seq <= lease.last_seq) {
        const auto& there = lease.leaves[static_cast<std::size_t>(seq - 1)];
        return there.text_hash == text_hash ? Place::repeat : Place::taken;
    }
    return prev == lease.head ? Place::next : Place::broken;
}

void extend_chain(Sitting& sitting, Whole lease, std::string_view text, const Record& record) {
    auto& chain = sitting.leases.at(static_cast<std::size_t>(lease - 1));
    const auto hash = crypto::sha256(text);
    chain.leaves.push_back({hash, record.index});
    chain.head = hash;
    chain.last_text_hash = hash;
    ++chain.last_seq;
}

} // namespace thi::core
