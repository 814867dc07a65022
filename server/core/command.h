// Command: what somebody, or the server itself, asks of a contest.

#pragma once
#include "core/alternative.h"
#include "core/intake/commands.h"
#include "core/marking/commands.h"
#include "core/marking/defence_commands.h"
#include "core/plan/commands.h"
#include "core/result/appeal_commands.h"
#include "core/result/commands.h"
#include "core/sitting/commands.h"
#include "core/sitting/infractions.h"

#include <type_traits>
#include <utility>
#include <variant>

namespace thi::core {

using AnyCommand = std::variant<
    PublishContest, AmendPlan, WaiveParameter, AdvanceStage, ExtendDeadline, GrantRole, RevokeRole,
    DeclareConflict, // plan
    Apply, RequestSupplement, Supplement, Withdraw, FindEligibility, DecideCriterion, PostList,
    FilePetition, DecidePetition, // intake
    SealPaper, OpenPaper, OpenDuePapers, SwitchPaper, FreezeDraw, CommitDraw, RevealDraw,
    ResolveDraw, PlanRooms, RemoveTime, RestoreTime, OpenIncident, CloseIncident, Admit, TakeLease,
    SaveAnswer, SubmitSitting, DecideLate, EndDueSittings, GrantTime, RecordInfraction, // sitting
    RevealSeed, BlindScripts, NoteAnomaly, DecideAnomaly, AssignStandards, AssignMarkers,
    CommitMark, SettleMark, StopMarker, QualifyMarker, UnblindScripts, FileProject, OpenDefence,
    StepDefence, StepDueDefences, AskQuestion, IssueBallot, CountBallots, ScoreSheet, // marking
    ComputeScores, StepTie, ReleaseResult, FinaliseResult, FileAppeal, DecideAppeal, AssignRemarks,
    AmendMark, ApplyRemedy, HoldRoundAgain, Beat, DigestSecurity, CloseLog>;

// One of them; copies and ends are compiled once (command.cpp), as those of Event.
class Command : public AnyCommand {
  public:
    Command();
    template <class T>
    requires(is_alternative<std::remove_cvref_t<T>, AnyCommand>) Command(T&& asked)
        : AnyCommand(std::in_place_type<std::remove_cvref_t<T>>, std::forward<T>(asked)) {}
    Command(const Command& other);
    Command(Command&& other) noexcept;
    Command& operator=(const Command& other);
    Command& operator=(Command&& other) noexcept;
    ~Command();
};

} // namespace thi::core
