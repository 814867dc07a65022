#include "core/plan/calendar.h"

#include <cassert>

namespace thi::core {
namespace {

using namespace std::chrono;

constexpr Whole offset_vietnam_minutes = 420;
constexpr Whole working_days_max = 3660; // Beyond that a plan's number is a slip of the hand.

std::optional<int> digits(std::string_view text) {
    int number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

std::string padded(unsigned int number, std::size_t width) {
    auto text = std::to_string(number);
    return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

} // namespace

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto y = digits(text.substr(0, 4));
    const auto m = digits(text.substr(5, 2));
    const auto d = digits(text.substr(8, 2));
    if (!y || !m || !d || *y < 1900 || *y > 2199) return std::nullopt;
    const year_month_day day{year{*y}, month{static_cast<unsigned int>(*m)},
                             std::chrono::day{static_cast<unsigned int>(*d)}};
    if (!day.ok()) return std::nullopt;
    return sys_days{day};
}

std::string print_date(Date day) {
    const year_month_day ymd{day};
    return padded(static_cast<unsigned int>(static_cast<int>(ymd.year())), 4) + '-' +
           padded(static_cast<unsigned int>(ymd.month()), 2) + '-' +
           padded(static_cast<unsigned int>(ymd.day()), 2);
}

Date add_months(Date day, Whole count) {
    const year_month_day ymd{day};
    const auto moved = ymd + months{count};
    if (moved.ok()) return sys_days{moved};
    return sys_days{year_month_day_last{moved.year(), month_day_last{moved.month()}}};
}

Calendar::Calendar(const CalendarRules& rules)
    : weekdays_{rules.working_weekdays.value_or({1, 2, 3, 4, 5})},
      offset_{rules.utc_offset_minutes.value_or(offset_vietnam_minutes)} {
    if (rules.holidays.is_set())
        for (const auto& text : *rules.holidays)
            if (const auto day = parse_date(text)) extra_.insert(*day);
}

Date Calendar::date_of(Instant at) const {
    return floor<days>(at + offset_);
}

Instant Calendar::start_of(Date day) const {
    return Instant{day.time_since_epoch()} - offset_;
}

Instant Calendar::end_of(Date day) const {
    return start_of(day + days{1}) - milliseconds{1};
}

const std::set<Date>& Calendar::holidays_of(int year) const {
    const auto found = public_.find(year);
    if (found != public_.end()) return found->second;
    return public_.emplace(year, public_holidays(year, weekdays_)).first->second;
}

bool Calendar::is_working_day(Date day) const {
    const auto weekday_iso = static_cast<Whole>(weekday{day}.iso_encoding());
    if (weekdays_.count(weekday_iso) == 0 || extra_.count(day) > 0) return false;
    return holidays_of(static_cast<int>(year_month_day{day}.year())).count(day) == 0;
}

Date Calendar::working_days_after(Date day, Whole count) const {
    assert(count >= 0 && count <= working_days_max && !weekdays_.empty());
    while (count > 0) {
        day += days{1};
        if (is_working_day(day)) --count;
    }
    return day;
}

Date Calendar::working_days_before(Date day, Whole count) const {
    assert(count >= 0 && count <= working_days_max && !weekdays_.empty());
    while (count > 0) {
        day -= days{1};
        if (is_working_day(day)) --count;
    }
    return day;
}

} // namespace thi::core
