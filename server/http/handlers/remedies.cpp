// Remedies of keys: previewed by the council, announced to everybody.

#include "core/result/remedies.h"

#include "core/decide.h"
#include "http/api/acts.h"
#include "http/api/appeals.h"
#include "http/exchange.h"
#include "http/handlers/appeals.h"
#include "http/reply.h"
#include "store/committer.h"
#include "store/store.h"

namespace thi::http::handlers {
namespace {

api::RankLine rank_line(const core::RankedAs& ranked) {
    return {ranked.rank, ranked.shown, ranked.outcome};
}

// What stands against the remedy besides the approvals that it has not got yet.
core::Result<void> may_preview(const core::Contest& state, const api::ApplyRemedyAct& asked,
                               core::PersonId by, core::Instant now) {
    core::Command probe{core::ApplyRemedy{.by = by,
                                          .paper = asked.paper,
                                          .item = asked.item,
                                          .kind = asked.kind,
                                          .keys = asked.keys,
                                          .reason = asked.reason,
                                          .appeal = asked.appeal,
                                          .approvals = {}}};
    const auto outcome = core::decide(state, probe, now);
    if (outcome || outcome.error().code == core::Code::needs_approval) return {};
    return outcome.error();
}

} // namespace

net::awaitable<core::Result<Reply>> preview_remedy(Exchange& exchange) {
    const auto body = exchange.body<api::ApplyRemedyAct>();
    if (!body) co_return body.error();
    const auto contest = exchange.standing().contest;
    const auto question = [asked = *body, by = exchange.person(), now = exchange.now()](
                              const core::Contest& state) -> core::Result<api::RemedyPreview> {
        if (const auto may = may_preview(state, asked, by, now); !may) return may.error();
        api::RemedyPreview preview;
        const core::Remedy remedy{asked.paper, asked.item, asked.kind,
                                  asked.keys,  state.size, asked.appeal};
        for (const auto& move : core::remedy_preview(state, remedy))
            preview.moves.push_back({.candidate = move.candidate,
                                     .full_name = {},
                                     .post = move.post,
                                     .before = rank_line(move.before),
                                     .after = rank_line(move.after),
                                     .crosses = move.crosses});
        return preview;
    };
    auto preview = co_await exchange.committer().read(contest, question);
    if (!preview) co_return preview.error();
    exchange.store().read([&](const store::Reader& reader) {
        const auto names = reader.candidate_names(contest);
        for (auto& move : preview->moves)
            if (const auto known = names.find(move.candidate); known != names.end())
                move.full_name = known->second.full_name;
    });
    co_return Reply::ok(*preview);
}

net::awaitable<core::Result<Reply>> remedies(Exchange& exchange) {
    const auto question = [](const core::Contest& state) {
        api::RemedyList list;
        for (const auto& one : state.remedies)
            list.remedies.push_back(
                {one.paper, one.item, one.kind, one.keys, static_cast<core::Whole>(one.index)});
        return list;
    };
    const auto list =
        co_await exchange.committer().read(exchange.path<core::ContestId>("contest"), question);
    if (!list) co_return list.error();
    co_return Reply::ok(*list);
}

} // namespace thi::http::handlers
