#include "core/sitting/seats.h"

#include "core/refusal.h"

#include <algorithm>
#include <map>
#include <set>

namespace thi::core {

namespace {

std::string four_digits(Whole number) {
    std::string text = std::to_string(number);
    return std::string(text.size() < 4 ? 4 - text.size() : 0, '0') + text;
}

bool are_unused(const Contest& contest, const std::vector<SittingId>& sittings) {
    const std::set<SittingId> different{sittings.begin(), sittings.end()};
    return different.size() == sittings.size() &&
           std::all_of(sittings.begin(), sittings.end(),
                       [&](SittingId id) { return id && !contest.sittings.contains(id); });
}

std::map<CandidateId, std::string> roll_numbers(const Contest& contest) {
    std::map<CandidateId, std::string> known;
    for (const auto& [id, sitting] : contest.sittings)
        if (!sitting.roll_number.empty()) known.emplace(sitting.candidate, sitting.roll_number);
    return known;
}

} // namespace

Result<std::vector<Seat>> seats_for(const Contest& contest, RoundId round,
                                    const std::vector<CandidateId>& order,
                                    const std::vector<SittingId>& sittings) {
    if (sittings.size() != order.size() || !are_unused(contest, sittings))
        return refuse(Code::invalid_field, "Số mã lượt thi không khớp danh sách.",
                      "There must be one new sitting id for each candidate.");
    const auto progress = contest.rounds.find(round);
    Whole capacity = 0;
    if (progress != contest.rounds.end())
        for (const auto& room : progress->second.rooms)
            capacity += room.seats;
    if (capacity < std::ssize(order))
        return refuse(Code::incomplete, "Các phòng thi chưa đủ chỗ.",
                      "The rooms planned have too few seats.");
    if (std::ssize(order) > candidates_max)
        return refuse(Code::limit_reached, "Quá 9.999 thí sinh.", "More than 9,999 candidates.");
    const auto known = roll_numbers(contest);
    Whole next_roll = std::ssize(known);
    auto room = progress->second.rooms.begin();
    Whole taken = 0;
    std::vector<Seat> seats;
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (; taken >= room->seats; ++room)
            taken = 0;
        const auto roll = known.find(order[i]);
        seats.push_back(
            {.candidate = order[i],
             .sitting = sittings[i],
             .room = room->room,
             .seat = std::to_string(++taken),
             .roll_number = roll == known.end() ? four_digits(++next_roll) : roll->second});
    }
    return seats;
}

} // namespace thi::core
