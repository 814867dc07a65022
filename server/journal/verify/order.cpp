#include "journal/verify/order.h"

namespace thi::journal {

void Order::take(const ExaminedEntry& entry, std::uint64_t i) {
    auto& ends = report_["01.03"];
    ++ends.examined;
    if (entry.bad_leaf) return;
    const auto& leaf = entry.leaf;
    const auto where = leaf_place(i, leaf.type);
    if ((leaf.type == core::ContestOpened::leaf) != (i == 0))
        ends.fail(where, "contest.genesis phải là lá số 0 và chỉ ở đó.",
                  "contest.genesis is leaf 0 and stands nowhere else.");
    if (closed_) ends.fail(where, "Sau log.close không được có gì.", "Nothing follows log.close.");
    closed_ = closed_ || leaf.type == core::LogClosed::leaf;
    released_.take(leaf.type, i);

    auto& times = report_["03.04"];
    ++times.examined;
    if (last_at_ && leaf.at < *last_at_)
        times.fail(where, "Thời gian sớm hơn lá trước.", "Earlier than the leaf before.");
    last_at_ = leaf.at;

    const auto* type = find_leaf_type(leaf.type);
    const auto rule = type != nullptr ? type->opened : Opened::at_once;
    ++report_["01.04"].examined;
    if (!entry.opened)
        without_opening_.push_back({i, rule, leaf.type});
    else if (rule == Opened::to_auditors)
        any_for_auditors_ = true;
    if (entry.from.salt.has_value() != entry.from.payload.has_value())
        report_["01.04"].fail(where, "Chỉ có một nửa phần mở.", "Half of an opening.");
    if (entry.event && entry.commitment_holds)
        if (const auto* erase = std::get_if<core::RecordErased>(&*entry.event))
            for (const auto index : erase->indexes)
                erased_.insert(static_cast<std::uint64_t>(index));
}

bool Order::may_be_sealed(const Closed& entry) const {
    if (entry.rule == Opened::at_release) return !released_.opens(entry.index);
    return entry.rule == Opened::to_auditors && !any_for_auditors_;
}

void Order::finish() {
    auto& openings = report_["01.04"];
    for (const auto& entry : without_opening_) {
        if (erased_.contains(entry.index))
            ++openings.erased;
        else if (may_be_sealed(entry))
            ++openings.sealed;
        else
            openings.fail(leaf_place(entry.index, entry.type), "Thiếu phần mở.",
                          "The opening is missing.");
    }
}

} // namespace thi::journal
