// Scorable: may core::tally be asked about this contest? It takes papers and answers for granted
// that decide() let in; an auditor's contest was let in by nobody.

#pragma once
#include "core/contest.h"
#include "text/mistake.h"

#include <optional>

namespace thi::journal {

struct Unscorable {
    text::Sentence why;
    bool damaged = false; // False: contents of papers are not at hand, that is all.
};

std::optional<Unscorable> unscorable(const core::Contest& contest);

} // namespace thi::journal
