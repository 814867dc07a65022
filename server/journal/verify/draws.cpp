#include "journal/verify/draws.h"

#include "core/sitting/draw.h"

#include <algorithm>

namespace thi::journal {

void Draws::resolve(const core::DrawResolved& event, const std::string& where) {
    ++check_.examined;
    const auto found = draws_.find(event.draw);
    if (found == draws_.end()) {
        check_.fail(where, "Kết quả của lần bốc thăm chưa chốt danh sách.",
                    "The result of a draw whose pool was never frozen.");
        return;
    }
    const auto& draw = found->second;
    if (draw.reveals.size() < 2)
        check_.fail(where, "Chưa đủ hai người công bố số.", "Fewer than two reveals.");
    const auto seed = core::seed_of(draw);
    if (event.seed != seed)
        check_.fail(where, "Hạt giống tính lại không khớp.", "The seed does not recompute.");
    if (event.order != core::drawn_order(seed, event.draw, draw.pool))
        check_.fail(where, "Thứ tự bốc thăm tính lại không khớp.", "The order does not recompute.");
    if (draw.purpose != core::DrawPurpose::seats) return;
    bool seated = event.seats.size() == event.order.size();
    for (std::size_t i = 0; seated && i < event.seats.size(); ++i)
        seated = event.seats[i].candidate == event.order[i];
    if (!seated)
        check_.fail(where, "Chỗ ngồi không theo thứ tự bốc thăm.",
                    "Seats do not follow the order drawn.");
}

void Draws::reveal(const std::string& name, core::PersonId by, const crypto::Digest& nonce,
                   const std::string& where) {
    auto& draw = draws_[name];
    const std::pair said{by, crypto::sha256(crypto::view(nonce))};
    ++check_.examined;
    if (std::find(draw.commitments.begin(), draw.commitments.end(), said) == draw.commitments.end())
        check_.fail(where, "Số công bố không khớp cam kết.",
                    "The nonce is not the one committed to.");
    draw.reveals.emplace(by, nonce);
}

void Draws::take(const core::Event& event, const Hash& root, const std::string& where) {
    if (const auto* frozen = std::get_if<core::DrawFrozen>(&event)) {
        draws_[frozen->draw] = {frozen->purpose, frozen->round, frozen->pool, root, {}, {}, {}};
    } else if (const auto* committed = std::get_if<core::DrawCommitted>(&event)) {
        draws_[committed->draw].commitments.emplace_back(committed->by, committed->commitment);
    } else if (const auto* revealed = std::get_if<core::DrawRevealed>(&event)) {
        reveal(revealed->draw, revealed->by, revealed->nonce, where);
    } else if (const auto* opened = std::get_if<core::SeedRevealed>(&event)) {
        reveal(opened->draw, opened->by, opened->nonce, where);
    } else if (const auto* resolved = std::get_if<core::DrawResolved>(&event)) {
        resolve(*resolved, where);
    }
}

} // namespace thi::journal
