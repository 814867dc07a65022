// Event: a fact that can change a result, in the words of the log. One struct for each leaf type;
// this list is the one table that maps them (`T::leaf`).

#pragma once
#include "core/alternative.h"
#include "core/intake/events.h"
#include "core/marking/defence_events.h"
#include "core/marking/events.h"
#include "core/plan/events.h"
#include "core/result/appeal_events.h"
#include "core/result/events.h"
#include "core/sitting/events.h"
#include "core/sitting/infractions.h"

#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace thi::core {

using AnyEvent =
    std::variant<ContestOpened, PlanAmended, PlanWaived, StageChanged, DeadlineExtended,
                 PersonGranted, PersonRevoked, ConflictDeclared, // plan
                 Applied, Supplemented, Withdrawn, Found, CriterionDecided, EligibilityResulted,
                 ListPosted, PetitionFiled, PetitionDecided, // intake
                 PaperSealed, KeySealed, PaperOpened, PaperSwitched, DrawFrozen, DrawCommitted,
                 DrawRevealed, DrawResolved, RoomsPlanned, TimeRemoved, TimeRestored,
                 IncidentOpened, IncidentClosed, SittingAdmitted, SittingLeased, AnswerSaved,
                 AnswerLate, LateDecided, SittingSubmitted, SittingEnded, TimeGranted,
                 InfractionRecorded, // sitting
                 ScriptBlinded, SeedRevealed, AnomalyNoted, MarkAssigned, MarkCommitted,
                 FurtherMarkingCalled, MarkSettled, MarkerStopped, MarkerQualified,
                 ScriptsUnblinded, ProjectFiled, DefenceOpened, DefenceStepped, QuestionAsked,
                 BallotIssued, BallotCast, BallotsCounted, SheetScored, // marking
                 ScoreComputed, TieStepped, ResultReleased, ResultFinal, AppealFiled, AppealDecided,
                 MarkAmended, RemedyApplied, RoundHeldAgain, // result
                 ClockBeat, SecurityDigest, RecordErased, LogClosed>;

// One of them. A variant whose copies and ends are compiled once (event.cpp), not in every file
// that returns events: they cost more than the files' own code.
class Event : public AnyEvent {
  public:
    Event();
    template <class T>
    requires(is_alternative<std::remove_cvref_t<T>, AnyEvent>) Event(T&& happened)
        : AnyEvent(std::in_place_type<std::remove_cvref_t<T>>, std::forward<T>(happened)) {}
    Event(const Event& other);
    Event(Event&& other) noexcept;
    Event& operator=(const Event& other);
    Event& operator=(Event&& other) noexcept;
    ~Event();
};

using Events = std::vector<Event>;

// The leaf type of an event: "answer.save".
std::string_view leaf_type(const Event& event);

// Where an event stands in the log.
struct Record {
    std::uint64_t index = 0;     // Of its leaf, from 0.
    Instant at;                  // The leaf's time: when the writer closed the batch.
    crypto::Digest payload_hash; // SHA-256 of the logged payload text.
    crypto::Digest root;         // Of the tree that ends with this leaf; only for draw.freeze.
};

} // namespace thi::core
