// What one answer is worth.

#include "catch.h"
#include "core/result/decimal.h"
#include "core/result/fold.h"
#include "core/result/scoring.h"
#include "core/sitting/exam.h"

#include <random>

using namespace thi::core;

namespace {

using Many = std::vector<std::string>;
const Many none;

Item item_of(ItemType type) {
    Item item = small_paper(official_paper).items[0];
    item.type = type;
    item.points = Points{400};
    return item;
}

ItemKey key_of(Many right, Points wrong, Partial partial) {
    ItemKey key;
    key.item = id<ItemId>(1);
    key.tariff = {.correct = Points{400}, .wrong = wrong, .partial = partial};
    key.options = std::move(right);
    return key;
}

ItemScore pays(Verdict verdict, std::int64_t hundredths) {
    ItemScore score;
    score.item = id<ItemId>(1);
    score.verdict = verdict;
    score.points = Points{hundredths};
    score.max = Points{400};
    return score;
}

Value chosen(const Many& options) {
    if (options.empty()) return {};
    return options;
}

} // namespace

TEST_CASE("an item pays by its tariff", "[core][scoring]") {
    struct Row {
        const char* says;
        Many key;
        std::int64_t wrong;
        Partial partial;
        bool withdrawn;
        Many chosen;
        ItemScore expected;
    };
    const Many A{"A"}, B{"B"}, AB{"A", "B"}, ABC{"A", "B", "C"}, AC{"A", "C"}, CD{"C", "D"},
        ABCD{"A", "B", "C", "D"}, D{"D"}, AD{"A", "D"};
    const auto no = Partial::none;
    const auto sh = Partial::share;
    const auto ba = Partial::balance;
    const auto row = GENERATE_COPY(values<Row>({
        {"the key pays in full", A, -100, no, false, A, pays(Verdict::correct, 400)},
        {"a wrong choice costs", A, -100, no, false, B, pays(Verdict::wrong, -100)},
        {"a blank is worth nothing", A, -100, no, false, none, pays(Verdict::blank, 0)},
        {"half of the key pays half", AB, -200, sh, false, A, pays(Verdict::partial, 200)},
        {"a third rounds towards zero", ABC, 0, sh, false, A, pays(Verdict::partial, 133)},
        {"one wrong choice forfeits it", AB, -200, sh, false, AC, pays(Verdict::wrong, -200)},
        {"all choices forfeit too", AB, 0, sh, false, ABCD, pays(Verdict::wrong, 0)},
        {"half of the key without a share", AB, -50, no, false, A, pays(Verdict::wrong, -50)},
        {"balance: two right, one wrong of three", ABC, 0, ba, false, ABCD,
         pays(Verdict::partial, 266)},
        {"balance: one right, one wrong", AB, 0, ba, false, AC, pays(Verdict::wrong, 0)},
        {"balance: not below zero", AB, 0, ba, false, CD, pays(Verdict::wrong, 0)},
        {"balance: the key in full", AB, 0, ba, false, AB, pays(Verdict::correct, 400)},
        {"withdrawn pays everybody", A, -100, no, true, B, pays(Verdict::withdrawn, 400)},
        {"withdrawn pays a blank too", A, -100, no, true, none, pays(Verdict::withdrawn, 400)},
    }));
    DYNAMIC_SECTION(row.says) {
        const auto key = key_of(row.key, Points{row.wrong}, row.partial);
        CHECK(score_item(item_of(ItemType::multiple), key, chosen(row.chosen), row.withdrawn) ==
              row.expected);
    }
}

TEST_CASE("true and false, one choice", "[core][scoring]") {
    auto item = item_of(ItemType::true_false);
    item.options = {{"true", ""}, {"false", ""}};
    const auto key = key_of({"true"}, Points{-400}, Partial::none);
    CHECK(score_item(item, key, Many{"true"}) == pays(Verdict::correct, 400));
    CHECK(score_item(item, key, Many{"false"}) == pays(Verdict::wrong, -400));
}

TEST_CASE("an essay is for people", "[core][scoring]") {
    CHECK(score_item(item_of(ItemType::essay), key_of({}, {}, Partial::none),
                     std::string{"Bài làm"}) == pays(Verdict::unmarked, 0));
    CHECK(score_item(item_of(ItemType::essay), key_of({}, {}, Partial::none), Value{}) ==
          pays(Verdict::unmarked, 0));
}

TEST_CASE("a number is compared exactly, its tolerance inclusive", "[core][scoring]") {
    struct Row {
        const char* says;
        NumericKey key;
        const char* answer;
        bool right;
    };
    const auto abs = ToleranceKind::absolute;
    const auto rel = ToleranceKind::relative;
    const auto row = GENERATE_COPY(values<Row>({
        {"comma and dot are one number", {"12,5", "0", abs}, "12.50", true},
        {"leading zeros are nothing", {"12,5", "0", abs}, "0012,5", true},
        {"a hair beside", {"12,5", "0", abs}, "12,500000000000001", false},
        {"on the edge above", {"0,3", "0,1", abs}, "0,4", true},
        {"on the edge below", {"0,3", "0,1", abs}, "0,2", true},
        {"beyond the edge", {"0,3", "0,1", abs}, "0,4000001", false},
        {"minus nought is nought", {"0", "0", abs}, "-0,0", true},
        {"the other sign", {"5", "1", abs}, "-5", false},
        {"one percent of 200 is 2", {"200", "0,01", rel}, "202", true},
        {"and no more", {"200", "0,01", rel}, "202,0001", false},
        {"of a number below zero", {"-200", "0,01", rel}, "-198", true},
        {"of nought is nothing", {"0", "0,5", rel}, "0,000001", false},
        {"at the limits",
         {"999999999999999", "9,999999", rel},
         "-999999999999999,999999999999999",
         true},
    }));
    DYNAMIC_SECTION(row.says) {
        REQUIRE(is_well_formed(row.key));
        auto key = key_of({}, Points{}, Partial::none);
        key.numeric = row.key;
        const auto score = score_item(item_of(ItemType::numeric), key, std::string{row.answer});
        CHECK((score.verdict == Verdict::correct) == row.right);
    }
}

TEST_CASE("decimal text is strict", "[core][scoring]") {
    for (const auto* text : {"0", "-1", "007", "12,5", "999999999999999", "0,123456789012345"})
        CHECK(Decimal::parse(text));
    for (const auto* text : {"", "-", ",5", "5,", "1,2,3", "1 000", "+1", "1e5", "１", "--1",
                             "1000000000000000", "0,1234567890123456"})
        CHECK_FALSE(Decimal::parse(text));
    CHECK_FALSE(is_well_formed({"1", "10", ToleranceKind::relative}));
    CHECK_FALSE(is_well_formed({"1", "0,0000001", ToleranceKind::relative}));
    CHECK(is_well_formed({"1", "0,0000001", ToleranceKind::absolute}));
}

TEST_CASE("short texts are trimmed, spaced and folded; marks stay", "[core][scoring]") {
    struct Row {
        const char* says;
        const char* answer;
        bool fold_case;
        bool right;
    };
    const auto row = GENERATE(values<Row>({
        {"as written", "Đảng ủy", true, true},
        {"in capitals", "ĐẢNG ỦY", true, true},
        {"with spaces around and inside", "  đảng \t\n ủy\xC2\xA0", true, true},
        {"without its marks", "Dang uy", true, false},
        {"with another tone", "Đảng ùy", true, false},
        {"without the space", "Đảngủy", true, false},
        {"in capitals where case counts", "ĐẢNG ỦY", false, false},
        {"as written where case counts", "Đảng ủy", false, true},
    }));
    DYNAMIC_SECTION(row.says) {
        auto key = key_of({}, Points{-100}, Partial::none);
        key.accepted = {"Uỷ ban", "Đảng ủy"};
        key.fold_case = row.fold_case;
        const auto score = score_item(item_of(ItemType::text), key, std::string{row.answer});
        CHECK(score == (row.right ? pays(Verdict::correct, 400) : pays(Verdict::wrong, -100)));
    }
}

TEST_CASE("a text of spaces is a blank", "[core][scoring]") {
    auto key = key_of({}, Points{-100}, Partial::none);
    key.accepted = {"x"};
    CHECK(score_item(item_of(ItemType::text), key, std::string{" \n "}) == pays(Verdict::blank, 0));
}

TEST_CASE("every Vietnamese capital folds to its small letter", "[core][scoring]") {
    CHECK(folded("AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY", true) == "aăâbcdđeêghiklmnoôơpqrstuưvxy");
    CHECK(folded("ÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ", true) ==
          "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ");
    CHECK(folded("×Þß÷", true) == "×þß÷");
    CHECK(folded("đê", true) == "đê");
}

TEST_CASE("a score lies between the penalty and the points, whatever was chosen",
          "[core][scoring]") {
    std::mt19937 random{7};
    const Many all{"A", "B", "C", "D"};
    for (int i = 0; i < 1'000; ++i) {
        Many right, own;
        for (const auto& option : all) {
            if (random() % 2 == 0) right.push_back(option);
            if (random() % 2 == 0) own.push_back(option);
        }
        if (right.empty()) right = {"A"};
        const auto key =
            key_of(right, Points{-50}, random() % 2 == 0 ? Partial::share : Partial::none);
        const auto score = score_item(item_of(ItemType::multiple), key, chosen(own));
        CHECK(score.points >= Points{-50});
        CHECK(score.points <= Points{400});
        CHECK((score.points == Points{400}) == (own == right));
    }
}
