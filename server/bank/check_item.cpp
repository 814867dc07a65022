// The rules of one item: who vouches for it, and that its key fits its type.

#include "bank/check.h"
#include "bank/decimal.h"
#include "text/unicode.h"

#include <cassert>
#include <set>

namespace thi::bank {
namespace {

using core::ItemType;
using text::Kind;

void refuse(text::Reading& reading, std::string_view member, Kind kind, std::string vi,
            std::string en) {
    reading.enter(member);
    reading.refuse(kind, std::move(vi), std::move(en));
    reading.leave();
}

// A member that this type of item must not have, or must have.
void check_presence(text::Reading& reading, std::string_view member, bool present, bool wanted) {
    if (present == wanted) return;
    if (wanted)
        refuse(reading, member, Kind::missing, "Loại câu hỏi này phải có mục này.",
               "An item of this type must have this member.");
    else
        refuse(reading, member, Kind::unknown, "Loại câu hỏi này không dùng mục này.",
               "An item of this type does not use this member.");
}

bool has_options(ItemType type) {
    return type == ItemType::choice || type == ItemType::multiple;
}

void check_options(const std::vector<core::Option>& options, text::Reading& reading) {
    if (options.size() < 2 || options.size() > options_max) {
        refuse(reading, "options", Kind::range, "Phải có từ 2 đến 26 phương án.",
               "There must be 2 to 26 options.");
        return;
    }
    std::set<std::string> seen;
    reading.enter("options");
    for (std::size_t i = 0; i < options.size(); ++i) {
        reading.enter(i);
        const std::string expected(1, static_cast<char>('A' + i));
        if (options[i].option != expected)
            refuse(reading, "option", Kind::format,
                   "Mã phương án phải lần lượt là A, B, C…; ở đây là " + expected + ".",
                   "Option ids run A, B, C…; this one is " + expected + ".");
        const TextRule rule{option_length_max, true};
        if (check_text("text", options[i].text, rule, reading) &&
            !seen.insert(likeness(options[i].text)).second)
            refuse(reading, "text", Kind::duplicate, "Phương án trùng với một phương án trước.",
                   "The option says the same as one before it.");
        reading.leave();
    }
    reading.leave();
}

void check_chosen(const BankItem& item, const std::vector<std::string>& key,
                  text::Reading& reading) {
    std::set<std::string_view> offered{"true", "false"};
    if (item.type != ItemType::true_false) {
        offered.clear();
        if (item.options)
            for (const auto& option : *item.options)
                offered.insert(option.option);
    }
    if (key.empty() || (item.type != ItemType::multiple && key.size() != 1))
        refuse(reading, "key", Kind::range,
               item.type == ItemType::multiple ? "Đáp án phải có ít nhất một phương án."
                                               : "Đáp án phải có đúng một phương án.",
               item.type == ItemType::multiple ? "The key needs at least one option."
                                               : "The key must be exactly one option.");
    reading.enter("key");
    for (std::size_t i = 0; i < key.size(); ++i) {
        reading.enter(i);
        if (!offered.contains(key[i]))
            reading.refuse(Kind::format, "Đáp án không nằm trong các phương án.",
                           "The key is not among the options.");
        else if (i > 0 && key[i - 1] >= key[i])
            reading.refuse(Kind::duplicate, "Đáp án phải xếp theo thứ tự và không lặp lại.",
                           "The key must be sorted and without repetition.");
        reading.leave();
    }
    reading.leave();
}

void check_numeric(const core::NumericKey& key, text::Reading& reading) {
    reading.enter("key");
    const auto tolerance = parse_decimal(key.tolerance);
    const char* const vi = "Phải là số thập phân, ví dụ \"12,5\", tối đa 9 chữ số mỗi bên.";
    const char* const en = "Must be a decimal such as \"12,5\", at most 9 digits on each side.";
    if (!parse_decimal(key.value)) refuse(reading, "value", Kind::format, vi, en);
    if (!tolerance)
        refuse(reading, "tolerance", Kind::format, vi, en);
    else if (tolerance->units < 0)
        refuse(reading, "tolerance", Kind::range, "Sai số không được âm.",
               "The tolerance must not be negative.");
    reading.leave();
}

void check_accepted(const TextKey& key, text::Reading& reading) {
    reading.enter("key");
    if (key.accepted.empty() || key.accepted.size() > accepted_max)
        refuse(reading, "accepted", Kind::range, "Phải có từ 1 đến 50 câu trả lời được chấp nhận.",
               "There must be 1 to 50 accepted texts.");
    std::set<std::string> seen;
    reading.enter("accepted");
    for (std::size_t i = 0; i < key.accepted.size(); ++i) {
        const auto place = std::to_string(i);
        const TextRule rule{option_length_max, false};
        if (!check_text(place, key.accepted[i], rule, reading)) continue;
        auto form = text::squeezed(key.accepted[i]);
        if (key.fold_case) form = text::case_folded(form);
        if (!seen.insert(form).second)
            refuse(reading, place, Kind::duplicate, "Câu trả lời này đã có trong danh sách.",
                   "This text is accepted already.");
    }
    reading.leave();
    reading.leave();
}

void check_key(const BankItem& item, text::Reading& reading) {
    check_presence(reading, "key", item.key.has_value(), item.type != ItemType::essay);
    if (!item.key || item.type == ItemType::essay) return;
    const auto* const chosen = std::get_if<std::vector<std::string>>(&*item.key);
    const auto* const numeric = std::get_if<core::NumericKey>(&*item.key);
    const auto* const accepted = std::get_if<TextKey>(&*item.key);
    if (item.type == ItemType::numeric && numeric != nullptr)
        check_numeric(*numeric, reading);
    else if (item.type == ItemType::text && accepted != nullptr)
        check_accepted(*accepted, reading);
    else if (item.type != ItemType::numeric && item.type != ItemType::text && chosen != nullptr)
        check_chosen(item, *chosen, reading);
    else
        refuse(reading, "key", Kind::type, "Dạng đáp án không hợp với loại câu hỏi.",
               "The form of the key does not fit the type of the item.");
}

void check_tariff(const BankItem& item, text::Reading& reading) {
    if (item.points.hundredths <= 0)
        refuse(reading, "points", Kind::range, "Điểm của câu hỏi phải lớn hơn 0.",
               "The points of an item must be more than zero.");
    if (!item.tariff) return;
    reading.enter("tariff");
    if (item.tariff->correct != item.points)
        refuse(reading, "correct", Kind::range, "Điểm trả lời đúng phải bằng điểm của câu hỏi.",
               "A correct answer must pay the points of the item.");
    if (item.tariff->wrong.hundredths > 0 || item.tariff->wrong < -item.points)
        refuse(reading, "wrong", Kind::range, "Điểm trả lời sai phải từ âm điểm của câu hỏi đến 0.",
               "A wrong answer costs between nothing and the points of the item.");
    if (item.tariff->partial != core::Partial::none && item.type != ItemType::multiple)
        refuse(reading, "partial", Kind::format,
               "Chỉ câu hỏi nhiều lựa chọn đúng mới có điểm từng phần.",
               "Only a multiple response can pay in part.");
    reading.leave();
}

void check_levels(const core::Criterion& criterion, text::Reading& reading) {
    if (criterion.levels.size() < 2 || criterion.levels.size() > levels_max) {
        refuse(reading, "levels", Kind::range, "Mỗi tiêu chí phải có từ 2 đến 20 mức.",
               "A criterion has 2 to 20 levels.");
        return;
    }
    reading.enter("levels");
    for (std::size_t i = 0; i < criterion.levels.size(); ++i) {
        const auto& level = criterion.levels[i];
        reading.enter(i);
        check_text("text", level.text, {option_length_max, true}, reading);
        const bool sound =
            i == 0 ? level.points == criterion.max : level.points < criterion.levels[i - 1].points;
        if (!sound || level.points.hundredths < 0)
            refuse(reading, "points", Kind::range,
                   "Mức đầu phải bằng điểm tối đa của tiêu chí, các mức sau giảm dần, không âm.",
                   "Levels begin with the maximum and go down, never below zero.");
        reading.leave();
    }
    reading.leave();
}

void check_rubric(const BankItem& item, text::Reading& reading) {
    const bool essay = item.type == ItemType::essay;
    check_presence(reading, "rubric", item.rubric && !item.rubric->empty(), essay);
    if (!essay) check_presence(reading, "words_max", item.words_max.has_value(), false);
    if (item.words_max && (*item.words_max < 1 || *item.words_max > 100'000))
        refuse(reading, "words_max", Kind::range, "Số từ tối đa phải từ 1 đến 100.000.",
               "The number of words is 1 to 100,000.");
    if (!essay || !item.rubric || item.rubric->empty()) return;
    if (item.rubric->size() > criteria_max) {
        refuse(reading, "rubric", Kind::limit, "Hướng dẫn chấm có tối đa 20 tiêu chí.",
               "A rubric has at most 20 criteria.");
        return;
    }
    std::set<std::string_view> seen;
    core::Points sum;
    reading.enter("rubric");
    for (std::size_t i = 0; i < item.rubric->size(); ++i) {
        const auto& criterion = (*item.rubric)[i];
        reading.enter(i);
        if (!is_slug(criterion.criterion) || !seen.insert(criterion.criterion).second)
            refuse(reading, "criterion", Kind::duplicate,
                   "Mã tiêu chí phải là duy nhất, gồm chữ thường a-z, chữ số và gạch nối.",
                   "A criterion id is unique and is a-z, digits and inner hyphens.");
        check_text("text", criterion.text, {option_length_max, true}, reading);
        if (criterion.max.hundredths <= 0)
            refuse(reading, "max", Kind::range, "Điểm tối đa của tiêu chí phải lớn hơn 0.",
                   "The maximum of a criterion must be more than zero.");
        check_levels(criterion, reading);
        sum += criterion.max;
        reading.leave();
    }
    if (sum != item.points)
        reading.refuse(Kind::range, "Tổng điểm các tiêu chí phải bằng điểm của câu hỏi.",
                       "The criteria must add up to the points of the item.");
    reading.leave();
}

void check_vouchers(const BankItem& item, text::Reading& reading) {
    reading.enter("source");
    check_text("document", item.source.document, {option_length_max, false}, reading);
    check_text("article", item.source.article, {}, reading);
    check_text("clause", item.source.clause, {}, reading);
    reading.leave();
    check_text("author", item.author, {}, reading);
    const bool read_twice = check_text("second_reader", item.second_reader, {}, reading);
    if (read_twice && likeness(item.author) == likeness(item.second_reader))
        refuse(reading, "second_reader", Kind::duplicate,
               "Người phản biện phải khác người biên soạn.",
               "The second reader must not be the author.");
    check_text("explanation", item.explanation, {text_length_max, true}, reading);
}

} // namespace

core::Tariff tariff_of(const BankItem& item) {
    if (item.tariff) return *item.tariff;
    return {.correct = item.points, .wrong = {}, .partial = core::Partial::none};
}

void check_item(const BankItem& item, text::Reading& reading) {
    if (!is_slug(item.topic))
        refuse(reading, "topic", Kind::format,
               "Chủ đề chỉ gồm chữ thường a-z, chữ số và dấu gạch nối, tối đa 64 ký tự.",
               "A topic is a-z, digits and inner hyphens, at most 64 characters.");
    check_text("stem", item.stem, {text_length_max, true}, reading);
    check_presence(reading, "options", item.options.has_value(), has_options(item.type));
    if (item.options && has_options(item.type)) check_options(*item.options, reading);
    check_key(item, reading);
    check_tariff(item, reading);
    if (item.type == ItemType::essay)
        check_presence(reading, "tariff", item.tariff.has_value(), false);
    check_rubric(item, reading);
    check_vouchers(item, reading);
}

} // namespace thi::bank
