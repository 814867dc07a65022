#include "catch.h"
#include "core/intake/age.h"
#include "core/plan/sample.h"

using namespace thi;
using namespace thi::core;

TEST_CASE("retirement follows the law of the day that is asked", "[core][age]") {
    struct Row {
        const char* says;
        const char* born;
        Sex sex;
        const char* law;
        const char* retires;
    };
    const Row rows[] = {
        {"a man of 2017 at 60", "1962-10-01", Sex::male, "2017-10-01", "2022-10-01"},
        {"a woman of 2017 at 55", "1967-10-01", Sex::female, "2017-10-01", "2022-10-01"},
        {"the last day of the old law", "1970-05-05", Sex::male, "2020-12-31", "2030-05-05"},
        {"a man who was 60 in 2020", "1960-12-31", Sex::male, "2021-06-01", "2020-12-31"},
        {"a man born in January 1961 at 60 years 3 months", "1961-01-15", Sex::male, "2021-01-01",
         "2021-04-15"},
        {"born in September 1961, still 60 years 3 months", "1961-09-15", Sex::male, "2021-01-01",
         "2021-12-15"},
        {"born in October 1961, 60 years 6 months", "1961-10-15", Sex::male, "2021-01-01",
         "2022-04-15"},
        {"born in April 1966, the first to reach 62", "1966-04-15", Sex::male, "2026-01-01",
         "2028-04-15"},
        {"a young man at 62", "1990-02-28", Sex::male, "2026-01-01", "2052-02-28"},
        {"a woman born in January 1966 at 55 years 4 months", "1966-01-15", Sex::female,
         "2021-01-01", "2021-05-15"},
        {"born in September 1966, 55 years 8 months", "1966-09-15", Sex::female, "2021-01-01",
         "2022-05-15"},
        {"a young woman at 60", "1990-01-15", Sex::female, "2026-01-01", "2050-01-15"},
    };
    for (const auto& row : rows)
        DYNAMIC_SECTION(row.says) {
            CHECK(print_date(retires_on(sample::day(row.born), row.sex, sample::day(row.law))) ==
                  row.retires);
        }
}

TEST_CASE("years left are whole years", "[core][age]") {
    const auto left = [](const char* born, const char* from) {
        return years_left(sample::day(born), Sex::male, sample::day(from));
    };
    CHECK(left("1962-10-01", "2017-10-01") == 5);
    CHECK(left("1962-10-01", "2017-10-02") == 4);
    CHECK(left("1955-01-01", "2017-10-01") == -3);
}

TEST_CASE("the age rule draws its line at a day", "[core][age]") {
    const AgeRule left{AgeRuleKind::remaining_years, 5, 5};
    const AgeRule most{AgeRuleKind::max_age, 55, 50};
    struct Row {
        const char* says;
        AgeRule rule;
        const char* born;
        Sex sex;
        bool within;
    };
    const Row rows[] = {
        {"a man with five years to the day", left, "1962-10-01", Sex::male, true},
        {"a man a day older", left, "1962-09-30", Sex::male, false},
        {"a woman with five years to the day", left, "1967-10-01", Sex::female, true},
        {"a woman a day older", left, "1967-09-30", Sex::female, false},
        {"a man on his 55th birthday", most, "1962-10-01", Sex::male, true},
        {"a man a day after it", most, "1962-09-30", Sex::male, false},
        {"a woman on her 50th birthday", most, "1967-10-01", Sex::female, true},
        {"a woman a day after it", most, "1967-09-30", Sex::female, false},
    };
    for (const auto& row : rows)
        DYNAMIC_SECTION(row.says) {
            CHECK(within_age(row.rule, sample::day(row.born), row.sex, sample::day("2017-10-01")) ==
                  row.within);
        }
}
