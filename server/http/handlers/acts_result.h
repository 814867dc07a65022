// Acts of results as commands.

#pragma once
#include "http/api/acts.h"
#include "http/handlers/acts.h"

namespace thi::http {

core::Result<PreparedAct> step_tie_act(Exchange& exchange, const ActContext& context,
                                       const api::StepTieAct& body);
core::Result<PreparedAct> decide_appeal_act(Exchange& exchange, const ActContext& context,
                                            const api::DecideAppealAct& body);
core::Result<PreparedAct> amend_mark_act(Exchange& exchange, const ActContext& context,
                                         const api::AmendMarkAct& body);
core::Result<PreparedAct> apply_remedy_act(Exchange& exchange, const ActContext& context,
                                           const api::ApplyRemedyAct& body);
core::Result<PreparedAct> hold_round_again_act(Exchange& exchange, const ActContext& context,
                                               const api::HoldRoundAgainAct& body);

// Both after an audit of the whole log, with the published file written beside the event
// (handlers/results_release.cpp).
boost::asio::awaitable<core::Result<PreparedAct>>
release_act(Exchange& exchange, const ActContext& context, const api::ReleaseAct& body);
boost::asio::awaitable<core::Result<PreparedAct>>
finalise_act(Exchange& exchange, const ActContext& context, const api::ReleaseAct& body);

} // namespace thi::http
