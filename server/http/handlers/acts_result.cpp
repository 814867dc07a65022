#include "http/handlers/acts_result.h"

#include "http/new_id.h"

namespace thi::http {

core::Result<PreparedAct> step_tie_act(Exchange&, const ActContext& context,
                                       const api::StepTieAct& body) {
    return PreparedAct{core::StepTie{.by = context.by,
                                     .post = body.post,
                                     .rung = body.rung,
                                     .order = body.order,
                                     .reason = body.reason,
                                     .approvals = context.approvals}};
}

core::Result<PreparedAct> decide_appeal_act(Exchange&, const ActContext& context,
                                            const api::DecideAppealAct& body) {
    return PreparedAct{core::DecideAppeal{.by = context.by,
                                          .appeal = body.appeal,
                                          .upheld = body.upheld,
                                          .reason = body.reason,
                                          .approvals = context.approvals}};
}

core::Result<PreparedAct> amend_mark_act(Exchange&, const ActContext& context,
                                         const api::AmendMarkAct& body) {
    return PreparedAct{
        core::AmendMark{.by = context.by, .appeal = body.appeal, .approvals = context.approvals}};
}

core::Result<PreparedAct> apply_remedy_act(Exchange&, const ActContext& context,
                                           const api::ApplyRemedyAct& body) {
    return PreparedAct{core::ApplyRemedy{.by = context.by,
                                         .paper = body.paper,
                                         .item = body.item,
                                         .kind = body.kind,
                                         .keys = body.keys,
                                         .reason = body.reason,
                                         .appeal = body.appeal,
                                         .approvals = context.approvals}};
}

core::Result<PreparedAct> hold_round_again_act(Exchange&, const ActContext& context,
                                               const api::HoldRoundAgainAct& body) {
    return PreparedAct{core::HoldRoundAgain{.by = context.by,
                                            .round = body.round,
                                            .again = new_id<core::RoundId>(),
                                            .opens = body.opens_at,
                                            .closes = body.closes_at,
                                            .reason = body.reason,
                                            .appeal = body.appeal,
                                            .approvals = context.approvals}};
}

} // namespace thi::http
