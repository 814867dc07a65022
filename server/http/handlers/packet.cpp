// A marker's packet: scripts by code alone (S-04).

#include "core/marking/commands.h"
#include "http/api/marking.h"
#include "http/exchange.h"
#include "http/handlers/marking.h"
#include "http/handlers/marking_view.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "store/committer.h"
#include "store/store.h"

namespace thi::http::handlers {
namespace {

net::awaitable<core::Result<Reply>> packet_shown(Exchange& exchange) {
    const auto question =
        [round = exchange.path<core::RoundId>("round"),
         marker = exchange.person()](const core::Contest& state) -> core::Result<api::Packet> {
        const auto found = written_round(state, round);
        if (!found) return found.error();
        return packet_of(state, **found, marker);
    };
    const auto packet = co_await exchange.committer().read(exchange.standing().contest, question);
    if (!packet) co_return packet.error();
    co_return Reply::ok(*packet);
}

// What the asker wrote to an item.
void add_lines(api::ScriptPage& page, store::MarkRow&& mark) {
    for (auto& item : page.items)
        if (item.item == mark.item) item.lines = std::move(mark.lines);
}

net::awaitable<core::Result<Reply>> page_shown(Exchange& exchange, core::Turn turn) {
    const auto contest = exchange.standing().contest;
    const auto round = exchange.path<core::RoundId>("round");
    const auto marker = exchange.person();
    const std::string code{exchange.path_text("code")};
    const auto question = [&](const core::Contest& state) {
        return page_of(state, round, marker, code, turn);
    };
    auto page = co_await exchange.committer().read(contest, question);
    if (!page) co_return page.error();
    exchange.store().read([&](const store::Reader& reader) {
        for (auto& mark : reader.marks(contest, round, code))
            if (mark.marker == marker && mark.turn == turn) add_lines(*page, std::move(mark));
    });
    co_return Reply::ok(*page);
}

} // namespace

net::awaitable<core::Result<Reply>> packet(Exchange& exchange) {
    co_return co_await packet_shown(exchange);
}

net::awaitable<core::Result<Reply>> script_page(Exchange& exchange) {
    const auto turn = text::enum_from<core::Turn>(exchange.query("turn").value_or(""));
    if (!turn) co_return bad_query();
    co_return co_await page_shown(exchange, *turn);
}

net::awaitable<core::Result<Reply>> commit_mark(Exchange& exchange) {
    auto body = exchange.body<api::MarkBody>();
    if (!body) co_return body.error();
    const auto turn = body->turn;
    core::Command command{core::CommitMark{.by = exchange.person(),
                                           .round = exchange.path<core::RoundId>("round"),
                                           .code = std::string{exchange.path_text("code")},
                                           .turn = turn,
                                           .item = body->item,
                                           .lines = std::move(body->lines)}};
    const auto done =
        co_await exchange.committer().commit(exchange.standing().contest, std::move(command));
    if (!done) co_return done.error();
    co_return co_await page_shown(exchange, turn);
}

net::awaitable<core::Result<Reply>> note_anomaly(Exchange& exchange) {
    auto body = exchange.body<api::AnomalyBody>();
    if (!body) co_return body.error();
    core::Command command{core::NoteAnomaly{.by = exchange.person(),
                                            .round = exchange.path<core::RoundId>("round"),
                                            .code = std::move(body->code),
                                            .kind = body->kind,
                                            .item = body->item,
                                            .text = std::move(body->text)}};
    const auto done =
        co_await exchange.committer().commit(exchange.standing().contest, std::move(command));
    if (!done) co_return done.error();
    co_return co_await packet_shown(exchange);
}

} // namespace thi::http::handlers
