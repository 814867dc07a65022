// Acts of planning and intake as commands. Each refuses what it can see without the contest.

#pragma once
#include "http/api/acts.h"
#include "http/handlers/acts.h"

namespace thi::http {

core::Result<PreparedAct> publish_act(Exchange& exchange, const ActContext& context,
                                      const api::PublishAct& body);
core::Result<PreparedAct> amend_act(Exchange& exchange, const ActContext& context,
                                    const api::AmendAct& body);
core::Result<PreparedAct> advance_act(Exchange& exchange, const ActContext& context,
                                      const api::AdvanceAct& body);
core::Result<PreparedAct> extend_act(Exchange& exchange, const ActContext& context,
                                     const api::ExtendAct& body);
core::Result<PreparedAct> grant_role_act(Exchange& exchange, const ActContext& context,
                                         const api::GrantRoleAct& body);
boost::asio::awaitable<core::Result<PreparedAct>>
post_list_act(Exchange& exchange, const ActContext& context, const api::PostListAct& body);
core::Result<PreparedAct> decide_petition_act(Exchange& exchange, const ActContext& context,
                                              const api::DecidePetitionAct& body);

} // namespace thi::http
