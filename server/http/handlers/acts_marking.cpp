#include "http/handlers/acts_marking.h"

#include "http/ballot_tokens.h"
#include "http/exchange.h"
#include "http/new_id.h"
#include "http/services.h"
#include "store/store.h"

namespace thi::http {

core::Result<PreparedAct> count_ballots_act(Exchange& exchange, const ActContext& context,
                                            const api::CountBallotsAct& body) {
    PreparedAct act;
    core::CountBallots count{.by = context.by,
                             .round = body.round,
                             .candidate = body.candidate,
                             .box = {},
                             .approvals = context.approvals};
    exchange.store().read([&](const store::Reader& reader) {
        count.box = reader.ballot_box(body.round, body.candidate);
    });
    act.also = [round = body.round, candidate = body.candidate, counted = count.box.size(),
                tokens = exchange.services().ballots](store::SiteWriter& write,
                                                      const core::Events&) {
        auto emptied = write.empty_box(round, candidate, counted);
        if (emptied && tokens != nullptr) tokens->forget(round, candidate);
        return emptied;
    };
    act.command = std::move(count);
    return act;
}

core::Result<PreparedAct> settle_mark_act(Exchange&, const ActContext& context,
                                          const api::SettleMarkAct& body) {
    return PreparedAct{core::SettleMark{.by = context.by,
                                        .round = body.round,
                                        .code = body.code,
                                        .mark = body.mark,
                                        .minutes = body.minutes,
                                        .approvals = context.approvals}};
}

core::Result<PreparedAct> unblind_scripts_act(Exchange&, const ActContext& context,
                                              const api::UnblindScriptsAct& body) {
    return PreparedAct{core::UnblindScripts{
        .by = context.by, .round = body.round, .approvals = context.approvals}};
}

core::Result<PreparedAct> record_infraction_act(Exchange& exchange, const ActContext& context,
                                                const api::RecordInfractionAct& body) {
    return PreparedAct{core::RecordInfraction{.by = context.by,
                                              .infraction = new_id<core::InfractionId>(),
                                              .candidate = body.candidate,
                                              .round = body.round,
                                              .level = body.level,
                                              .facts = body.facts,
                                              .happened_at = body.happened_at,
                                              .witnesses = body.witnesses,
                                              .candidate_signed = body.candidate_signed,
                                              .witnesses_refused = body.witnesses_refused,
                                              .objection = body.objection,
                                              .approvals = context.approvals,
                                              .received_at = exchange.received_at()}};
}

} // namespace thi::http
