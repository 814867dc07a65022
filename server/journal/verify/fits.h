// Fits: can this event follow? Asked before core::apply, which takes it for granted; a foreign log
// must not be able to break the program that audits it. Not the rules of decide(): only what apply
// and the tally rely on.

#pragma once
#include "core/contest.h"
#include "core/event.h"
#include "text/mistake.h"

#include <optional>

namespace thi::journal {

// Why it cannot be applied; nothing where it can.
std::optional<text::Sentence> unfit(const core::Contest& contest, const core::Event& event,
                                    const core::Record& record);

} // namespace thi::journal
