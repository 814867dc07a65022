// The rules of appeals, amendments and remedies: one function for each command and event.

#pragma once
#include "core/command.h"
#include "core/contest.h"
#include "core/fault.h"

namespace thi::core {

Result<Events> decide_on(const Contest& contest, const FileAppeal& command, Instant now);
Result<Events> decide_on(const Contest& contest, const DecideAppeal& command, Instant now);
Result<Events> decide_on(const Contest& contest, const AssignRemarks& command, Instant now);
Result<Events> decide_on(const Contest& contest, const AmendMark& command, Instant now);
Result<Events> decide_on(const Contest& contest, const ApplyRemedy& command, Instant now);
Result<Events> decide_on(const Contest& contest, const HoldRoundAgain& command, Instant now);

void apply_on(Contest& contest, const AppealFiled& event, const Record& record);
void apply_on(Contest& contest, const AppealDecided& event, const Record& record);
void apply_on(Contest& contest, const MarkAmended& event, const Record& record);
void apply_on(Contest& contest, const RemedyApplied& event, const Record& record);
void apply_on(Contest& contest, const RoundHeldAgain& event, const Record& record);

} // namespace thi::core
