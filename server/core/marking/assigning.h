// Assigning: the events that give scripts to markers. Shared by the commands of the head and by
// what follows by rule from a mark.

#pragma once
#include "core/contest.h"

#include <optional>

namespace thi::core {

// The seed of the round's next draw of markers; of nothing where the log at hand lacks the blinding
// draw.
crypto::Digest next_markers_seed(const Contest& contest, const Marking& marking, RoundId round);

// The standard scripts to every marker who has not got them yet, but none that he has a relation
// with. `by` absent: the server, when the head's own marks of them are complete.
Events standards_to_markers(const Contest& contest, const Marking& marking, RoundId round,
                            std::optional<PersonId> by);

// Has the head marked every standard script whole? Not while there is none.
bool references_complete(const Contest& contest, const Marking& marking, RoundId round);

} // namespace thi::core
