// The plans of the demo contests: a preset, with dates around an instant, and with what its sources
// left open chosen and marked as chosen for the demo.

#pragma once
#include "core/plan/plan.h"

#include <string>

namespace thi::app::demo {

// The days of a contest, set around `now`.
struct Days {
    core::Instant published_at;
    core::Instant intake_opens;
    core::Instant intake_closes;
    core::Instant list_posted_at;
    core::Instant preparing_at;
    core::Instant bell; // Of the objective round.
};

// Everything over but the examination, which is tomorrow at eight (UTC+7).
Days days_until_tomorrow(core::Instant now);

// The contest of the notice of 2017, open for registration at `now`.
core::Plan plan_of_2017(core::Instant now, const std::string& code);
Days days_of_2017(core::Instant now);

// A ministry's contest on MOHA_2424 with an objective round before the others, and a practice round
// that is open at `now`. `whole`: with the written round and the defence, which come after it.
core::Plan plan_of_ministry(core::Instant now, const Days& days, const std::string& code,
                            bool whole);

// The rounds of that plan.
core::RoundId objective_round(const core::Plan& plan);
core::RoundId practice_round(const core::Plan& plan);

constexpr core::Whole paper_questions = 60;
constexpr core::Whole practice_questions = 12;

} // namespace thi::app::demo
