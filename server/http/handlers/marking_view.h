// Marking as pages show it, out of the contest itself.

#pragma once
#include "core/contest.h"
#include "core/fault.h"
#include "http/api/marking.h"
#include "http/handlers/names.h"

#include <string>

namespace thi::http::handlers {

// Refused (`not_found`) where the plan has no such written round.
core::Result<const core::Round*> written_round(const core::Contest& contest, core::RoundId round);

api::BlindingView blinding_view(const core::Contest& contest, core::RoundId round);

api::MarkingView marking_view(const core::Contest& contest, const core::Round& round,
                              const OfficialNames& names);

// What `marker` has before him; nothing of anybody else.
api::Packet packet_of(const core::Contest& contest, const core::Round& round,
                      core::PersonId marker);

// One of his scripts. The same refusal for a script that is not there and for one that is not his.
core::Result<api::ScriptPage> page_of(const core::Contest& contest, core::RoundId round,
                                      core::PersonId marker, const std::string& code,
                                      core::Turn turn);

} // namespace thi::http::handlers
