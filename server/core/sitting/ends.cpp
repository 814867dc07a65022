// The rules of ending: handed in by the candidate, or ended by the server without any client
//

#include "core/plan/duties.h"
#include "core/refusal.h"
#include "core/sitting/chain.h"
#include "core/sitting/decide.h"
#include "core/sitting/lookup.h"
#include "core/sitting/window.h"

#include <algorithm>
#include <set>

namespace thi::core {

namespace {

// Ended in one go, so that the answers of others do not wait behind a whole contest.
constexpr std::size_t end_batch_max = 256;

SittingEnded ended(const Sitting& sitting, EndReason reason) {
    SittingEnded event;
    event.sitting = sitting.sitting;
    event.reason = reason;
    if (sitting.leases.empty()) return event;
    const auto& last = sitting.leases.back();
    event.lease = last.lease;
    event.last_seq = last.last_seq;
    event.last_hash = last.head;
    return event;
}

Result<void> may_submit(const Contest& contest, const Sitting& sitting,
                        const SubmitSitting& command) {
    const Window open = window(contest, sitting);
    if (command.client.lease < std::ssize(sitting.leases))
        return refuse(Code::lease_superseded, "Bài thi đang mở trên một máy khác.",
                      "The sitting is open on another machine.");
    if (sitting.submitted_at || sitting.ended == EndReason::suspended ||
        sitting.ended == EndReason::withdrawn || command.received_at > open.grace_ends)
        return refuse(Code::sitting_closed, "Lượt thi đã kết thúc.", "The sitting is over.");
    if (command.received_at < open.opens)
        return refuse(Code::too_early, "Chưa đến giờ làm bài.", "The time has not begun.");
    if (command.received_at < std::min(leave_from(contest, sitting), open.ends))
        return refuse(Code::too_early, "Chưa đến thời điểm được nộp bài sớm.",
                      "It is too early to hand in.");
    return {};
}

std::set<CandidateId> withdrawn_candidates(const Contest& contest) {
    std::set<CandidateId> gone;
    for (const auto& [id, application] : contest.applications)
        if (application.withdrawn) gone.insert(application.candidate);
    for (const auto& [id, application] : contest.applications)
        if (!application.withdrawn) gone.erase(application.candidate);
    return gone;
}

} // namespace

// Safe to repeat: the same bytes again change nothing and find the same leaf.
Result<Events> decide_on(const Contest& contest, const SubmitSitting& command, Instant) {
    const auto& submit = command.client;
    const Sitting* sitting = find_sitting(contest, submit.sitting, command.candidate);
    const Lease* lease = sitting == nullptr ? nullptr : find_lease(*sitting, submit.lease);
    if (lease == nullptr)
        return refuse(Code::not_found, "Không có lượt thi này.", "There is no such sitting.");
    switch (place_in(*lease, submit.seq, submit.prev, command.text_hash)) {
    case Place::repeat:
        return Events{};
    case Place::gap:
        return refuse(Code::seq_gap, "Còn câu trả lời chưa đến máy chủ.",
                      "A save before this one has not arrived.");
    case Place::taken:
    case Place::broken:
        return refuse(Code::seq_conflict, "Lần nộp bài không nối tiếp lần lưu trước.",
                      "Handing in does not follow the last save.");
    case Place::next:
        break;
    }
    if (auto may = may_submit(contest, *sitting, command); !may) return may.error();
    Events events{SittingSubmitted{.client = command.client, .received_at = command.received_at}};
    if (sitting->ended)
        return events; // The server was quicker; it was handed in in time all the same.
    SittingEnded end = ended(*sitting, EndReason::submitted);
    end.last_seq = submit.seq;
    end.last_hash = command.text_hash;
    events.push_back(end);
    return events;
}

// At most a batch of them: asked again until nothing happens. Who never sat down is ended too.
Result<Events> decide_on(const Contest& contest, const EndDueSittings&, Instant now) {
    Events events;
    const auto gone = withdrawn_candidates(contest);
    for (const auto& [id, progress] : contest.rounds) {
        const Round* round = find_round(contest.plan, id);
        if (round == nullptr || !may_be_held(contest, *round)) continue;
        for (const auto& one : progress.sittings) {
            const auto& sitting = contest.sittings.at(one);
            if (sitting.ended) continue;
            if (gone.contains(sitting.candidate) && !round->practice)
                events.push_back(ended(sitting, EndReason::withdrawn));
            else if (now > window(contest, sitting).grace_ends)
                events.push_back(ended(sitting, EndReason::deadline));
            if (events.size() >= end_batch_max) return events;
        }
    }
    return events;
}

void apply_on(Contest& contest, const SittingSubmitted& event, const Record& record) {
    auto& sitting = contest.sittings.at(event.client.sitting);
    extend_chain(sitting, event.client.lease, event.client.text, record);
    sitting.submitted_at = event.received_at;
    sitting.submit_index = record.index;
}

void apply_on(Contest& contest, const SittingEnded& event, const Record& record) {
    auto& sitting = contest.sittings.at(event.sitting);
    sitting.ended = event.reason;
    sitting.end_index = record.index;
}

} // namespace thi::core
