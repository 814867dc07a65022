// Scripts under marking: what of each is marked, by whom, out of how much; and who may mark at all.
// Reads only; the rules of deciding stand elsewhere.

#pragma once
#include "core/contest.h"
#include "core/fault.h"

#include <optional>
#include <string>
#include <vector>

namespace thi::core {

// Refuses a marking that nothing carries out: not blind, or with more than two markers a script.
Result<void> supported_marking(const Plan& plan);

// The round where scripts can be marked now: written, blinded, not unblinded, at a stage between
// sitting and scores. Refused otherwise.
Result<const Marking*> open_marking(const Contest& contest, RoundId round);

// The round where scripts can be marked again after an appeal: unblinded, results released and not
// final.
Result<const Marking*> remark_marking(const Contest& contest, RoundId round);

// The same answer for a script that is not there and for one that is not the asker's.
Fault script_not_found();

// Null where the marking has no such script.
const Script* find_script(const Marking& marking, const std::string& code);

// The paper that a script answers, with its key; null where they are not laid in.
const SealedPaper* paper_of(const Contest& contest, RoundId round, const std::string& code);

// The items that people mark, in the paper's order, and the most that they pay together.
std::vector<const Item*> marked_items(const Paper& paper);
Points script_max(const Paper& paper);

// Null where the paper has no such item or the computer marks it.
const Item* find_marked_item(const Paper& paper, ItemId item);

// The rubric of an item as markers see it: one holistic line "" where the key has none.
std::vector<Criterion> rubric_of(const Item& item, const AnswerKey& key);

// Do marks of this turn count towards the script's mark (before any appeal)?
bool is_live(Turn turn);
bool is_remark(Turn turn); // Or after one?

// The assignment of this marker and turn that still counts; null where there is none.
const Assignment* find_assignment(const Script& script, PersonId marker, Turn turn);

// Whoever has, and may still finish, this turn; null where it waits for a marker.
const Assignment* find_turn(const Script& script, Turn turn);

// The whole mark of a turn; nothing while an item of the paper is missing.
std::optional<Points> total_of(const Assignment& assignment, const Paper& paper);
std::optional<Points> total_of(const Script& script, Turn turn, const Paper& paper);

// An anomaly of this script that the head has not decided about.
bool has_open_anomaly(const Marking& marking, const std::string& code);

// Markers of the round now: the role, not the head's own, not stopped; in the order of their ids.
std::vector<PersonId> markers_of(const Contest& contest, const Marking& marking);

// May he have live scripts? Without standard scripts: unless the head said no.
bool is_qualified(const Contest& contest, const Marking& marking, PersonId marker);

// Everything of the round marked, settled and unblinded; refused otherwise. Rounds in which nobody
// has a script are over with their sittings.
Result<void> marking_over(const Contest& contest);
Result<void> marking_over(const Contest& contest, const Round& round); // Of one written round.

} // namespace thi::core
