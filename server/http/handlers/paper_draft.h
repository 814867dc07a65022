// A draft paper out of question banks: the items named, or so many drawn at random from topics.

#pragma once
#include "bank/bank.h"
#include "bank/paper.h"
#include "core/fault.h"
#include "http/api/paper.h"

#include <vector>

namespace thi::http::handlers {

constexpr std::size_t paper_parts_max = 20;

// A new paper with a new id and a new shuffle seed. Refused where a bank or an item is unknown, or
// a topic has too few items.
core::Result<bank::PaperAndKey> draft_paper(const api::NewPaper& asked,
                                            const std::vector<bank::Bank>& banks);

api::BankLine bank_line(const bank::Bank& bank);

} // namespace thi::http::handlers
