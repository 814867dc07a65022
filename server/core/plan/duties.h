// Duties: who may hold which roles at once, which acts need two people, and who must keep away from
// whom. Knows people by their pseudonyms alone and never asks a session who is speaking.

#pragma once
#include "core/contest.h"
#include "core/fault.h"

#include <chrono>
#include <initializer_list>
#include <optional>
#include <span>
#include <vector>

namespace thi::core {

// How long a proof of presence counts for an act.
inline constexpr Duration approval_age_max = std::chrono::minutes{5};

// The roles whose holders approve acts of the contest as a whole.
inline constexpr std::initializer_list<Role> leading_roles = {Role::chair, Role::vice_chair};
inline constexpr std::initializer_list<Role> governing_roles = {Role::administrator, Role::chair,
                                                                Role::vice_chair};
inline constexpr std::initializer_list<Role> office_roles = {Role::administrator, Role::chair,
                                                             Role::vice_chair, Role::secretary};

// Roles that must not meet in one person, now or one after the other, by the fixed table.
// Symmetric.
bool exclusive(Role a, Role b);

// Granting one of these takes two people: their holders can act on papers, marks, results or
// people.
bool grant_needs_two(Role role);

// The role of `held` (now or in the past) that keeps `person` from being given `role`: by the fixed
// table or by the plan's own `duty.exclusive_pairs`. Absent: nothing does.
std::optional<Role> clashing_role(const Contest& contest, PersonId person, Role role);

// Refuses (`forbidden`) unless `person` holds one of `roles` now.
Result<void> holds_role(const Contest& contest, PersonId person, std::initializer_list<Role> roles);

// Refuses a two-person act unless two different people approved it: each holding one of `roles`
// now, each present at most approval_age_max before `now`, all of them for one and the same act.
// One person twice is `same_person`; a role not held (any more) is `forbidden`; too few, stale or
// diverging approvals are `needs_approval` (S-07).
Result<void> approved_by_two(const Contest& contest, const Approvals& approvals,
                             std::initializer_list<Role> roles, Instant now);

// Refuses (`declared_conflict`) an official who declared a relation with the candidate that the
// plan lists in `council.conflict_relations` (every relation where that is waived), and anybody who
// is under discipline, whoever the candidate is.
Result<void> keeps_distance(const Contest& contest, PersonId person, CandidateId candidate);

} // namespace thi::core
