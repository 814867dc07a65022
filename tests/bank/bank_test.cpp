#include "bank/json.h"
#include "bank/paper.h"
#include "bank/report.h"
#include "catch.h"
#include "source_root.h"
#include "text/described.h"

#include <fstream>
#include <sstream>

using namespace thi;

namespace {

std::string file_text(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    REQUIRE(in);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::string bank_text(const std::string& name) {
    return file_text(THITUYEN_SOURCE "/question-banks/" + name + "/bank.json");
}

// A bank of one sound single choice; tests spoil it by replacing a piece.
const std::string sound = R"({
  "bank": "mau", "version": 1, "language": "vi",
  "title": {"vi": "Mẫu", "en": "Sample"},
  "stimuli": [{"stimulus": "stm-1", "text": "Một tình huống."}],
  "items": [
    {
      "item": "itm_0123456789abcdef", "topic": "mau", "type": "choice",
      "stem": "Hai cộng hai bằng mấy?", "stimulus": "stm-1",
      "options": [{"option": "A", "text": "Ba"}, {"option": "B", "text": "Bốn"}],
      "key": ["B"], "points": 100,
      "tariff": {"correct": 100, "wrong": 0, "partial": "none"},
      "source": {"document": "Sách", "article": "Điều 1", "clause": "Khoản 2"},
      "author": "Tổ biên soạn 1", "second_reader": "Tổ phản biện 1",
      "explanation": "Vì hai cộng hai bằng bốn."
    }
  ]
})";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

const std::string essay = R"({
      "item": "itm_0123456789abcdeg", "topic": "mau", "type": "essay", "stem": "Phân tích.",
      "points": 300, "source": {"document": "Sách", "article": "Điều 1", "clause": "Khoản 2"},
      "author": "Tổ biên soạn 1", "second_reader": "Tổ phản biện 1", "explanation": "Mở.",
      "rubric": [
        {"criterion": "c1", "text": "Ý", "max": 200,
         "levels": [{"points": 200, "text": "Đủ"}, {"points": 0, "text": "Thiếu"}]},
        {"criterion": "c2", "text": "Văn", "max": 100,
         "levels": [{"points": 100, "text": "Tốt"}, {"points": 0, "text": "Kém"}]}
      ]})";

struct Spoiled {
    const char* what;
    const char* from;
    const char* to;
    const char* pointer;
    std::int64_t line;
};

void check_refused(const std::string& base, const Spoiled& row) {
    INFO(row.what);
    const auto bank = bank::read(replaced(base, row.from, row.to));
    REQUIRE_FALSE(bank);
    const auto error = bank.error();
    REQUIRE_FALSE(error.errors.empty());
    const auto& first = error.errors.front();
    CHECK(first.pointer == row.pointer);
    if (row.line > 0) CHECK(first.line == row.line);
    CHECK_FALSE(first.detail.vi.empty());
    CHECK_FALSE(first.detail.en.empty());
}

} // namespace

TEST_CASE("The shipped general-knowledge bank is sound: 60 objective items, balanced keys",
          "[bank]") {
    const auto bank = bank::read(bank_text("kien-thuc-chung"));
    const auto fault = bank ? core::Fault{} : bank.error();
    if (!bank)
        for (const auto& error : fault.errors)
            UNSCOPED_INFO(error.pointer << " line " << error.line.value_or(0) << ": "
                                        << error.detail.en);
    REQUIRE(bank);
    const auto report = bank::report(*bank, bank::PaperLength{.items = 20});
    CHECK(report.items == 60);
    CHECK(report.types.at(core::ItemType::choice) == 44);
    CHECK(report.types.at(core::ItemType::multiple) == 6);
    CHECK(report.types.at(core::ItemType::true_false) == 6);
    CHECK(report.choice_keys ==
          std::map<std::string, std::int64_t>{{"A", 11}, {"B", 11}, {"C", 11}, {"D", 11}});
    CHECK(report.supply->enough);
    for (const auto& remark : report.remarks)
        UNSCOPED_INFO(remark.pointer << ": " << remark.en);
    CHECK(report.remarks.empty());
}

TEST_CASE("The shipped essay bank is sound: two essays with rubrics", "[bank]") {
    const auto bank = bank::read(bank_text("tu-luan"));
    REQUIRE(bank);
    CHECK(bank->items.size() == 2);
    const auto key = bank::key_of(bank->items[0]);
    CHECK(key.rubric.size() == 4);
    CHECK(key.tariff.correct == core::Points{5000});
}

TEST_CASE("Reading what was written gives the same bank, in both layouts", "[bank]") {
    for (const auto* const name : {"kien-thuc-chung", "tu-luan"}) {
        const auto text = bank_text(name);
        const auto bank = bank::read(text);
        REQUIRE(bank);
        const auto canonical = bank::write(*bank);
        CHECK(text::is_canonical(canonical, {.bytes_max = bank::bank_bytes_max}));
        CHECK(bank::write(*bank::read(canonical)) == canonical);
        CHECK(bank::write(*bank::read(bank::write_readable(*bank))) == canonical);
        CHECK(bank::write_readable(*bank) == text);
    }
}

TEST_CASE("An item without article, clause or a second reader of its own is refused", "[bank]") {
    REQUIRE(bank::read(sound));
    const std::vector<Spoiled> rows = {
        {"no article", R"("article": "Điều 1", )", "", "/items/0/source/article", 12},
        {"empty clause", R"("Khoản 2")", R"("")", "/items/0/source/clause", 12},
        {"no second reader", R"("second_reader": "Tổ phản biện 1",)", "", "/items/0/second_reader",
         6},
        {"the author reads himself", R"("Tổ phản biện 1")", R"("TỔ  BIÊN SOẠN 1")",
         "/items/0/second_reader", 13},
        {"no explanation", R"("Vì hai cộng hai bằng bốn.")", R"("")", "/items/0/explanation", 14},
        {"no points", R"("points": 100,)", "", "/items/0/points", 6},
        {"zero points", R"("points": 100,)", R"("points": 0,)", "/items/0/points", 10},
        {"unknown field", R"("topic":)", R"("tag": "x", "topic":)", "/items/0/tag", 7},
    };
    for (const auto& row : rows)
        check_refused(sound, row);
}

TEST_CASE("A key must fit its type and its options", "[bank]") {
    const std::vector<Spoiled> rows = {
        {"key not offered", R"(["B"])", R"(["C"])", "/items/0/key/0", 10},
        {"two keys of a single choice", R"(["B"])", R"(["A", "B"])", "/items/0/key", 10},
        {"no key", R"(["B"])", "[]", "/items/0/key", 10},
        {"numeric key of a choice", R"(["B"])",
         R"({"value": "1", "tolerance": "0", "kind": "absolute"})", "/items/0/key", 10},
        {"unsorted key", R"("type": "choice")", R"("type": "multiple")", "/items/0/key/1", 10},
        {"skipped letter", R"("option": "B")", R"("option": "C")", "/items/0/options/1/option", 9},
        {"the same option twice", R"("Bốn")", R"("BA. ")", "/items/0/options/1/text", 9},
        {"partial credit of a single choice", R"("none")", R"("share")", "/items/0/tariff/partial",
         11},
        {"a wrong answer pays", R"("wrong": 0)", R"("wrong": 5)", "/items/0/tariff/wrong", 11},
        {"tariff against points", R"("correct": 100)", R"("correct": 50)",
         "/items/0/tariff/correct", 11},
        {"text key of a choice", R"(["B"])", R"({"accepted": ["x"], "fold_case": true})",
         "/items/0/key", 10},
        {"rubric of a choice", R"("points": 100,)", R"("points": 100, "rubric": [
          {"criterion": "a", "text": "a", "max": 1, "levels": []}],)",
         "/items/0/rubric", 10},
    };
    for (const auto& row : rows) {
        auto base = sound;
        if (row.what == std::string{"unsorted key"})
            base = replaced(base, R"(["B"])", R"(["B", "A"])");
        check_refused(base, row);
    }
}

TEST_CASE("Ids, stems and stimuli are not repeated, and texts are NFC and trimmed", "[bank]") {
    const std::vector<Spoiled> rows = {
        {"unknown stimulus", R"("stimulus": "stm-1",
      "options")",
         R"("stimulus": "stm-2",
      "options")",
         "/items/0/stimulus", 8},
        {"decomposed", "Bốn\"}", "Bo\u0302\u0301n\"}", "/items/0/options/1/text", 9},
        {"trailing space", "Ba\"", "Ba \"", "/items/0/options/0/text", 9},
        {"control character", "Một tình", R"(Một\u0007 tình)", "/stimuli/0/text", 4},
        {"not an id", "itm_0123456789abcdef", "itm_0123456789abcdeU", "/items/0/item", 7},
        {"duplicate member", R"("topic": "mau")", R"("topic": "a", "topic": "mau")",
         "/items/0/topic", 7},
        {"a topic with spaces", R"("topic": "mau")", R"("topic": "Mẫu thử")", "/items/0/topic", 7},
    };
    for (const auto& row : rows) {
        if (row.what == std::string{"unknown stimulus"}) {
            check_refused(
                replaced(sound, R"("stimulus": "stm-1", "text")", R"("stimulus": "stm-3", "text")"),
                {row.what, "mấy?\", \"stimulus\": \"stm-1\"", "mấy?\", \"stimulus\": \"stm-2\"",
                 row.pointer, row.line});
            continue;
        }
        check_refused(sound, row);
    }
    const auto first = sound.find("    {\n      \"item\"");
    const auto item = sound.substr(first, sound.rfind("  ]") - first - 1);
    const auto twice = replaced(sound, item, item + "," + item);
    const auto bank = bank::read(twice);
    REQUIRE_FALSE(bank);
    const auto error = bank.error();
    REQUIRE(error.errors.size() == 2);
    CHECK(error.errors[0].pointer == "/items/1/item");
    CHECK(error.errors[1].pointer == "/items/1/stem");
}

TEST_CASE("An essay needs a rubric that adds up to its points", "[bank]") {
    const auto first = sound.find("    {\n      \"item\"");
    const auto base = sound.substr(0, first) + essay + "]}";
    REQUIRE(bank::read(base));
    const std::vector<Spoiled> rows = {
        {"sum", R"("points": 300)", R"("points": 301)", "/items/0/rubric", 0},
        {"levels go down", R"({"points": 0, "text": "Thiếu"})",
         R"({"points": 200, "text": "Thiếu"})", "/items/0/rubric/0/levels/1/points", 0},
        {"first level is the maximum", R"({"points": 200, "text": "Đủ"})",
         R"({"points": 150, "text": "Đủ"})", "/items/0/rubric/0/levels/0/points", 0},
        {"criterion ids", R"("c2")", R"("c1")", "/items/0/rubric/1/criterion", 0},
        {"a key", R"("points": 300)", R"("key": ["A"], "points": 300)", "/items/0/key", 0},
    };
    for (const auto& row : rows)
        check_refused(base, row);
    const auto start = base.find(",\n      \"rubric\"");
    const auto bare = bank::read(base.substr(0, start) + "}]}");
    REQUIRE_FALSE(bare);
    CHECK(bare.error().errors.front().pointer == "/items/0/rubric");
}

TEST_CASE("A bank must hold min_ratio times the paper: exactly enough is enough", "[bank]") {
    const auto bank = bank::read(bank_text("kien-thuc-chung"));
    REQUIRE(bank);
    const auto enough = [&](std::int64_t items, core::Fraction ratio) {
        return bank::report(*bank, bank::PaperLength{items, ratio}).supply->enough;
    };
    CHECK(enough(20, {3, 1}));
    CHECK_FALSE(enough(21, {3, 1}));
    CHECK(enough(40, {3, 2}));
    CHECK_FALSE(enough(41, {3, 2}));
    const auto essays = bank::read(bank_text("tu-luan"));
    CHECK_FALSE(bank::report(*essays, bank::PaperLength{1, {1, 1}}).supply->enough);
}

TEST_CASE("A report remarks on keys that lean to one letter", "[bank]") {
    auto bank = *bank::read(bank_text("kien-thuc-chung"));
    for (auto& item : bank.items)
        if (item.type == core::ItemType::choice) {
            auto& key = std::get<std::vector<std::string>>(*item.key);
            if (key[0] == "C") key[0] = "D";
        }
    const auto report = bank::report(bank);
    REQUIRE(report.remarks.size() >= 1);
    CHECK(report.remarks[0].en.find("key C") != std::string::npos);
    CHECK_FALSE(text::to_text(report).empty());
}

TEST_CASE("A composed paper keeps the key out of what candidates see", "[bank]") {
    const std::vector<bank::Bank> banks = {*bank::read(bank_text("kien-thuc-chung")),
                                           *bank::read(bank_text("tu-luan"))};
    bank::PaperOrder order;
    order.paper = *core::PaperId::parse("pap_0123456789abcdef");
    order.title = "Đề thi thử";
    order.parts.resize(2);
    order.parts[0].part = "general";
    order.parts[1].part = "essay";
    for (const auto& item : banks[0].items)
        order.parts[0].items.push_back(item.item);
    order.parts[1].items.push_back(banks[1].items[0].item);
    const auto composed = bank::compose(order, banks);
    REQUIRE(composed);
    CHECK(composed->paper.items.size() == 61);
    CHECK(composed->paper.stimuli.size() == 2);
    CHECK(composed->key.items.size() == 61);
    const auto seen = text::to_text(composed->paper);
    CHECK(seen.find("\"key\"") == std::string::npos);
    CHECK(seen.find("rubric") == std::string::npos);
    CHECK(seen.find("explanation") == std::string::npos);
    for (const auto& item : composed->paper.items)
        if (item.type == core::ItemType::true_false) CHECK(item.options.size() == 2);

    order.parts[1].items.push_back(banks[0].items[0].item);
    CHECK_FALSE(bank::compose(order, banks)); // Named twice.
    order.parts[1].items.back() = *core::ItemId::parse("itm_zzzzzzzzzzzzzzzz");
    CHECK(bank::compose(order, banks).error().code == core::Code::unknown_item);
}
