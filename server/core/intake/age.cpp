#include "core/intake/age.h"

namespace thi::core {
namespace {

using namespace std::chrono;

constexpr int rising_from = 2021; // Decree 135/2020.

struct RetirementAge {
    Whole before_months; // Until 2020.
    Whole first_months;  // In 2021.
    Whole step_months;   // For each year after.
    Whole last_months;   // Where it stops.
};

constexpr RetirementAge men{720, 723, 3, 744};
constexpr RetirementAge women{660, 664, 4, 720};

int year_of(Date day) {
    return static_cast<int>(year_month_day{day}.year());
}

Whole age_in(const RetirementAge& law, int year) {
    if (year < rising_from) return law.before_months;
    return std::min(law.first_months + law.step_months * (year - rising_from), law.last_months);
}

} // namespace

Date retires_on(Date born_on, Sex sex, Date law_of) {
    const auto& law = sex == Sex::male ? men : women;
    const auto flat = add_months(born_on, law.before_months);
    if (year_of(law_of) < rising_from || year_of(flat) < rising_from) return flat;
    // The first year in which the age of that year is reached.
    for (int year = rising_from;; ++year) {
        const auto reached = add_months(born_on, age_in(law, year));
        if (year_of(reached) <= year || age_in(law, year) == law.last_months) return reached;
    }
}

Whole years_left(Date born_on, Sex sex, Date from) {
    const auto end = retires_on(born_on, sex, from);
    Whole years = year_of(end) - year_of(from);
    while (add_months(from, years * 12) > end)
        --years;
    return years;
}

bool within_age(const AgeRule& rule, Date born_on, Sex sex, Date day) {
    const auto limit = sex == Sex::male ? rule.men : rule.women;
    if (rule.kind == AgeRuleKind::max_age) return day <= add_months(born_on, limit * 12);
    return add_months(day, limit * 12) <= retires_on(born_on, sex, day);
}

} // namespace thi::core
