// The rules of rooms and of incidents in them.

#include "core/plan/duties.h"
#include "core/reason.h"
#include "core/refusal.h"
#include "core/sitting/decide.h"
#include "core/sitting/lookup.h"

#include <algorithm>
#include <set>

namespace thi::core {

namespace {

constexpr std::size_t rooms_max = 200;
constexpr Whole seats_max = 1'000; // Of one room, where the plan sets no limit.

Fault bad_room(const Room& room, std::string vi, std::string en) {
    return refuse(Code::invalid_field, "Phòng " + room.name + ": " + std::move(vi),
                  "Room " + room.name + ": " + std::move(en));
}

// One person keeps one room.
Result<void> check_invigilators(const Contest& contest, const Room& room,
                                std::set<PersonId>& busy) {
    const Whole needed = contest.plan.room.invigilators.value_or(0);
    if (std::ssize(room.invigilators) < needed)
        return bad_room(room, "chưa đủ giám thị.", "too few invigilators.");
    for (const auto& person : room.invigilators) {
        if (!holds_role(contest, person, {Role::invigilator}))
            return bad_room(room, "có người không phải giám thị.",
                            "somebody is not an invigilator.");
        if (!busy.insert(person).second)
            return bad_room(room, "giám thị đã được phân công.",
                            "an invigilator is assigned twice.");
    }
    return {};
}

Result<void> check_room(const Contest& contest, const Room& room) {
    const Whole most = contest.plan.room.max_candidates.value_or(seats_max);
    if (!room.room || room.name.empty() || room.name.size() > 100)
        return bad_room(room, "thiếu mã hoặc tên.", "no id or no name.");
    if (room.seats < 1 || room.seats > most)
        return bad_room(room, "số chỗ phải từ 1 đến " + std::to_string(most) + ".",
                        "it has from 1 to " + std::to_string(most) + " seats.");
    return {};
}

Result<void> check_rooms(const Contest& contest, const std::vector<Room>& rooms) {
    if (rooms.empty() || rooms.size() > rooms_max)
        return refuse(Code::invalid_field, "Phải có từ 1 đến 200 phòng.",
                      "There are from 1 to 200 rooms.");
    std::set<PersonId> busy;
    std::set<RoomId> ids;
    for (const auto& room : rooms) {
        if (auto fine = check_room(contest, room); !fine) return fine;
        if (!ids.insert(room.room).second)
            return bad_room(room, "trùng phòng khác.", "it stands twice.");
        if (auto fine = check_invigilators(contest, room, busy); !fine) return fine;
    }
    return {};
}

constexpr auto incident_roles = {
    Role::administrator,        Role::chair,       Role::vice_chair, Role::secretary,
    Role::head_of_invigilation, Role::invigilator, Role::supervisor, Role::auditor};

} // namespace

Result<Events> decide_on(const Contest& contest, const PlanRooms& command, Instant) {
    if (auto may = holds_role(
            contest, command.by,
            {Role::chair, Role::vice_chair, Role::secretary, Role::head_of_invigilation});
        !may)
        return may.error();
    const Round* round = find_round(contest.plan, command.round);
    if (round == nullptr || !stands(*round))
        return refuse(Code::not_found, "Không có vòng thi này.", "There is no such round.");
    if (!before_scored(contest.stage) || contest.stage == Stage::draft)
        return refuse(Code::wrong_state, "Không ở giai đoạn lập phòng thi.",
                      "The contest is not at the stage of planning rooms.");
    const auto progress = contest.rounds.find(command.round);
    if (progress != contest.rounds.end() && !progress->second.sittings.empty())
        return refuse(Code::already_done, "Chỗ ngồi đã được bốc thăm.", "Seats are drawn already.");
    if (auto fine = check_rooms(contest, command.rooms); !fine) return fine.error();
    return Events{RoomsPlanned{.by = command.by, .round = command.round, .rooms = command.rooms}};
}

Result<Events> decide_on(const Contest& contest, const OpenIncident& command, Instant) {
    if (contest.closed || contest.stage == Stage::draft)
        return refuse(Code::wrong_state, "Nhật ký cuộc thi đã đóng.", "The log is closed.");
    if (command.by)
        if (auto may = holds_role(contest, *command.by, incident_roles); !may) return may.error();
    if (!command.incident || contest.incidents.contains(command.incident))
        return refuse(Code::already_done, "Sự việc này đã được ghi.",
                      "This incident is recorded already.");
    if (auto said = reasoned(command.text); !said) return said.error();
    if (command.sitting && find_sitting(contest, *command.sitting) == nullptr)
        return refuse(Code::not_found, "Không có lượt thi này.", "There is no such sitting.");
    return Events{IncidentOpened{.by = command.by,
                                 .incident = command.incident,
                                 .kind = command.kind,
                                 .round = command.round,
                                 .room = command.room,
                                 .sitting = command.sitting,
                                 .text = command.text}};
}

Result<Events> decide_on(const Contest& contest, const CloseIncident& command, Instant) {
    if (auto may = holds_role(contest, command.by, incident_roles); !may) return may.error();
    const auto incident = contest.incidents.find(command.incident);
    if (incident == contest.incidents.end())
        return refuse(Code::not_found, "Không có sự việc này.", "There is no such incident.");
    if (incident->second.closed)
        return refuse(Code::already_done, "Sự việc đã khép lại.", "The incident is closed.");
    if (auto said = reasoned(command.outcome); !said) return said.error();
    return Events{
        IncidentClosed{.by = command.by, .incident = command.incident, .outcome = command.outcome}};
}

void apply_on(Contest& contest, const RoomsPlanned& event, const Record&) {
    contest.rounds[event.round].rooms = event.rooms;
}

void apply_on(Contest& contest, const IncidentOpened& event, const Record&) {
    contest.incidents[event.incident] = {
        .kind = event.kind, .sitting = event.sitting, .closed = false};
}

void apply_on(Contest& contest, const IncidentClosed& event, const Record&) {
    contest.incidents.at(event.incident).closed = true;
}

} // namespace thi::core
