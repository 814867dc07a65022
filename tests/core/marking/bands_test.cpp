// Bands: a table has one row for every gap, and a gap is compared exactly.

#include "catch.h"
#include "core/marking/bands.h"
#include "core/marking/written.h"
#include "core/plan/parameters.h"
#include "core/plan/sample.h"

#include <algorithm>
#include <random>
#include <set>

using namespace thi::core;

namespace {

struct TableRow {
    const char* says;
    std::vector<Band> bands;
    const char* pointer; // "": nothing is wrong.
};

// Rows as the document reads them: from its own beginning to the next row's.
int rows_with(const std::vector<Band>& bands, Points gap, Points most) {
    const auto begun = [&](const Band& band) {
        const auto share = gap.hundredths * 100;
        const auto start = most.hundredths * band.from_pct;
        return share > start || (band.from_inclusive && share == start);
    };
    int count = 0;
    for (std::size_t i = 0; i < bands.size(); ++i)
        if (begun(bands[i]) && (i + 1 == bands.size() || !begun(bands[i + 1]))) ++count;
    return count;
}

bool every_row_has_a_gap(const std::vector<Band>& bands) {
    for (std::size_t i = 0; i < bands.size(); ++i) {
        bool used = false;
        for (Whole gap = 0; gap <= 200; ++gap) {
            const bool from = rows_with({bands[i]}, Points{gap}, Points{200}) == 1;
            const bool on =
                i + 1 < bands.size() && rows_with({bands[i + 1]}, Points{gap}, Points{200}) == 1;
            used = used || (from && !on);
        }
        if (!used) return false;
    }
    return true;
}

} // namespace

TEST_CASE("marking.discrepancy_bands: a table that has a gap, an overlap or an unknown action says "
          "where",
          "[core][marking][bands]") {
    const auto row = GENERATE(values<TableRow>({
        {"AVG_10", avg_10(), ""},
        {"EDU_10_15_25", edu_10_15_25(), ""},
        {"THIRD_20", third_20(), ""},
        {"exactly 10 % has a row of its own",
         {{0, true, "agree"}, {10, true, "chair"}, {10, false, "third_marker"}},
         ""},
        {"no rows", {}, "/b"},
        {"nothing for equal marks", {{0, false, "agree"}}, "/b/0/from_pct"},
        {"nothing below five", {{5, true, "agree"}}, "/b/0/from_pct"},
        {"a row twice", {{0, true, "agree"}, {0, true, "chair"}}, "/b/1/from_pct"},
        {"rows that fall",
         {{0, true, "agree"}, {15, true, "chair"}, {10, true, "chair"}},
         "/b/2/from_pct"},
        {"inclusive after exclusive",
         {{0, true, "agree"}, {10, false, "chair"}, {10, true, "chair"}},
         "/b/2/from_pct"},
        {"more than the whole", {{0, true, "agree"}, {101, true, "chair"}}, "/b/1/from_pct"},
        {"an empty last row", {{0, true, "agree"}, {100, false, "chair"}}, "/b/1/from_pct"},
        {"an action that nobody knows", {{0, true, "toss_a_coin"}}, "/b/0/action"},
    }));
    DYNAMIC_SECTION(row.says) {
        const auto faults = check_bands(row.bands, "/b");
        CHECK(faults.empty() == (std::string{row.pointer}.empty()));
        if (!faults.empty()) CHECK(faults.front().pointer == row.pointer);
    }
}

TEST_CASE("a table passes exactly when every gap has one row and every row a gap",
          "[core][marking][bands]") {
    int passed = 0;
    for (unsigned int seed = 0; seed < 3'000; ++seed) {
        std::mt19937 random{seed};
        std::vector<Band> bands;
        const auto rows = 1 + random() % 4;
        for (unsigned int i = 0; i < rows; ++i)
            bands.push_back({static_cast<Whole>(random() % 6 * 10), random() % 2 == 0, "agree"});
        if (seed % 3 != 0) {
            bands[0] = {0, true, "agree"};
            std::sort(bands.begin(), bands.end(),
                      [](const Band& a, const Band& b) { return a.from_pct < b.from_pct; });
        }
        bool sound = every_row_has_a_gap(bands);
        for (Whole gap = 0; gap <= 200; ++gap)
            sound = sound && rows_with(bands, Points{gap}, Points{200}) == 1;
        INFO("seed " << seed);
        CHECK(check_bands(bands, "/b").empty() == sound);
        if (!sound) continue;
        ++passed;
        for (Whole gap = 0; gap <= 200; ++gap) {
            const Band* own = band_of(bands, Points{gap}, Points{200});
            REQUIRE(own != nullptr);
            CHECK(rows_with({*own}, Points{gap}, Points{200}) == 1);
            if (own != &bands.back()) CHECK(rows_with({*(own + 1)}, Points{gap}, Points{200}) == 0);
        }
    }
    CHECK(passed > 100);
}

TEST_CASE("a gap is compared with its share of the maximum exactly", "[core][marking][bands]") {
    const auto bands = avg_10();
    const auto row_of = [&](Whole gap, Whole most) {
        return band_of(bands, Points{gap}, Points{most}) - bands.data();
    };
    CHECK(row_of(1'000, 10'000) == 0);
    CHECK(row_of(1'001, 10'000) == 1);
    CHECK(row_of(33, 333) == 0); // 33,3 is the bound.
    CHECK(row_of(34, 333) == 1);
    const auto third = third_20();
    CHECK(band_of(third, Points{2'000}, Points{10'000}) == &third[1]);
    CHECK(band_of(third, Points{1'999}, Points{10'000}) == &third[0]);
}

TEST_CASE("marking.rounding: a settled mark is rounded half-up at the plan's decimals",
          "[core][marking][bands]") {
    CHECK(rounded_mark({15, 2}, 2) == Points{8});
    CHECK(rounded_mark({14, 3}, 2) == Points{5});
    CHECK(rounded_mark({13, 3}, 2) == Points{4});
    CHECK(rounded_mark({745, 1}, 1) == Points{750});
    CHECK(rounded_mark({7'449, 10}, 1) == Points{740});
    CHECK(rounded_mark({750, 1}, 0) == Points{800});
    CHECK(rounded_mark({749, 1}, 0) == Points{700});
    CHECK(rounded_mark({0, 7}, 0) == Points{0});
    for (const auto& [decimals, mark] : {std::pair{0, 7'500}, std::pair{1, 7'450}, {2, 7'455}}) {
        Written exam{1, 2};
        exam.contest.plan.marking.rounding.value = decimals;
        exam.begin_marking();
        exam.assign();
        const auto code = exam.codes()[0];
        exam.mark(code, Turn::first, 7'450);
        exam.mark(code, Turn::second, 7'459);
        CHECK(exam.script(code).settled->mark == Fraction{mark, 1});
    }
}

TEST_CASE("round.written.duration and round.written.pass bind the written rounds that count",
          "[core][marking][bands]") {
    auto plan = thi::sample::plan();
    auto& round = plan.rounds.value->front();
    round.type = RoundType::written;
    const auto pointers = [&] {
        std::set<std::string> found;
        for (const auto& fault : check(plan))
            found.insert(fault.pointer);
        return found;
    };
    CHECK(pointers().empty());
    plan.round.written.duration.value = 180;
    plan.round.written.pass.value = Points{6'000};
    CHECK(pointers() == std::set<std::string>{"/rounds/value/0/minutes", "/rounds/value/0/pass"});
    round.minutes = 0;
    round.pass = Points{6'000};
    CHECK(pointers().empty());
    plan.marking.discrepancy_bands.value = avg_10();
    CHECK(pointers().empty());
    plan.marking.discrepancy_bands.value->front().from_pct = 1;
    CHECK(pointers() == std::set<std::string>{"/marking/discrepancy_bands/value/0/from_pct"});
}
