// Recount: whether what the log says of marking follows from what it said before, for whoever
// replays it. The rules that decided are asked again; nothing is believed.

#pragma once
#include "core/contest.h"
#include "core/fault.h"

#include <optional>
#include <span>
#include <utility>

namespace thi::core {

using ScriptHash = crypto::Digest (*)(const Paper& paper,
                                      std::span<const std::pair<ItemId, Value>> answers);

// The code is the candidate's by the draw, he sat, and the body has this hash. Nothing is said
// where the paper's contents are not at hand.
std::optional<Sentence> contradiction(const Contest& before, const ScriptBlinded& event,
                                      ScriptHash hash);

// The seed is the draw's, and the marker may have each of the scripts in this turn.
std::optional<Sentence> contradiction(const Contest& before, const MarkAssigned& event);

// The marker had the script, and the sheet is one that the rubric allows, added up rightly.
std::optional<Sentence> contradiction(const Contest& before, const MarkCommitted& event,
                                      Instant at);

// What the band asks for.
std::optional<Sentence> contradiction(const Contest& before, const FurtherMarkingCalled& event);

// What the marks come to by rule; or who had the word, within its bounds.
std::optional<Sentence> contradiction(const Contest& before, const MarkSettled& event, Instant at);

// Every script settled, out of as many marks by different people as the rule demands; two people.
std::optional<Sentence> contradiction(const Contest& before, const ScriptsUnblinded& event,
                                      Instant at);

} // namespace thi::core
