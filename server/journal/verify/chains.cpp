#include "journal/verify/chains.h"

namespace thi::journal {

void Chains::fail(std::string vi, std::string en) {
    check_.fail(where_, std::move(vi), std::move(en));
}

Chains::Lease* Chains::find(core::SittingId sitting, core::Whole lease) {
    const auto found = sittings_.find(sitting);
    if (found == sittings_.end() || lease < 1 || lease > std::ssize(found->second.leases)) {
        fail("Lượt thi không có lượt máy này.", "The sitting has no such lease.");
        return nullptr;
    }
    return &found->second.leases[static_cast<std::size_t>(lease - 1)];
}

void Chains::lease(const core::SittingLeased& event, const crypto::Digest& payload_hash) {
    auto& leases = sittings_[event.sitting].leases;
    if (event.lease != std::ssize(leases) + 1)
        fail("Lượt máy không theo thứ tự 1, 2, 3.", "Leases do not go 1, 2, 3.");
    leases.push_back({0, payload_hash});
}

// After a break the chain goes on from what is there, so that one break is one position.
void Chains::extend(core::SittingId sitting, core::Whole lease, core::Whole seq,
                    const crypto::Digest& prev, std::string_view text) {
    auto* const chain = find(sitting, lease);
    if (chain == nullptr) return;
    if (seq != chain->last_seq + 1)
        fail("Số thứ tự " + std::to_string(seq) + " không nối tiếp " +
                 std::to_string(chain->last_seq) + ".",
             "Seq " + std::to_string(seq) + " does not follow " + std::to_string(chain->last_seq) +
                 ".");
    if (prev != chain->head)
        fail("Mã băm của lần lưu trước không khớp.", "The hash of the save before does not match.");
    chain->last_seq = seq;
    chain->head = crypto::sha256(text);
}

// Other bytes under a number that is taken: outside of the chain.
void Chains::conflict(const core::ClientSave& save) {
    const auto* const chain = find(save.sitting, save.lease);
    if (chain != nullptr && (save.seq < 1 || save.seq > chain->last_seq))
        fail("Số thứ tự này chưa có nội dung nào.", "Nothing stands under this number yet.");
}

void Chains::end(const core::SittingEnded& event) {
    const auto& leases = sittings_[event.sitting].leases;
    if (event.lease != std::ssize(leases)) {
        fail("Lúc kết thúc nêu sai lượt máy.", "The end names another lease than the last.");
        return;
    }
    if (leases.empty()) return;
    if (event.last_seq != leases.back().last_seq || event.last_hash != leases.back().head)
        fail("Số lần lưu hoặc mã băm cuối lúc kết thúc không khớp.",
             "The count of saves or the last hash at the end does not match.");
}

void Chains::take(const core::Event& event, const crypto::Digest& payload_hash, std::string where) {
    where_ = std::move(where);
    if (const auto* leased = std::get_if<core::SittingLeased>(&event)) {
        ++check_.examined;
        lease(*leased, payload_hash);
    } else if (const auto* saved = std::get_if<core::AnswerSaved>(&event)) {
        ++check_.examined;
        const auto& save = saved->client;
        if (sittings_[save.sitting].submitted)
            fail("Lưu sau khi đã nộp bài.", "Saved after the sitting was handed in.");
        extend(save.sitting, save.lease, save.seq, save.prev, save.text);
    } else if (const auto* late = std::get_if<core::AnswerLate>(&event)) {
        ++check_.examined;
        const auto& save = late->client;
        if (late->why == core::LateWhy::conflict)
            conflict(save);
        else
            extend(save.sitting, save.lease, save.seq, save.prev, save.text);
    } else if (const auto* submitted = std::get_if<core::SittingSubmitted>(&event)) {
        ++check_.examined;
        const auto& submit = submitted->client;
        auto& sitting = sittings_[submit.sitting];
        if (sitting.submitted) fail("Nộp bài hai lần.", "Handed in twice.");
        sitting.submitted = true;
        extend(submit.sitting, submit.lease, submit.seq, submit.prev, submit.text);
    } else if (const auto* ended = std::get_if<core::SittingEnded>(&event)) {
        ++check_.examined;
        end(*ended);
    }
}

} // namespace thi::journal
