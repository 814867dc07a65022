// GIFT, Moodle's plain-text question format, as it is written: nothing dropped, nothing judged.
//
// What of it a bank can hold is decided in bank/gift_import.h.

#pragma once
#include "core/fault.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thi::bank::gift {

constexpr std::size_t bytes_max = 16 << 20;
constexpr std::size_t questions_max = 10'000;
constexpr std::size_t answers_max = 100; // In one question.

enum class Type { category, description, choice, true_false, numeric, text, essay, matching };
enum class Format { moodle, html, plain, markdown };

// A text with its format tag; answers without a tag have their question's format.
struct Text {
    Format format = Format::moodle;
    std::string text;
};

// A number as an answer: decimal texts as written.
struct Number {
    enum class Kind { exact, tolerance, range } kind = Kind::exact;
    std::string first;  // The number, or the low end.
    std::string second; // The tolerance, or the high end; "" for exact.
};

constexpr std::int64_t weight_full = 10'000'000; // 100 %.

struct Answer {
    bool right = false;                 // Written with `=`.
    std::optional<std::int64_t> weight; // In 100,000ths of a percent; -weight_full to weight_full.
    Text text;
    std::optional<Number> number; // Numeric questions, which have no `text`.
    std::string match;            // Matching: the other side of `->`.
    std::optional<Text> feedback;
};

struct Question {
    std::int64_t line = 0; // Of its first line, from 1.
    Type type = Type::description;
    std::optional<std::string> id; // [id:...] in a comment before it.
    std::vector<std::string> tags; // [tag:...]
    std::optional<std::string> title;
    Text stem;             // A category's path. The answer's place inside of it: " _____ ".
    bool embedded = false; // Text follows the answer.
    std::optional<Text> general_feedback;
    std::vector<Answer> answers;
    bool truth = false;                           // True/false.
    std::vector<std::optional<Text>> tf_feedback; // True/false, as written: first, second.
};

// The questions of a file in order. The fault names the line: bad_request, or too_large.
core::Result<std::vector<Question>> parse(std::string_view text);

// The part between the braces, into `question`. False where it cannot be read.
bool parse_answers(std::string_view body, Question& question);

// Escapes resolved; white space made single spaces except where the format keeps it.
Text read_text(std::string_view raw, Format inherited);

// `text` with GIFT's control characters and line breaks escaped.
std::string escaped(std::string_view text);

// Where `what` stands first in `raw`, not escaped, from `from`; npos where it does not.
std::size_t find_plain(std::string_view raw, std::string_view what, std::size_t from = 0);

std::string_view trimmed(std::string_view text);

// "33.33333" -> 3333333; nothing for other texts or beyond 100 %.
std::optional<std::int64_t> parse_weight(std::string_view text);
std::string write_weight(std::int64_t weight);

} // namespace thi::bank::gift
