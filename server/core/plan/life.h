// Life: the stages of a contest, their order by its plan, and what each step needs (S-06). Says
// nothing of how a step is asked for nor who is told.

#pragma once
#include "core/command.h"
#include "core/contest.h"
#include "core/fault.h"

#include <optional>
#include <vector>

namespace thi::core {

// The stages that a contest with this plan goes through, first to last; `cancelled` stands apart.
std::vector<Stage> stages_of(const Plan& plan);

// The one stage that follows, by the plan; nothing at the end.
std::optional<Stage> next_stage(const Plan& plan, Stage stage);

// Where the contest can go from here: the next stage, and `cancelled` while results are not final.
std::vector<Stage> next_stages(const Contest& contest);

// True where another round was set aside for this one. Requires: the plan has rounds.
bool takes_a_place(const Plan& plan, RoundId round);

// True when the contest has reached `stage` or gone past it. Requires: the plan has the stage.
bool reached(const Contest& contest, Stage stage);

// Everything that a step needs at `now`: order, calendar, people, facts in the log. The order is
// judged first.
Result<void> may_advance(const Contest& contest, const AdvanceStage& command, Instant now);

// The bell of the first round that counts; nothing while the plan gives none.
std::optional<Instant> first_bell(const Plan& plan);

// The last instant by which the list must be posted: verify.max_days after intake closed, or as
// extended; nothing where the rule is waived.
std::optional<Instant> verification_deadline(const Contest& contest);

} // namespace thi::core
