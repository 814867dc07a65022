// decide(): the rules. What a command does to a contest, as events, or why it is refused.

#pragma once
#include "core/command.h"
#include "core/contest.h"
#include "core/fault.h"

namespace thi::core {

// Pure. `now` is when the writer closed the batch; commands that carry `received_at` are judged by
// that. An empty list of events is success that changes nothing (a harmless repeat).
Result<Events> decide(const Contest& contest, const Command& command, Instant now);

} // namespace thi::core
