// Check 05.04: rolls, boxes and marks recount; each way of changing one is named.

#include "catch.h"
#include "journal/verify/ballots.h"
#include "journal/verify/log_sample.h"

using namespace thi;
using sample::id;

namespace {

const auto round_7 = id<core::RoundId>(7);
const auto candidate = id<core::CandidateId>(1);

core::BallotCast cast(unsigned int number, std::optional<core::Whole> points) {
    core::BallotCast ballot;
    ballot.round = round_7;
    ballot.candidate = candidate;
    ballot.ballot = id<core::BallotId>(number);
    ballot.token_digest = crypto::sha256("token " + std::to_string(number));
    if (points) ballot.score = core::Points{*points * 100};
    return ballot;
}

// Four members; 80, 90, a blank and 70 points.
struct Box {
    std::vector<core::BallotIssued> roll;
    std::vector<core::BallotCast> ballots{cast(1, 80), cast(2, 90), cast(3, {}), cast(4, 70)};
    core::BallotsCounted count;
    std::vector<core::Event> after;
    bool hidden = false;
    bool counted = true;

    Box() {
        for (unsigned int i = 1; i <= 4; ++i)
            roll.push_back({id<core::PersonId>(i), round_7, candidate});
        count.round = round_7;
        count.candidate = candidate;
        count.issued = 4;
        count.cast = 4;
        count.invalid = 1;
        count.mark = {24'000, 3};
    }

    journal::Report audit() const {
        journal::Report report;
        journal::Ballots check{report["05.04"]};
        core::ContestOpened opened;
        core::Plan plan;
        plan.panel.score_max.value = core::Points{10'000};
        plan.panel.score_step.value = core::Points{100};
        opened.plan = plan;
        check.take(opened, "leaf 0");
        for (const auto& one : roll)
            check.take(one, "issue " + one.member.str());
        for (const auto& one : ballots)
            check.take(one, "cast " + one.ballot.str());
        if (counted) check.take(count, "count");
        for (const auto& one : after)
            check.take(one, "after");
        if (hidden) check.unopened();
        report["01.04"].sealed = hidden ? 1 : 0;
        check.finish(report["01.04"]);
        return report;
    }
    std::string places() const {
        std::string all;
        const auto report = audit();
        for (const auto& position : report["05.04"].positions)
            all += position.where + "; ";
        return all;
    }
};

} // namespace

TEST_CASE("V-13: a box that was counted rightly passes", "[journal][verify][ballots]") {
    const Box box;
    CHECK(box.places() == "");
    const auto report = box.audit();
    CHECK(report["05.04"].examined == 9);
}

TEST_CASE("V-13: whatever is changed of ballots is named by 05.04", "[journal][verify][ballots]") {
    Box box;
    SECTION("a score") {
        box.ballots[0].score = core::Points{8'100};
        CHECK(box.places() == "count; ");
    }
    SECTION("a blank one made valid") {
        box.ballots[2].score = core::Points{8'000};
        CHECK(box.places() == "count; ");
    }
    SECTION("a ballot left out") {
        box.ballots.pop_back();
        CHECK(box.places() == "count; count; ");
    }
    SECTION("a ballot put in under a token that was used") {
        box.ballots.push_back(box.ballots[0]);
        CHECK(box.places().find("cast " + box.ballots[0].ballot.str()) == 0);
    }
    SECTION("more ballots than were issued") {
        box.ballots.push_back(cast(5, 80));
        box.count.cast = 5;
        box.count.mark = {32'000, 4};
        CHECK(box.places() == "count; ");
    }
    SECTION("a roll entry taken away") {
        box.roll.pop_back();
        CHECK(box.places() == "count; count; ");
    }
    SECTION("a member who got two") {
        box.roll.push_back(box.roll[0]);
        CHECK(box.places() == "issue " + box.roll[0].member.str() + "; ");
    }
    SECTION("the mark") {
        box.count.mark = {24'100, 3};
        CHECK(box.places() == "count; ");
    }
    SECTION("the mark, shortened: a mean keeps its count, but is the same number") {
        box.count.mark = {8'000, 1};
        CHECK(box.places() == "");
    }
    SECTION("numbers of the minutes") {
        box.count.issued = 5;
        box.count.invalid = 0;
        CHECK(box.places() == "count; count; ");
    }
    SECTION("no count at all") {
        box.counted = false;
        CHECK(box.places().find("box " + round_7.str()) == 0);
    }
    SECTION("a ballot after the count, and a second count") {
        box.after = {core::Event{cast(5, 80)}, core::Event{box.count}};
        CHECK(box.places().find("after; after; ") == 0);
    }
}

TEST_CASE("V-13: while openings of ballots are sealed, nothing is said of the others",
          "[journal][verify][ballots]") {
    Box box;
    box.hidden = true;
    box.count.mark = {1, 1};
    const auto report = box.audit();
    CHECK(report["05.04"].positions.empty());
    CHECK(report["05.04"].sealed == 1);
}
