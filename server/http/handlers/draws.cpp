#include "http/handlers/draws.h"

#include "core/marking/blinding.h"
#include "core/marking/hearing.h"
#include "core/refusal.h"
#include "core/result/ladder.h"
#include "crypto/random.h"
#include "http/api/room.h"
#include "http/exchange.h"
#include "http/handlers/names.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "store/committer.h"

namespace thi::http::handlers {
namespace {

api::DrawView view_of(const store::DrawRow& row, const OfficialNames& names) {
    api::DrawView view;
    view.draw = row.draw;
    view.purpose = row.purpose;
    view.round = row.round;
    view.pool = std::ssize(row.pool);
    view.root = row.root;
    for (const auto& party : row.parties)
        view.parties.push_back(
            {party.person, name_in(names, party.person), party.commitment, party.nonce});
    view.seed = row.seed;
    view.order = row.order;
    return view;
}

core::Result<Reply> shown(Exchange& exchange, const std::string& draw) {
    const auto contest = exchange.standing().contest;
    std::optional<api::DrawView> view;
    exchange.store().read([&](const store::Reader& reader) {
        for (const auto& row : reader.draws(contest))
            if (row.draw == draw) view = view_of(row, official_names(reader, contest));
    });
    if (!view) return no_such_thing();
    return Reply::ok(*view);
}

net::awaitable<core::Result<Reply>> done_and_shown(Exchange& exchange, core::Command command,
                                                   std::string draw) {
    const auto done =
        co_await exchange.committer().commit(exchange.standing().contest, std::move(command));
    if (!done) co_return done.error();
    co_return shown(exchange, draw);
}

// The name follows from what is drawn; core checks it.
core::Result<std::string> name_of(const core::Contest& contest, const api::NewDraw& asked) {
    if (asked.purpose == core::DrawPurpose::seats && asked.round)
        return "seats/" + asked.round->str();
    if (asked.purpose == core::DrawPurpose::order && asked.round && asked.post)
        return core::order_draw_name(*asked.round, *asked.post);
    if (asked.purpose == core::DrawPurpose::blinding && asked.round)
        return core::blinding_draw_name(*asked.round);
    if (asked.purpose == core::DrawPurpose::tie && asked.post && !asked.pool.empty()) {
        core::OpenTie tie{*asked.post, asked.pool, core::TieRung::public_draw};
        return core::tie_draw_name(contest, tie);
    }
    return core::refuse(core::Code::invalid_field,
                        "Bốc thăm phải nêu vòng thi, hoặc vị trí và các thí sinh bằng điểm.",
                        "A draw names its round, or its post and the equals.");
}

} // namespace

// Public: anybody may compute it again. Names of the officials who took part are published.
net::awaitable<core::Result<Reply>> draws(Exchange& exchange) {
    const auto contest = exchange.path<core::ContestId>("contest");
    api::DrawList list;
    exchange.store().read([&](const store::Reader& reader) {
        const auto names = official_names(reader, contest);
        for (const auto& row : reader.draws(contest))
            list.draws.push_back(view_of(row, names));
    });
    co_return Reply::ok(list);
}

net::awaitable<core::Result<Reply>> freeze_draw(Exchange& exchange) {
    const auto body = exchange.body<api::NewDraw>();
    if (!body) co_return body.error();
    const auto question = [asked = *body](const core::Contest& state) {
        return name_of(state, asked);
    };
    auto name = co_await exchange.committer().read(exchange.standing().contest, question);
    if (!name) co_return name.error();
    core::FreezeDraw freeze;
    freeze.by = exchange.person();
    freeze.draw = *name;
    freeze.purpose = body->purpose;
    freeze.round = body->round;
    freeze.pool = body->pool;
    core::Command command{std::move(freeze)};
    co_return co_await done_and_shown(exchange, std::move(command), std::move(*name));
}

net::awaitable<core::Result<Reply>> commit_draw(Exchange& exchange) {
    const auto body = exchange.body<api::DrawCommitment>();
    if (!body) co_return body.error();
    core::CommitDraw commit;
    commit.by = exchange.person();
    commit.draw = body->draw;
    commit.commitment = body->commitment;
    core::Command command{std::move(commit)};
    co_return co_await done_and_shown(exchange, std::move(command), body->draw);
}

net::awaitable<core::Result<Reply>> reveal_draw(Exchange& exchange) {
    const auto body = exchange.body<api::DrawReveal>();
    if (!body) co_return body.error();
    const auto by = exchange.person();
    const auto secret = body->draw.starts_with(core::blinding_draws);
    auto command = secret ? core::Command{core::RevealSeed{by, body->draw, body->nonce}}
                          : core::Command{core::RevealDraw{by, body->draw, body->nonce}};
    co_return co_await done_and_shown(exchange, std::move(command), body->draw);
}

net::awaitable<core::Result<Reply>> resolve_draw(Exchange& exchange) {
    const auto body = exchange.body<api::DrawResolve>();
    if (!body) co_return body.error();
    const auto contest = exchange.standing().contest;
    const auto question = [draw = body->draw](const core::Contest& state) -> std::size_t {
        const auto found = state.draws.find(draw);
        const bool seats =
            found != state.draws.end() && found->second.purpose == core::DrawPurpose::seats;
        return seats ? found->second.pool.size() : 0;
    };
    const auto sitters = co_await exchange.committer().read(contest, question);
    if (!sitters) co_return sitters.error();
    core::ResolveDraw resolve;
    resolve.by = exchange.person();
    resolve.draw = body->draw;
    for (std::size_t i = 0; i < *sitters; ++i)
        resolve.sittings.push_back(core::SittingId::from_bytes(crypto::random_bytes<10>()));
    core::Command command{std::move(resolve)};
    co_return co_await done_and_shown(exchange, std::move(command), body->draw);
}

} // namespace thi::http::handlers
