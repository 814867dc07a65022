#include "http/store_auditor.h"

#include "journal/verify.h"
#include "store/sqlite/verify_source.h"

namespace thi::http {
namespace {

constexpr std::size_t positions_max = 1'000; // Of one check, in one reply.

api::CheckState state_of(journal::CheckState state) {
    switch (state) {
    case journal::CheckState::pass:
        return api::CheckState::pass;
    case journal::CheckState::fail:
        return api::CheckState::fail;
    case journal::CheckState::sealed:
        return api::CheckState::sealed;
    case journal::CheckState::erased:
        return api::CheckState::erased;
    case journal::CheckState::not_run:
        break;
    }
    return api::CheckState::not_run;
}

api::CheckLine line_of(const journal::Check& check) {
    api::CheckLine line;
    line.check = check.check;
    line.title_vi = check.title.vi;
    line.title_en = check.title.en;
    line.state = state_of(check.state);
    line.examined = static_cast<core::Whole>(check.examined);
    for (const auto& position : check.positions) {
        if (line.positions.size() == positions_max) break;
        line.positions.push_back(position.where + ": " + position.says.vi + " / " +
                                 position.says.en);
    }
    return line;
}

} // namespace

api::VerifyReport StoreAuditor::audit(core::ContestId contest) {
    const auto source = store::sqlite::open_source(database_, contest, &vault_);
    api::VerifyReport view; // Not clean: a contest without a log.
    const auto stated = source->vkeys();
    const auto key = journal::parse_vkey(stated.empty() ? "" : stated.front().text);
    if (!key) return view;
    const auto report = journal::verify(*source, journal::Pinned{*key, {}, {}});
    view.clean = report.clean();
    view.size = static_cast<core::Whole>(report.size);
    view.root = report.root;
    for (const auto& check : report.checks)
        view.checks.push_back(line_of(check));
    return view;
}

} // namespace thi::http
