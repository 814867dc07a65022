// The rules of defence rounds, one function for each command and each event.

#pragma once
#include "core/command.h"
#include "core/contest.h"
#include "core/fault.h"

namespace thi::core {

Result<Events> decide_on(const Contest& contest, const FileProject& command, Instant now);
Result<Events> decide_on(const Contest& contest, const OpenDefence& command, Instant now);
Result<Events> decide_on(const Contest& contest, const StepDefence& command, Instant now);
Result<Events> decide_on(const Contest& contest, const StepDueDefences& command, Instant now);
Result<Events> decide_on(const Contest& contest, const AskQuestion& command, Instant now);
Result<Events> decide_on(const Contest& contest, const IssueBallot& command, Instant now);
Result<Events> decide_on(const Contest& contest, const CountBallots& command, Instant now);
Result<Events> decide_on(const Contest& contest, const ScoreSheet& command, Instant now);

void apply_on(Contest& contest, const ProjectFiled& event, const Record& record);
void apply_on(Contest& contest, const DefenceOpened& event, const Record& record);
void apply_on(Contest& contest, const DefenceStepped& event, const Record& record);
void apply_on(Contest& contest, const QuestionAsked& event, const Record& record);
void apply_on(Contest& contest, const BallotIssued& event, const Record& record);
void apply_on(Contest& contest, const BallotCast& event, const Record& record);
void apply_on(Contest& contest, const BallotsCounted& event, const Record& record);
void apply_on(Contest& contest, const SheetScored& event, const Record& record);

} // namespace thi::core
