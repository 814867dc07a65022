// The rules of intake, one function for each command and each event.

#pragma once
#include "core/command.h"
#include "core/contest.h"
#include "core/fault.h"

namespace thi::core {

Result<Events> decide_on(const Contest& contest, const Apply& command, Instant now);
Result<Events> decide_on(const Contest& contest, const RequestSupplement& command, Instant now);
Result<Events> decide_on(const Contest& contest, const Supplement& command, Instant now);
Result<Events> decide_on(const Contest& contest, const Withdraw& command, Instant now);
Result<Events> decide_on(const Contest& contest, const FindEligibility& command, Instant now);
Result<Events> decide_on(const Contest& contest, const DecideCriterion& command, Instant now);
Result<Events> decide_on(const Contest& contest, const PostList& command, Instant now);
Result<Events> decide_on(const Contest& contest, const FilePetition& command, Instant now);
Result<Events> decide_on(const Contest& contest, const DecidePetition& command, Instant now);

void apply_on(Contest& contest, const Applied& event, const Record& record);
void apply_on(Contest& contest, const Supplemented& event, const Record& record);
void apply_on(Contest& contest, const Withdrawn& event, const Record& record);
void apply_on(Contest& contest, const Found& event, const Record& record);
void apply_on(Contest& contest, const CriterionDecided& event, const Record& record);
void apply_on(Contest& contest, const EligibilityResulted& event, const Record& record);
void apply_on(Contest& contest, const ListPosted& event, const Record& record);
void apply_on(Contest& contest, const PetitionFiled& event, const Record& record);
void apply_on(Contest& contest, const PetitionDecided& event, const Record& record);

} // namespace thi::core
