#include "bank/check.h"

#include "text/unicode.h"

#include <map>
#include <set>

namespace thi::bank {
namespace {

using text::Kind;

bool has_control(std::string_view text, bool many_lines) {
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte == 0x7F || (byte < 0x20 && !(c == '\n' && many_lines))) return true;
    }
    return false;
}

// Looked at first, so that a half-written text is reported once.
void check_head(const Bank& bank, text::Reading& reading) {
    const auto at = [&](std::string_view member, Kind kind, const char* vi, const char* en) {
        reading.enter(member);
        reading.refuse(kind, vi, en);
        reading.leave();
    };
    if (!is_slug(bank.bank))
        at("bank", Kind::format,
           "Tên ngân hàng chỉ gồm chữ thường a-z, chữ số và dấu gạch nối, tối đa 64 ký tự.",
           "A bank's name is a-z, digits and inner hyphens, at most 64 characters.");
    if (bank.version < 1)
        at("version", Kind::range, "Phiên bản phải từ 1 trở lên.", "A version starts from 1.");
    if (bank.language != "vi" && bank.language != "en")
        at("language", Kind::format, "Ngôn ngữ phải là \"vi\" hoặc \"en\".",
           "The language is \"vi\" or \"en\".");
    if (bank.items.empty())
        at("items", Kind::missing, "Ngân hàng chưa có câu hỏi nào.", "The bank has no items.");
    if (bank.items.size() > items_max)
        at("items", Kind::limit, "Ngân hàng có quá nhiều câu hỏi.", "The bank has too many items.");
    if (bank.stimuli.size() > stimuli_max)
        at("stimuli", Kind::limit, "Ngân hàng có quá nhiều ngữ liệu dùng chung.",
           "The bank has too many stimuli.");
    reading.enter("title");
    check_text("vi", bank.title.vi, {}, reading);
    check_text("en", bank.title.en, {}, reading);
    reading.leave();
}

std::set<std::string_view> check_stimuli(const Bank& bank, text::Reading& reading) {
    std::set<std::string_view> known;
    reading.enter("stimuli");
    for (std::size_t i = 0; i < bank.stimuli.size(); ++i) {
        const auto& stimulus = bank.stimuli[i];
        reading.enter(i);
        if (!is_slug(stimulus.stimulus) || !known.insert(stimulus.stimulus).second) {
            reading.enter("stimulus");
            reading.refuse(Kind::duplicate,
                           "Mã ngữ liệu phải là duy nhất, gồm chữ thường a-z, chữ số và gạch nối.",
                           "A stimulus id is unique and is a-z, digits and inner hyphens.");
            reading.leave();
        }
        if (stimulus.title) check_text("title", *stimulus.title, {}, reading);
        check_text("text", stimulus.text, {text_length_max, true}, reading);
        reading.leave();
    }
    reading.leave();
    return known;
}

// Rules between items: ids and stems are not repeated, stimuli exist.
void check_items(const Bank& bank, const std::set<std::string_view>& stimuli,
                 text::Reading& reading) {
    std::set<core::ItemId> ids;
    std::map<std::string, std::size_t> stems;
    reading.enter("items");
    for (std::size_t i = 0; i < bank.items.size(); ++i) {
        const auto& item = bank.items[i];
        reading.enter(i);
        if (!ids.insert(item.item).second) {
            reading.enter("item");
            reading.refuse(Kind::duplicate, "Mã câu hỏi bị trùng trong ngân hàng.",
                           "The item id is used twice in the bank.");
            reading.leave();
        }
        check_item(item, reading);
        const auto stem = likeness(item.stem);
        const auto [first, fresh] = stems.emplace(stem, i);
        if (!fresh) {
            reading.enter("stem");
            reading.refuse(Kind::duplicate,
                           "Câu dẫn trùng với câu hỏi thứ " + std::to_string(first->second + 1) +
                               " của ngân hàng.",
                           "The stem repeats that of item number " +
                               std::to_string(first->second + 1) + " of the bank.");
            reading.leave();
        }
        if (item.stimulus && !stimuli.contains(*item.stimulus)) {
            reading.enter("stimulus");
            reading.refuse(Kind::missing, "Không có ngữ liệu nào mang mã này.",
                           "No stimulus has this id.");
            reading.leave();
        }
        reading.leave();
    }
    reading.leave();
}

} // namespace

bool is_slug(std::string_view text) {
    if (text.empty() || text.size() > 64 || text.front() == '-' || text.back() == '-') return false;
    return text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") ==
           std::string_view::npos;
}

std::string likeness(std::string_view text) {
    auto form = text::case_folded(text::squeezed(text));
    while (form.size() > 1 && std::string_view{" .,;:!?"}.find(form.back()) < 7)
        form.pop_back();
    return form;
}

bool check_text(std::string_view member, std::string_view text, TextRule rule,
                text::Reading& reading) {
    reading.enter(member);
    const char* vi = nullptr;
    const char* en = nullptr;
    auto kind = Kind::format;
    const auto edge = std::string_view{" \n\t"};
    if (text.empty()) {
        kind = Kind::missing;
        vi = "Nội dung này không được để trống.";
        en = "This text must not be empty.";
    } else if (!text::is_nfc(text)) {
        vi = "Văn bản phải ở dạng Unicode dựng sẵn (NFC).";
        en = "The text must be in Unicode NFC.";
    } else if (has_control(text, rule.many_lines)) {
        vi = "Văn bản chứa ký tự điều khiển hoặc dấu xuống dòng không được phép.";
        en = "The text holds a control character or a line break that is not allowed.";
    } else if (edge.find(text.front()) < 3 || edge.find(text.back()) < 3) {
        vi = "Văn bản không được bắt đầu hoặc kết thúc bằng khoảng trắng.";
        en = "The text must not begin or end with white space.";
    } else if (text::length(text) > rule.length_max) {
        kind = Kind::range;
        vi = "Văn bản quá dài.";
        en = "The text is too long.";
    }
    if (vi != nullptr) reading.refuse(kind, vi, en);
    reading.leave();
    return vi == nullptr;
}

text::Reading check(const Bank& bank) {
    text::Reading reading;
    check_head(bank, reading);
    const auto stimuli = check_stimuli(bank, reading);
    check_items(bank, stimuli, reading);
    return reading;
}

} // namespace thi::bank
