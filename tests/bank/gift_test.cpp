#include "bank/gift.h"
#include "catch.h"

#include <boost/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

using namespace thi;
namespace gift = thi::bank::gift;
namespace json = boost::json;

namespace {

std::string file_text(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::string word(gift::Type type) {
    switch (type) {
    case gift::Type::category:
        return "Category";
    case gift::Type::description:
        return "Description";
    case gift::Type::choice:
        return "MC";
    case gift::Type::true_false:
        return "TF";
    case gift::Type::numeric:
        return "Numerical";
    case gift::Type::text:
        return "Short";
    case gift::Type::essay:
        return "Essay";
    case gift::Type::matching:
        return "Matching";
    }
    return "";
}

std::string word(gift::Format format) {
    switch (format) {
    case gift::Format::moodle:
        return "moodle";
    case gift::Format::html:
        return "html";
    case gift::Format::plain:
        return "plain";
    case gift::Format::markdown:
        return "markdown";
    }
    return "";
}

json::value text_json(const gift::Text& text) {
    return {{"format", word(text.format)}, {"text", text.text}};
}

json::value feedback_json(const std::optional<gift::Text>& text) {
    return text ? text_json(*text) : json::value(nullptr);
}

std::string plain(const json::value& number) {
    return json::serialize(json::value(number.to_number<double>()));
}

std::string plain(const std::string& number) {
    return json::serialize(json::value(std::stod(number)));
}

void check_number(const gift::Number& ours, const json::object& expected) {
    const auto& type = expected.at("type").as_string();
    if (type == "high-low") {
        CHECK(ours.kind == gift::Number::Kind::range);
        CHECK(plain(ours.first) == plain(expected.at("numberLow")));
        CHECK(plain(ours.second) == plain(expected.at("numberHigh")));
        return;
    }
    CHECK(plain(ours.first) == plain(expected.at("number")));
    if (type == "range") {
        CHECK(ours.kind == gift::Number::Kind::tolerance);
        CHECK(plain(ours.second) == plain(expected.at("range")));
    }
}

void check_answer(const gift::Answer& ours, const json::object& expected) {
    CHECK(ours.right == expected.at("isCorrect").as_bool());
    if (expected.at("weight").is_null())
        CHECK_FALSE(ours.weight);
    else
        CHECK(plain(gift::write_weight(ours.weight.value())) == plain(expected.at("weight")));
    if (ours.number)
        check_number(*ours.number, expected.at("text").as_object());
    else
        CHECK(text_json(ours.text) == expected.at("text"));
    CHECK(feedback_json(ours.feedback) == expected.at("feedback"));
}

void check_question(const gift::Question& ours, const json::object& expected) {
    REQUIRE(word(ours.type) == expected.at("type").as_string());
    if (ours.type == gift::Type::category) {
        CHECK(ours.stem.text == expected.at("title").as_string());
        return;
    }
    CHECK(json::value(ours.title ? json::value(*ours.title) : nullptr) == expected.at("title"));
    CHECK(json::value(ours.id ? json::value(*ours.id) : nullptr) == expected.at("id"));
    if (expected.at("tags").is_array())
        CHECK(json::value_from(ours.tags) == expected.at("tags"));
    else
        CHECK(ours.tags.empty());
    CHECK(text_json(ours.stem) == expected.at("stem"));
    CHECK(ours.embedded == expected.at("hasEmbeddedAnswers").as_bool());
    if (expected.contains("globalFeedback"))
        CHECK(feedback_json(ours.general_feedback) == expected.at("globalFeedback"));
    if (ours.type == gift::Type::true_false) {
        CHECK(ours.truth == expected.at("isTrue").as_bool());
        const auto& first = ours.tf_feedback.empty() ? std::nullopt : ours.tf_feedback[0];
        const auto& second = ours.tf_feedback.size() < 2 ? std::nullopt : ours.tf_feedback[1];
        CHECK(feedback_json(first) == expected.at("trueFeedback"));
        CHECK(feedback_json(second) == expected.at("falseFeedback"));
    } else if (ours.type == gift::Type::matching) {
        const auto& pairs = expected.at("matchPairs").as_array();
        REQUIRE(ours.answers.size() == pairs.size());
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            CHECK(text_json(ours.answers[i].text) == pairs[i].at("subquestion"));
            CHECK(ours.answers[i].match == pairs[i].at("subanswer").as_string());
        }
    } else if (expected.contains("choices") && expected.at("choices").is_object()) {
        REQUIRE(ours.answers.size() == 1);
        check_number(ours.answers[0].number.value(), expected.at("choices").as_object());
    } else if (expected.contains("choices")) {
        const auto& choices = expected.at("choices").as_array();
        REQUIRE(ours.answers.size() == choices.size());
        for (std::size_t i = 0; i < choices.size(); ++i)
            check_answer(ours.answers[i], choices[i].as_object());
    }
}

} // namespace

TEST_CASE("GIFT files of others parse as their authors expect", "[bank][vectors]") {
    const char* const folder = std::getenv("THITUYEN_VECTORS");
    if (folder == nullptr) {
        std::cout << "skipped: no vectors (GIFT)\n";
        return;
    }
    std::size_t files = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(folder) / "gift")) {
        if (entry.path().extension() != ".gift") continue;
        INFO(entry.path().filename().string());
        ++files;
        const auto questions = gift::parse(file_text(entry.path()));
        REQUIRE(questions);
        auto beside = entry.path();
        const auto expected = json::parse(file_text(beside.replace_extension(".json")));
        REQUIRE(questions->size() == expected.as_array().size());
        for (std::size_t i = 0; i < questions->size(); ++i)
            check_question((*questions)[i], expected.as_array()[i].as_object());
    }
    CHECK(files > 30);
}

TEST_CASE("Malformed GIFT is refused with the line of the question", "[bank]") {
    struct Row {
        const char* text;
        std::int64_t line;
    };
    const Row rows[] = {
        {"Một câu.\n\nHai { =a ~b", 3},     {"Thừa ngoặc }", 1},
        {"Hai chỗ {=a} và {=b}", 1},        {"Trọng số {~%150%a =b}", 1},
        {"// lời dẫn\nSố {#một}", 2},       {"Chữ thừa {thừa =a ~b}", 1},
        {"Trọng số {~%33.333333%a =b}", 1},
    };
    for (const auto& row : rows) {
        INFO(row.text);
        const auto questions = gift::parse(row.text);
        REQUIRE_FALSE(questions);
        const auto error = questions.error();
        REQUIRE(error.errors.size() == 1);
        CHECK(error.errors[0].line == row.line);
    }
    CHECK_FALSE(gift::parse("\xFF"));
}

TEST_CASE("What GIFT escapes comes back as it was", "[bank]") {
    const std::string text = "a\\b ~c =d #e {f} g:h\n\\n i\\\\";
    CHECK(gift::read_text(gift::escaped(text), gift::Format::plain).text == text);
}
