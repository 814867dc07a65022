// A candidate's way from answers, marks and ballots to its rank, as the candidate, the council and
// the auditor read it.

#pragma once
#include "core/contest.h"
#include "core/fault.h"
#include "http/api/result.h"
#include "store/reader.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace thi::http::handlers {

// What the contest alone knows: under which codes the candidate's scripts were marked, and whose
// marks of them count, in rounds that are unblinded; open sheets of defences.
struct TraceKeys {
    struct Script {
        std::string code;
        std::set<std::pair<core::Turn, core::PersonId>> counts; // Not of a marker who was stopped.
    };
    std::map<core::RoundId, Script> scripts;
    std::set<core::RoundId> amended; // After an appeal: its marks are shown as well.
    std::vector<api::TraceSheet> sheets;
    std::optional<std::uint64_t> score_index;
    bool recomputed = false; // Since the last release, and not released again.
};
TraceKeys trace_keys_of(const core::Contest& contest, core::CandidateId candidate);

// Refused (`wrong_state`) to a candidate while scores are computed again that are not released yet.
core::Result<void> open_to_candidate(const TraceKeys& keys);

// A round's questions with the candidate's answers: those that the computer marked, or all of an
// essay's paper, `unmarked`.
std::vector<api::TraceItem> items_of(const store::Reader& reader, const core::RoundScore& round);

// Nothing while the candidate has no score.
std::optional<api::ScoreTrace> trace_of(const store::Reader& reader, core::ContestId contest,
                                        core::CandidateId candidate, const TraceKeys& keys);

} // namespace thi::http::handlers
