// A bank out of GIFT, with an account of what the bank's format cannot hold.

#pragma once
#include "bank/bank.h"
#include "bank/loss.h"
#include "core/fault.h"

#include <string_view>

namespace thi::bank {

// What GIFT never says. Members left empty stay empty in the bank, where `check` finds them.
struct ImportDefaults {
    std::string bank = "nhap-gift";
    Title title{"Ngân hàng nhập từ GIFT", "Bank imported from GIFT"};
    std::string language = "vi";
    std::string topic = "chung"; // Of questions in no category and without a topic tag.
    core::Points points{100};    // Of each item.
    Source source;
    std::string author;
    std::string second_reader;
};

// `bank` need not be clean: GIFT knows neither sources nor second readers nor rubrics.
struct Imported {
    Bank bank;
    std::vector<Loss> losses;
};

// The questions of a GIFT file. An item without a usable [id:...] gets one out of the hash of its
// content, so that importing again gives the same ids. Refused where the file cannot be read.
core::Result<Imported> import_gift(std::string_view text, const ImportDefaults& defaults);

} // namespace thi::bank
