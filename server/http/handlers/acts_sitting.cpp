#include "http/handlers/acts_sitting.h"

namespace thi::http {

core::Result<PreparedAct> switch_paper_act(Exchange&, const ActContext& context,
                                           const api::SwitchPaperAct& body) {
    return PreparedAct{core::SwitchPaper{.by = context.by,
                                         .round = body.round,
                                         .to = body.to,
                                         .reason = body.reason,
                                         .approvals = context.approvals}};
}

core::Result<PreparedAct> remove_time_act(Exchange&, const ActContext& context,
                                          const api::RemoveTimeAct& body) {
    return PreparedAct{core::RemoveTime{.by = context.by,
                                        .round = body.round,
                                        .room = body.room,
                                        .from_at = body.from_at,
                                        .to_at = body.to_at,
                                        .reason = body.reason,
                                        .approvals = context.approvals}};
}

core::Result<PreparedAct> restore_time_act(Exchange&, const ActContext& context,
                                           const api::RestoreTimeAct& body) {
    return PreparedAct{core::RestoreTime{.by = context.by,
                                         .removal = body.removal,
                                         .reason = body.reason,
                                         .approvals = context.approvals}};
}

core::Result<PreparedAct> grant_time_act(Exchange&, const ActContext& context,
                                         const api::GrantTimeAct& body) {
    return PreparedAct{core::GrantTime{.by = context.by,
                                       .sitting = body.sitting,
                                       .ms = body.ms,
                                       .reason = body.reason,
                                       .approvals = context.approvals}};
}

core::Result<PreparedAct> decide_late_act(Exchange&, const ActContext& context,
                                          const api::DecideLateAct& body) {
    return PreparedAct{core::DecideLate{.by = context.by,
                                        .sitting = body.sitting,
                                        .lease = body.lease,
                                        .from_seq = body.from_seq,
                                        .to_seq = body.to_seq,
                                        .counts = body.counts,
                                        .reason = body.reason,
                                        .approvals = context.approvals}};
}

} // namespace thi::http
