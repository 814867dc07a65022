// The rules of papers, draws, rooms and sittings, one function for each command and each event.

#pragma once
#include "core/command.h"
#include "core/contest.h"
#include "core/fault.h"

namespace thi::core {

Result<Events> decide_on(const Contest& contest, const SealPaper& command, Instant now);
Result<Events> decide_on(const Contest& contest, const OpenPaper& command, Instant now);
Result<Events> decide_on(const Contest& contest, const OpenDuePapers& command, Instant now);
Result<Events> decide_on(const Contest& contest, const SwitchPaper& command, Instant now);
Result<Events> decide_on(const Contest& contest, const FreezeDraw& command, Instant now);
Result<Events> decide_on(const Contest& contest, const CommitDraw& command, Instant now);
Result<Events> decide_on(const Contest& contest, const RevealDraw& command, Instant now);
Result<Events> decide_on(const Contest& contest, const ResolveDraw& command, Instant now);
Result<Events> decide_on(const Contest& contest, const PlanRooms& command, Instant now);
Result<Events> decide_on(const Contest& contest, const RemoveTime& command, Instant now);
Result<Events> decide_on(const Contest& contest, const RestoreTime& command, Instant now);
Result<Events> decide_on(const Contest& contest, const OpenIncident& command, Instant now);
Result<Events> decide_on(const Contest& contest, const CloseIncident& command, Instant now);
Result<Events> decide_on(const Contest& contest, const Admit& command, Instant now);
Result<Events> decide_on(const Contest& contest, const TakeLease& command, Instant now);
Result<Events> decide_on(const Contest& contest, const SaveAnswer& command, Instant now);
Result<Events> decide_on(const Contest& contest, const SubmitSitting& command, Instant now);
Result<Events> decide_on(const Contest& contest, const DecideLate& command, Instant now);
Result<Events> decide_on(const Contest& contest, const EndDueSittings& command, Instant now);
Result<Events> decide_on(const Contest& contest, const GrantTime& command, Instant now);

void apply_on(Contest& contest, const PaperSealed& event, const Record& record);
void apply_on(Contest& contest, const KeySealed& event, const Record& record);
void apply_on(Contest& contest, const PaperOpened& event, const Record& record);
void apply_on(Contest& contest, const PaperSwitched& event, const Record& record);
void apply_on(Contest& contest, const DrawFrozen& event, const Record& record);
void apply_on(Contest& contest, const DrawCommitted& event, const Record& record);
void apply_on(Contest& contest, const DrawRevealed& event, const Record& record);
void apply_on(Contest& contest, const DrawResolved& event, const Record& record);
void apply_on(Contest& contest, const RoomsPlanned& event, const Record& record);
void apply_on(Contest& contest, const TimeRemoved& event, const Record& record);
void apply_on(Contest& contest, const TimeRestored& event, const Record& record);
void apply_on(Contest& contest, const IncidentOpened& event, const Record& record);
void apply_on(Contest& contest, const IncidentClosed& event, const Record& record);
void apply_on(Contest& contest, const SittingAdmitted& event, const Record& record);
void apply_on(Contest& contest, const SittingLeased& event, const Record& record);
void apply_on(Contest& contest, const AnswerSaved& event, const Record& record);
void apply_on(Contest& contest, const AnswerLate& event, const Record& record);
void apply_on(Contest& contest, const LateDecided& event, const Record& record);
void apply_on(Contest& contest, const SittingSubmitted& event, const Record& record);
void apply_on(Contest& contest, const SittingEnded& event, const Record& record);
void apply_on(Contest& contest, const TimeGranted& event, const Record& record);

Result<Events> decide_on(const Contest& contest, const RecordInfraction& command, Instant now);
void apply_on(Contest& contest, const InfractionRecorded& event, const Record& record);

} // namespace thi::core
