// The results file and the hash of a tally: exact bytes, for they are signed.

#include "catch.h"
#include "journal/paper.h"
#include "journal/results.h"

using namespace thi;

namespace {

template <class Id> Id id(std::uint8_t n) {
    return Id::from_bytes(std::array<std::uint8_t, 10>{0, 0, 0, 0, 0, 0, 0, 0, 0, n});
}

core::CandidateScore score(std::uint8_t n, core::Whole hundredths,
                           std::optional<core::Whole> rank) {
    core::CandidateScore one;
    one.candidate = id<core::CandidateId>(n);
    one.post = id<core::PostId>(1);
    one.roll_number = "000" + std::to_string(n);
    one.total = {hundredths, 1};
    one.shown = std::to_string(hundredths / 100);
    one.rank = rank;
    one.outcome = rank ? core::Outcome::winner : core::Outcome::not_passed;
    return one;
}

core::Contest contest(core::Profile profile) {
    core::Contest contest;
    contest.contest = id<core::ContestId>(1);
    core::Post post;
    post.post = id<core::PostId>(1);
    contest.plan.post.list.value = std::vector<core::Post>{post};
    contest.plan.publish.profile.value = profile;
    return contest;
}

core::Tally tally() {
    core::Tally made;
    made.candidates = {score(2, 8400, 1), score(1, 4000, std::nullopt)};
    return made;
}

const journal::CandidateNames names{{id<core::CandidateId>(1), "Lê Thị Ánh"},
                                    {id<core::CandidateId>(2), "Trần Văn Đức"}};

} // namespace

TEST_CASE("a results file is canonical JSON in the tally's order", "[journal][results]") {
    CHECK(journal::results_file(contest(core::Profile::roll_numbers), tally(), names) ==
          R"({"contest":"con_0000000000000001","format":"exam-results/v1","posts":[{"lines":[)"
          R"({"outcome":"winner","rank":1,"roll_number":"0002","rounds":[],"shown":"84",)"
          R"("total":{"denominator":1,"numerator":8400}},)"
          R"({"outcome":"not_passed","roll_number":"0001","rounds":[],"shown":"40",)"
          R"("total":{"denominator":1,"numerator":4000}}],)"
          R"("post":"post_0000000000000001","unfilled":false}]})");
}

TEST_CASE("names are published where the plan says so, and can be read back from the file",
          "[journal][results]") {
    const auto with = contest(core::Profile::names);
    const auto file = journal::results_file(with, tally(), names);
    CHECK(file.find("Trần Văn Đức") != std::string::npos);
    const auto read = journal::names_in(file, tally());
    REQUIRE(read);
    CHECK(*read == names);
    CHECK(journal::results_file(with, tally(), *read) == file);

    auto shorter = tally();
    shorter.candidates.pop_back();
    CHECK_FALSE(journal::names_in(file, shorter));
    CHECK_FALSE(journal::names_in("{}", tally()));
}

TEST_CASE("whoever was erased is published without a name", "[journal][results]") {
    const auto file = journal::results_file(contest(core::Profile::names), tally(), {});
    CHECK(file.find("\"name\"") == std::string::npos);
}

TEST_CASE("the hash of a tally changes with one item's points", "[journal][results]") {
    auto other = tally();
    other.candidates.front().rounds.emplace_back().round = id<core::RoundId>(1);
    other.candidates.front().rounds.front().items.emplace_back().item = id<core::ItemId>(1);
    const auto before = journal::trace_hash(other);
    other.candidates.front().rounds.front().items.front().points.hundredths = 1;
    CHECK(journal::trace_hash(other) != before);
}

TEST_CASE("scores rest on the leaves up to the last score.compute or tie.step",
          "[journal][results]") {
    auto scored = contest(core::Profile::names);
    scored.score_index = 7;
    CHECK(journal::scored_size(scored) == 8);
    scored.ties.push_back({id<core::PostId>(1), core::TieRung::public_draw, {}, 9});
    CHECK(journal::scored_size(scored) == 10);
}

TEST_CASE("a key document is read only as it was written", "[journal][results]") {
    core::AnswerKey key;
    key.paper = id<core::PaperId>(1);
    const auto text = journal::key_document(key, {1, 2, 3});
    const auto read = journal::read_key_document(text);
    REQUIRE(read);
    CHECK(read->paper == key.paper);
    CHECK_FALSE(journal::read_key_document(text + " "));
    core::Paper paper;
    paper.paper = key.paper;
    CHECK(journal::read_paper(journal::paper_text(paper)));
    CHECK_FALSE(journal::read_paper(" " + journal::paper_text(paper)));
}
