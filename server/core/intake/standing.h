// Standing: how an application stands in the contest. What several rules of intake, the draw of
// seats and the lists ask.

#pragma once
#include "core/contest.h"
#include "core/fault.h"

#include <string>
#include <string_view>
#include <vector>

namespace thi::core {

// Found eligible and still in: those whom the lists name and the draws take in.
bool may_sit(const Application& application);

// How many may sit for a post.
Whole candidates_of(const Contest& contest, PostId post);

// Posts for which fewer may sit than elig.min_candidates_per_post asks for, in the plan's order.
std::vector<PostId> short_posts(const Contest& contest);

// Refuses (`not_found`) an application that is not there, or not this candidate's: the same answer.
Result<const Application*> find_application(const Contest& contest, ApplicationId id);
Result<const Application*> own_application(const Contest& contest, ApplicationId id,
                                           CandidateId candidate);

// Refuses (`already_done`) an application that was withdrawn.
Result<void> still_in(const Application& application);

// True once the pool of a draw of seats holds the candidate: the draw begins with its pool.
bool drawn(const Contest& contest, CandidateId candidate);

// Where a criterion stands among its deciders.
enum class Agreement { open, disagreed, agreed };
Agreement agreement_on(const Contest& contest, const Application& application,
                       std::string_view criterion);

// How many different people decide each criterion: two by elig.four_eyes_check, else one.
std::size_t deciders_needed(const Plan& plan);

} // namespace thi::core
