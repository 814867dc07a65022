// Order: what must hold between leaves whatever they say: beginning and end, times, and that no
// opening is missing but by a rule. Checks 01.03, 01.04, 03.04.

#pragma once
#include "journal/verify/entries.h"

#include <set>
#include <vector>

namespace thi::journal {

class Order {
  public:
    explicit Order(Report& report) : report_(report) {}

    void take(const ExaminedEntry& entry, std::uint64_t i);
    void finish();

  private:
    struct Closed {
        std::uint64_t index = 0;
        Opened rule = Opened::at_once;
        std::string type;
    };
    bool may_be_sealed(const Closed& entry) const;

    Report& report_;
    std::optional<core::Instant> last_at_;
    bool closed_ = false;
    Released released_;
    bool any_for_auditors_ = false; // An opening of theirs is here, so all must be.
    std::vector<Closed> without_opening_;
    std::set<std::uint64_t> erased_;
};

} // namespace thi::journal
