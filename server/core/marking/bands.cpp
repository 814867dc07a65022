#include "core/marking/bands.h"

#include "core/refusal.h"

#include <boost/describe/enum_from_string.hpp>

#include <algorithm>

namespace thi::core {

namespace {

__extension__ using WideMark = __int128;

// Has a gap reached the beginning of the row?
bool begins_by(const Band& band, Points gap, Points most) {
    const auto share = WideMark{gap.hundredths} * 100;
    const auto start = WideMark{most.hundredths} * band.from_pct;
    return band.from_inclusive ? share >= start : share > start;
}

bool begins_before(const Band& a, const Band& b) {
    if (a.from_pct != b.from_pct) return a.from_pct < b.from_pct;
    return a.from_inclusive && !b.from_inclusive;
}

} // namespace

std::optional<BandAction> band_action(std::string_view name) {
    BandAction action{};
    if (!boost::describe::enum_from_string(std::string{name}.c_str(), action)) return std::nullopt;
    return action;
}

const Band* band_of(const std::vector<Band>& bands, Points gap, Points most) {
    const Band* found = nullptr;
    for (const auto& band : bands)
        if (begins_by(band, gap, most)) found = &band;
    return found;
}

std::vector<FieldFault> check_bands(const std::vector<Band>& bands, const std::string& at) {
    std::vector<FieldFault> faults;
    if (bands.empty() || bands.front().from_pct != 0 || !bands.front().from_inclusive)
        faults.push_back(wrong(at + (bands.empty() ? "" : "/0/from_pct"),
                               "Mức đầu phải bắt đầu từ 0%, kể cả 0%.",
                               "The first band begins at 0%, inclusive."));
    for (std::size_t i = 0; i < bands.size(); ++i) {
        const auto& band = bands[i];
        const auto here = at + '/' + std::to_string(i);
        const bool nothing_left = band.from_pct == 100 && !band.from_inclusive;
        if (band.from_pct < 0 || band.from_pct > 100 || nothing_left)
            faults.push_back(wrong(here + "/from_pct", "Từ 0% đến 100%, và không rỗng.",
                                   "Within 0 to 100%, and not empty."));
        if (i > 0 && !begins_before(bands[i - 1], band))
            faults.push_back(wrong(here + "/from_pct", "Các mức phải tăng dần, không trùng nhau.",
                                   "Bands rise and do not overlap."));
        if (!band_action(band.action))
            faults.push_back(
                wrong(here + "/action", "Không có cách xử lý này.", "There is no such action."));
    }
    return faults;
}

Points rounded_mark(Fraction mark, Whole decimals) {
    const WideMark unit = decimals >= 2 ? 1 : decimals == 1 ? 10 : 100;
    const WideMark denominator = WideMark{mark.denominator} * unit;
    const WideMark units = (2 * WideMark{mark.numerator} + denominator) / (2 * denominator);
    return Points{static_cast<std::int64_t>(units * unit)};
}

} // namespace thi::core
