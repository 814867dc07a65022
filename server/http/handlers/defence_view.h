// The defence day as pages show it, out of the contest itself. Who may see which is asked
// elsewhere.

#pragma once
#include "core/contest.h"
#include "http/api/defence.h"
#include "http/handlers/names.h"

#include <map>
#include <optional>
#include <string>

namespace thi::http::handlers {

// What a view needs besides the contest.
struct DefenceNames {
    OfficialNames officials;
    std::map<core::CandidateId, std::string> candidates;
};

// `asker`: the member who looks, where he is one. `in_box`: ballots cast for each candidate.
api::DefenceView defence_view(const core::Contest& contest, const core::Round& round,
                              const DefenceNames& names, core::PersonId asker, core::Instant now);

api::BallotCountLine count_line(const core::Plan& plan, const core::BallotCount& count);
api::ProjectVersionLine version_line(const core::ProjectVersion& version);

} // namespace thi::http::handlers
