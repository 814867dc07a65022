// Rules: what a log must obey whoever wrote it: saves within their window (03.05), and the order of
// stages and results (03.06). Asked before an event is applied.

#pragma once
#include "core/contest.h"
#include "core/event.h"
#include "journal/verify/report.h"

namespace thi::journal {

// Requires: the event fits (journal/verify/fits.h).
void check_rules(const core::Contest& contest, const core::Event& event, const core::Record& record,
                 const std::string& where, Report& report);

} // namespace thi::journal
