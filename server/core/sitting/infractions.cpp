// The rules of infractions: minutes written at the time, by whom each level may be imposed, with
// witnesses where the candidate does not sign.

#include "core/intake/standing.h"
#include "core/marking/hearing.h"
#include "core/plan/duties.h"
#include "core/reason.h"
#include "core/refusal.h"
#include "core/sitting/decide.h"
#include "core/sitting/lookup.h"
#include "core/sitting/sanctions.h"
#include "core/sitting/window.h"

#include <algorithm>
#include <set>

namespace thi::core {

namespace {

constexpr std::size_t objection_bytes_max = 4000;
constexpr std::size_t infractions_max = 50; // Of one candidate.

// Reprimand: the invigilator alone; warning: with the head of invigilation or the chair;
// suspension: two of those who hold the exam, one of them the head of invigilation or the chair;
// cancellation: two of the council, led by the chair.
Result<void> may_impose(const Contest& contest, const RecordInfraction& command,
                        InfractionLevel level, Instant now) {
    const auto& approvals = command.approvals;
    const auto any = [&](std::initializer_list<Role> roles) {
        return std::any_of(approvals.begin(), approvals.end(), [&](const Approval& one) {
            return now >= one.at && now - one.at <= approval_age_max &&
                   holds_role(contest, one.person, roles);
        });
    };
    switch (level) {
    case InfractionLevel::reprimand:
        return {};
    case InfractionLevel::warning:
        if (any({Role::head_of_invigilation, Role::chair, Role::vice_chair})) return {};
        return refuse(Code::needs_approval, "Cảnh cáo cần trưởng điểm thi hoặc chủ tịch xác nhận.",
                      "A warning needs the head of invigilation or the chair.");
    case InfractionLevel::suspension:
        if (auto two = approved_by_two(contest, approvals,
                                       {Role::head_of_invigilation, Role::invigilator, Role::chair,
                                        Role::vice_chair, Role::secretary},
                                       now);
            !two)
            return two;
        if (any({Role::head_of_invigilation, Role::chair, Role::vice_chair})) return {};
        return refuse(Code::needs_approval, "Đình chỉ phải có trưởng điểm thi hoặc chủ tịch.",
                      "A suspension needs the head of invigilation or the chair.");
    case InfractionLevel::cancellation:
        break;
    }
    if (auto two = approved_by_two(contest, approvals,
                                   {Role::chair, Role::vice_chair, Role::secretary}, now);
        !two)
        return two;
    if (any(leading_roles)) return {};
    return refuse(Code::needs_approval, "Hủy kết quả phải có chủ tịch phê duyệt.",
                  "A cancellation needs the chair.");
}

const Sitting* sitting_of(const Contest& contest, const RecordInfraction& command) {
    const auto progress = contest.rounds.find(command.round);
    if (progress == contest.rounds.end()) return nullptr;
    const auto latest = progress->second.latest.find(command.candidate);
    return latest == progress->second.latest.end() ? nullptr : &contest.sittings.at(latest->second);
}

// When the candidate's round was over, and nothing could happen in it any more.
std::optional<Instant> over_at(const Contest& contest, const RecordInfraction& command,
                               const Sitting* own) {
    if (own != nullptr) return window(contest, *own).grace_ends;
    const auto* hearing = find_hearing(contest, command.round, command.candidate);
    if (hearing != nullptr && is_over(*hearing)) return hearing->step_at;
    return std::nullopt;
}

Result<void> in_time(const Contest& contest, const RecordInfraction& command, const Sitting* own) {
    if (!before_scored(contest.stage))
        return refuse(Code::deadline_passed, "Đã tính điểm, không lập biên bản vi phạm được nữa.",
                      "Scores stand; no infraction is recorded any more.");
    if (command.happened_at > command.received_at)
        return refuse(Code::invalid_field, "Thời điểm vi phạm ở tương lai.",
                      "It has not happened yet.");
    const auto over = over_at(contest, command, own);
    const auto from = over ? std::min(*over, command.happened_at) : command.happened_at;
    if (command.received_at - from > minutes_late_max)
        return refuse(Code::deadline_passed,
                      "Biên bản phải lập ngay: đã quá 2 giờ từ khi vi phạm, hoặc từ khi hết giờ.",
                      "Minutes are written at the time: more than 2 hours have passed since it "
                      "happened, or since the round was over.");
    return {};
}

Result<void> witnessed(const Contest& contest, const RecordInfraction& command,
                       const Sitting* own) {
    std::set<SittingId> known;
    for (const auto& id : command.witnesses) {
        const auto* witness = find_sitting(contest, id);
        if (own == nullptr || witness == nullptr || witness == own ||
            witness->round != own->round || witness->room != own->room || !known.insert(id).second)
            return refuse(Code::invalid_field, "Người chứng kiến phải là thí sinh cùng phòng.",
                          "Witnesses are other candidates of the room.");
    }
    // Before the council there is no room of candidates: the council itself has seen it.
    const auto needed =
        own == nullptr ? 0 : contest.plan.infraction.witnesses_on_refusal.value_or(0);
    if (command.candidate_signed || command.witnesses_refused || std::ssize(known) >= needed)
        return {};
    return refuse(Code::incomplete,
                  "Thí sinh không ký: cần đủ người chứng kiến, hoặc ghi việc họ từ chối.",
                  "The candidate does not sign: witnesses are needed, or their refusal is noted.");
}

std::optional<SittingEnded> ends(const Sitting* sitting, InfractionLevel level) {
    const bool stops =
        level == InfractionLevel::suspension || level == InfractionLevel::cancellation;
    if (sitting == nullptr || !stops || sitting->ended) return std::nullopt;
    SittingEnded event;
    event.sitting = sitting->sitting;
    event.reason = EndReason::suspended;
    if (sitting->leases.empty()) return event;
    const auto& last = sitting->leases.back();
    event.lease = last.lease;
    event.last_seq = last.last_seq;
    event.last_hash = last.head;
    return event;
}

Result<void> is_whole(const Contest& contest, const RecordInfraction& command) {
    const auto levels = contest.plan.infraction.levels.value_or({});
    if (std::find(levels.begin(), levels.end(), command.level) == levels.end())
        return refuse(Code::invalid_field, "Kế hoạch không có mức xử lý này.",
                      "The plan has no such level.");
    if (auto said = reasoned(command.facts); !said) return said;
    if (command.objection.size() > objection_bytes_max)
        return refuse(Code::invalid_field, "Ý kiến của thí sinh quá dài.",
                      "The objection is too long.");
    const auto known = contest.infractions.find(command.candidate);
    if (known == contest.infractions.end()) return {};
    if (std::any_of(known->second.begin(), known->second.end(),
                    [&](const Infraction& one) { return one.infraction == command.infraction; }))
        return refuse(Code::already_done, "Biên bản này đã ghi.", "This is recorded already.");
    if (known->second.size() >= infractions_max)
        return refuse(Code::limit_reached, "Đã quá nhiều biên bản.", "Too many infractions.");
    return {};
}

// Somebody of the round: let in where there are rooms, on the list of a defence else.
Result<const Sitting*> sitting_or_hearing(const Contest& contest, const RecordInfraction& command) {
    const Round* round = find_round(contest.plan, command.round);
    if (round == nullptr || round->practice)
        return refuse(Code::not_found, "Không có vòng thi này.", "There is no such round.");
    const Sitting* own = sitting_of(contest, command);
    const bool listed = std::any_of(
        contest.applications.begin(), contest.applications.end(), [&](const auto& entry) {
            return entry.second.candidate == command.candidate && may_sit(entry.second);
        });
    const bool there = round->type == RoundType::defence
                           ? listed && contest.stage == Stage::defence
                           : own != nullptr && own->admitted_at.has_value();
    if (there) return own;
    return refuse(Code::not_found, "Thí sinh chưa vào phòng thi.",
                  "The candidate has not been let in.");
}

Result<void> keep_distance(const Contest& contest, const RecordInfraction& command) {
    if (auto apart = keeps_distance(contest, command.by, command.candidate); !apart) return apart;
    for (const auto& one : command.approvals)
        if (auto apart = keeps_distance(contest, one.person, command.candidate); !apart)
            return apart;
    return {};
}

} // namespace

Result<Events> decide_on(const Contest& contest, const RecordInfraction& command, Instant now) {
    if (auto may = holds_role(contest, command.by,
                              {Role::invigilator, Role::head_of_invigilation, Role::secretary,
                               Role::chair, Role::vice_chair});
        !may)
        return may.error();
    const auto found = sitting_or_hearing(contest, command);
    if (!found) return found.error();
    const Sitting* own = *found;
    if (auto apart = keep_distance(contest, command); !apart) return apart.error();
    if (auto whole = is_whole(contest, command); !whole) return whole.error();
    if (auto timely = in_time(contest, command, own); !timely) return timely.error();
    if (auto seen = witnessed(contest, command, own); !seen) return seen.error();
    const auto level = escalated(contest, command.candidate, command.level);
    if (auto may = may_impose(contest, command, level, now); !may) return may.error();
    std::optional<SittingId> sitting;
    if (own != nullptr) sitting = own->sitting;
    Events events{InfractionRecorded{.by = command.by,
                                     .infraction = command.infraction,
                                     .candidate = command.candidate,
                                     .round = command.round,
                                     .sitting = sitting,
                                     .level = level,
                                     .facts = command.facts,
                                     .happened_at = command.happened_at,
                                     .witnesses = command.witnesses,
                                     .candidate_signed = command.candidate_signed,
                                     .witnesses_refused = command.witnesses_refused,
                                     .objection = command.objection,
                                     .approvals = command.approvals}};
    if (const auto end = ends(own, level)) events.push_back(*end);
    return events;
}

void apply_on(Contest& contest, const InfractionRecorded& event, const Record& record) {
    contest.infractions[event.candidate].push_back(
        {event.infraction, event.round, event.level, record.index});
    forget_scores(contest, event.round);
}

} // namespace thi::core
