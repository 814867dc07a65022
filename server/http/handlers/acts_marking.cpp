#include "http/handlers/acts_marking.h"

#include "http/ballot_tokens.h"
#include "http/exchange.h"
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

} // namespace thi::http
