// Incidents in rooms: opened and closed, both in the log at once.

#include "crypto/random.h"
#include "http/exchange.h"
#include "http/handlers/room_view.h"
#include "http/handlers/rooms.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "store/committer.h"

namespace thi::http::handlers {
namespace {

core::Result<Reply> shown(Exchange& exchange, core::IncidentId id) {
    std::optional<api::IncidentLine> line;
    exchange.store().read([&](const store::Reader& reader) {
        for (const auto& row : reader.incidents(exchange.standing().contest))
            if (row.incident == id) line = line_of(row);
    });
    if (!line) return no_such_thing();
    return Reply::ok(*line);
}

} // namespace

api::IncidentLine line_of(const store::IncidentRow& row) {
    return {.incident = row.incident,
            .kind = row.kind,
            .at = row.at,
            .sitting = row.sitting,
            .text = row.text,
            .outcome = row.outcome};
}

net::awaitable<core::Result<Reply>> open_incident(Exchange& exchange) {
    auto body = exchange.body<api::NewIncident>();
    if (!body) co_return body.error();
    core::OpenIncident open;
    open.by = exchange.person();
    open.incident = core::IncidentId::from_bytes(crypto::random_bytes<10>());
    open.kind = body->kind;
    open.round = body->round;
    open.room = body->room;
    open.sitting = body->sitting;
    open.text = std::move(body->text);
    core::Command command{open};
    const auto done =
        co_await exchange.committer().commit(exchange.standing().contest, std::move(command));
    if (!done) co_return done.error();
    co_return shown(exchange, open.incident);
}

net::awaitable<core::Result<Reply>> close_incident(Exchange& exchange) {
    auto body = exchange.body<api::CloseIncidentBody>();
    if (!body) co_return body.error();
    core::CloseIncident close;
    close.by = exchange.person();
    close.incident = exchange.path<core::IncidentId>("incident");
    close.outcome = std::move(body->outcome);
    core::Command command{close};
    const auto done =
        co_await exchange.committer().commit(exchange.standing().contest, std::move(command));
    if (!done) co_return done.error();
    co_return shown(exchange, close.incident);
}

} // namespace thi::http::handlers
