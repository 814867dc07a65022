// Failures of the disk: each call fails in turn, once or for ever. What comes out is "refused" or
// "durable", never in between, and after a failure nothing more is acknowledged.

#include "catch.h"
#include "store/failing_vfs.h"
#include "store/story.h"

using namespace thi;
using namespace thi::store;
using namespace thi::store::test;

namespace {

struct Outcome {
    std::size_t acknowledged = 0;
    bool failed = false; // The committer gave up.
    bool spoke_after_failure = false;
};

// Two saves, a large file so that the WAL is moved, a third save.
Outcome play(const std::filesystem::path& root, Fails what, long call, bool for_ever) {
    Outcome outcome;
    const Folder folder{root};
    const Keys keys{folder.paths()};
    const Vault vault{keys.master()};
    const auto store = sqlite::open({folder.paths().database(), test_start, failing_vfs()}, vault);
    Story story{*store, keys, folder.paths(), 2};
    story.set_now(sample::at("2026-05-16 08:10"));
    story.resume();
    fail(what, call, for_ever);
    const auto count = [&](bool accepted) {
        if (accepted && outcome.failed) outcome.spoke_after_failure = true;
        if (accepted) ++outcome.acknowledged;
        outcome.failed = outcome.failed || !accepted;
    };
    count(story.send(1, 1, option_a).has_value());
    count(story.send(1, 2, option_a).has_value());
    const auto filed = story.committer().site_now([](SiteWriter& to, const core::Events&) {
        PublishedFile file{story_contest, crypto::sha256("f"), "f", "text/plain", {}};
        file.content.assign(5'000'000, 'x');
        to.add_file(file);
        return core::Result<void>{};
    });
    outcome.failed = outcome.failed || !filed;
    count(story.send(1, 3, option_a).has_value());
    story.committer().stop();
    if (outcome.failed) CHECK_FALSE(story.fatal.empty());
    fail_nothing();
    return outcome;
}

} // namespace

TEST_CASE("after any failed sync or write nothing is acknowledged, and a restart recovers",
          "[store][failure]") {
    const auto what = GENERATE(Fails::sync, Fails::write);
    const auto for_ever = GENERATE(false, true);
    SqliteSite prepared;
    {
        Story story{prepared.store(), prepared.keys(), prepared.paths(), 2};
        story.publish();
        story.take_applications();
        story.post_list();
        story.prepare();
        story.begin();
    }
    prepared.close();

    long failures = 0;
    // Writes come by the thousand here; they are sampled, ever more widely.
    for (long call = 1;; call += what == Fails::write ? 1 + call / 3 : 1) {
        TempFolder copy;
        const auto root = copy.path() / "data";
        std::filesystem::copy(prepared.paths().root, root,
                              std::filesystem::copy_options::recursive);
        INFO("call " << call);
        const auto outcome = play(root, what, call, for_ever);
        CHECK_FALSE(outcome.spoke_after_failure);

        const Folder folder{root};
        const Keys keys{folder.paths()};
        const Vault vault{keys.master()};
        const auto store = sqlite::open({folder.paths().database(), test_start, nullptr}, vault);
        Story story{*store, keys, folder.paths(), 2};
        story.resume();
        const auto kept = story.state().sittings.at(story.sitting_of(1)).answers.size();
        CHECK(kept >= outcome.acknowledged);
        if (outcome.failed) ++failures;
        if (!failure_plan().happened) {
            CHECK(outcome.acknowledged == 3);
            break;
        }
    }
    CHECK(failures > 0);
}
