// Tally: the ranking made again from a log by whoever holds its openings and papers. Asks nothing
// of signatures: that is verify's work.

#pragma once
#include "core/result/tally.h"
#include "journal/results.h"
#include "journal/verify/source.h"
#include "text/mistake.h"

#include <string>
#include <string_view>

namespace thi::journal {

struct Tallied {
    core::Contest contest;
    core::Tally tally;
    CandidateNames names; // Of the released file, where the plan publishes names.
};

// Refused where an opening or a paper that it needs is not there, or where the log cannot be
// followed; the sentence says at which leaf.
text::Result<Tallied> tally(LogSource& source);

// results.json, byte for byte as it was or would be released.
std::string results_file(const Tallied& tallied);

// For a terminal: post by post, best first.
std::string print_ranking(const Tallied& tallied);

// One candidate, by roll number or id; null where the contest has none such.
const core::CandidateScore* find_score(const Tallied& tallied, std::string_view code);

// For a terminal: every step from answer, mark or ballot to rank, with the parameter of the plan
// that it obeys and the entry of the log on which it rests.
std::string print_trace(const Tallied& tallied, const core::CandidateScore& score);

} // namespace thi::journal
