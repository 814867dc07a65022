#include "bank/report.h"

#include "text/unicode.h"

#include <algorithm>
#include <cassert>

namespace thi::bank {
namespace {

using core::ItemType;

constexpr std::int64_t balance_items_min = 20; // Fewer keys say nothing about their balance.

const std::string& first_of(const Key& key) {
    return std::get<std::vector<std::string>>(key).front();
}

void count_keys(const BankItem& item, Report& report) {
    if (item.type == ItemType::choice) ++report.choice_keys[first_of(*item.key)];
    if (item.type == ItemType::true_false) ++report.true_false_keys[first_of(*item.key)];
}

// A key letter that stands less than half or more than twice as often as its fair share.
void remark_balance(const Bank& bank, Report& report) {
    std::size_t letters = 0;
    for (const auto& item : bank.items)
        if (item.type == ItemType::choice) letters = std::max(letters, item.options->size());
    const auto total = report.types[ItemType::choice];
    if (total < balance_items_min) return;
    for (std::size_t i = 0; i < letters; ++i) {
        const std::string letter(1, static_cast<char>('A' + i));
        const auto count = report.choice_keys[letter];
        const auto share = static_cast<std::int64_t>(letters) * count;
        if (share * 2 >= total && share <= total * 2) continue;
        report.remarks.push_back(
            {"/items",
             "Đáp án " + letter + " xuất hiện " + std::to_string(count) + " lần trong " +
                 std::to_string(total) + " câu một lựa chọn: phân bố chưa đều.",
             "The key " + letter + " stands " + std::to_string(count) + " times in " +
                 std::to_string(total) + " single choices: not balanced."});
    }
}

// A key that is by far the longest option gives itself away when it happens often.
void remark_long_keys(const Bank& bank, Report& report) {
    std::int64_t longest = 0;
    for (const auto& item : bank.items) {
        if (item.type != ItemType::choice) continue;
        std::size_t key = 0;
        std::size_t other = 0;
        for (const auto& option : *item.options) {
            auto& most = option.option == first_of(*item.key) ? key : other;
            most = std::max(most, text::length(option.text));
        }
        longest += 4 * key > 5 * other; // A quarter longer than any other.
    }
    const auto total = report.types[ItemType::choice];
    if (total < balance_items_min || longest * 3 <= total) return;
    report.remarks.push_back(
        {"/items",
         "Ở " + std::to_string(longest) + " trong " + std::to_string(total) +
             " câu một lựa chọn, đáp án dài hơn hẳn các phương án khác.",
         "In " + std::to_string(longest) + " of " + std::to_string(total) +
             " single choices the key is clearly longer than the other options."});
}

void remark_unused_stimuli(const Bank& bank, Report& report) {
    for (std::size_t i = 0; i < bank.stimuli.size(); ++i) {
        const auto& id = bank.stimuli[i].stimulus;
        const auto used = std::any_of(bank.items.begin(), bank.items.end(),
                                      [&](const auto& item) { return item.stimulus == id; });
        if (used) continue;
        report.remarks.push_back({"/stimuli/" + std::to_string(i),
                                  "Ngữ liệu này chưa có câu hỏi nào dùng.",
                                  "No item uses this stimulus."});
    }
}

// Options that differ only in their marks: easy to misread on a screen.
void remark_lookalikes(const Bank& bank, Report& report) {
    for (std::size_t i = 0; i < bank.items.size(); ++i) {
        if (!bank.items[i].options) continue;
        std::vector<std::string> forms;
        for (const auto& option : *bank.items[i].options)
            forms.push_back(text::search_form(option.text));
        std::sort(forms.begin(), forms.end());
        if (std::adjacent_find(forms.begin(), forms.end()) == forms.end()) continue;
        report.remarks.push_back({"/items/" + std::to_string(i) + "/options",
                                  "Có hai phương án chỉ khác nhau ở dấu.",
                                  "Two options differ only in their marks."});
    }
}

Supply supply_for(const Report& report, const PaperLength& paper) {
    assert(paper.items > 0 && paper.items <= static_cast<std::int64_t>(items_max));
    const auto essays = report.types.find(ItemType::essay);
    Supply supply;
    supply.items = report.items - (essays == report.types.end() ? 0 : essays->second);
    supply.paper_items = paper.items;
    supply.min_ratio = paper.min_ratio;
    supply.enough = core::Fraction{supply.items, paper.items} >= paper.min_ratio;
    return supply;
}

} // namespace

Report report(const Bank& bank, std::optional<PaperLength> paper) {
    Report report;
    report.bank = bank.bank;
    report.version = bank.version;
    report.items = static_cast<std::int64_t>(bank.items.size());
    for (const auto& item : bank.items) {
        report.points += item.points;
        ++report.topics[item.topic];
        ++report.types[item.type];
        if (item.difficulty)
            ++report.difficulties[*item.difficulty == Difficulty::easy     ? "easy"
                                  : *item.difficulty == Difficulty::medium ? "medium"
                                                                           : "hard"];
        count_keys(item, report);
    }
    if (report.types.contains(ItemType::choice)) {
        remark_balance(bank, report);
        remark_long_keys(bank, report);
    }
    remark_lookalikes(bank, report);
    remark_unused_stimuli(bank, report);
    if (paper) report.supply = supply_for(report, *paper);
    return report;
}

} // namespace thi::bank
