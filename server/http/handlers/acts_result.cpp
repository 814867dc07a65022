#include "http/handlers/acts_result.h"

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

} // namespace thi::http
