#include "core/result/recount.h"

#include "core/plan/duties.h"
#include "core/result/appeal_decide.h"
#include "core/sitting/decide.h"
#include "core/sitting/lookup.h"

#include <algorithm>

namespace thi::core {

namespace {

using Said = std::optional<Sentence>;

// The clocks of who received and of who wrote may differ by so much.
constexpr Duration skew_max{1000};

Said against(const char* vi, const char* en) {
    return Sentence{vi, en};
}

// The instant of the act: people were present then; the leaf is closed a little later.
Instant acted_at(const Approvals& approvals, Instant at) {
    if (approvals.empty()) return at;
    auto last = approvals.front().at;
    for (const auto& one : approvals)
        last = std::max(last, one.at);
    return last;
}

Said present(const Approvals& approvals, Instant at) {
    const auto acted = acted_at(approvals, at);
    if (acted <= at + skew_max && at - acted <= approval_age_max + skew_max) return {};
    return against("Phê duyệt không phải vào lúc ghi vào nhật ký.",
                   "The approvals are not of the time at which it was logged.");
}

bool has_contents(const Contest& contest, RoundId round) {
    return std::all_of(contest.papers.begin(), contest.papers.end(), [&](const auto& entry) {
        const auto& paper = entry.second;
        return paper.round != round || (paper.content && paper.key);
    });
}

Said no_such_round() {
    return against("Kế hoạch không có vòng thi này.", "The plan has no such round.");
}

template <class Event, class Command, class Same>
Said asked_again(const Contest& before, const Command& command, Instant now, Same same) {
    const auto events = decide_on(before, command, now);
    if (!events) return events.error().detail;
    const auto* again = std::get_if<Event>(&events->front());
    if (again != nullptr && same(*again)) return {};
    return against("Không phải là điều mà quy định cho ra.", "Not what the rules come to.");
}

} // namespace

// What was seen is not in the log: some level that leads to the one imposed.
Said contradiction(const Contest& before, const InfractionRecorded& event, Instant at) {
    if (find_round(before.plan, event.round) == nullptr) return no_such_round();
    if (auto why = present(event.approvals, at)) return why;
    RecordInfraction command{.by = event.by,
                             .infraction = event.infraction,
                             .candidate = event.candidate,
                             .round = event.round,
                             .level = event.level,
                             .facts = event.facts,
                             .happened_at = event.happened_at,
                             .witnesses = event.witnesses,
                             .candidate_signed = event.candidate_signed,
                             .witnesses_refused = event.witnesses_refused,
                             .objection = event.objection,
                             .approvals = event.approvals,
                             .received_at = std::max(event.happened_at, at - skew_max)};
    Said why = against("Kế hoạch không có mức xử lý này.", "The plan has no such level.");
    for (const auto seen : before.plan.infraction.levels.value_or({})) {
        command.level = seen;
        why = asked_again<InfractionRecorded>(
            before, command, acted_at(event.approvals, at), [&](const InfractionRecorded& again) {
                return again.level == event.level && again.sitting == event.sitting;
            });
        if (!why) return {};
    }
    return why;
}

Said contradiction(const Contest& before, const AppealFiled& event, Instant at) {
    if (event.filed_at > at + skew_max)
        return against("Nhận sau khi đã ghi vào nhật ký.", "Received after it was logged.");
    FileAppeal command{.appeal = event.appeal,
                       .candidate = event.candidate,
                       .track = event.track,
                       .round = event.round,
                       .item = event.item,
                       .text_hash = event.text_hash,
                       .received_at = event.filed_at};
    if (!has_contents(before, event.round)) {
        command.item.reset();
        if (event.track == AppealTrack::own_mark) return {};
    }
    return asked_again<AppealFiled>(before, command, at, [](const AppealFiled&) { return true; });
}

Said contradiction(const Contest& before, const AppealDecided& event, Instant at) {
    const auto appeal = before.appeals.find(event.appeal);
    if (appeal == before.appeals.end() || find_round(before.plan, appeal->second.round) == nullptr)
        return against("Không có đơn này.", "There is no such appeal.");
    if (auto why = present(event.approvals, at)) return why;
    const DecideAppeal command{.by = event.by,
                               .appeal = event.appeal,
                               .upheld = event.upheld,
                               .reason = event.reason,
                               .approvals = event.approvals};
    return asked_again<AppealDecided>(
        before, command, acted_at(event.approvals, at),
        [&](const AppealDecided& again) { return again.replaces == event.replaces; });
}

Said contradiction(const Contest& before, const MarkAmended& event, Instant at) {
    const auto appeal = before.appeals.find(event.appeal);
    if (appeal == before.appeals.end() || !appeal->second.verdict ||
        !appeal->second.verdict->upheld || appeal->second.track != AppealTrack::own_mark ||
        find_round(before.plan, appeal->second.round) == nullptr)
        return against("Sửa điểm không theo quyết định chấp nhận đơn nào.",
                       "The amendment cites no appeal that was upheld.");
    if (appeal->second.candidate != event.candidate || appeal->second.round != event.round)
        return against("Sửa điểm của người khác, hoặc của vòng khác.",
                       "The amendment is of another candidate or round than the appeal.");
    if (auto why = present(event.approvals, at)) return why;
    if (!has_contents(before, event.round)) return {};
    const AmendMark command{.by = event.by, .appeal = event.appeal, .approvals = event.approvals};
    return asked_again<MarkAmended>(
        before, command, acted_at(event.approvals, at), [&](const MarkAmended& again) {
            return again.old_mark == event.old_mark && again.new_mark == event.new_mark;
        });
}

Said contradiction(const Contest& before, const RemedyApplied& event, Instant at) {
    if (auto why = present(event.approvals, at)) return why;
    const auto paper = before.papers.find(event.paper);
    if (paper == before.papers.end())
        return against("Không có đề thi này.", "There is no such paper.");
    if (!has_contents(before, paper->second.round)) return {};
    const ApplyRemedy command{.by = event.by,
                              .paper = event.paper,
                              .item = event.item,
                              .kind = event.kind,
                              .keys = event.keys,
                              .reason = event.reason,
                              .appeal = event.appeal,
                              .approvals = event.approvals};
    return asked_again<RemedyApplied>(before, command, acted_at(event.approvals, at),
                                      [](const RemedyApplied&) { return true; });
}

Said contradiction(const Contest& before, const RoundHeldAgain& event, Instant at) {
    if (auto why = present(event.approvals, at)) return why;
    if (find_round(before.plan, event.round) == nullptr) return no_such_round();
    // Who passed the gates before it is computed from their papers.
    for (const auto& round : *before.plan.rounds) {
        if (round.round == event.round) break;
        if (!has_contents(before, round.round)) return {};
    }
    const HoldRoundAgain command{.by = event.by,
                                 .round = event.round,
                                 .again = event.again,
                                 .opens = event.opens,
                                 .closes = event.closes,
                                 .reason = event.reason,
                                 .appeal = event.appeal,
                                 .approvals = event.approvals};
    return asked_again<RoundHeldAgain>(before, command, acted_at(event.approvals, at),
                                       [](const RoundHeldAgain&) { return true; });
}

} // namespace thi::core
