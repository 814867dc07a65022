// The ballot box: once each, nothing of when and who, and nothing left after the count.

#include "catch.h"
#include "store/story.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

using namespace thi;
using namespace thi::store;
using namespace thi::store::test;

namespace {

const auto defence = sample::id<core::RoundId>(7);
const auto candidate = sample::id<core::CandidateId>(1);

core::BoxedBallot ballot(unsigned int number) {
    core::BoxedBallot one;
    one.ballot = sample::id<core::BallotId>(number);
    one.token_digest = crypto::sha256("token " + std::to_string(number));
    one.score = core::Points{100 * static_cast<std::int64_t>(number)};
    one.salt = crypto::sha256("salt " + std::to_string(number));
    return one;
}

core::Result<void> put(Story& story, unsigned int number) {
    return story.committer().site_now([&](SiteWriter& site, const core::Events&) {
        return site.box_ballot(defence, candidate, ballot(number));
    });
}

std::vector<core::BoxedBallot> box(SqliteSite& site) {
    return site.store().ask(
        [](const Reader& reader) { return reader.ballot_box(defence, candidate); });
}

} // namespace

TEST_CASE("a token casts one ballot, and the box is read in the order of the ids",
          "[store][ballots]") {
    SqliteSite site;
    Story story{site.store(), site.keys(), site.paths()};
    for (const unsigned int number : {3U, 1U, 2U})
        REQUIRE(put(story, number));
    const auto twice = put(story, 2);
    REQUIRE_FALSE(twice);
    CHECK(twice.error().code == core::Code::already_done);
    const auto lying = box(site);
    REQUIRE(lying.size() == 3);
    for (unsigned int i = 0; i < 3; ++i) {
        CHECK(lying[i].ballot == ballot(i + 1).ballot);
        CHECK(lying[i].score == ballot(i + 1).score);
    }
}

TEST_CASE("where a ballot lies in the file does not tell when it came", "[store][ballots]") {
    // The ids in the order of their places in the file.
    const auto places = [](std::initializer_list<unsigned int> order) {
        SqliteSite site;
        Story story{site.store(), site.keys(), site.paths()};
        for (const auto number : order)
            REQUIRE(put(story, number));
        story.committer().stop();
        std::ifstream file{site.paths().database(), std::ios::binary};
        const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
        std::map<std::size_t, unsigned int> found;
        for (const auto number : order) {
            const auto at = bytes.find(ballot(number).ballot.text());
            REQUIRE(at != std::string::npos);
            found[at] = number;
        }
        std::string said;
        for (const auto& [at, number] : found)
            said += std::to_string(number);
        return said;
    };
    CHECK(places({1, 2, 3, 4}) == places({4, 2, 1, 3}));
}

TEST_CASE("the count empties the box, forgets its key, and leaves nothing in the WAL",
          "[store][ballots]") {
    SqliteSite site;
    Story story{site.store(), site.keys(), site.paths()};
    REQUIRE(put(story, 1));
    REQUIRE(put(story, 2));
    const auto key = story.committer().site_now(
        [&](SiteWriter& write, const core::Events&) -> core::Result<void> {
            write.put_ballot_key(defence, candidate, "first");
            write.put_ballot_key(defence, candidate, "second");
            return {};
        });
    REQUIRE(key);
    const auto kept = [&] {
        return site.store().ask(
            [](const Reader& reader) { return reader.ballot_key(defence, candidate); });
    };
    CHECK(kept() == "first");
    const auto empty = [&](std::size_t counted) {
        return story.committer().site_now([&](SiteWriter& write, const core::Events&) {
            return write.empty_box(defence, candidate, counted);
        });
    };
    const auto late = empty(1); // A ballot came in between reading and counting.
    REQUIRE_FALSE(late);
    CHECK(late.error().code == core::Code::wrong_state);
    CHECK(box(site).size() == 2);
    REQUIRE(empty(2));
    CHECK(box(site).empty());
    CHECK_FALSE(kept());
    story.committer().stop();
    auto wal = site.paths().database();
    wal += "-wal";
    CHECK((!std::filesystem::exists(wal) || std::filesystem::file_size(wal) == 0));
}
