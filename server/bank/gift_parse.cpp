// GIFT's frame: lines, comments with tags, categories, and where a question begins and ends.

#include "bank/gift.h"
#include "text/unicode.h"

#include <algorithm>
#include <utility>

namespace thi::bank::gift {
namespace {

constexpr std::string_view category_word = "$CATEGORY:";
constexpr std::string_view blank_place = " _____ ";

core::Fault fault_at(std::int64_t line, core::Code code, std::string vi, std::string en) {
    core::Fault fault;
    fault.code = code;
    fault.detail = {"Tệp GIFT không đọc được: " + vi, "The GIFT file cannot be read: " + en};
    core::FieldFault field;
    field.line = line;
    field.code = code;
    field.detail = {std::move(vi), std::move(en)};
    fault.errors.push_back(std::move(field));
    return fault;
}

// The lines that belong to one question, joined, and the comments before it.
struct Block {
    std::int64_t line = 0;
    std::string text;
    std::string comments;
    bool closed = true; // Every brace is.
};

// Splits a file at blank lines outside of braces. Comment lines vanish wherever they stand.
std::vector<Block> blocks_of(std::string_view text) {
    std::vector<Block> blocks;
    Block block;
    bool inside = false; // Of braces.
    const auto flush = [&] {
        if (block.text.empty()) return;
        block.closed = !inside;
        blocks.push_back(std::exchange(block, {}));
        inside = false;
    };
    std::int64_t number = 0;
    while (!text.empty()) {
        ++number;
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const auto body = trimmed(line);
        if (body.starts_with("//")) {
            block.comments.append(body).append("\n");
            continue;
        }
        if (body.starts_with(category_word) && block.text.empty()) {
            block.line = number;
            block.text = body;
            flush();
            continue;
        }
        if (body.empty() && !inside) {
            flush();
            continue;
        }
        if (block.text.empty()) block.line = number;
        block.text.append(line).append("\n");
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (line[i] == '\\')
                ++i;
            else if (line[i] == '{')
                inside = true;
            else if (line[i] == '}')
                inside = false;
        }
    }
    flush();
    return blocks;
}

// Every [word:value] of the comments.
std::vector<std::string> marks(std::string_view comments, std::string_view word) {
    std::vector<std::string> found;
    const auto open = "[" + std::string{word} + ":";
    for (auto at = comments.find(open); at != std::string_view::npos;
         at = comments.find(open, at + 1)) {
        const auto from = at + open.size();
        const auto to = comments.find_first_of("]\n", from);
        if (to != std::string_view::npos && comments[to] == ']')
            found.emplace_back(trimmed(comments.substr(from, to - from)));
    }
    return found;
}

// Cuts "::title::" off the front of `raw`.
std::optional<std::string> take_title(std::string_view& raw) {
    raw = trimmed(raw);
    if (!raw.starts_with("::")) return {};
    const auto end = find_plain(raw, "::", 2);
    if (end == std::string_view::npos) return {};
    const auto title = read_text(raw.substr(2, end - 2), Format::plain).text;
    raw.remove_prefix(end + 2);
    return title;
}

bool parse_block(const Block& block, Question& question) {
    question.line = block.line;
    auto ids = marks(block.comments, "id");
    if (!ids.empty()) question.id = std::move(ids.front());
    question.tags = marks(block.comments, "tag");
    std::string_view raw = trimmed(block.text);
    if (raw.starts_with(category_word)) {
        question.type = Type::category;
        question.stem = {Format::plain, std::string{trimmed(raw.substr(category_word.size()))}};
        return true;
    }
    question.title = take_title(raw);
    const auto open = find_plain(raw, "{");
    if (open == std::string_view::npos) {
        question.stem = read_text(raw, Format::moodle);
        return find_plain(raw, "}") == std::string_view::npos;
    }
    const auto close = find_plain(raw, "}", open);
    if (!block.closed || close == std::string_view::npos) return false;
    const auto before = trimmed(raw.substr(0, open));
    const auto after = trimmed(raw.substr(close + 1));
    if (find_plain(after, "{") != std::string_view::npos) return false;
    question.embedded = !after.empty();
    const auto joined = question.embedded ? std::string{before}.append(blank_place).append(after)
                                          : std::string{before};
    question.stem = read_text(joined, Format::moodle);
    return parse_answers(raw.substr(open + 1, close - open - 1), question);
}

} // namespace

core::Result<std::vector<Question>> parse(std::string_view text) {
    if (text.size() > bytes_max)
        return fault_at(1, core::Code::too_large, "tệp quá lớn.", "it is too large.");
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (!text::is_utf8(text) || text.find('\0') != std::string_view::npos)
        return fault_at(1, core::Code::bad_request, "không phải UTF-8.", "it is not UTF-8.");
    std::vector<Question> questions;
    for (const auto& block : blocks_of(text)) {
        Question question;
        if (questions.size() == questions_max)
            return fault_at(block.line, core::Code::too_large, "quá nhiều câu hỏi.",
                            "too many questions.");
        if (!parse_block(block, question))
            return fault_at(block.line, core::Code::bad_request,
                            "câu hỏi bắt đầu ở dòng này viết sai cú pháp.",
                            "the question that begins on this line is malformed.");
        questions.push_back(std::move(question));
    }
    return questions;
}

} // namespace thi::bank::gift
