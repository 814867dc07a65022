#include "bank/gift_import.h"

#include "bank/check.h"
#include "bank/decimal.h"
#include "bank/gift.h"
#include "bank/plain_text.h"
#include "crypto/hash.h"
#include "text/unicode.h"

#include <algorithm>
#include <set>

namespace thi::bank {
namespace {

using core::ItemType;
using gift::weight_full;

// "Hiến pháp/Chương I" -> "chuong-i": the last step of a category as a topic.
std::string slug_of(std::string_view path) {
    const auto slash = path.rfind('/');
    if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
    std::string slug;
    for (const char c : text::search_form(path)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain)
            slug += c;
        else if (!slug.empty() && slug.back() != '-')
            slug += '-';
    }
    if (slug.size() > 64) slug.resize(64);
    while (!slug.empty() && slug.back() == '-')
        slug.pop_back();
    return slug;
}

class GiftReader {
  public:
    explicit GiftReader(const ImportDefaults& defaults)
        : defaults_(defaults), topic_(defaults.topic) {
        out_.bank.bank = defaults.bank;
        out_.bank.title = defaults.title;
        out_.bank.language = defaults.language;
    }

    void take(const gift::Question& question) {
        line_ = question.line;
        if (question.type == gift::Type::category) return take_category(question);
        if (question.type == gift::Type::description)
            return lose("description", "đoạn văn không kèm câu hỏi bị bỏ qua.",
                        "a text without a question is left out.");
        if (question.type == gift::Type::matching)
            return lose("matching", "câu ghép đôi chưa có trong ngân hàng; bị bỏ qua.",
                        "the bank has no matching items; left out.");
        BankItem item;
        item.topic = topic_;
        item.points = defaults_.points;
        item.source = defaults_.source;
        item.author = defaults_.author;
        item.second_reader = defaults_.second_reader;
        item.stem = plain(question.stem, "stem");
        if (question.general_feedback)
            item.explanation = plain(*question.general_feedback, "general feedback");
        take_tags(question, item);
        if (!take_key(question, item)) return;
        give_id(question, item);
        out_.bank.items.push_back(std::move(item));
    }

    Imported done() && { return std::move(out_); }

  private:
    void lose(std::string element, std::string vi, std::string en) {
        out_.losses.push_back({std::move(element), {}, line_, std::move(vi), std::move(en)});
    }

    void take_category(const gift::Question& question) {
        const auto slug = slug_of(question.stem.text);
        topic_ = slug.empty() ? defaults_.topic : slug;
        if (topic_ != question.stem.text)
            lose("category", "tên danh mục được rút gọn thành chủ đề \"" + topic_ + "\".",
                 "the category's path became the topic \"" + topic_ + "\".");
    }

    std::string plain(const gift::Text& text, const char* element) {
        auto result = plain_text(text);
        if (result.lost_markup)
            lose(element, "định dạng (HTML, Markdown) bị bỏ, chỉ giữ chữ.",
                 "markup (HTML, Markdown) is dropped, the words are kept.");
        return std::move(result.text);
    }

    void take_tags(const gift::Question& question, BankItem& item) {
        for (const std::string_view tag : question.tags) {
            constexpr std::string_view topic = "topic:";
            if (tag.starts_with(topic) && is_slug(tag.substr(topic.size())))
                item.topic = tag.substr(topic.size());
            else if (tag == "difficulty:easy")
                item.difficulty = Difficulty::easy;
            else if (tag == "difficulty:medium")
                item.difficulty = Difficulty::medium;
            else if (tag == "difficulty:hard")
                item.difficulty = Difficulty::hard;
            else
                lose("tag", "nhãn \"" + std::string{tag} + "\" không có chỗ trong ngân hàng.",
                     "the bank has no place for the tag \"" + std::string{tag} + "\".");
        }
        for (const auto& answer : question.answers)
            if (answer.feedback) lose_feedback();
        for (const auto& feedback : question.tf_feedback)
            if (feedback) lose_feedback();
    }

    void lose_feedback() {
        lose("feedback", "phản hồi riêng của phương án bị bỏ qua.",
             "the feedback of one answer is left out.");
    }

    void lose_weights() {
        lose("weights", "trọng số của phương án không khớp với cách tính điểm nào của ngân hàng.",
             "the weights of the answers fit none of the bank's tariffs.");
    }

    // Sets type, options, key and tariff. False where the question is left out.
    bool take_key(const gift::Question& question, BankItem& item) {
        switch (question.type) {
        case gift::Type::true_false:
            item.type = ItemType::true_false;
            item.key = std::vector<std::string>{question.truth ? "true" : "false"};
            return true;
        case gift::Type::choice:
            return take_choice(question, item);
        case gift::Type::numeric:
            return take_number(question, item);
        case gift::Type::text:
            return take_text(question, item);
        default:
            item.type = ItemType::essay;
            return true;
        }
    }

    bool take_choice(const gift::Question& question, BankItem& item) {
        if (question.answers.size() > options_max) {
            lose("question", "câu hỏi có quá nhiều phương án; bị bỏ qua.",
                 "the question has too many options; left out.");
            return false;
        }
        std::vector<core::Option> options;
        std::vector<std::string> full; // Worth everything: `=`, or %100%.
        std::vector<std::string> some; // Worth something.
        for (const auto& answer : question.answers) {
            const std::string letter(1, static_cast<char>('A' + options.size()));
            options.push_back({letter, plain(answer.text, "answer")});
            const auto weight = answer.weight.value_or(answer.right ? weight_full : 0);
            if (weight == weight_full) full.push_back(letter);
            if (weight > 0) some.push_back(letter);
        }
        item.options = std::move(options);
        if (full.size() == 1) {
            item.type = ItemType::choice;
            item.key = full;
            item.tariff = single_tariff(question, some.size() > 1);
            return true;
        }
        item.type = ItemType::multiple;
        item.key = full.empty() ? some : full;
        item.tariff = multiple_tariff(question, some.size());
        return true;
    }

    core::Tariff full_tariff() const {
        return {.correct = defaults_.points, .wrong = {}, .partial = core::Partial::none};
    }

    // One cost for all wrong options becomes the tariff's; anything else is lost.
    core::Tariff single_tariff(const gift::Question& question, bool partly_right) {
        auto tariff = full_tariff();
        std::set<std::int64_t> costs;
        for (const auto& answer : question.answers) {
            const auto weight = answer.weight.value_or(answer.right ? weight_full : 0);
            if (weight <= 0) costs.insert(weight);
        }
        if (partly_right || costs.size() > 1) {
            lose_weights();
            return tariff;
        }
        __extension__ using Wide = __int128;
        const Wide cost = costs.empty() ? Wide{0} : Wide{*costs.begin()};
        const Wide exact = cost * defaults_.points.hundredths;
        if (exact % weight_full != 0) lose_weights();
        tariff.wrong.hundredths = static_cast<std::int64_t>(exact / weight_full);
        return tariff;
    }

    // Equal shares that add up to the whole: `share` where any wrong option forfeits all,
    // `balance` where it costs what a right one earns.
    core::Tariff multiple_tariff(const gift::Question& question, std::size_t right) {
        auto tariff = full_tariff();
        std::set<std::int64_t> shares;
        std::set<std::int64_t> costs;
        for (const auto& answer : question.answers) {
            const auto weight = answer.weight.value_or(answer.right ? weight_full : 0);
            (weight > 0 ? shares : costs).insert(weight);
        }
        const auto count = static_cast<std::int64_t>(std::max<std::size_t>(right, 1));
        const bool even = shares.size() == 1 && costs.size() <= 1 &&
                          std::abs(*shares.begin() * count - weight_full) <= count;
        const auto cost = costs.empty() ? -weight_full : *costs.begin();
        if (even && cost == -weight_full)
            tariff.partial = core::Partial::share;
        else if (even && cost == -*shares.begin())
            tariff.partial = core::Partial::balance;
        else
            lose_weights();
        return tariff;
    }

    bool take_number(const gift::Question& question, BankItem& item) {
        item.type = ItemType::numeric;
        const gift::Answer* best = nullptr;
        for (const auto& answer : question.answers) {
            const auto weight = answer.weight.value_or(answer.right ? weight_full : 0);
            if (weight == weight_full && best == nullptr)
                best = &answer;
            else if (weight != 0)
                lose_weights();
        }
        const auto key = best == nullptr ? std::nullopt : number_key(*best->number);
        if (!key) {
            lose("question", "không rút được một đáp số duy nhất; câu hỏi bị bỏ qua.",
                 "no single number can be made its key; left out.");
            return false;
        }
        item.key = *key;
        return true;
    }

    static std::optional<core::NumericKey> number_key(const gift::Number& number) {
        const auto first = *parse_decimal(number.first);
        core::NumericKey key;
        key.value = write_decimal(first);
        key.tolerance = "0";
        if (number.kind == gift::Number::Kind::exact) return key;
        const auto second = *parse_decimal(number.second);
        if (number.kind == gift::Number::Kind::tolerance) {
            if (second.units < 0) return {};
            key.tolerance = write_decimal(second);
            return key;
        }
        const auto half = middle(first, second);
        if (!half) return {};
        key.value = write_decimal(half->value);
        key.tolerance = write_decimal(half->tolerance);
        return key;
    }

    bool take_text(const gift::Question& question, BankItem& item) {
        item.type = ItemType::text;
        TextKey key;
        for (const auto& answer : question.answers) {
            auto text = text::squeezed(plain(answer.text, "answer")); // As answers are.
            if (answer.weight.value_or(weight_full) != weight_full)
                lose_weights();
            else if (text.find('*') != std::string::npos)
                lose("wildcard", "ký tự đại diện * không có trong ngân hàng; câu trả lời bị bỏ.",
                     "the bank has no wildcard *; the answer is left out.");
            else
                key.accepted.push_back(std::move(text));
        }
        if (key.accepted.empty()) {
            lose("question", "không còn câu trả lời nào được chấp nhận; câu hỏi bị bỏ qua.",
                 "no accepted answer is left; left out.");
            return false;
        }
        item.key = std::move(key);
        return true;
    }

    // The id of the file where it is one of ours and new, else one out of the content.
    void give_id(const gift::Question& question, BankItem& item) {
        auto given = core::ItemId::parse(question.id.value_or(""));
        if (!given) given = core::ItemId::parse(question.title.value_or(""));
        const bool ours = given.has_value() && !ids_.contains(*given);
        if (question.id && !(ours && *question.id == given->text()))
            lose("id", "mã \"" + *question.id + "\" không dùng được; đã cấp mã mới.",
                 "the id \"" + *question.id + "\" cannot be kept; a new one is given.");
        if (question.title && !(ours && *question.title == given->text()))
            lose("title", "tên câu hỏi không có chỗ trong ngân hàng.",
                 "the bank has no place for a question's title.");
        std::string content = item.stem;
        if (item.options)
            for (const auto& option : *item.options)
                content += "\n" + option.text;
        for (std::size_t turn = 0; !given || ids_.contains(*given); ++turn) {
            const auto digest =
                crypto::sha256({"bank item\n", content, "\n", std::to_string(turn)});
            given = core::ItemId::from_bytes(
                std::span<const std::uint8_t, 10>{digest.bytes.data(), 10});
        }
        ids_.insert(*given);
        item.item = *given;
    }

    const ImportDefaults& defaults_;
    std::string topic_;     // Of the category that holds now.
    std::int64_t line_ = 0; // Of the question being read.
    std::set<core::ItemId> ids_;
    Imported out_;
};

} // namespace

core::Result<Imported> import_gift(std::string_view text, const ImportDefaults& defaults) {
    const auto questions = gift::parse(text);
    if (!questions) return questions.error();
    GiftReader reader{defaults};
    for (const auto& question : *questions)
        reader.take(question);
    return std::move(reader).done();
}

} // namespace thi::bank
