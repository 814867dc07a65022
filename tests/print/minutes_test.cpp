// Minutes out of a few entries of a log, as a defence day leaves them.

#include "catch.h"
#include "core/sitting/exam.h"
#include "print/minutes.h"

#include <algorithm>

using namespace thi;

namespace {

const auto round_one = core::id<core::RoundId>(1);
const auto an = core::id<core::CandidateId>(1);
const auto binh = core::id<core::CandidateId>(2);
const auto chair = core::id<core::PersonId>(1);
const auto member = core::id<core::PersonId>(2);

core::Approvals both() {
    return {{chair, "password", core::day, {}}, {member, "password", core::day, {}}};
}

// An is heard and counted, Bình does not come.
class Day {
  public:
    Day() {
        core::Post post;
        post.post = core::post_one;
        post.title = "Vụ trưởng Vụ <Địa phương> III";
        facts.plan.post.list.value = std::vector{post};
        core::Round defence;
        defence.round = round_one;
        defence.title = "Bảo vệ đề án";
        facts.plan.rounds.value = std::vector{defence};
        facts.plan.contest.title.value = "Thi tuyển vụ trưởng";
        facts.officials[chair] = {"Trần Thị Chủ", {core::Role::chair}};
        facts.officials[member] = {"Lê Văn Uỷ", {core::Role::council_member}};
        facts.candidates = {{an, "Nguyễn Văn An"}, {binh, "Phạm Thị Bình"}};
        facts.origin = "thi.test/con_1";
        log(core::DefenceOpened{chair, round_one, core::post_one, {chair, member}, {}, {an, binh}});
        log(core::QuestionAsked{chair, round_one, an, 1, member, "Vì sao?"});
        log(core::BallotCast{
            round_one, an, core::id<core::BallotId>(1), {}, core::Points{8'450}, {}});
        log(core::BallotCast{round_one, an, core::id<core::BallotId>(2), {}, std::nullopt, {}});
    }

    template <class E> void log(E event) {
        facts.entries.push_back({next_, core::day + std::chrono::minutes{next_}, std::move(event)});
        ++next_;
    }
    void count() { log(core::BallotsCounted{chair, round_one, an, 3, 2, 1, {8'450, 1}, both()}); }
    void absent() {
        log(core::DefenceStepped{chair, round_one, binh, core::DefenceStep::absent, "Không đến"});
    }

    print::MinutesFacts facts;

  private:
    std::uint64_t next_ = 100;
};

std::string text_of(const print::MinutesFacts& facts, const std::string& name) {
    const auto page = print::minutes(facts, name);
    REQUIRE(page);
    return *page;
}

} // namespace

TEST_CASE("an act has minutes when it is over, and not before", "[print][minutes]") {
    Day day;
    CHECK(print::minutes_list(day.facts).empty());
    day.count();
    CHECK(print::minutes_list(day.facts).empty()); // Bình is still to be heard.
    day.absent();
    const auto list = print::minutes_list(day.facts);
    REQUIRE(list.size() == 1);
    CHECK(list[0].kind == print::MinutesKind::count);
    CHECK(list[0].index == 105);
    CHECK_FALSE(print::minutes(day.facts, "count-other"));
}

TEST_CASE("count minutes hold every figure with its entry of the log", "[print][minutes]") {
    Day day;
    day.count();
    day.absent();
    const auto page = text_of(day.facts, print::minutes_list(day.facts)[0].name);
    for (const auto* says :
         {"Vụ trưởng Vụ &lt;Địa phương&gt; III", "Trần Thị Chủ", "Nguyễn Văn An",
          "Vì sao? [mục 101]", "phát ra: 3; thu vào: 2; hợp lệ: 1; không hợp lệ: 1", "84,50",
          "phiếu trắng", "[mục 103]", "Trần Thị Chủ và Lê Văn Uỷ [mục 104]",
          "thí sinh vắng mặt, lý do: Không đến [mục 105]"}) {
        INFO(says);
        CHECK(page.find(says) != std::string::npos);
    }
}

TEST_CASE("result minutes tell the ranking as it was published, and what came before",
          "[print][minutes]") {
    Day day;
    const auto hash = crypto::sha256("results");
    day.facts.results[hash] = {
        {core::post_one, "Nguyễn Văn An", "0001", "84,5", 1, core::Outcome::winner}};
    day.log(core::ScoreComputed{chair, hash, 2});
    day.log(core::TieStepped{chair,
                             core::post_one,
                             core::TieRung::council_vote,
                             {{an}, {binh}},
                             "Biểu quyết 7/9",
                             both()});
    day.log(core::ResultReleased{hash, hash, both()});
    day.log(core::TieStepped{chair,
                             core::post_one,
                             core::TieRung::chair_decision,
                             {{binh}, {an}},
                             "Sau công bố",
                             both()});
    const auto list = print::minutes_list(day.facts);
    REQUIRE(list.size() == 1);
    const auto page = text_of(day.facts, list[0].name);
    for (const auto* says :
         {"Nguyễn Văn An", "84,5", "Trúng tuyển", "Biểu quyết 7/9", "[mục 106]"}) {
        INFO(says);
        CHECK(page.find(says) != std::string::npos);
    }
    CHECK(page.find("Sau công bố") == std::string::npos);
}

TEST_CASE("papers of the Party have the Party's head", "[print][minutes]") {
    Day day;
    day.count();
    day.absent();
    const auto name = print::minutes_list(day.facts)[0].name;
    CHECK(text_of(day.facts, name).find("Độc lập - Tự do - Hạnh phúc") != std::string::npos);
    day.facts.plan.contest.preset.value = core::Preset::BTCTW_2017;
    CHECK(text_of(day.facts, name).find("Đảng Cộng sản Việt Nam") != std::string::npos);
}
