#include "core/result/scoring.h"

#include "core/result/decimal.h"
#include "core/result/fold.h"

#include <algorithm>
#include <cassert>

namespace thi::core {

namespace {

struct Worth {
    Verdict verdict = Verdict::blank;
    Points points;
};

Worth all_or_nothing(const Tariff& tariff, bool right) {
    return right ? Worth{Verdict::correct, tariff.correct} : Worth{Verdict::wrong, tariff.wrong};
}

// `found` of `all` right choices, rounded towards zero.
Points share(Points whole, std::ptrdiff_t found, std::ptrdiff_t all) {
    return Points{whole.hundredths * found / all};
}

Worth multiple(const ItemKey& key, const std::vector<std::string>& chosen) {
    const auto is_right = [&](const std::string& option) {
        return std::find(key.options.begin(), key.options.end(), option) != key.options.end();
    };
    const auto right = std::count_if(chosen.begin(), chosen.end(), is_right);
    const auto wrong = std::ssize(chosen) - right;
    const auto all = std::ssize(key.options);
    const auto& tariff = key.tariff;
    if (wrong == 0 && right == all) return {Verdict::correct, tariff.correct};
    std::ptrdiff_t paid = 0;
    if (tariff.partial == Partial::share && wrong == 0) paid = right;
    if (tariff.partial == Partial::balance) paid = std::max<std::ptrdiff_t>(0, right - wrong);
    if (paid == 0) return {Verdict::wrong, tariff.wrong};
    return {Verdict::partial, share(tariff.correct, paid, all)};
}

Worth text(const ItemKey& key, const std::string& answer) {
    const std::string own = folded(answer, key.fold_case);
    if (own.empty()) return {};
    const bool accepted =
        std::any_of(key.accepted.begin(), key.accepted.end(),
                    [&](const std::string& one) { return folded(one, key.fold_case) == own; });
    return all_or_nothing(key.tariff, accepted);
}

Worth worth(const Item& item, const ItemKey& key, const Value& value) {
    if (item.type == ItemType::essay) return {Verdict::unmarked, Points{}};
    if (std::holds_alternative<std::monostate>(value)) return {};
    const auto* chosen = std::get_if<std::vector<std::string>>(&value);
    const auto* written = std::get_if<std::string>(&value);
    switch (item.type) {
    case ItemType::choice:
    case ItemType::true_false:
        assert(chosen != nullptr);
        return all_or_nothing(key.tariff, *chosen == key.options);
    case ItemType::multiple:
        assert(chosen != nullptr);
        return multiple(key, *chosen);
    case ItemType::numeric: {
        assert(written != nullptr && key.numeric);
        const auto number = Decimal::parse(*written);
        assert(number);
        return all_or_nothing(key.tariff, within_tolerance(*key.numeric, *number));
    }
    case ItemType::text:
        assert(written != nullptr);
        return text(key, *written);
    case ItemType::essay:
        break;
    }
    assert(false);
    return {};
}

} // namespace

ItemScore score_item(const Item& item, const ItemKey& key, const Value& value, bool withdrawn) {
    assert(item.item == key.item);
    ItemScore score;
    score.item = item.item;
    score.max = item.type == ItemType::essay ? item.points : key.tariff.correct;
    const Worth own = withdrawn && item.type != ItemType::essay
                          ? Worth{Verdict::withdrawn, key.tariff.correct}
                          : worth(item, key, value);
    score.verdict = own.verdict;
    score.points = own.points;
    return score;
}

} // namespace thi::core
