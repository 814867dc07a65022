#include "core/result/remark_result.h"

#include "core/result/sums.h"

#include <cassert>

namespace thi::core {

namespace {

__extension__ using Wide = __int128;
constexpr Whole hundred_points = 10'000;

Fraction mean_of(const std::vector<Fraction>& marks) {
    Fraction sum;
    for (const auto& mark : marks)
        sum = plus_weighted(sum, 1, mark);
    return reduced({sum.numerator, sum.denominator * std::ssize(marks)});
}

} // namespace

bool changes_mark(const Plan& plan, const Round& round, Fraction a, Fraction b) {
    if (a == b) return false;
    if (!plan.remark.change_threshold.is_set()) return true;
    a = reduced(a);
    b = reduced(b);
    Wide gap = Wide{a.numerator} * b.denominator - Wide{b.numerator} * a.denominator;
    if (gap < 0) gap = -gap;
    const Wide least = Wide{plan.remark.change_threshold->hundredths} * round.scale.hundredths;
    return gap * hundred_points >= least * a.denominator * b.denominator;
}

std::optional<Fraction> remark_result(const Plan& plan, const Round& round,
                                      const std::vector<Fraction>& marks) {
    assert(!marks.empty());
    if (marks.size() == 2 && changes_mark(plan, round, marks[0], marks[1])) return std::nullopt;
    if (marks.size() >= 3)
        for (std::size_t i = 0; i < 3; ++i)
            if (marks[i] == marks[(i + 1) % 3]) return marks[i];
    return mean_of(marks);
}

} // namespace thi::core
