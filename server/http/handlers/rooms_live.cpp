// The live room: who sits where, who works, whose machine has been silent, who calls.

#include "core/decide.h"
#include "core/sitting/answers.h"
#include "core/sitting/lookup.h"
#include "core/sitting/window.h"
#include "http/event_hub.h"
#include "http/exchange.h"
#include "http/handlers/room_view.h"
#include "http/handlers/rooms.h"
#include "http/handlers/sitting_view.h"
#include "http/live.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "store/committer.h"

#include <algorithm>

namespace thi::http::handlers {
namespace {

constexpr core::Duration silent_after{40'000}; // Two heartbeats of a stream, and some more.

// What core knows of a seat.
struct SeatClock {
    api::SittingState state = api::SittingState::scheduled;
    core::Instant ends_at;
    core::Whole items = 0;
    core::Whole answered = 0;
    std::optional<core::Instant> last_saved_at;
};

struct RoomClock {
    std::string round_title;
    core::Instant opens_at;
    core::Instant ends_at;
    std::map<core::SittingId, SeatClock> seats;
};

core::Whole items_of(const core::Contest& contest, const std::optional<core::PaperId>& paper) {
    const auto found = paper ? contest.papers.find(*paper) : contest.papers.end();
    if (found == contest.papers.end() || !found->second.content) return 0;
    return std::ssize(found->second.content->items);
}

core::Whole answered_in(const core::Contest& contest, const core::Sitting& sitting) {
    const auto answers = core::effective_answers(contest, sitting);
    return std::count_if(answers.begin(), answers.end(), [](const auto& entry) {
        return !std::holds_alternative<std::monostate>(*entry.second.value);
    });
}

std::optional<core::Instant> last_saved_in(const core::Sitting& sitting) {
    std::optional<core::Instant> last;
    const auto take = [&](const core::SavedAnswer& saved) {
        if (!last || saved.received_at > *last) last = saved.received_at;
    };
    for (const auto& [item, saved] : sitting.answers)
        take(saved);
    for (const auto& [item, saved] : sitting.extended_answers)
        take(saved);
    return last;
}

core::Result<RoomClock> clock_of(const core::Contest& contest, core::RoundId id, core::RoomId room,
                                 core::Instant now) {
    const auto* round = core::find_round(contest.plan, id);
    const auto progress = contest.rounds.find(id);
    if (round == nullptr || progress == contest.rounds.end()) return no_such_thing();
    RoomClock clock;
    clock.round_title = round->title;
    const auto removed = core::removed_for(contest, id, room);
    const auto when = core::window(core::schedule(contest.plan, *round), {}, removed);
    clock.opens_at = when.opens;
    clock.ends_at = when.ends;
    for (const auto& one : progress->second.sittings) {
        const auto& sitting = contest.sittings.at(one);
        if (sitting.room != room) continue;
        const auto paper = sitting.paper ? sitting.paper : progress->second.paper;
        clock.seats[one] = {state_of(contest, sitting, now), core::window(contest, sitting).ends,
                            items_of(contest, paper), answered_in(contest, sitting),
                            last_saved_in(sitting)};
    }
    return clock;
}

api::SeatLine seat_line(const store::SeatRow& row, const RoomClock& clock, Live& live,
                        core::Instant now) {
    const auto id = row.sitting.sitting;
    api::SeatLine line;
    line.sitting = id;
    line.seat = row.sitting.seat;
    line.roll_number = row.sitting.roll_number;
    line.full_name = row.names.full_name;
    if (const auto seat = clock.seats.find(id); seat != clock.seats.end()) {
        line.state = seat->second.state;
        line.ends_at = seat->second.ends_at;
        line.items = seat->second.items;
        line.answered = seat->second.answered;
        line.last_saved_at = seat->second.last_saved_at;
    }
    line.last_seen_at = live.last_seen(id);
    line.connected = line.last_seen_at && now - *line.last_seen_at <= silent_after;
    line.granted_ms = row.granted_ms;
    line.late_answers = row.late;
    line.called = live.has_called(id);
    if (const auto waiting = live.takeovers().waiting(id, now)) {
        line.takeover_waiting = !waiting->approved_by;
        line.takeover_device = waiting->device;
    }
    return line;
}

// An invigilator sees the rooms that are his or hers.
bool may_see(const Standing& standing, const core::Room& room) {
    constexpr RoleSet of_all{core::Role::head_of_invigilation, core::Role::secretary,
                             core::Role::chair, core::Role::vice_chair, core::Role::supervisor};
    if (standing.roles.meets(of_all)) return true;
    return std::find(room.invigilators.begin(), room.invigilators.end(), standing.person) !=
           room.invigilators.end();
}

// Who sits, for commands that name all three.
struct Sitter {
    core::CandidateId candidate;
    core::RoundId round;
};

core::Result<Sitter> sitter_of(const core::Contest& contest, core::SittingId id) {
    const auto* sitting = core::find_sitting(contest, id);
    if (sitting == nullptr) return no_such_thing();
    return Sitter{sitting->candidate, sitting->round};
}

core::Fault nobody_waits() {
    return {core::Code::not_found,
            {"Không có máy nào đang chờ đổi.", "No machine is waiting to take over."},
            {}};
}

} // namespace

net::awaitable<core::Result<Reply>> live_room(Exchange& exchange) {
    const auto contest = exchange.standing().contest;
    const auto id = exchange.path<core::RoomId>("room");
    const auto now = exchange.now();
    const auto row =
        exchange.store().ask([&](const store::Reader& reader) { return reader.room(id); });
    if (!row) co_return no_such_thing();
    if (!may_see(exchange.standing(), row->room)) co_return not_allowed();
    const auto question = [id, round = row->round, now](const core::Contest& state) {
        return clock_of(state, round, id, now);
    };
    const auto clock = co_await exchange.committer().read(contest, question);
    if (!clock) co_return clock.error();
    api::RoomLive live;
    exchange.store().read([&](const store::Reader& reader) {
        live.room = line_of(*row, official_names(reader, contest));
        for (const auto& seat : reader.seats(id))
            live.seats.push_back(seat_line(seat, *clock, exchange.live(), now));
        for (const auto& incident : reader.incidents(contest)) {
            const auto here = incident.sitting && clock->seats.contains(*incident.sitting);
            if (incident.room == id || here) live.incidents.push_back(line_of(incident));
        }
    });
    live.round_title = clock->round_title;
    live.opens_at = clock->opens_at;
    live.ends_at = clock->ends_at;
    live.server_now = exchange.now();
    co_return Reply::ok(live);
}

net::awaitable<core::Result<Reply>> admit(Exchange& exchange) {
    const auto body = exchange.body<api::AdmitBody>();
    if (!body) co_return body.error();
    const auto contest = exchange.standing().contest;
    const auto id = exchange.path<core::SittingId>("sitting");
    const auto question = [id](const core::Contest& state) {
        return sitter_of(state, id);
    };
    const auto sitter = co_await exchange.committer().read(contest, question);
    if (!sitter) co_return sitter.error();
    core::Admit admit;
    admit.by = exchange.person();
    admit.sitting = id;
    admit.candidate = sitter->candidate;
    admit.round = sitter->round;
    admit.late_by_decision = body->late_by_decision;
    core::Command command{admit};
    const auto done = co_await exchange.committer().commit(contest, std::move(command));
    if (!done) co_return done.error();
    co_return Reply::no_content();
}

// Remembered until the machine asks again; whether this person may is what core would say then.
net::awaitable<core::Result<Reply>> approve_takeover(Exchange& exchange) {
    const auto contest = exchange.standing().contest;
    const auto id = exchange.path<core::SittingId>("sitting");
    const auto now = exchange.now();
    auto& takeovers = exchange.live().takeovers();
    const auto waiting = takeovers.waiting(id, now);
    if (!waiting) co_return nobody_waits();
    core::TakeLease take;
    take.sitting = id;
    take.client_key = waiting->client_key;
    take.takeover = true;
    take.approved_by = exchange.person();
    const auto question = [take, now](const core::Contest& state) -> core::Result<void> {
        const auto sitter = sitter_of(state, take.sitting);
        if (!sitter) return sitter.error();
        auto tried = take;
        tried.candidate = sitter->candidate;
        const auto events = core::decide(state, core::Command{tried}, now);
        if (!events) return events.error();
        return {};
    };
    const auto may = co_await exchange.committer().read(contest, question);
    if (!may) co_return may.error();
    if (!takeovers.approve(id, exchange.person(), now)) co_return nobody_waits();
    exchange.live().events().publish(sitting_channel(id), "takeover", R"({"approved":true})");
    exchange.live().rooms_changed(contest);
    co_return Reply::no_content();
}

net::awaitable<core::Result<Reply>> contest_events(Exchange& exchange) {
    const auto contest = exchange.standing().contest;
    auto stream =
        exchange.live().events().subscribe({staff_channel(contest)}, exchange.session_token());
    if (!stream) co_return stream.error();
    auto& services = exchange.services();
    const auto token = crypto::sha256(exchange.session_token());
    (*stream)->still_allowed = [&services, token, contest, account = exchange.account()] {
        const std::string text = contest.str();
        const PathValue path[] = {{"contest", text}};
        if (!services.sessions.find(token, services.clock.now())) return false;
        const auto standing = services.sessions.standing(account, path);
        return standing && !standing->roles.empty();
    };
    co_return Reply::stream(std::move(*stream));
}

} // namespace thi::http::handlers
