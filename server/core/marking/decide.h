// The rules of marking, one function for each command and each event.

#pragma once
#include "core/command.h"
#include "core/contest.h"
#include "core/fault.h"

namespace thi::core {

Result<Events> decide_on(const Contest& contest, const RevealSeed& command, Instant now);
Result<Events> decide_on(const Contest& contest, const BlindScripts& command, Instant now);
Result<Events> decide_on(const Contest& contest, const NoteAnomaly& command, Instant now);
Result<Events> decide_on(const Contest& contest, const DecideAnomaly& command, Instant now);
Result<Events> decide_on(const Contest& contest, const AssignStandards& command, Instant now);
Result<Events> decide_on(const Contest& contest, const AssignMarkers& command, Instant now);
Result<Events> decide_on(const Contest& contest, const CommitMark& command, Instant now);
Result<Events> decide_on(const Contest& contest, const SettleMark& command, Instant now);
Result<Events> decide_on(const Contest& contest, const StopMarker& command, Instant now);
Result<Events> decide_on(const Contest& contest, const QualifyMarker& command, Instant now);
Result<Events> decide_on(const Contest& contest, const UnblindScripts& command, Instant now);

void apply_on(Contest& contest, const ScriptBlinded& event, const Record& record);
void apply_on(Contest& contest, const SeedRevealed& event, const Record& record);
void apply_on(Contest& contest, const AnomalyNoted& event, const Record& record);
void apply_on(Contest& contest, const MarkAssigned& event, const Record& record);
void apply_on(Contest& contest, const MarkCommitted& event, const Record& record);
void apply_on(Contest& contest, const FurtherMarkingCalled& event, const Record& record);
void apply_on(Contest& contest, const MarkSettled& event, const Record& record);
void apply_on(Contest& contest, const MarkerStopped& event, const Record& record);
void apply_on(Contest& contest, const MarkerQualified& event, const Record& record);
void apply_on(Contest& contest, const ScriptsUnblinded& event, const Record& record);

} // namespace thi::core
