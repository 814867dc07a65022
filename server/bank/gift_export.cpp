#include "bank/gift_export.h"

#include "bank/decimal.h"
#include "bank/gift.h"

namespace thi::bank {
namespace {

using core::ItemType;
using gift::weight_full;

class GiftWriter {
  public:
    explicit GiftWriter(const Bank& bank) : bank_(bank) {}

    Exported write() && {
        out_.text = "// " + bank_.title.vi + "\n";
        lose("bank", bank_.bank, "tên và phiên bản ngân hàng không có chỗ trong GIFT.",
             "GIFT has no place for the bank's name and version.");
        for (const auto& item : bank_.items)
            write_item(item);
        return std::move(out_);
    }

  private:
    void lose(std::string element, std::string item, std::string vi, std::string en) {
        out_.losses.push_back(
            {std::move(element), std::move(item), 0, std::move(vi), std::move(en)});
    }

    void write_item(const BankItem& item) {
        const auto body = body_of(item);
        if (!body) return;
        const auto id = item.item.str();
        out_.text += "\n// [id:" + id + "] [tag:topic:" + item.topic + "]";
        if (item.difficulty) {
            const char* const words[] = {"easy", "medium", "hard"};
            out_.text += std::string{" [tag:difficulty:"} +
                         words[static_cast<std::size_t>(*item.difficulty)] + "]";
        }
        out_.text += "\n::" + id + "::" + stem_of(item) + " {" + *body + "\n    ####" +
                     gift::escaped(item.explanation) + "\n}\n";
        const char* const members[] = {"source", "author", "second_reader", "points"};
        for (const auto* const member : members)
            lose(member, id, "GIFT không ghi được mục này.", "GIFT cannot say this.");
    }

    std::string stem_of(const BankItem& item) {
        // A leading tag says that the text is plain: otherwise Moodle guesses.
        std::string stem = "[plain]";
        if (item.stimulus) {
            for (const auto& stimulus : bank_.stimuli)
                if (stimulus.stimulus == *item.stimulus)
                    stem += gift::escaped(stimulus.text) + "\\n\\n";
            lose("stimulus", item.item.str(),
                 "ngữ liệu dùng chung được chép vào câu dẫn của từng câu hỏi.",
                 "the shared stimulus is copied into the stem of each item.");
        }
        return stem + gift::escaped(item.stem);
    }

    // What stands between the braces, but for the explanation; nothing where GIFT has no such item.
    std::optional<std::string> body_of(const BankItem& item) {
        switch (item.type) {
        case ItemType::choice:
            return choice(item);
        case ItemType::multiple:
            return multiple(item);
        case ItemType::true_false:
            return true_false(item);
        case ItemType::numeric:
            return numeric(item);
        case ItemType::text:
            return text(item);
        case ItemType::essay:
            break;
        }
        lose("rubric", item.item.str(), "GIFT không có hướng dẫn chấm theo tiêu chí.",
             "GIFT has no rubrics.");
        if (item.words_max)
            lose("words_max", item.item.str(), "GIFT không ghi được số từ tối đa.",
                 "GIFT cannot limit the words.");
        return "";
    }

    void lose_wrong(const BankItem& item) {
        lose("tariff.wrong", item.item.str(), "GIFT không trừ điểm trả lời sai ở loại câu này.",
             "GIFT takes nothing off a wrong answer to such an item.");
    }

    static bool is_key(const BankItem& item, const std::string& option) {
        const auto& key = std::get<std::vector<std::string>>(*item.key);
        return std::find(key.begin(), key.end(), option) != key.end();
    }

    std::string choice(const BankItem& item) {
        const auto wrong = tariff_of(item).wrong.hundredths;
        std::string cost; // In percent of the item, where that is exact.
        if (wrong != 0) {
            __extension__ using Wide = __int128;
            const Wide weight = Wide{wrong} * weight_full / item.points.hundredths;
            if (weight * item.points.hundredths != Wide{wrong} * weight_full) lose_wrong(item);
            cost = "%" + gift::write_weight(static_cast<std::int64_t>(weight)) + "%";
        }
        std::string body;
        for (const auto& option : *item.options)
            body += (is_key(item, option.option) ? "\n    =" : "\n    ~" + cost) +
                    gift::escaped(option.text);
        return body;
    }

    // Rounded to GIFT's five decimals, as Moodle's own list of fractions is.
    static std::string share_of(std::int64_t parts) {
        return gift::write_weight((weight_full + parts / 2) / parts);
    }

    std::string multiple(const BankItem& item) {
        const auto tariff = tariff_of(item);
        const auto& key = std::get<std::vector<std::string>>(*item.key);
        const auto share = share_of(static_cast<std::int64_t>(key.size()));
        if (tariff.partial == core::Partial::none)
            lose("tariff.partial", item.item.str(),
                 "GIFT luôn cho điểm từng phần với câu nhiều lựa chọn.",
                 "GIFT always pays a multiple response in part.");
        if (tariff.wrong.hundredths != 0) lose_wrong(item);
        const bool balance = tariff.partial == core::Partial::balance;
        std::string body;
        for (const auto& option : *item.options) {
            const auto weight = is_key(item, option.option) ? share
                                : balance                   ? "-" + share
                                                            : "-100";
            body += "\n    ~%" + weight + "%" + gift::escaped(option.text);
        }
        return body;
    }

    std::string true_false(const BankItem& item) {
        if (tariff_of(item).wrong.hundredths != 0) lose_wrong(item);
        return is_key(item, "true") ? "TRUE" : "FALSE";
    }

    std::optional<std::string> numeric(const BankItem& item) {
        const auto& key = std::get<core::NumericKey>(*item.key);
        const auto tolerance = *parse_decimal(key.tolerance);
        if (key.kind == core::ToleranceKind::relative && tolerance.units != 0) {
            lose("item", item.item.str(),
                 "GIFT không có sai số tương đối; câu hỏi không được xuất.",
                 "GIFT has no relative tolerance; the item is left out.");
            return {};
        }
        if (tariff_of(item).wrong.hundredths != 0) lose_wrong(item);
        return "#" + write_decimal(*parse_decimal(key.value)) + ":" + write_decimal(tolerance);
    }

    std::string text(const BankItem& item) {
        const auto& key = std::get<TextKey>(*item.key);
        if (!key.fold_case)
            lose("key.fold_case", item.item.str(), "GIFT không phân biệt chữ hoa, chữ thường.",
                 "GIFT does not tell capitals from small letters.");
        if (tariff_of(item).wrong.hundredths != 0) lose_wrong(item);
        std::string body;
        for (const auto& accepted : key.accepted)
            body += "\n    =" + gift::escaped(accepted);
        return body;
    }

    const Bank& bank_;
    Exported out_;
};

} // namespace

Exported export_gift(const Bank& bank) {
    return GiftWriter{bank}.write();
}

} // namespace thi::bank
