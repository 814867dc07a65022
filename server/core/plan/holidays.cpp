// Public holidays of Vietnam as data. Sources: Labour Code 2012 art. 115 (to 2020) and 2019 art.
// 112 (from 2021: the second day of the National Day); yearly announcements of Tết to 2026. Lunar
// dates are those of the Vietnamese calendar (UTC+7), in which Tết 2030 is a day before the Chinese
// one.

#include "core/plan/calendar.h"

#include <algorithm>
#include <array>
#include <vector>

namespace thi::core {
namespace {

using namespace std::chrono;

struct MonthDay {
    unsigned int month;
    unsigned int day;
};

// `off_from` .. `off_to` are the days of Tết that were or will be off, days in lieu among them.
struct LunarYear {
    int year;
    MonthDay off_from;
    MonthDay off_to;
    MonthDay hung_kings; // 10 March of the lunar calendar.
};

constexpr std::array lunar_years = {
    LunarYear{2017, {1, 26}, {2, 1}, {4, 6}},
    LunarYear{2018, {2, 14}, {2, 20}, {4, 25}},
    LunarYear{2019, {2, 4}, {2, 8}, {4, 14}},
    LunarYear{2020, {1, 23}, {1, 29}, {4, 2}},
    LunarYear{2021, {2, 10}, {2, 16}, {4, 21}},
    LunarYear{2022, {1, 31}, {2, 4}, {4, 10}},
    LunarYear{2023, {1, 20}, {1, 26}, {4, 29}},
    LunarYear{2024, {2, 8}, {2, 14}, {4, 18}},
    LunarYear{2025, {1, 27}, {1, 31}, {4, 7}},
    LunarYear{2026, {2, 16}, {2, 20}, {4, 26}},
    // Not announced: the last day of the old year and four of the new, with days in lieu.
    LunarYear{2027, {2, 5}, {2, 11}, {4, 16}},
    LunarYear{2028, {1, 25}, {1, 31}, {4, 4}},
    LunarYear{2029, {2, 12}, {2, 16}, {4, 23}},
    LunarYear{2030, {2, 1}, {2, 7}, {4, 12}},
};
static_assert(lunar_years.front().year == holidays_known_from);
static_assert(lunar_years.back().year == holidays_known_to);

Date on(int y, MonthDay at) {
    return sys_days{year{y} / month{at.month} / day{at.day}};
}

bool works(const std::set<Whole>& weekdays, Date at) {
    return weekdays.count(static_cast<Whole>(weekday{at}.iso_encoding())) > 0;
}

// The second day of the National Day has been 1 or 3 September, whichever made the days off run
// together: 3 September after a Monday or a Thursday, else 1 September.
MonthDay national_second(int y) {
    const auto second = weekday{on(y, {9, 2})};
    return second == Monday || second == Thursday ? MonthDay{9, 3} : MonthDay{9, 1};
}

} // namespace

std::set<Date> public_holidays(int year, const std::set<Whole>& working_weekdays) {
    std::vector<Date> given = {on(year, {1, 1}), on(year, {4, 30}), on(year, {5, 1}),
                               on(year, {9, 2})};
    if (year >= 2021) given.push_back(on(year, national_second(year)));
    std::set<Date> off;
    const auto lunar = std::find_if(lunar_years.begin(), lunar_years.end(),
                                    [&](const LunarYear& row) { return row.year == year; });
    if (lunar != lunar_years.end()) {
        given.push_back(on(year, lunar->hung_kings));
        for (auto at = on(year, lunar->off_from); at <= on(year, lunar->off_to); at += days{1})
            off.insert(at);
    }
    std::sort(given.begin(), given.end());
    off.insert(given.begin(), given.end());
    for (const auto holiday : given) {
        if (works(working_weekdays, holiday) || working_weekdays.empty()) continue;
        auto in_lieu = holiday + days{1};
        while (!works(working_weekdays, in_lieu) || off.count(in_lieu) > 0)
            in_lieu += days{1};
        off.insert(in_lieu);
    }
    return off;
}

} // namespace thi::core
