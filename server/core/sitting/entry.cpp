// The rules of sitting down: let in, then the lease that says which machine writes.

#include "core/plan/duties.h"
#include "core/refusal.h"
#include "core/sitting/decide.h"
#include "core/sitting/lookup.h"
#include "core/sitting/window.h"

#include <algorithm>

namespace thi::core {

namespace {

constexpr std::size_t leases_max = 50;
constexpr std::size_t client_key_max = 200;

// Where nobody watches the room, candidates let themselves in and change machines themselves.
bool watched(const Contest& contest, const Round& round) {
    return !round.practice && contest.plan.sitting.proctored.value_or(false);
}

// A room's own invigilators, or who stands above them.
Result<void> may_admit(const Contest& contest, const Sitting& sitting, PersonId by) {
    if (auto apart = keeps_distance(contest, by, sitting.candidate); !apart) return apart;
    if (holds_role(contest, by, {Role::chair, Role::vice_chair, Role::head_of_invigilation}))
        return {};
    if (auto may = holds_role(contest, by, {Role::invigilator}); !may) return may;
    for (const auto& room : contest.rounds.at(sitting.round).rooms)
        if (room.room == sitting.room &&
            std::find(room.invigilators.begin(), room.invigilators.end(), by) !=
                room.invigilators.end())
            return {};
    return refuse(Code::forbidden, "Anh/chị không phụ trách phòng thi này.",
                  "You do not keep this room.");
}

Result<void> in_time(const Contest& contest, const Sitting& sitting, const Admit& command,
                     Instant now) {
    if (now > window(contest, sitting).ends)
        return refuse(Code::deadline_passed, "Buổi thi đã hết giờ.", "The round is over.");
    const auto until = entry_until(contest, sitting);
    const Instant bell = schedule(contest.plan, round_of(contest, sitting)).opens;
    if (now <= bell || (until && now <= *until)) return {};
    if (!command.late_by_decision)
        return refuse(Code::deadline_passed,
                      "Thí sinh đến quá giờ được vào phòng thi; cần Chủ tịch Hội đồng quyết định.",
                      "The candidate came after the hour of entry; the chair must decide.");
    if (command.by && holds_role(contest, *command.by, leading_roles)) return {};
    return refuse(Code::forbidden, "Chỉ Chủ tịch Hội đồng cho vào phòng thi muộn.",
                  "Only the chair lets in a latecomer.");
}

// A practice sitting is made by its admission; one at a time.
Result<Events> admit_to_practice(const Contest& contest, const Round& round, const Admit& command,
                                 Instant now) {
    if (!command.sitting || !command.candidate)
        return refuse(Code::invalid_field, "Thiếu mã lượt thi.", "The sitting has no id.");
    if (contest.sittings.contains(command.sitting))
        return refuse(Code::already_done, "Lượt thi này đã có.", "There is such a sitting.");
    const Schedule when = schedule(contest.plan, round);
    if (now < when.opens)
        return refuse(Code::too_early, "Chưa đến giờ mở phần thi thử.",
                      "The practice has not opened.");
    if (when.closes && now >= *when.closes)
        return refuse(Code::deadline_passed, "Phần thi thử đã đóng.", "The practice is closed.");
    if (const auto progress = contest.rounds.find(round.round); progress != contest.rounds.end()) {
        const auto last = progress->second.latest.find(command.candidate);
        if (last != progress->second.latest.end() && !contest.sittings.at(last->second).ended)
            return refuse(Code::already_done, "Anh/chị đang làm dở một lượt thi thử.",
                          "You have a practice sitting that is not over.");
    }
    return Events{SittingAdmitted{.by = {},
                                  .sitting = command.sitting,
                                  .candidate = command.candidate,
                                  .round = command.round,
                                  .late_by_decision = false}};
}

Result<void> may_take_over(const Contest& contest, const Sitting& sitting,
                           const TakeLease& command) {
    if (!command.takeover)
        return refuse(Code::lease_superseded, "Bài thi đang mở trên một máy khác.",
                      "The sitting is open on another machine.");
    if (sitting.leases.size() >= leases_max)
        return refuse(Code::limit_reached, "Đã đổi máy quá 50 lần.",
                      "The machine was changed more than 50 times.");
    if (!watched(contest, round_of(contest, sitting))) return {};
    if (!command.approved_by)
        return refuse(Code::takeover_needs_approval, "Giám thị phải cho phép đổi máy.",
                      "An invigilator must approve the other machine.");
    return may_admit(contest, sitting, *command.approved_by);
}

Result<void> may_lease(const Contest& contest, const Sitting& sitting, Instant now) {
    const Round& round = round_of(contest, sitting);
    if (!may_be_held(contest, round))
        return refuse(Code::wrong_state, "Cuộc thi không ở giai đoạn thi.",
                      "The contest is not holding its rounds.");
    if (!sitting.admitted_at)
        return refuse(Code::wrong_state, "Anh/chị chưa được điểm danh vào phòng thi.",
                      "You have not been let in.");
    const bool over = sitting.submitted_at || sitting.ended == EndReason::suspended ||
                      sitting.ended == EndReason::withdrawn;
    const Window open = window(contest, sitting);
    if (over || now > open.grace_ends)
        return refuse(Code::sitting_closed, "Lượt thi đã kết thúc.", "The sitting is over.");
    if (schedule(contest.plan, round).clock == ClockMode::on_login && now < open.opens)
        return refuse(Code::too_early, "Chưa đến giờ mở vòng thi.", "The round has not opened.");
    return {};
}

} // namespace

Result<Events> decide_on(const Contest& contest, const Admit& command, Instant now) {
    const Round* round = find_round(contest.plan, command.round);
    if (round == nullptr)
        return refuse(Code::not_found, "Không có vòng thi này.", "There is no such round.");
    if (!may_be_held(contest, *round))
        return refuse(Code::wrong_state, "Cuộc thi không ở giai đoạn thi.",
                      "The contest is not holding its rounds.");
    const Sitting* sitting = find_sitting(contest, command.sitting, command.candidate);
    if (sitting != nullptr && sitting->round == command.round && sitting->admitted_at)
        return Events{};
    if (round->practice) return admit_to_practice(contest, *round, command, now);
    if (sitting == nullptr || sitting->round != command.round)
        return refuse(Code::not_found, "Không có lượt thi này.", "There is no such sitting.");
    if (sitting->ended)
        return refuse(Code::sitting_closed, "Lượt thi đã kết thúc.", "The sitting is over.");
    if (!command.by && watched(contest, *round))
        return refuse(Code::forbidden, "Giám thị điểm danh thí sinh vào phòng thi.",
                      "An invigilator lets candidates in.");
    if (command.by)
        if (auto may = may_admit(contest, *sitting, *command.by); !may) return may.error();
    if (auto timely = in_time(contest, *sitting, command, now); !timely) return timely.error();
    return Events{SittingAdmitted{.by = command.by,
                                  .sitting = command.sitting,
                                  .candidate = command.candidate,
                                  .round = command.round,
                                  .late_by_decision = command.late_by_decision}};
}

// The same machine, known by its key, goes on with its lease and nothing happens. A machine without
// a key cannot be known again.
Result<Events> decide_on(const Contest& contest, const TakeLease& command, Instant now) {
    const Sitting* sitting = find_sitting(contest, command.sitting, command.candidate);
    if (sitting == nullptr)
        return refuse(Code::not_found, "Không có lượt thi này.", "There is no such sitting.");
    if (command.client_key.size() > client_key_max)
        return refuse(Code::too_large, "Khóa của máy quá dài.", "The machine's key is too long.");
    if (auto may = may_lease(contest, *sitting, now); !may) return may.error();
    if (!sitting->leases.empty()) {
        const auto& held = sitting->leases.back().client_key;
        if (!held.empty() && held == command.client_key) return Events{};
        if (auto may = may_take_over(contest, *sitting, command); !may) return may.error();
    }
    const auto& in_use = contest.rounds.at(sitting->round).paper;
    const auto paper_id = sitting->paper ? sitting->paper : in_use;
    if (!paper_id)
        return refuse(Code::incomplete, "Vòng thi chưa có đề.", "The round has no paper.");
    const auto& paper = contest.papers.at(*paper_id);
    Events events;
    if (!paper.opened_at && now >= window(contest, *sitting).opens)
        events.push_back(PaperOpened{.paper = *paper_id, .approvals = {}, .reason = {}});
    events.push_back(
        SittingLeased{.sitting = command.sitting,
                      .lease = std::ssize(sitting->leases) + 1,
                      .client_key = command.client_key,
                      .paper = *paper_id,
                      .paper_hash = paper.ciphertext_hash,
                      .approved_by = sitting->leases.empty() ? std::nullopt : command.approved_by});
    return events;
}

void apply_on(Contest& contest, const SittingAdmitted& event, const Record& record) {
    auto& sitting = contest.sittings[event.sitting];
    if (!sitting.sitting) {
        sitting.sitting = event.sitting;
        sitting.candidate = event.candidate;
        sitting.round = event.round;
        auto& progress = contest.rounds[event.round];
        progress.sittings.push_back(event.sitting);
        progress.latest[event.candidate] = event.sitting;
    }
    sitting.admitted_at = record.at;
    sitting.late_by_decision = event.late_by_decision;
}

void apply_on(Contest& contest, const SittingLeased& event, const Record& record) {
    auto& sitting = contest.sittings.at(event.sitting);
    if (!sitting.started_at) sitting.started_at = record.at;
    sitting.paper = event.paper;
    Lease lease;
    lease.lease = event.lease;
    lease.client_key = event.client_key;
    lease.head = record.payload_hash;
    sitting.leases.push_back(std::move(lease));
}

} // namespace thi::core
