// The rules of planning and of the contest's life, one function for each command and each event.

#pragma once
#include "core/command.h"
#include "core/contest.h"
#include "core/fault.h"

namespace thi::core {

Result<Events> decide_on(const Contest& contest, const PublishContest& command, Instant now);
Result<Events> decide_on(const Contest& contest, const AmendPlan& command, Instant now);
Result<Events> decide_on(const Contest& contest, const WaiveParameter& command, Instant now);
Result<Events> decide_on(const Contest& contest, const AdvanceStage& command, Instant now);
Result<Events> decide_on(const Contest& contest, const ExtendDeadline& command, Instant now);
Result<Events> decide_on(const Contest& contest, const GrantRole& command, Instant now);
Result<Events> decide_on(const Contest& contest, const RevokeRole& command, Instant now);
Result<Events> decide_on(const Contest& contest, const DeclareConflict& command, Instant now);

void apply_on(Contest& contest, const ContestOpened& event, const Record& record);
void apply_on(Contest& contest, const PlanAmended& event, const Record& record);
void apply_on(Contest& contest, const PlanWaived& event, const Record& record);
void apply_on(Contest& contest, const StageChanged& event, const Record& record);
void apply_on(Contest& contest, const DeadlineExtended& event, const Record& record);
void apply_on(Contest& contest, const PersonGranted& event, const Record& record);
void apply_on(Contest& contest, const PersonRevoked& event, const Record& record);
void apply_on(Contest& contest, const ConflictDeclared& event, const Record& record);

} // namespace thi::core
