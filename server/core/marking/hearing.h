// Hearings: finding them, whose turn it is, and the clock on the wall.

#pragma once
#include "core/contest.h"
#include "core/fault.h"

#include <optional>
#include <string>
#include <vector>

namespace thi::core {

// Null where there is no such defence round, or the candidate's post is not opened.
const Hearing* find_hearing(const Contest& contest, RoundId round, CandidateId candidate);

// Refused (not_found) where the round is no defence round of the plan.
Result<const Round*> defence_round(const Contest& contest, RoundId round);

// Nothing more is heard of him: closed (or its roll closed) or absent.
bool is_over(const Hearing& hearing);

// Every candidate of the post's order is over. False where the post is not opened.
bool post_is_over(const Contest& contest, RoundId round, PostId post);

// The candidate who is to be called next; nothing when all of the post are over or one is heard.
std::optional<CandidateId> next_to_be_heard(const Contest& contest, RoundId round, PostId post);

// Candidates of the post who go on to the round: who_may_sit() of those who applied for it.
Result<std::vector<CandidateId>> who_is_heard(const Contest& contest, const Round& round,
                                              PostId post);

// "order/rnd_.../post_...": the draw of the order in which they are heard.
std::string order_draw_name(RoundId round, PostId post);

// The order by defence.order: as drawn, or by roll number (by the register where nobody has one).
Result<std::vector<CandidateId>> heard_order(const Contest& contest, const Round& round,
                                             PostId post);

// What the clock in the hall shows.
struct DefenceClock {
    DefenceStep step = DefenceStep::presentation;
    Instant since;
    std::optional<Instant> ends; // By the plan's minutes; absent: no limit.
    bool overrun = false;        // Past `ends`.
};
std::optional<DefenceClock> defence_clock(const Contest& contest, const Hearing& hearing,
                                          Instant now);

} // namespace thi::core
