#include "catch.h"
#include "core/result/tally.h"
#include "journal/client.h"
#include "journal/receipt.h"
#include "store/story.h"
#include "text/described.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>

using namespace thi;
using namespace thi::store;
using namespace thi::store::test;
using core::Code;

namespace {

// A site, and a contest up to the bell.
struct Exam {
    SqliteSite site;
    std::unique_ptr<Story> story;

    explicit Exam(unsigned int candidates = 3) {
        story = std::make_unique<Story>(site.store(), site.keys(), site.paths(), candidates);
        story->publish();
        story->take_applications();
        story->post_list();
        story->prepare();
        story->begin();
    }
};

journal::VerifierKey pinned(const Story& story) {
    return *journal::parse_vkey(story.vkey);
}

void check_receipt_of(const Story& story, const core::SaveAnswer& save, const Committed& made) {
    const journal::Sent sent{save.client.text, save.client.sig, journal::Fate::counts};
    const auto proven = journal::check_receipt(made.receipt(0), sent, pinned(story));
    REQUIRE(proven.has_value());
    CHECK(proven->index == made.entries.front().index);
    CHECK(proven->received_at == save.received_at);
}

} // namespace

TEST_CASE("a save is acknowledged with a receipt that its owner can check", "[store][committer]") {
    Exam exam;
    const auto save = exam.story->save(1, 1, option_a);
    const auto made = exam.story->ask(save);
    REQUIRE(made.has_value());
    CHECK_FALSE(made->repeat);
    REQUIRE(made->entries.size() == 1);
    check_receipt_of(*exam.story, save, *made);

    auto forged = save;
    forged.client.text += " ";
    const journal::Sent sent{forged.client.text, "", journal::Fate::counts};
    CHECK_FALSE(journal::check_receipt(made->receipt(0), sent, pinned(*exam.story)).has_value());
}

TEST_CASE("saves leave standing what was read of people; a site write does not",
          "[store][committer]") {
    Exam exam;
    auto& committer = exam.story->committer();
    const auto before = committer.changes();
    const auto contest = exam.story->state().contest;
    REQUIRE(committer.commit_now(contest, exam.story->save(1, 1, option_a)));
    CHECK(committer.changes() == before);
    const auto write = [](SiteWriter&, const core::Events&) {
        return core::Result<void>{};
    };
    REQUIRE(committer.site_now(write));
    CHECK(committer.changes() == before + 1);
}

TEST_CASE("what the server asks of itself each second leaves standing what was read of people",
          "[store][committer]") {
    Exam exam;
    auto& committer = exam.story->committer();
    const auto contest = exam.story->state().contest;
    const auto before = committer.changes();
    const auto idle = committer.commit_now(contest, core::EndDueSittings{});
    REQUIRE(idle.has_value());
    CHECK(idle->entries.empty());
    const auto wrote = [](SiteWriter&, const core::Events&) {
        return core::Result<void>{};
    };
    REQUIRE(committer.uses_now(wrote));
    CHECK(committer.changes() == before);
    // The same command with something to do.
    exam.story->set_now(sample::at("2026-05-16 10:30"));
    const auto ended = committer.commit_now(contest, core::EndDueSittings{});
    REQUIRE(ended.has_value());
    CHECK_FALSE(ended->entries.empty());
    CHECK(committer.changes() > before);
}

TEST_CASE("a repeat gets its old index and a proof against the head of now (R-16)",
          "[store][committer]") {
    Exam exam;
    const auto save = exam.story->save(1, 1, option_a);
    const auto first = exam.story->ask(save);
    REQUIRE(exam.story->send(2, 1, option_b).has_value());
    const auto size = exam.story->state().size;
    const auto again = exam.story->ask(save);
    REQUIRE(again.has_value());
    CHECK(again->repeat);
    REQUIRE(again->entries.size() == 1);
    CHECK(again->entries.front().index == first->entries.front().index);
    CHECK(exam.story->state().size == size);
    check_receipt_of(*exam.story, save, *again);

    exam.story->restart();
    const auto later = exam.story->ask(save);
    REQUIRE(later.has_value());
    check_receipt_of(*exam.story, save, *later);
}

TEST_CASE("saves of one request are decided in their order, each for itself",
          "[store][committer]") {
    boost::asio::io_context io; // Outlives the writer, who may still be in its post().
    Exam exam;
    auto& story = *exam.story;
    std::vector<core::Command> commands;
    std::vector<core::SaveAnswer> saves;
    auto next = story.save(1, 1, option_a);
    for (core::Whole seq = 1; seq <= 3; ++seq) {
        next.client.seq = seq;
        next.client.text = journal::client_text(next.client);
        next.text_hash = crypto::sha256(next.client.text);
        saves.push_back(next);
        commands.emplace_back(next);
        next.client.prev = next.text_hash;
    }
    auto gap = next;
    gap.client.seq = 9;
    commands.emplace_back(gap);
    commands.emplace_back(saves[0]);

    std::vector<core::Result<Committed>> results;
    boost::asio::co_spawn(
        io,
        [&]() -> boost::asio::awaitable<void> {
            results = co_await story.committer().commit_all(story_contest, commands);
        },
        boost::asio::detached);
    io.run();
    REQUIRE(results.size() == 5);
    for (std::size_t i = 0; i < 3; ++i) {
        REQUIRE(results[i].has_value());
        check_receipt_of(story, saves[i], *results[i]);
    }
    CHECK(results[3].error().code == Code::seq_gap);
    REQUIRE(results[4].has_value());
    CHECK(results[4]->repeat);
    check_receipt_of(story, saves[0], *results[4]);
}

TEST_CASE("many waiters are released, each with its own receipt, by few transactions",
          "[store][committer]") {
    boost::asio::io_context io;
    Exam exam;
    auto& story = *exam.story;
    std::size_t good = 0;
    for (unsigned int candidate = 1; candidate <= 3; ++candidate) {
        boost::asio::co_spawn(
            io,
            [&, candidate]() -> boost::asio::awaitable<void> {
                const auto save = story.save(candidate, 1, option_a);
                const auto made = co_await story.committer().commit(story_contest, save);
                if (!made) co_return;
                check_receipt_of(story, save, *made);
                ++good;
            },
            boost::asio::detached);
    }
    io.run();
    CHECK(good == 3);
}

TEST_CASE("a refused site write refuses its command, and nothing of either stays",
          "[store][committer]") {
    Exam exam;
    auto& story = *exam.story;
    const auto before = story.state().size;
    const auto refused = story.ask(core::Beat{story.now(), 1}, [](SiteWriter& to, const auto&) {
        to.set_value("half", "written");
        return core::Result<void>{core::Fault{Code::limit_reached, {}, {}}};
    });
    CHECK(refused.error().code == Code::limit_reached);
    CHECK(story.state().size == before);
    CHECK_FALSE(exam.site.store().ask([](const Reader& r) { return r.value("half"); }));

    std::size_t seen = 0;
    const auto taken =
        story.ask(core::Beat{story.now(), 1}, [&](SiteWriter& to, const auto& events) {
            seen = events.size();
            to.set_value("whole", "written");
            return core::Result<void>{};
        });
    CHECK(taken.has_value());
    CHECK(seen == 1);
    CHECK(exam.site.store().ask([](const Reader& r) { return r.value("whole"); }) == "written");
}

TEST_CASE("a command to a contest that does not exist is not found", "[store][committer]") {
    Exam exam;
    const auto outcome = exam.story->committer().commit_now(sample::id<core::ContestId>(77),
                                                            core::Beat{exam.story->now(), 1});
    CHECK(outcome.error().code == Code::not_found);
    const auto question = exam.story->committer().read_now(sample::id<core::ContestId>(77),
                                                           [](const core::Contest&) {});
    CHECK(question.error().code == Code::not_found);
}

TEST_CASE("a question is answered from the writer's own contest", "[store][committer]") {
    boost::asio::io_context io;
    Exam exam;
    std::size_t sittings = 0;
    Code said = Code::busy;
    bool thrown = false;
    boost::asio::co_spawn(
        io,
        [&]() -> boost::asio::awaitable<void> {
            auto& committer = exam.story->committer();
            const auto bad_question = [](const core::Contest&) -> int {
                throw std::runtime_error("asked badly");
            };
            const auto count = co_await committer.read(
                story_contest, [](const core::Contest& c) { return c.sittings.size(); });
            sittings = count.value();
            const auto refused = co_await committer.read(
                story_contest, [](const core::Contest&) -> core::Result<int> {
                    return core::Fault{Code::too_early, {}, {}};
                });
            said = refused.error().code;
            try {
                co_await committer.read(story_contest, bad_question);
            } catch (const std::runtime_error&) {
                thrown = true;
            }
        },
        boost::asio::detached);
    io.run();
    CHECK(sittings == 3);
    CHECK(said == Code::too_early);
    CHECK(thrown);
    CHECK(exam.story->fatal.empty());
}

TEST_CASE("after stop() what was queued is done and what comes later is refused (R-22)",
          "[store][committer]") {
    Exam exam;
    auto& story = *exam.story;
    REQUIRE(story.send(1, 1, option_a).has_value());
    story.committer().stop();
    CHECK(story.ask(core::Beat{story.now(), 1}).error().code == Code::busy);
    const auto copied = SignedHeads{exam.site.paths()}.read(story_contest);
    REQUIRE(copied);
    CHECK(copied->size ==
          exam.site.store().ask([](const Reader& r) { return r.head(story_contest); })->size);
}

TEST_CASE("a log shorter than the one last signed is not served (R-05, R-26)",
          "[store][committer]") {
    Exam exam;
    exam.story->committer().stop();
    const SignedHeads heads{exam.site.paths()};
    auto last = *heads.read(story_contest);
    heads.write(story_contest, {last.size + 1, last.root});
    CHECK_THROWS_AS(exam.story->restart(), StoreError);
    heads.write(story_contest, {last.size, crypto::sha256("another root")});
    CHECK_THROWS_AS(exam.story->restart(), StoreError);
    heads.write(story_contest, last);
    CHECK_NOTHROW(exam.story->restart());
}

TEST_CASE("a contest after a restart is the contest before it", "[store][committer]") {
    SqliteSite site;
    Story story{site.store(), site.keys(), site.paths()};
    play_everything(story);
    const auto before = story.state();
    story.restart();
    const auto after = story.state();
    CHECK(after.size == before.size);
    CHECK(after.stage == core::Stage::final_);
    CHECK(text::to_text(core::tally(after)) == text::to_text(core::tally(before)));
    CHECK(after.closed);
}
