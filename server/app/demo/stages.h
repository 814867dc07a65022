// The stages of a demo contest before the examination: dossiers, decisions, list; papers, rooms,
// seats.

#pragma once
#include "app/demo/plans.h"
#include "app/demo/player.h"
#include "bank/bank.h"

#include <vector>

namespace thi::app::demo {

// Everybody of the cast applies, post after post in turn; two verifiers confirm what the machine
// finds; the list is posted.
void hold_intake(Player& player, const Days& days);

// The practice paper, sealed by setter and chair: candidates may try at once.
void seal_practice(Player& player, const std::vector<bank::Bank>& banks);

// Official and backup paper, two rooms, and seats by a draw of two nonces. Stands at `preparing`.
// Returns the official paper with its key.
store::PaperContent prepare(Player& player, const Days& days, const std::vector<bank::Bank>& banks);

} // namespace thi::app::demo
