// Remedies of keys: previewed by the council, announced to everybody.

#include "core/result/remedies.h"

#include "core/decide.h"
#include "core/result/resit.h"
#include "core/sitting/lookup.h"
#include "http/api/acts.h"
#include "http/api/appeals.h"
#include "http/exchange.h"
#include "http/handlers/appeals.h"
#include "http/new_id.h"
#include "http/reply.h"
#include "store/committer.h"
#include "store/store.h"

namespace thi::http::handlers {
namespace {

api::RankLine rank_line(const core::RankedAs& ranked) {
    return {ranked.rank, ranked.shown, ranked.outcome};
}

// What stands against a remedy besides the approvals that it has not got yet.
core::Result<void> but_for_approvals(const core::Contest& state, const core::Command& probe,
                                     core::Instant now) {
    const auto outcome = core::decide(state, probe, now);
    if (outcome || outcome.error().code == core::Code::needs_approval) return {};
    return outcome.error();
}

core::Result<void> may_preview(const core::Contest& state, const api::ApplyRemedyAct& asked,
                               core::PersonId by, core::Instant now) {
    return but_for_approvals(state,
                             core::ApplyRemedy{.by = by,
                                               .paper = asked.paper,
                                               .item = asked.item,
                                               .kind = asked.kind,
                                               .keys = asked.keys,
                                               .reason = asked.reason,
                                               .appeal = asked.appeal,
                                               .approvals = {}},
                             now);
}

// Candidates know a question by its words: its number is another one on every paper.
std::optional<std::string> stem_of(const core::Contest& state, const core::Remedy& remedy) {
    const auto paper = state.papers.find(remedy.paper);
    if (!state.released_hash || paper == state.papers.end() || !paper->second.content) return {};
    const auto* item = core::find_item(*paper->second.content, remedy.item);
    return item == nullptr ? std::nullopt : std::optional{item->stem};
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

net::awaitable<core::Result<Reply>> preview_resit(Exchange& exchange) {
    const auto body = exchange.body<api::HoldRoundAgainAct>();
    if (!body) co_return body.error();
    const auto question = [asked = *body, by = exchange.person(), now = exchange.now(),
                           again = new_id<core::RoundId>()](
                              const core::Contest& state) -> core::Result<api::ResitPreview> {
        const core::Command probe{core::HoldRoundAgain{.by = by,
                                                       .round = asked.round,
                                                       .again = again,
                                                       .opens = asked.opens_at,
                                                       .closes = asked.closes_at,
                                                       .reason = asked.reason,
                                                       .appeal = asked.appeal,
                                                       .approvals = {}}};
        if (const auto may = but_for_approvals(state, probe, now); !may) return may.error();
        const auto people = core::who_sits_again(state, asked.round);
        if (!people) return people.error();
        const auto round =
            core::round_again(state.plan, asked.round, again, asked.opens_at, asked.closes_at);
        return api::ResitPreview{std::ssize(*people), round.title};
    };
    const auto preview = co_await exchange.committer().read(exchange.standing().contest, question);
    if (!preview) co_return preview.error();
    co_return Reply::ok(*preview);
}

net::awaitable<core::Result<Reply>> remedies(Exchange& exchange) {
    const auto question = [](const core::Contest& state) {
        api::RemedyList list;
        for (const auto& one : state.remedies)
            list.remedies.push_back({one.paper, one.item, one.kind, one.keys,
                                     static_cast<core::Whole>(one.index), stem_of(state, one)});
        for (const auto& one : state.resits)
            list.resits.push_back({one.round, one.again, static_cast<core::Whole>(one.index)});
        return list;
    };
    const auto list =
        co_await exchange.committer().read(exchange.path<core::ContestId>("contest"), question);
    if (!list) co_return list.error();
    co_return Reply::ok(*list);
}

} // namespace thi::http::handlers
