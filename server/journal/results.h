// Results as texts: how a tally is hashed, and the file that is published
// (docs/formats/results.md).
//
// Knows no names of its own: those who may publish them hand them in.

#pragma once
#include "core/result/tally.h"
#include "text/mistake.h"

#include <map>
#include <string>
#include <string_view>

namespace thi::journal {

constexpr std::size_t results_bytes_max = 16 << 20;

// SHA-256 of the tally's canonical JSON: what score.compute holds.
crypto::Digest trace_hash(const core::Tally& tally);

using CandidateNames = std::map<core::CandidateId, std::string>;

// results.json: the exact bytes whose hash result.release and result.final hold. Where the plan
// publishes names, a candidate without one is published by roll number alone.
std::string results_file(const core::Contest& contest, const core::Tally& tally,
                         const CandidateNames& names);

// The names in a results file, by the places of the tally that it was made of. Refused where the
// text is no results file or has not the tally's posts and lines.
text::Result<CandidateNames> names_in(std::string_view results_file, const core::Tally& tally);

// How many leaves the scores in force rest on: up to the last score.compute or tie.step, that leaf
// included. The root of the tree of this size is the `root` of result.release and result.final: the
// openings behind it can no longer be exchanged. Requires: scores were computed.
std::uint64_t scored_size(const core::Contest& contest);

} // namespace thi::journal
