// Age and retirement: how old somebody may be, by the law in force on the day that counts.

#pragma once
#include "core/intake/dossier.h"
#include "core/plan/calendar.h"

namespace thi::core {

// The day on which a person reaches retirement age. `law_of`: the day whose law is asked. Before
// 1 January 2021 60 years for men and 55 for women; from then on the age rises each year, by three
// months to 62 years in 2028 for men, by four months to 60 years in 2035 for women (Decree
// 135/2020/ND-CP, art. 4). Exceptions for some posts and trades are not in.
Date retires_on(Date born_on, Sex sex, Date law_of);

// Whole years from `from` to the day of retirement; negative when it is past.
Whole years_left(Date born_on, Sex sex, Date from);

// Whether a person is within the rule on `day`. max_age: the birthday on which the age is reached
// is the last day that is within. remaining_years: retirement is at least so many years away, to
// the day.
bool within_age(const AgeRule& rule, Date born_on, Sex sex, Date day);

} // namespace thi::core
