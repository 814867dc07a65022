// A sitting as screens see it, out of what core holds. Pure; names and log keys, which are not in
// core, are added by those who ask.

#pragma once
#include "core/contest.h"
#include "core/fault.h"
#include "http/api/sitting.h"

namespace thi::http::handlers {

// Where a sitting stands at an instant.
api::SittingState state_of(const core::Contest& contest, const core::Sitting& sitting,
                           core::Instant at);

// Everything of the view but `display_name`, `server_now` and `log`. not_found where there is no
// such sitting.
core::Result<api::SittingView> view_of(const core::Contest& contest, core::SittingId sitting,
                                       core::Instant at);

// A line of "my sittings"; `contest_title` and the rest as in the view.
api::MySitting line_of(const core::Contest& contest, const core::Sitting& sitting,
                       core::Instant at);

// The origin of a log: the name in its vkey.
api::LogKey log_key(std::string vkey);

// The chain of the current lease, as its machine must go on with it.
std::optional<api::LeaseView> lease_of(const core::Sitting& sitting);

} // namespace thi::http::handlers
