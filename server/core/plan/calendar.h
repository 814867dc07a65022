// Calendar: civil dates, working days and ends of days in the contest's own zone. Pure arithmetic
// on instants that are handed in; the public holidays are data (holidays.cpp), with what is not
// known.

#pragma once
#include "core/plan/plan.h"

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace thi::core {

using Date = std::chrono::sys_days; // A civil day; what zone it is meant in goes without saying.

// "2017-06-30"; nothing where the text is not a day of the calendar between 1900 and 2199.
std::optional<Date> parse_date(std::string_view text);
std::string print_date(Date day);

// The same day of the month `months` later (earlier when negative), or the last day of that month
// where it has no such day: 31 August and six months make 28 or 29 February.
Date add_months(Date day, Whole months);

// Public holidays of Vietnam that are days off in `year`, with the days given in lieu of those that
// fall on a weekly day off (Labour Code 2019, art. 111(3), 112). Known from 2017 to 2030; of the
// years from 2027 on, Tết is the five days of the law nearest to custom, not yet announced. Days
// swapped by yearly decisions are not in: put them in `calendar.holidays`.
std::set<Date> public_holidays(int year, const std::set<Whole>& working_weekdays);

inline constexpr int holidays_known_from = 2017;
inline constexpr int holidays_known_to = 2030;

class Calendar {
  public:
    // Waived parameters mean: Monday to Friday, no further holidays, UTC+7.
    explicit Calendar(const CalendarRules& rules);

    Date date_of(Instant at) const;
    Instant start_of(Date day) const;
    Instant end_of(Date day) const; // The last millisecond that belongs to the day.

    bool is_working_day(Date day) const;
    // The `count`-th working day after `day`; `day` itself does not count. 0: `day`.
    Date working_days_after(Date day, Whole count) const;
    Date working_days_before(Date day, Whole count) const;

  private:
    const std::set<Date>& holidays_of(int year) const;

    std::set<Whole> weekdays_;
    std::set<Date> extra_;
    std::chrono::minutes offset_;
    mutable std::map<int, std::set<Date>> public_;
};

} // namespace thi::core
