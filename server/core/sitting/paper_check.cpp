#include "core/sitting/paper_check.h"

#include "core/refusal.h"
#include "core/result/decimal.h"
#include "core/sitting/lookup.h"
#include "core/sitting/value.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace thi::core {

namespace {

using Faults = std::vector<FieldFault>;

bool has_options(ItemType type) {
    return type == ItemType::choice || type == ItemType::multiple || type == ItemType::true_false;
}

void check_options(const Item& item, const std::string& at, Faults& faults) {
    std::set<std::string> seen;
    for (const auto& option : item.options)
        if (option.option.empty() || !seen.insert(option.option).second)
            faults.push_back(wrong(at + "/options", "Mã phương án trống hoặc trùng.",
                                   "An option's id is empty or used twice."));
    if (!has_options(item.type)) {
        if (!item.options.empty())
            faults.push_back(wrong(at + "/options", "Loại câu hỏi này không có phương án.",
                                   "An item of this type has no options."));
    } else if (item.type == ItemType::true_false) {
        if (seen != std::set<std::string>{"false", "true"})
            faults.push_back(wrong(at + "/options", "Câu đúng/sai phải có đúng hai phương án.",
                                   "A true/false item has the options true and false."));
    } else if (item.options.size() < 2 || item.options.size() > options_max) {
        faults.push_back(wrong(at + "/options", "Câu hỏi phải có từ 2 đến 26 phương án.",
                               "An item has from 2 to 26 options."));
    }
}

void check_item(const Item& item, const std::string& at, Faults& faults) {
    if (item.stem.empty() || code_points(item.stem) > stem_max)
        faults.push_back(wrong(at + "/stem", "Nội dung câu hỏi trống hoặc quá dài.",
                               "The stem is empty or too long."));
    if (item.points <= Points{} || item.points > item_points_max)
        faults.push_back(wrong(at + "/points", "Điểm câu hỏi phải lớn hơn 0 và không quá 1.000.",
                               "An item's points are above 0 and at most 1,000."));
    check_options(item, at, faults);
}

void check_option_key(const Item& item, const ItemKey& key, const std::string& at, Faults& faults) {
    const Value right = key.options;
    if (check_value(item, right))
        faults.push_back(wrong(at + "/options", "Đáp án không khớp các phương án của câu hỏi.",
                               "The key does not fit the item's options."));
}

void check_essay_key(const Item& item, const ItemKey& key, const std::string& at, Faults& faults) {
    Points sum;
    std::set<std::string> names;
    for (const auto& criterion : key.rubric) {
        if (criterion.criterion.empty() || !names.insert(criterion.criterion).second)
            faults.push_back(wrong(at + "/rubric", "Tên tiêu chí trống hoặc trùng.",
                                   "A criterion's name is empty or used twice."));
        if (criterion.max <= Points{} || criterion.max > item_points_max) {
            faults.push_back(wrong(at + "/rubric", "Điểm của tiêu chí không hợp lệ.",
                                   "A criterion's points are out of range."));
            return;
        }
        sum += criterion.max;
    }
    if (!key.rubric.empty() && sum != item.points)
        faults.push_back(wrong(at + "/rubric", "Tổng điểm các tiêu chí khác điểm của câu hỏi.",
                               "The rubric does not add up to the item's points."));
}

void check_tariff(const Item& item, const Tariff& tariff, const std::string& at, Faults& faults) {
    if (tariff.correct != item.points)
        faults.push_back(wrong(at + "/tariff/correct", "Điểm trả lời đúng khác điểm in trong đề.",
                               "A right answer must pay the points printed on the paper."));
    if (tariff.wrong > Points{} || tariff.wrong < -item.points)
        faults.push_back(wrong(at + "/tariff/wrong", "Điểm trừ phải từ 0 đến mức điểm của câu hỏi.",
                               "A wrong answer costs from nothing to the item's points."));
    if (tariff.partial != Partial::none && item.type != ItemType::multiple)
        faults.push_back(wrong(at + "/tariff/partial",
                               "Chỉ câu nhiều lựa chọn mới tính điểm từng phần.",
                               "Only multiple response is paid in part."));
    if (tariff.partial == Partial::balance && tariff.wrong != Points{})
        faults.push_back(wrong(at + "/tariff/wrong", "Cách tính cân đối không đi cùng điểm trừ.",
                               "Balance does not go with a penalty."));
}

void check_key(const Item& item, const ItemKey& key, const std::string& at, Faults& faults) {
    if (item.type == ItemType::essay) return check_essay_key(item, key, at, faults);
    check_tariff(item, key.tariff, at, faults);
    if (has_options(item.type)) return check_option_key(item, key, at, faults);
    if (item.type == ItemType::numeric && (!key.numeric || !is_well_formed(*key.numeric)))
        faults.push_back(wrong(at + "/numeric", "Đáp án số hoặc sai số không hợp lệ.",
                               "The numeric key or its tolerance is not usable."));
    if (item.type == ItemType::text && (key.accepted.empty() || key.accepted.size() > accepted_max))
        faults.push_back(wrong(at + "/accepted", "Phải có từ 1 đến 100 đáp án chấp nhận được.",
                               "A key accepts from 1 to 100 texts."));
}

void check_membership(const Paper& paper, Faults& faults) {
    std::map<ItemId, int> uses;
    for (const auto& item : paper.items)
        if (!uses.emplace(item.item, 0).second)
            faults.push_back(wrong("/paper/items", "Câu hỏi trùng mã: " + item.item.str() + ".",
                                   "An item stands twice: " + item.item.str() + "."));
    std::set<std::string> names;
    for (const auto& part : paper.parts) {
        if (!names.insert(part.part).second)
            faults.push_back(wrong("/paper/parts", "Phần thi trùng tên: " + part.part + ".",
                                   "A part stands twice: " + part.part + "."));
        for (const auto& item : part.items)
            if (const auto found = uses.find(item); found != uses.end())
                ++found->second;
            else
                faults.push_back(wrong("/paper/parts",
                                       "Phần thi nêu câu hỏi không có: " + item.str() + ".",
                                       "A part names an absent item: " + item.str() + "."));
    }
    for (const auto& [item, count] : uses)
        if (count != 1)
            faults.push_back(wrong("/paper/parts",
                                   "Câu hỏi phải thuộc đúng một phần: " + item.str() + ".",
                                   "An item stands in exactly one part: " + item.str() + "."));
}

void check_stimuli(const Paper& paper, Faults& faults) {
    std::set<std::string> known;
    for (const auto& stimulus : paper.stimuli)
        known.insert(stimulus.stimulus);
    for (std::size_t i = 0; i < paper.items.size(); ++i)
        if (const auto& used = paper.items[i].stimulus; used && !known.contains(*used))
            faults.push_back(wrong("/paper/items/" + std::to_string(i) + "/stimulus",
                                   "Không có ngữ liệu này trong đề.",
                                   "The paper has no such stimulus."));
}

void check_keys(const Paper& paper, const AnswerKey& key, Faults& faults) {
    if (key.paper != paper.paper)
        faults.push_back(wrong("/key/paper", "Đáp án của đề khác.", "The key is another paper's."));
    std::set<ItemId> keyed;
    for (std::size_t i = 0; i < key.items.size(); ++i) {
        const std::string at = "/key/items/" + std::to_string(i);
        const Item* item = find_item(paper, key.items[i].item);
        if (item == nullptr || !keyed.insert(key.items[i].item).second)
            faults.push_back(wrong(at, "Đáp án trùng hoặc không thuộc câu hỏi nào của đề.",
                                   "A key of no item of the paper, or a second one."));
        else
            check_key(*item, key.items[i], at, faults);
    }
    if (keyed.size() < paper.items.size())
        faults.push_back(wrong("/key/items", "Có câu hỏi chưa có đáp án.", "An item has no key."));
}

// In a written round people mark everything.
void check_written(const Paper& paper, Faults& faults) {
    for (std::size_t i = 0; i < paper.items.size(); ++i)
        if (paper.items[i].type != ItemType::essay)
            faults.push_back(wrong("/paper/items/" + std::to_string(i) + "/type",
                                   "Đề thi viết chỉ gồm câu tự luận.",
                                   "A written paper has essay items only."));
}

} // namespace

std::vector<FieldFault> check_paper(const Paper& paper, const AnswerKey& key) {
    Faults faults;
    if (paper.items.empty() || paper.items.size() > items_max) {
        faults.push_back(wrong("/paper/items", "Đề thi phải có từ 1 đến 500 câu hỏi.",
                               "A paper has from 1 to 500 items."));
        return faults;
    }
    Points total;
    for (std::size_t i = 0; i < paper.items.size(); ++i) {
        check_item(paper.items[i], "/paper/items/" + std::to_string(i), faults);
        if (paper.items[i].points <= item_points_max && paper.items[i].points > Points{})
            total += paper.items[i].points;
    }
    if (total > paper_points_max)
        faults.push_back(wrong("/paper/items", "Tổng điểm của đề quá 10.000.",
                               "The paper is worth more than 10,000 points."));
    check_membership(paper, faults);
    check_stimuli(paper, faults);
    check_keys(paper, key, faults);
    return faults;
}

std::vector<FieldFault> check_parts(const Plan& plan, const Round& round, const Paper& paper) {
    Faults faults;
    const auto& planned = plan.round.objective.parts;
    if (round.type == RoundType::written && !round.practice) check_written(paper, faults);
    if (round.practice || round.type != RoundType::objective || !planned.is_set()) return faults;
    for (const auto& part : *planned) {
        const auto found = std::find_if(paper.parts.begin(), paper.parts.end(),
                                        [&](const Part& one) { return one.part == part.topic; });
        const auto count = found == paper.parts.end() ? 0 : std::ssize(found->items);
        if (count != part.questions)
            faults.push_back(wrong("/paper/parts",
                                   "Phần \"" + part.topic + "\" phải có " +
                                       std::to_string(part.questions) + " câu hỏi.",
                                   "The part \"" + part.topic + "\" must have " +
                                       std::to_string(part.questions) + " items."));
    }
    if (paper.parts.size() > planned->size())
        faults.push_back(wrong("/paper/parts", "Đề có phần thi ngoài kế hoạch.",
                               "The paper has a part that the plan does not have."));
    return faults;
}

Points objective_total(const Paper& paper, const AnswerKey& key) {
    Points total;
    for (const auto& item : paper.items)
        if (item.type != ItemType::essay)
            if (const ItemKey* found = find_key(key, item.item)) total += found->tariff.correct;
    return total;
}

} // namespace thi::core
