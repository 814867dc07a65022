#include "http/handlers/rooms.h"

#include "crypto/random.h"
#include "http/exchange.h"
#include "http/handlers/room_view.h"
#include "http/reply.h"
#include "store/committer.h"

namespace thi::http::handlers {
namespace {

api::RoomList list_of(store::Store& store, core::ContestId contest, core::RoundId round) {
    api::RoomList list;
    store.read([&](const store::Reader& reader) {
        const auto names = official_names(reader, contest);
        for (const auto& row : reader.rooms(contest))
            if (row.round == round) list.rooms.push_back(line_of(row, names));
    });
    return list;
}

} // namespace

api::RoomLine line_of(const store::RoomRow& row, const OfficialNames& names) {
    api::RoomLine line;
    line.room = row.room.room;
    line.round = row.round;
    line.name = row.room.name;
    line.seats = row.room.seats;
    for (const auto& person : row.room.invigilators)
        line.invigilators.push_back(name_in(names, person));
    line.admitted = row.admitted;
    line.working = row.working;
    line.submitted = row.submitted;
    return line;
}

net::awaitable<core::Result<Reply>> rooms(Exchange& exchange) {
    const auto list = list_of(exchange.store(), exchange.standing().contest,
                              exchange.path<core::RoundId>("round"));
    co_return Reply::ok(list);
}

net::awaitable<core::Result<Reply>> plan_rooms(Exchange& exchange) {
    auto body = exchange.body<api::NewRooms>();
    if (!body) co_return body.error();
    core::PlanRooms plan;
    plan.by = exchange.person();
    plan.round = exchange.path<core::RoundId>("round");
    for (auto& room : body->rooms)
        plan.rooms.push_back(
            {room.room.value_or(core::RoomId::from_bytes(crypto::random_bytes<10>())),
             std::move(room.name), room.seats, std::move(room.invigilators)});
    const auto contest = exchange.standing().contest;
    core::Command command{plan};
    const auto done = co_await exchange.committer().commit(contest, std::move(command));
    if (!done) co_return done.error();
    const auto list = list_of(exchange.store(), contest, plan.round);
    co_return Reply::ok(list);
}

} // namespace thi::http::handlers
