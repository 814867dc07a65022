// The rules of results and of the log itself, one function for each command and each event.

#pragma once
#include "core/command.h"
#include "core/contest.h"
#include "core/fault.h"

namespace thi::core {

Result<Events> decide_on(const Contest& contest, const ComputeScores& command, Instant now);
Result<Events> decide_on(const Contest& contest, const StepTie& command, Instant now);
Result<Events> decide_on(const Contest& contest, const ReleaseResult& command, Instant now);
Result<Events> decide_on(const Contest& contest, const FinaliseResult& command, Instant now);
Result<Events> decide_on(const Contest& contest, const Beat& command, Instant now);
Result<Events> decide_on(const Contest& contest, const DigestSecurity& command, Instant now);
Result<Events> decide_on(const Contest& contest, const CloseLog& command, Instant now);

void apply_on(Contest& contest, const ScoreComputed& event, const Record& record);
void apply_on(Contest& contest, const TieStepped& event, const Record& record);
void apply_on(Contest& contest, const ResultReleased& event, const Record& record);
void apply_on(Contest& contest, const ResultFinal& event, const Record& record);
void apply_on(Contest& contest, const ClockBeat& event, const Record& record);
void apply_on(Contest& contest, const SecurityDigest& event, const Record& record);
void apply_on(Contest& contest, const RecordErased& event, const Record& record);
void apply_on(Contest& contest, const LogClosed& event, const Record& record);

} // namespace thi::core
