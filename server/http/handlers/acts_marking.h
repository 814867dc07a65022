// Acts of defence rounds as commands.

#pragma once
#include "http/api/acts.h"
#include "http/handlers/acts.h"

namespace thi::http {

core::Result<PreparedAct> count_ballots_act(Exchange& exchange, const ActContext& context,
                                            const api::CountBallotsAct& body);

} // namespace thi::http
