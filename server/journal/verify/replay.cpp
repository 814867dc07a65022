#include "journal/verify/replay.h"

#include "journal/verify/fates.h"
#include "journal/verify/fits.h"
#include "journal/verify/rules.h"
#include "journal/verify/scorable.h"

namespace thi::journal {
namespace {

constexpr std::string_view own_checks[] = {"01.06", "01.07", "03.05", "03.06", "04.06",
                                           "05.02", "05.03", "05.05", "05.06"};

bool changes_scores(const core::Event& event) {
    return std::holds_alternative<core::ScoreComputed>(event) ||
           std::holds_alternative<core::TieStepped>(event);
}

} // namespace

Replay::Replay(LogSource& source, Report& report)
    : report_(report),
      papers_(source, report),
      marks_(source, report),
      projections_(source.projections()) {}

bool Replay::wants_root(const ExaminedEntry& entry) {
    return entry.event &&
           (std::holds_alternative<core::DrawFrozen>(*entry.event) || changes_scores(*entry.event));
}

void Replay::take(const ExaminedEntry& entry, std::uint64_t i, const Hash& root) {
    whole_ = whole_ && (entry.opened || entry.bad_leaf);
    if (!whole_) return;
    const auto where = leaf_place(i, entry.leaf.type);
    if (!entry.event) {
        report_["03.06"].fail(where, "Sự kiện không đọc được nên không áp dụng.",
                              "The event does not read and was left out.");
        return;
    }
    core::Record record{i, entry.leaf.at, entry.payload_hash, {}};
    if (std::holds_alternative<core::DrawFrozen>(*entry.event)) record.root = root;
    if (const auto why = unfit(contest_, *entry.event, record)) {
        report_["03.06"].fail(where, why->vi, why->en);
        if (i == 0) whole_ = false;
        return;
    }
    check_rules(contest_, *entry.event, record, where, report_);
    core::apply(contest_, *entry.event, record);
    if (std::holds_alternative<core::ScoreComputed>(*entry.event) && !unscorable(contest_))
        check_fates(contest_, where, report_);
    follow(*entry.event, record, where);
    marks_.take(contest_, *entry.event, root, where);
}

void Replay::follow(const core::Event& event, const core::Record& record,
                    const std::string& where) {
    papers_.take(contest_, event, where);
    if (!projections_) return;
    const bool scored = !changes_scores(event) || !unscorable(contest_);
    projections_->take(contest_, event, record, scored);
}

void Replay::finish() {
    papers_.finish();
    auto& tables = report_["03.07"];
    if (!projections_) {
        tables.asked = false;
        tables.skip("Nguồn này không có bảng dữ liệu.", "This source has no tables.");
    }
    if (!whole_) {
        const auto& openings = report_["01.04"];
        for (const auto check : own_checks) {
            report_[check].sealed += openings.sealed;
            report_[check].erased += openings.erased;
            if (openings.sealed == 0)
                report_[check].skip(
                    "Thiếu phần mở hoặc lá mở đầu nên không diễn lại được.",
                    "Openings or the genesis are missing, so that it cannot be replayed.");
        }
        if (projections_)
            tables.skip("Thiếu phần mở nên không dựng lại được bảng dữ liệu.",
                        "Openings are missing, so that tables cannot be rebuilt.");
        return;
    }
    marks_.finish();
    if (projections_) projections_->compare(tables);
}

} // namespace thi::journal
