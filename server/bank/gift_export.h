// A bank as GIFT, with an account of what GIFT cannot hold.

#pragma once
#include "bank/bank.h"
#include "bank/loss.h"

namespace thi::bank {

struct Exported {
    std::string text;
    std::vector<Loss> losses;
};

// Item id, topic and difficulty go into comment tags that Moodle reads, the explanation into the
// general feedback, a stimulus into the stem of each of its items.
// Requires: `bank` is clean (bank/check.h).
Exported export_gift(const Bank& bank);

} // namespace thi::bank
