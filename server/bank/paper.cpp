#include "bank/paper.h"

#include <map>
#include <set>

namespace thi::bank {
namespace {

struct Found {
    const Bank* bank = nullptr;
    const BankItem* item = nullptr;
};

std::map<core::ItemId, Found> all_items(std::span<const Bank> banks) {
    std::map<core::ItemId, Found> found;
    for (const auto& bank : banks)
        for (const auto& item : bank.items)
            found.emplace(item.item, Found{&bank, &item});
    return found;
}

core::Fault unknown_item(const core::ItemId& id) {
    core::Fault fault;
    fault.code = core::Code::unknown_item;
    fault.detail = {"Câu hỏi " + id.str() + " không có trong ngân hàng hoặc được nêu hai lần.",
                    "The item " + id.str() + " is in none of the banks or is named twice."};
    return fault;
}

core::Fault stimulus_clash(const std::string& id) {
    core::Fault fault;
    fault.code = core::Code::invalid_field;
    fault.detail = {"Hai ngân hàng dùng cùng mã ngữ liệu \"" + id + "\" cho nội dung khác nhau.",
                    "Two banks use the stimulus id \"" + id + "\" for different texts."};
    return fault;
}

// Adds the stimulus of `found` once. False where the id is taken by another text.
bool add_stimulus(const Found& found, core::Paper& paper) {
    if (!found.item->stimulus) return true;
    for (const auto& have : paper.stimuli) {
        if (have.stimulus != *found.item->stimulus) continue;
        for (const auto& ours : found.bank->stimuli)
            if (ours.stimulus == have.stimulus)
                return ours.text == have.text && ours.title == have.title;
    }
    for (const auto& ours : found.bank->stimuli)
        if (ours.stimulus == *found.item->stimulus) paper.stimuli.push_back(ours);
    return true;
}

} // namespace

core::Item asked(const BankItem& item, std::string_view language) {
    core::Item out;
    out.item = item.item;
    out.type = item.type;
    out.stem = item.stem;
    out.stimulus = item.stimulus;
    out.points = item.points;
    out.words_max = item.words_max;
    if (item.options) out.options = *item.options;
    if (item.type == core::ItemType::true_false) {
        const bool vi = language == "vi";
        out.options = {{"true", vi ? "Đúng" : "True"}, {"false", vi ? "Sai" : "False"}};
    }
    return out;
}

core::ItemKey key_of(const BankItem& item) {
    core::ItemKey out;
    out.item = item.item;
    out.tariff = tariff_of(item);
    if (item.rubric) out.rubric = *item.rubric;
    if (!item.key) return out;
    if (const auto* const chosen = std::get_if<std::vector<std::string>>(&*item.key)) {
        out.options = *chosen;
    } else if (const auto* const numeric = std::get_if<core::NumericKey>(&*item.key)) {
        out.numeric = *numeric;
    } else {
        const auto& accepted = std::get<TextKey>(*item.key);
        out.accepted = accepted.accepted;
        out.fold_case = accepted.fold_case;
    }
    return out;
}

core::Result<PaperAndKey> compose(const PaperOrder& order, std::span<const Bank> banks) {
    const auto found = all_items(banks);
    std::set<core::ItemId> used;
    PaperAndKey out;
    out.paper.paper = out.key.paper = order.paper;
    out.paper.title = order.title;
    out.paper.parts = order.parts;
    out.key.shuffle_seed = order.shuffle_seed;
    for (const auto& part : order.parts)
        for (const auto& id : part.items) {
            const auto row = found.find(id);
            if (row == found.end() || !used.insert(id).second) return unknown_item(id);
            if (!add_stimulus(row->second, out.paper))
                return stimulus_clash(*row->second.item->stimulus);
            out.paper.items.push_back(asked(*row->second.item, row->second.bank->language));
            out.key.items.push_back(key_of(*row->second.item));
        }
    return out;
}

} // namespace thi::bank
