// Chains: the saves of every lease, 1, 2, 3 ... and each payload's hash in the next, up to what the
// end of the sitting says (check 01.05). Knows no plan and no clock.

#pragma once
#include "core/event.h"
#include "journal/verify/report.h"

#include <unordered_map>
#include <vector>

namespace thi::journal {

class Chains {
  public:
    explicit Chains(Check& check) : check_(check) {}

    // Each event in order, with the SHA-256 of its payload.
    void take(const core::Event& event, const crypto::Digest& payload_hash, std::string where);

  private:
    struct Lease {
        core::Whole last_seq = 0;
        crypto::Digest head;
    };
    struct Sitting {
        std::vector<Lease> leases;
        bool submitted = false;
    };

    void lease(const core::SittingLeased& event, const crypto::Digest& payload_hash);
    void extend(core::SittingId sitting, core::Whole lease, core::Whole seq,
                const crypto::Digest& prev, std::string_view text);
    void conflict(const core::ClientSave& save);
    void end(const core::SittingEnded& event);
    Lease* find(core::SittingId sitting, core::Whole lease);
    void fail(std::string vi, std::string en);

    Check& check_;
    std::string where_; // Of the event at hand.
    std::unordered_map<core::SittingId, Sitting> sittings_;
};

} // namespace thi::journal
