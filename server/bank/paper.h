// From banks to a paper: what candidates are asked, and, kept apart, the key that scores it.

#pragma once
#include "bank/bank.h"
#include "core/fault.h"

#include <span>
#include <string_view>

namespace thi::bank {

// One item as a candidate sees it. A true/false item gets its two options in `language`.
core::Item asked(const BankItem& item, std::string_view language);

// How that item is scored.
core::ItemKey key_of(const BankItem& item);

struct PaperOrder {
    core::PaperId paper;
    std::string title;
    std::vector<core::Part> parts; // Name the items wanted; each stands in exactly one part.
    crypto::Digest shuffle_seed;
};

struct PaperAndKey {
    core::Paper paper;
    core::AnswerKey key;
};

// The paper whose parts name items of `banks`. Items keep the order of the parts. Refused where an
// item is in none of the banks or is named twice (unknown_item), or where two banks use one
// stimulus id for different texts (invalid_field).
core::Result<PaperAndKey> compose(const PaperOrder& order, std::span<const Bank> banks);

} // namespace thi::bank
