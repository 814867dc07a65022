#include "core/sitting/draw.h"

#include "core/refusal.h"

#include <algorithm>
#include <utility>

namespace thi::core {

namespace {

std::string_view text_of(const std::string& text) {
    return text;
}
std::string_view text_of(const CandidateId& id) {
    return id.text();
}

template <class T>
std::vector<T> sorted_by_key(const crypto::Digest& seed, std::string_view draw,
                             std::span<const T> pool) {
    std::vector<std::pair<crypto::Digest, T>> keyed;
    keyed.reserve(pool.size());
    for (const auto& entry : pool)
        keyed.emplace_back(draw_key(seed, draw, text_of(entry)), entry);
    std::sort(keyed.begin(), keyed.end());
    std::vector<T> order;
    order.reserve(keyed.size());
    for (auto& [key, entry] : keyed)
        order.push_back(std::move(entry));
    return order;
}

} // namespace

crypto::Digest draw_seed(const crypto::Digest& root, std::string_view source,
                         std::span<const crypto::Digest> reveals) {
    std::string text{"exam-seed/v1\n"};
    text += crypto::view(root);
    text += source;
    for (const auto& reveal : reveals)
        text += crypto::view(reveal);
    return crypto::sha256(text);
}

crypto::Digest draw_key(const crypto::Digest& seed, std::string_view draw, std::string_view x) {
    std::string text{"exam-draw/v1\n"};
    text += draw;
    text += '\n';
    text += x;
    return crypto::hmac_sha256(crypto::view(seed), text);
}

std::vector<std::string> drawn_order(const crypto::Digest& seed, std::string_view draw,
                                     std::span<const std::string> pool) {
    return sorted_by_key(seed, draw, pool);
}

std::vector<CandidateId> drawn_order(const crypto::Digest& seed, std::string_view draw,
                                     std::span<const CandidateId> pool) {
    return sorted_by_key(seed, draw, pool);
}

crypto::Digest seed_of(const Draw& draw) {
    std::vector<crypto::Digest> reveals;
    for (const auto& [person, commitment] : draw.commitments)
        if (const auto found = draw.reveals.find(person); found != draw.reveals.end())
            reveals.push_back(found->second);
    return draw_seed(draw.root, "", reveals);
}

Result<void> may_reveal(const Draw& draw, PersonId by, const crypto::Digest& nonce) {
    const auto& commitments = draw.commitments;
    if (commitments.size() < commitments_min)
        return refuse(Code::incomplete, "Cần ít nhất hai người cam kết trước khi mở.",
                      "At least two people commit before anybody reveals.");
    const auto own = std::find_if(commitments.begin(), commitments.end(),
                                  [&](const auto& one) { return one.first == by; });
    if (own == commitments.end())
        return refuse(Code::not_found, "Anh/chị chưa cam kết.", "You have not committed.");
    if (draw.reveals.contains(by))
        return refuse(Code::already_done, "Anh/chị đã mở cam kết.", "You have revealed already.");
    if (crypto::sha256(crypto::view(nonce)) != own->second)
        return refuse(Code::invalid_field, "Giá trị mở không khớp cam kết.",
                      "What is revealed is not what was committed to.");
    return {};
}

} // namespace thi::core
