// The rules of time given and time stopped: two people each, with a reason, before results stand.

#include "core/marking/blinding.h"
#include "core/plan/duties.h"
#include "core/reason.h"
#include "core/refusal.h"
#include "core/sitting/decide.h"
#include "core/sitting/lookup.h"
#include "core/sitting/window.h"

#include <algorithm>
#include <chrono>

namespace thi::core {

namespace {

constexpr Duration removal_max = std::chrono::hours{24};
constexpr Duration grant_max = std::chrono::hours{8}; // One grant; also of all together.

constexpr auto time_roles = {Role::chair, Role::vice_chair, Role::head_of_invigilation,
                             Role::invigilator};

// An invigilator alone with another invigilator does not change time.
Result<void> approved(const Contest& contest, const Approvals& approvals, Instant now) {
    if (auto two = approved_by_two(contest, approvals, time_roles, now); !two) return two;
    const bool led = std::any_of(approvals.begin(), approvals.end(), [&](const Approval& one) {
        return holds_role(contest, one.person,
                          {Role::chair, Role::vice_chair, Role::head_of_invigilation})
            .has_value();
    });
    if (led) return {};
    return refuse(Code::needs_approval, "Cần Trưởng ban coi thi hoặc Chủ tịch Hội đồng phê duyệt.",
                  "The head of invigilation or the chair must be one of the two.");
}

Result<void> may_change_time(const Contest& contest) {
    if (before_scored(contest.stage) && contest.stage != Stage::draft) return {};
    return refuse(Code::wrong_state, "Không còn điều chỉnh thời gian được nữa.",
                  "Times can no longer be changed.");
}

bool has_room(const Contest& contest, RoundId round, RoomId room) {
    const auto progress = contest.rounds.find(round);
    if (progress == contest.rounds.end()) return false;
    const auto& rooms = progress->second.rooms;
    return std::any_of(rooms.begin(), rooms.end(),
                       [&](const Room& one) { return one.room == room; });
}

const RemovedInterval* find_removal(const Contest& contest, Whole removal) {
    const auto found =
        std::find_if(contest.removed.begin(), contest.removed.end(),
                     [&](const RemovedInterval& one) { return one.removal == removal; });
    return found == contest.removed.end() ? nullptr : &*found;
}

// The server ended these sittings by a clock that now stands earlier: they go on.
void reopen(Contest& contest, RoundId round, Instant at) {
    const auto progress = contest.rounds.find(round);
    if (progress == contest.rounds.end()) return;
    for (const auto& id : progress->second.sittings) {
        auto& sitting = contest.sittings.at(id);
        if (sitting.ended != EndReason::deadline || sitting.submitted_at) continue;
        if (at > window(contest, sitting).grace_ends) continue;
        sitting.ended.reset();
        sitting.end_index.reset();
    }
}

} // namespace

Result<Events> decide_on(const Contest& contest, const RemoveTime& command, Instant now) {
    if (auto may = holds_role(contest, command.by, time_roles); !may) return may.error();
    if (auto may = may_change_time(contest); !may) return may.error();
    if (find_round(contest.plan, command.round) == nullptr ||
        (command.room && !has_room(contest, command.round, *command.room)))
        return refuse(Code::not_found, "Không có vòng thi hoặc phòng thi này.",
                      "There is no such round or room.");
    if (auto open = not_blinded_yet(contest, command.round); !open) return open.error();
    if (command.from_at >= command.to_at || command.to_at - command.from_at > removal_max)
        return refuse(Code::invalid_field, "Khoảng thời gian phải dương và không quá 24 giờ.",
                      "The interval is longer than nothing and at most 24 hours.");
    if (auto why = reasoned(command.reason); !why) return why.error();
    if (auto two = approved(contest, command.approvals, now); !two) return two.error();
    return Events{TimeRemoved{.by = command.by,
                              .removal = std::ssize(contest.removed) + 1,
                              .round = command.round,
                              .room = command.room,
                              .from_at = command.from_at,
                              .to_at = command.to_at,
                              .reason = command.reason,
                              .approvals = command.approvals}};
}

Result<Events> decide_on(const Contest& contest, const RestoreTime& command, Instant now) {
    if (auto may = holds_role(contest, command.by, time_roles); !may) return may.error();
    if (auto may = may_change_time(contest); !may) return may.error();
    const RemovedInterval* removal = find_removal(contest, command.removal);
    if (removal == nullptr)
        return refuse(Code::not_found, "Không có lần dừng đồng hồ này.",
                      "There is no such removal.");
    if (removal->restored)
        return refuse(Code::already_done, "Lần dừng đồng hồ này đã được hủy.",
                      "This removal is restored already.");
    if (auto open = not_blinded_yet(contest, removal->round); !open) return open.error();
    if (auto why = reasoned(command.reason); !why) return why.error();
    if (auto two = approved(contest, command.approvals, now); !two) return two.error();
    return Events{TimeRestored{.by = command.by,
                               .removal = command.removal,
                               .reason = command.reason,
                               .approvals = command.approvals}};
}

// Granted before the old end (verify 03.05): afterwards only stopping the clock helps.
Result<Events> decide_on(const Contest& contest, const GrantTime& command, Instant now) {
    if (auto may = holds_role(contest, command.by, time_roles); !may) return may.error();
    if (auto may = may_change_time(contest); !may) return may.error();
    const Sitting* sitting = find_sitting(contest, command.sitting);
    if (sitting == nullptr)
        return refuse(Code::not_found, "Không có lượt thi này.", "There is no such sitting.");
    if (auto apart = keeps_distance(contest, command.by, sitting->candidate); !apart)
        return apart.error();
    if (sitting->ended || now > window(contest, *sitting).ends)
        return refuse(Code::deadline_passed, "Lượt thi đã hết giờ.",
                      "The time of this sitting is over.");
    Duration all{command.ms};
    for (const auto& grant : sitting->grants)
        all += grant.added;
    if (command.ms <= 0 || command.ms > grant_max.count() || all > grant_max)
        return refuse(Code::invalid_field, "Thời gian thêm phải lớn hơn 0, tổng không quá 8 giờ.",
                      "Time granted is above zero and at most 8 hours in all.");
    if (auto why = reasoned(command.reason); !why) return why.error();
    if (auto two = approved(contest, command.approvals, now); !two) return two.error();
    return Events{TimeGranted{.by = command.by,
                              .sitting = command.sitting,
                              .ms = command.ms,
                              .reason = command.reason,
                              .approvals = command.approvals}};
}

void apply_on(Contest& contest, const TimeRemoved& event, const Record& record) {
    contest.removed.push_back({.removal = event.removal,
                               .round = event.round,
                               .room = event.room,
                               .from_at = event.from_at,
                               .to_at = event.to_at,
                               .restored = false});
    reopen(contest, event.round, record.at);
    forget_scores(contest, event.round);
}

void apply_on(Contest& contest, const TimeRestored& event, const Record&) {
    for (auto& removal : contest.removed) {
        if (removal.removal != event.removal) continue;
        removal.restored = true;
        forget_scores(contest, removal.round);
    }
}

void apply_on(Contest& contest, const TimeGranted& event, const Record& record) {
    auto& sitting = contest.sittings.at(event.sitting);
    sitting.grants.push_back({.added = Duration{event.ms}, .granted_at = record.at});
    forget_scores(contest, sitting.round);
}

} // namespace thi::core
