#include "core/sitting/value.h"

#include "core/refusal.h"
#include "core/result/decimal.h"

#include <algorithm>

namespace thi::core {

namespace {

Fault bad_value() {
    return refuse(Code::bad_value, "Câu trả lời không đúng dạng của câu hỏi này.",
                  "This item cannot have such an answer.");
}

std::optional<Fault> check_options(const Item& item, const Value& value) {
    const auto* chosen = std::get_if<std::vector<std::string>>(&value);
    if (chosen == nullptr || chosen->empty()) return bad_value();
    if (item.type != ItemType::multiple && chosen->size() != 1) return bad_value();
    for (std::size_t i = 0; i < chosen->size(); ++i) {
        if (i > 0 && !((*chosen)[i - 1] < (*chosen)[i])) return bad_value();
        const bool known =
            std::any_of(item.options.begin(), item.options.end(),
                        [&](const Option& option) { return option.option == (*chosen)[i]; });
        if (!known) return bad_value();
    }
    return std::nullopt;
}

std::optional<Fault> check_text(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) return bad_value();
    if (text->size() <= text_max || code_points(*text) <= text_max) return std::nullopt;
    return refuse(Code::too_large, "Câu trả lời dài quá 20.000 ký tự.",
                  "The answer is longer than 20,000 characters.");
}

} // namespace

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

std::optional<Fault> check_value(const Item& item, const Value& value) {
    if (std::holds_alternative<std::monostate>(value)) return std::nullopt;
    switch (item.type) {
    case ItemType::choice:
    case ItemType::multiple:
    case ItemType::true_false:
        return check_options(item, value);
    case ItemType::numeric: {
        const auto* text = std::get_if<std::string>(&value);
        if (text == nullptr || !Decimal::parse(*text)) return bad_value();
        return std::nullopt;
    }
    case ItemType::text:
    case ItemType::essay:
        return check_text(value);
    }
    return bad_value();
}

} // namespace thi::core
