// Acts of marking, of defence rounds and of the exam room's rules as commands.

#pragma once
#include "http/api/acts.h"
#include "http/handlers/acts.h"

namespace thi::http {

core::Result<PreparedAct> count_ballots_act(Exchange& exchange, const ActContext& context,
                                            const api::CountBallotsAct& body);
core::Result<PreparedAct> settle_mark_act(Exchange& exchange, const ActContext& context,
                                          const api::SettleMarkAct& body);
core::Result<PreparedAct> unblind_scripts_act(Exchange& exchange, const ActContext& context,
                                              const api::UnblindScriptsAct& body);
core::Result<PreparedAct> record_infraction_act(Exchange& exchange, const ActContext& context,
                                                const api::RecordInfractionAct& body);

} // namespace thi::http
