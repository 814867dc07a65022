// Projections: which rows of the exam tables an event changes. One function for each event.
//
// Where a rule decides what a row says, it is taken from the contest as core left it; nothing here
// decides.

#pragma once
#include "core/contest.h"
#include "store/sqlite/connection.h"

namespace thi::store::sqlite {

struct Projection {
    Connection& db;
    const core::Contest& contest; // With the event.
    const core::Record& record;

    core::ContestId id() const { return contest.contest; }
};

// The row of `contest` is written anew after every event but saves.
void write_contest(const Projection& to);
void write_plan_version(const Projection& to, const std::optional<core::PersonId>& by,
                        const std::optional<std::string>& reason, std::string_view changes);
void write_scores(const Projection& to);
// All sittings of a round and their answers: after what may change which of them are open, and
// which answers count.
void update_sittings(const Projection& to, core::RoundId round);

void write_rows(const Projection& to, const core::ContestOpened& event);
void write_rows(const Projection& to, const core::PlanAmended& event);
void write_rows(const Projection& to, const core::PlanWaived& event);
void write_rows(const Projection& to, const core::StageChanged& event);
void write_rows(const Projection& to, const core::DeadlineExtended& event);
void write_rows(const Projection& to, const core::PersonGranted& event);
void write_rows(const Projection& to, const core::PersonRevoked& event);
void write_rows(const Projection& to, const core::ConflictDeclared& event);

void write_rows(const Projection& to, const core::Applied& event);
void write_rows(const Projection& to, const core::Supplemented& event);
void write_rows(const Projection& to, const core::Withdrawn& event);
void write_rows(const Projection& to, const core::Found& event);
void write_rows(const Projection& to, const core::CriterionDecided& event);
void write_rows(const Projection& to, const core::EligibilityResulted& event);
void write_rows(const Projection& to, const core::ListPosted& event);
void write_rows(const Projection& to, const core::PetitionFiled& event);
void write_rows(const Projection& to, const core::PetitionDecided& event);

void write_rows(const Projection& to, const core::PaperSealed& event);
void write_rows(const Projection& to, const core::KeySealed& event);
void write_rows(const Projection& to, const core::PaperOpened& event);
void write_rows(const Projection& to, const core::PaperSwitched& event);
void write_rows(const Projection& to, const core::DrawFrozen& event);
void write_rows(const Projection& to, const core::DrawCommitted& event);
void write_rows(const Projection& to, const core::DrawRevealed& event);
void write_rows(const Projection& to, const core::DrawResolved& event);
void write_rows(const Projection& to, const core::RoomsPlanned& event);
void write_rows(const Projection& to, const core::TimeRemoved& event);
void write_rows(const Projection& to, const core::TimeRestored& event);
void write_rows(const Projection& to, const core::IncidentOpened& event);
void write_rows(const Projection& to, const core::IncidentClosed& event);
void write_rows(const Projection& to, const core::SittingAdmitted& event);
void write_rows(const Projection& to, const core::SittingLeased& event);
void write_rows(const Projection& to, const core::AnswerSaved& event);
void write_rows(const Projection& to, const core::AnswerLate& event);
void write_rows(const Projection& to, const core::LateDecided& event);
void write_rows(const Projection& to, const core::SittingSubmitted& event);
void write_rows(const Projection& to, const core::SittingEnded& event);
void write_rows(const Projection& to, const core::TimeGranted& event);

void write_rows(const Projection& to, const core::ProjectFiled& event);
void write_rows(const Projection& to, const core::DefenceOpened& event);
void write_rows(const Projection& to, const core::DefenceStepped& event);
void write_rows(const Projection& to, const core::QuestionAsked& event);
void write_rows(const Projection& to, const core::BallotIssued& event);
void write_rows(const Projection& to, const core::BallotCast& event);
void write_rows(const Projection& to, const core::BallotsCounted& event);
void write_rows(const Projection& to, const core::SheetScored& event);

void write_rows(const Projection& to, const core::ScoreComputed& event);
void write_rows(const Projection& to, const core::TieStepped& event);
void write_rows(const Projection& to, const core::ResultReleased& event);
void write_rows(const Projection& to, const core::ResultFinal& event);
void write_rows(const Projection& to, const core::ClockBeat& event);
void write_rows(const Projection& to, const core::SecurityDigest& event);
void write_rows(const Projection& to, const core::RecordErased& event);
void write_rows(const Projection& to, const core::LogClosed& event);

void write_rows(const Projection& to, const core::InfractionRecorded& event);
void write_rows(const Projection& to, const core::ScriptBlinded& event);
void write_rows(const Projection& to, const core::SeedRevealed& event);
void write_rows(const Projection& to, const core::AnomalyNoted& event);
void write_rows(const Projection& to, const core::MarkAssigned& event);
void write_rows(const Projection& to, const core::MarkCommitted& event);
void write_rows(const Projection& to, const core::FurtherMarkingCalled& event);
void write_rows(const Projection& to, const core::MarkSettled& event);
void write_rows(const Projection& to, const core::MarkerStopped& event);
void write_rows(const Projection& to, const core::MarkerQualified& event);
void write_rows(const Projection& to, const core::ScriptsUnblinded& event);
void write_rows(const Projection& to, const core::AppealFiled& event);
void write_rows(const Projection& to, const core::AppealDecided& event);
void write_rows(const Projection& to, const core::MarkAmended& event);
void write_rows(const Projection& to, const core::RemedyApplied& event);
void write_rows(const Projection& to, const core::RoundHeldAgain& event);

// All rows of one event.
void project(const Projection& to, const core::Event& event);

} // namespace thi::store::sqlite
