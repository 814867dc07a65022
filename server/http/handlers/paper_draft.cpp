#include "http/handlers/paper_draft.h"

#include "core/refusal.h"
#include "crypto/random.h"
#include "text/names.h"

#include <algorithm>
#include <set>

namespace thi::http::handlers {
namespace {

using core::Code;
using core::refuse;

const bank::Bank* find_bank(const std::vector<bank::Bank>& banks, const std::string& name) {
    for (const auto& bank : banks)
        if (bank.bank == name) return &bank;
    return nullptr;
}

// Under random keys, so that every choice of items is as likely as any other.
std::vector<core::ItemId> shuffled(std::vector<core::ItemId> items) {
    std::vector<std::pair<std::array<std::uint8_t, 16>, core::ItemId>> keyed;
    keyed.reserve(items.size());
    for (const auto& item : items)
        keyed.emplace_back(crypto::random_bytes<16>(), item);
    std::sort(keyed.begin(), keyed.end());
    items.clear();
    for (const auto& [key, item] : keyed)
        items.push_back(item);
    return items;
}

core::Result<std::vector<core::ItemId>> draw_items(const api::NewPaperPart& part,
                                                   const bank::Bank& bank,
                                                   const std::set<core::ItemId>& used) {
    std::vector<core::ItemId> pool;
    for (const auto& item : bank.items) {
        const bool wanted = part.topics.empty() || std::find(part.topics.begin(), part.topics.end(),
                                                             item.topic) != part.topics.end();
        if (wanted && !used.contains(item.item)) pool.push_back(item.item);
    }
    if (part.questions < 1 || part.questions > std::ssize(pool))
        return refuse(Code::incomplete,
                      "Phần " + part.part + ": ngân hàng chỉ còn " + std::to_string(pool.size()) +
                          " câu phù hợp.",
                      "Part " + part.part + ": the bank has only " + std::to_string(pool.size()) +
                          " such items left.");
    pool = shuffled(std::move(pool));
    pool.resize(static_cast<std::size_t>(part.questions));
    return pool;
}

} // namespace

core::Result<bank::PaperAndKey> draft_paper(const api::NewPaper& asked,
                                            const std::vector<bank::Bank>& banks) {
    if (asked.parts.empty() || asked.parts.size() > paper_parts_max)
        return refuse(Code::invalid_field, "Đề thi có từ 1 đến 20 phần.",
                      "A paper has 1 to 20 parts.");
    bank::PaperOrder order;
    order.paper = core::PaperId::from_bytes(crypto::random_bytes<10>());
    order.title = asked.title;
    order.shuffle_seed = {crypto::random_bytes<32>()};
    std::set<core::ItemId> used;
    for (const auto& part : asked.parts) {
        const auto* bank = find_bank(banks, part.bank);
        if (bank == nullptr)
            return refuse(Code::not_found, "Không có ngân hàng câu hỏi này.",
                          "There is no such bank.");
        auto items = part.items.empty() ? draw_items(part, *bank, used)
                                        : core::Result<std::vector<core::ItemId>>{part.items};
        if (!items) return items.error();
        used.insert(items->begin(), items->end());
        order.parts.push_back({part.part, part.title, part.minutes, std::move(*items)});
    }
    return bank::compose(order, banks);
}

api::BankLine bank_line(const bank::Bank& bank) {
    api::BankLine line;
    line.bank = bank.bank;
    line.title = bank.title.vi;
    line.version = bank.version;
    for (const auto& item : bank.items) {
        ++line.items_by_topic[item.topic];
        ++line.items_by_type[std::string{text::name_of(item.type)}];
    }
    return line;
}

} // namespace thi::http::handlers
