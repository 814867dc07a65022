// GIFT's answers: what stands between the braces decides the type of the question.

#include "bank/decimal.h"
#include "bank/gift.h"

#include <algorithm>

namespace thi::bank::gift {
namespace {

// The last feedback, which is the question's own, is cut off `body`.
void take_general_feedback(std::string_view& body, Question& question) {
    const auto at = find_plain(body, "####");
    if (at == std::string_view::npos) return;
    auto text = read_text(body.substr(at + 4), question.stem.format);
    if (!text.text.empty()) question.general_feedback = std::move(text);
    body = trimmed(body.substr(0, at));
}

// Cuts "#feedback" off the end of `raw`; an empty one is none.
std::optional<Text> take_feedback(std::string_view& raw, Format format) {
    const auto at = find_plain(raw, "#");
    if (at == std::string_view::npos) return {};
    auto text = read_text(raw.substr(at + 1), format);
    raw = trimmed(raw.substr(0, at));
    if (text.text.empty()) return {};
    return text;
}

bool parse_true_false(std::string_view body, Question& question) {
    auto rest = body;
    std::vector<std::string_view> parts;
    for (auto at = find_plain(rest, "#"); at != std::string_view::npos;
         at = find_plain(rest, "#")) {
        parts.push_back(trimmed(rest.substr(0, at)));
        rest.remove_prefix(at + 1);
    }
    parts.push_back(trimmed(rest));
    const auto word = parts.front();
    const bool truth = word == "T" || word == "TRUE";
    if ((!truth && word != "F" && word != "FALSE") || parts.size() > 3) return false;
    question.type = Type::true_false;
    question.truth = truth;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        auto text = read_text(parts[i], question.stem.format);
        if (text.text.empty())
            question.tf_feedback.emplace_back();
        else
            question.tf_feedback.emplace_back(std::move(text));
    }
    return true;
}

std::optional<Number> parse_number(std::string_view raw) {
    raw = trimmed(raw);
    Number number;
    auto mark = raw.find("..");
    if (mark != std::string_view::npos) {
        number.kind = Number::Kind::range;
        number.second = trimmed(raw.substr(mark + 2));
    } else if (mark = raw.find(':'); mark != std::string_view::npos) {
        number.kind = Number::Kind::tolerance;
        number.second = trimmed(raw.substr(mark + 1));
    }
    number.first = trimmed(raw.substr(0, mark));
    if (!parse_decimal(number.first)) return {};
    if (number.kind != Number::Kind::exact && !parse_decimal(number.second)) return {};
    return number;
}

// One answer after its `=` or `~`.
bool parse_answer(std::string_view raw, bool numeric, const Question& question, Answer& answer) {
    raw = trimmed(raw);
    if (raw.starts_with('%')) {
        const auto end = raw.find('%', 1);
        const auto weight =
            end == std::string_view::npos ? std::nullopt : parse_weight(raw.substr(1, end - 1));
        if (!weight) return false;
        answer.weight = weight;
        raw = trimmed(raw.substr(end + 1));
    }
    // The format of the answer, once known, is that of its feedback only where it has no tag.
    answer.feedback = take_feedback(raw, question.stem.format);
    if (numeric) {
        answer.number = parse_number(raw);
        return answer.number.has_value();
    }
    answer.text = read_text(raw, question.stem.format);
    return true;
}

std::size_t next_answer(std::string_view body, std::size_t from) {
    return std::min(find_plain(body, "=", from), find_plain(body, "~", from));
}

bool parse_list(std::string_view body, bool numeric, Question& question) {
    auto at = next_answer(body, 0);
    if (at != 0) return false; // Text before the first answer.
    while (at < body.size()) {
        const auto next = std::min(next_answer(body, at + 1), body.size());
        Answer answer;
        answer.right = body[at] == '=';
        if (!parse_answer(body.substr(at + 1, next - at - 1), numeric, question, answer))
            return false;
        if (question.answers.size() == answers_max) return false;
        question.answers.push_back(std::move(answer));
        at = next;
    }
    return true;
}

// "=left -> right" in every answer makes the question a matching one.
bool split_pairs(std::vector<Answer>& answers) {
    constexpr std::string_view arrow = "->";
    const auto paired = [&](const Answer& answer) {
        return answer.right && answer.text.text.find(arrow) != std::string::npos;
    };
    if (!std::all_of(answers.begin(), answers.end(), paired)) return false;
    for (auto& answer : answers) {
        const std::string whole = answer.text.text;
        const auto at = whole.find(arrow);
        answer.text.text = trimmed(std::string_view{whole}.substr(0, at));
        answer.match = trimmed(std::string_view{whole}.substr(at + arrow.size()));
    }
    return true;
}

bool parse_numeric(std::string_view body, Question& question) {
    question.type = Type::numeric;
    body = trimmed(body);
    if (next_answer(body, 0) == 0) return parse_list(body, true, question);
    Answer answer;
    answer.right = true;
    if (!parse_answer(body, true, question, answer)) return false;
    question.answers.push_back(std::move(answer));
    return true;
}

} // namespace

bool parse_answers(std::string_view body, Question& question) {
    body = trimmed(body);
    take_general_feedback(body, question);
    if (body.empty()) {
        question.type = Type::essay;
        return true;
    }
    if (body.starts_with('#')) return parse_numeric(body.substr(1), question);
    if (parse_true_false(body, question)) return true;
    if (next_answer(body, 0) != 0) { // One accepted text may go without its `=`.
        if (next_answer(body, 0) != std::string_view::npos) return false;
        Answer answer;
        answer.right = true;
        question.type = Type::text;
        if (!parse_answer(body, false, question, answer)) return false;
        question.answers.push_back(std::move(answer));
        return true;
    }
    if (!parse_list(body, false, question)) return false;
    const bool only_right = std::all_of(question.answers.begin(), question.answers.end(),
                                        [](const Answer& answer) { return answer.right; });
    question.type = !only_right                     ? Type::choice
                    : split_pairs(question.answers) ? Type::matching
                                                    : Type::text;
    return true;
}

} // namespace thi::bank::gift
