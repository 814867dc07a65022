#include "catch.h"
#include "core/plan/calendar.h"
#include "core/plan/sample.h"

using namespace thi;
using namespace thi::core;

namespace {

Calendar office() {
    return Calendar{CalendarRules{}};
}

} // namespace

TEST_CASE("a date is a day of the calendar, written in one way", "[core][calendar]") {
    CHECK(parse_date("2024-02-29"));
    CHECK(print_date(*parse_date("2024-02-29")) == "2024-02-29");
    for (const auto* text : {"2023-02-29", "2024-13-01", "2024-00-10", "2024-1-01", "24-01-01",
                             "2024/01/01", "2024-01-32", "1899-12-31", "", "2024-01-0x"})
        CHECK_FALSE(parse_date(text));
}

TEST_CASE("a day of the month that the later month lacks is its last day", "[core][calendar]") {
    struct Row {
        const char* from;
        Whole months;
        const char* to;
    };
    const Row rows[] = {{"2025-08-31", 6, "2026-02-28"},
                        {"2023-08-31", 6, "2024-02-29"},
                        {"2024-02-29", 12, "2025-02-28"},
                        {"2025-01-15", -1, "2024-12-15"},
                        {"1961-09-30", 723, "2021-12-30"}};
    for (const auto& row : rows)
        CHECK(print_date(add_months(sample::day(row.from), row.months)) == row.to);
}

TEST_CASE("days off of Viet Nam are known with the days in lieu", "[core][calendar]") {
    struct Row {
        const char* says;
        const char* day;
        bool working;
    };
    const Row rows[] = {
        {"a plain Monday", "2026-03-02", true},
        {"a Saturday", "2026-03-07", false},
        {"New Year's Day", "2026-01-01", false},
        {"30 April", "2026-04-30", false},
        {"1 May", "2026-05-01", false},
        {"National Day", "2026-09-02", false},
        {"its second day, before a Wednesday", "2026-09-01", false},
        {"its second day, after a Thursday", "2021-09-03", false},
        {"no second day before 2021", "2020-09-03", true},
        {"Tết 2026, from the last day of the old year", "2026-02-16", false},
        {"Tết 2026, the fifth day off", "2026-02-20", false},
        {"the Monday after Tết 2026", "2026-02-23", true},
        {"Tết 2030 begins on 2 February in Viet Nam, a day before China", "2030-02-01", false},
        {"the Hung Kings on a Sunday give the Monday", "2022-04-11", false},
        {"three holidays on Saturday to Monday give Tuesday", "2023-05-02", false},
        {"... and Wednesday", "2023-05-03", false},
        {"... but not Thursday", "2023-05-04", true},
    };
    for (const auto& row : rows)
        DYNAMIC_SECTION(row.says) {
            CHECK(office().is_working_day(sample::day(row.day)) == row.working);
        }
}

TEST_CASE("working days skip weekends and holidays", "[core][calendar]") {
    const auto calendar = office();
    const auto after = [&](const char* from, Whole count) {
        return print_date(calendar.working_days_after(sample::day(from), count));
    };
    CHECK(after("2026-03-02", 0) == "2026-03-02");
    CHECK(after("2026-03-06", 1) == "2026-03-09");
    CHECK(after("2026-02-13", 1) == "2026-02-23");
    CHECK(after("2026-04-29", 1) == "2026-05-04");
    CHECK(print_date(calendar.working_days_before(sample::day("2026-02-23"), 1)) == "2026-02-13");
}

TEST_CASE("the plan's own week and days off are obeyed", "[core][calendar]") {
    CalendarRules rules;
    rules.working_weekdays.value = {1, 2, 3, 4, 5, 6};
    rules.holidays.value = {"2026-03-03"};
    const Calendar calendar{rules};
    CHECK(calendar.is_working_day(sample::day("2026-03-07")));
    CHECK_FALSE(calendar.is_working_day(sample::day("2026-03-03")));
}

TEST_CASE("a day begins and ends in the contest's zone", "[core][calendar]") {
    CHECK(print_date(office().date_of(sample::at("2026-03-02 00:00"))) == "2026-03-02");
    CHECK(print_date(office().date_of(sample::at("2026-03-02 00:00") - Duration{1})) ==
          "2026-03-01");
    CHECK(office().end_of(sample::day("2026-03-02")) ==
          sample::at("2026-03-03 00:00") - Duration{1});
    CalendarRules rules;
    rules.utc_offset_minutes.value = 0;
    CHECK(print_date(Calendar{rules}.date_of(sample::at("2026-03-02 00:00"))) == "2026-03-01");
}
