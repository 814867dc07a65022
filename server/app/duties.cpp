#include "app/duties.h"

#include "store/committer.h"

namespace thi::app {

namespace {

// Core ends so many at once; the rest in the next batches, between which answers are saved.
constexpr int end_batches_max = 1'000;

void end_due_sittings(store::Committer& committer, core::ContestId contest) {
    for (int i = 0; i < end_batches_max; ++i) {
        const auto ended = committer.commit_now(contest, core::EndDueSittings{});
        if (!ended || ended->entries.empty()) return;
    }
}

bool is_being_sat(store::Committer& committer, core::ContestId contest) {
    bool sitting = false;
    const auto asked = committer.read_now(contest, [&](const core::Contest& state) {
        sitting = state.stage == core::Stage::sitting;
    });
    return asked && sitting;
}

} // namespace

void do_what_is_due(store::Committer& committer) {
    for (const auto contest : committer.contests()) {
        static_cast<void>(committer.commit_now(contest, core::OpenDuePapers{}));
        end_due_sittings(committer, contest);
        static_cast<void>(committer.commit_now(contest, core::StepDueDefences{}));
    }
}

void beat(store::Committer& committer, const core::Beat& reading) {
    for (const auto contest : committer.contests())
        if (is_being_sat(committer, contest))
            static_cast<void>(committer.commit_now(contest, reading));
}

void digest_security(store::Committer& committer, const core::DigestSecurity& day) {
    for (const auto contest : committer.contests())
        static_cast<void>(committer.commit_now(contest, day)); // Refused where the log is not open.
}

void note_uses(store::Committer& committer,
               const std::vector<std::pair<crypto::Digest, core::Instant>>& uses) {
    const auto write = [&uses](store::SiteWriter& site, const core::Events&) -> core::Result<void> {
        // Demo and staff sessions alike live a day from their last use; staff end earlier by
        // idleness (http/store_sessions.h).
        constexpr core::Duration life{24 * 60 * 60 * 1000};
        for (const auto& [token, at] : uses)
            site.touch_session(token, at, at + life);
        return {};
    };
    static_cast<void>(committer.uses_now(write));
}

} // namespace thi::app
