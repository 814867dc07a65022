// The council as a panel: who votes, when it may sit, who keeps away from whom.

#pragma once
#include "core/contest.h"
#include "core/fault.h"

#include <span>
#include <vector>

namespace thi::core {

// Everybody who scores defences: members, chair and vice chairs, once each, sorted.
std::vector<PersonId> voting_members(const Contest& contest);

// Refused unless `present` are voting members, enough of them by council.quorum and with the chair
// or a vice chair among them, of a council of at least council.min_members. Requires: sorted.
Result<void> quorate(const Contest& contest, std::span<const PersonId> present);

// Who scores this candidate: present at the opening of the post and not excluded. Empty where the
// post's defences are not open.
std::vector<PersonId> scorers(const Contest& contest, RoundId round, CandidateId candidate);

} // namespace thi::core
