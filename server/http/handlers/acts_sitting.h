// Acts of papers, times and late answers as commands.

#pragma once
#include "http/api/acts.h"
#include "http/handlers/acts.h"

namespace thi::http {

// With the paper's ciphertext and key written beside the event (handlers/papers_seal.cpp).
boost::asio::awaitable<core::Result<PreparedAct>>
seal_paper_act(Exchange& exchange, const ActContext& context, const api::SealPaperAct& body);

core::Result<PreparedAct> switch_paper_act(Exchange& exchange, const ActContext& context,
                                           const api::SwitchPaperAct& body);
core::Result<PreparedAct> remove_time_act(Exchange& exchange, const ActContext& context,
                                          const api::RemoveTimeAct& body);
core::Result<PreparedAct> restore_time_act(Exchange& exchange, const ActContext& context,
                                           const api::RestoreTimeAct& body);
core::Result<PreparedAct> grant_time_act(Exchange& exchange, const ActContext& context,
                                         const api::GrantTimeAct& body);
core::Result<PreparedAct> decide_late_act(Exchange& exchange, const ActContext& context,
                                          const api::DecideLateAct& body);

} // namespace thi::http
