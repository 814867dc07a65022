// Sealing a draft paper: the ciphertext and its key are written beside the event.

#include "core/refusal.h"
#include "http/exchange.h"
#include "http/handlers/acts_sitting.h"
#include "http/paper_seal.h"
#include "http/refusals.h"
#include "store/store.h"

namespace thi::http {

boost::asio::awaitable<core::Result<PreparedAct>>
seal_paper_act(Exchange& exchange, const ActContext& context, const api::SealPaperAct& body) {
    const auto draft = exchange.store().ask(
        [&](const store::Reader& reader) { return reader.paper_content(body.paper); });
    if (!draft || draft->contest != context.contest) co_return no_such_thing();
    if (draft->content_hash != body.content_hash)
        co_return core::refuse(core::Code::wrong_state, "Đề thi không phải là bản đã đọc.",
                               "The paper is not the one that was read.");
    auto prepared = prepare_paper(draft->content, draft->key);
    PreparedAct act{seal_command(*draft, prepared, context.by, context.approvals)};
    act.also = [secrets = std::move(prepared.secrets)](store::SiteWriter& site,
                                                       const core::Events&) -> core::Result<void> {
        site.put_paper_secrets(secrets);
        return {};
    };
    co_return act;
}

} // namespace thi::http
