// A day of examination as it may go, for the replay: late entry, a machine that fails, a power cut,
// an extension, answers that come too late, hand-ins; then scores, a tie, an audit, release.

#pragma once
#include "app/demo/plans.h"
#include "app/demo/player.h"

#include <functional>

namespace thi::app::demo {

// Told after each step: how much of the whole is done, in per cent.
using Progress = std::function<void(int percent)>;

// `official`: the paper, with the key by which the players know what is right.
void hold_examination(Player& player, const Days& days, const store::PaperContent& official,
                      const Progress& progress);

// Until the result is public. Throws where the audit is not clean.
void publish_result(Player& player);

} // namespace thi::app::demo
