// The rules of saving an answer (docs/formats/saving.md): in order, exactly once, never lost.

#include "core/refusal.h"
#include "core/sitting/chain.h"
#include "core/sitting/decide.h"
#include "core/sitting/lookup.h"
#include "core/sitting/value.h"
#include "core/sitting/window.h"

#include <algorithm>

namespace thi::core {

namespace {

constexpr std::size_t conflicts_max = 20; // Kept of one lease; further ones are only refused.

Fault seq_taken() {
    return refuse(Code::seq_conflict, "Số thứ tự này đã có một nội dung khác; cả hai đều được giữ.",
                  "This number holds another text already; both are kept.");
}

// The same number, other bytes: both are kept, and the reply is 409. One public incident for
// each number; its id follows from the number, so that core draws nothing at random.
Result<Events> keep_conflict(const Contest& contest, const Lease& lease,
                             const SaveAnswer& command) {
    const auto known = [&](const SavedLeaf& leaf) {
        return leaf.text_hash == command.text_hash;
    };
    if (lease.conflicts.size() >= conflicts_max ||
        std::any_of(lease.conflicts.begin(), lease.conflicts.end(), known))
        return seq_taken();
    const auto& save = command.client;
    const auto digest =
        crypto::sha256("exam-conflict/v1\n" + save.sitting.str() + "\n" +
                       std::to_string(save.lease) + "\n" + std::to_string(save.seq));
    const auto incident =
        IncidentId::from_bytes(std::span<const std::uint8_t, 10>{digest.bytes.data(), 10});
    Events events{AnswerLate{
        .client = command.client, .received_at = command.received_at, .why = LateWhy::conflict}};
    if (!contest.incidents.contains(incident))
        events.push_back(IncidentOpened{
            .by = {},
            .incident = incident,
            .kind = IncidentKind::seq_conflict,
            .round = find_sitting(contest, save.sitting)->round,
            .room = {},
            .sitting = save.sitting,
            .text = "Hai nội dung khác nhau dưới cùng một số thứ tự; cả hai được giữ. / "
                    "Two different texts under one number; both are kept."});
    return events;
}

// An item of the sitting's paper; after a switch also of the paper before, whose answers are kept.
const Item* item_asked(const Contest& contest, const Sitting& sitting, ItemId item) {
    const auto& paper = contest.papers.at(*sitting.paper);
    assert(paper.content);
    if (const Item* found = find_item(*paper.content, item)) return found;
    for (const auto& [id, other] : contest.papers)
        if (other.round == sitting.round && other.opened_at && other.content)
            if (const Item* found = find_item(*other.content, item)) return found;
    return nullptr;
}

std::optional<Fault> check_answer(const Contest& contest, const Sitting& sitting,
                                  const ClientSave& save) {
    const Item* item = item_asked(contest, sitting, save.item);
    if (item == nullptr)
        return refuse(Code::unknown_item, "Câu hỏi không thuộc đề thi này.",
                      "The item is not on this paper.");
    return check_value(*item, save.value);
}

bool is_held_back(const Sitting& sitting) {
    return sitting.ended == EndReason::suspended || sitting.ended == EndReason::withdrawn;
}

void keep_late(Sitting& sitting, const AnswerLate& event, const Record& record) {
    const auto& save = event.client;
    sitting.late_answers.push_back({.item = save.item,
                                    .value = save.value,
                                    .lease = save.lease,
                                    .seq = save.seq,
                                    .received_at = event.received_at,
                                    .why = event.why,
                                    .counts = {},
                                    .index = record.index});
}

} // namespace

Result<Events> decide_on(const Contest& contest, const SaveAnswer& command, Instant) {
    const auto& save = command.client;
    const Sitting* sitting = find_sitting(contest, save.sitting, command.candidate);
    const Lease* lease = sitting == nullptr ? nullptr : find_lease(*sitting, save.lease);
    if (lease == nullptr)
        return refuse(Code::not_found, "Không có lượt thi này.", "There is no such sitting.");
    switch (place_in(*lease, save.seq, save.prev, command.text_hash)) {
    case Place::repeat:
        return Events{};
    case Place::gap:
        return refuse(Code::seq_gap, "Chưa nhận được lần lưu trước đó.",
                      "A save before this one has not arrived.");
    case Place::broken:
        return refuse(Code::seq_conflict, "Lần lưu không nối tiếp lần lưu trước.",
                      "This save does not follow the one before.");
    case Place::taken:
    case Place::next:
        break;
    }
    if (auto fault = check_answer(contest, *sitting, save)) return *fault;
    const Window open = window(contest, *sitting);
    if (command.received_at < open.opens)
        return refuse(Code::too_early, "Chưa đến giờ làm bài.", "The time has not begun.");
    if (command.received_at > open.accept_until)
        return refuse(Code::sitting_closed, "Đã hết thời gian nhận bài.",
                      "Answers are no longer taken.");
    if (save.seq <= lease->last_seq) return keep_conflict(contest, *lease, command);
    const bool superseded = save.lease < std::ssize(sitting->leases);
    if (superseded)
        return Events{AnswerLate{.client = command.client,
                                 .received_at = command.received_at,
                                 .why = LateWhy::superseded}};
    if (sitting->submitted_at || is_held_back(*sitting))
        return refuse(Code::sitting_closed, "Anh/chị đã kết thúc bài thi.", "The sitting is over.");
    if (!counts(open, command.received_at))
        return Events{AnswerLate{
            .client = command.client, .received_at = command.received_at, .why = LateWhy::late}};
    return Events{AnswerSaved{.client = command.client, .received_at = command.received_at}};
}

void apply_on(Contest& contest, const AnswerSaved& event, const Record& record) {
    const auto& save = event.client;
    auto& sitting = contest.sittings.at(save.sitting);
    extend_chain(sitting, save.lease, save.text, record);
    SavedAnswer answer{.value = save.value,
                       .lease = save.lease,
                       .seq = save.seq,
                       .received_at = event.received_at,
                       .index = record.index};
    const bool lasting = contest.removed.empty() ||
                         counts(window_without_removals(contest, sitting), event.received_at);
    if (lasting)
        sitting.answers.insert_or_assign(save.item, std::move(answer));
    else
        sitting.extended_answers.push_back({save.item, std::move(answer)});
    forget_scores(contest, sitting.round);
}

void apply_on(Contest& contest, const AnswerLate& event, const Record& record) {
    const auto& save = event.client;
    auto& sitting = contest.sittings.at(save.sitting);
    if (event.why == LateWhy::conflict) {
        auto& lease = sitting.leases.at(static_cast<std::size_t>(save.lease - 1));
        lease.conflicts.push_back({crypto::sha256(save.text), record.index});
    } else {
        extend_chain(sitting, save.lease, save.text, record);
    }
    keep_late(sitting, event, record);
}

} // namespace thi::core
