// The eligible list as it is posted (docs/formats/lists.md): pseudonyms and counts. Names are put
// beside it by whoever shows it; they are not in the log.

#pragma once
#include "core/contest.h"

#include <map>
#include <string>
#include <vector>

namespace thi::core {

struct EligibleEntry {
    PostId post;
    Whole number = 0; // In the register.
    CandidateId candidate;
};
BOOST_DESCRIBE_STRUCT(EligibleEntry, (), (post, number, candidate))

struct EligibleList {
    ContestId contest;
    std::vector<EligibleEntry> eligible; // By post in the plan's order, then by number.
    Whole refused = 0;
    std::map<std::string, Whole> refused_by_ground; // One refusal may have several grounds.
};
BOOST_DESCRIBE_STRUCT(EligibleList, (), (contest, eligible, refused, refused_by_ground))

// The list that PostList would post now: without the candidates of posts that leave the contest for
// want of candidates (elig.below_min_action = cancel).
EligibleList eligible_list(const Contest& contest);

// The refusals by which such posts leave the contest; none under another rule.
std::vector<EligibilityResulted> posts_leaving(const Contest& contest);

} // namespace thi::core
