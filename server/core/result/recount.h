// Recount: whether what the log says of infractions, appeals, amendments and remedies follows from
// what it said before, for whoever replays it. The rules that decided are asked again.

#pragma once
#include "core/contest.h"
#include "core/fault.h"

#include <optional>

namespace thi::core {

// Minutes at the time, of a level that follows from what was seen, by whom it may be imposed.
// `at`: the leaf's time, in all of these.
std::optional<Sentence> contradiction(const Contest& before, const InfractionRecorded& event,
                                      Instant at);

// Filed within the window, about a round that the plan lets be appealed.
std::optional<Sentence> contradiction(const Contest& before, const AppealFiled& event, Instant at);

// By two of the panel who may, citing the decision that it replaces.
std::optional<Sentence> contradiction(const Contest& before, const AppealDecided& event,
                                      Instant at);

// Of an appeal that two upheld; the old mark is the one in force, the new one what the marks given
// since come to. Nothing is said of marks where the paper's contents are not at hand.
std::optional<Sentence> contradiction(const Contest& before, const MarkAmended& event, Instant at);

// By two people, of an item that the paper has, while results can still change.
std::optional<Sentence> contradiction(const Contest& before, const RemedyApplied& event,
                                      Instant at);

// By two people, of a round that is over, at a time that the plan allows.
std::optional<Sentence> contradiction(const Contest& before, const RoundHeldAgain& event,
                                      Instant at);

} // namespace thi::core
