// The demo is played by ordinary commands, so it must be an ordinary, clean contest.

#include "app/banks.h"
#include "app/demo/exam.h"
#include "app/demo/stages.h"
#include "app/place.h"
#include "catch.h"
#include "http/store_auditor.h"
#include "source_root.h"

using namespace thi;
using thi::test::Place;

namespace {

constexpr core::Instant today{std::chrono::sys_days{std::chrono::year{2027} / 6 / 9}};
constexpr std::size_t candidates = 10;

bool clean(app::Site& site, core::ContestId contest) {
    http::StoreAuditor auditor{site.folder().paths().database(), site.vault()};
    const auto report = auditor.audit(contest);
    for (const auto& check : report.checks)
        for (const auto& position : check.positions)
            WARN(check.check << " " << position);
    return report.clean;
}

} // namespace

TEST_CASE("the contest of 2017 is open for registration, and its log is clean", "[app][demo]") {
    const Place place;
    app::SetClock clock{today - std::chrono::days{20}};
    app::Site site({.folder = place.root}, clock);
    const auto cast = app::demo::cast(site, 3);
    app::demo::Player player(site, clock, cast);
    player.at(app::demo::days_of_2017(today).published_at);
    player.publish(app::demo::plan_of_2017(today, "BTCTW-2017"));
    player.at(app::demo::days_of_2017(today).intake_opens);
    player.advance(core::Stage::intake);
    CHECK(player.plan().post.list->size() == 3);
    CHECK(player.plan().panel.ballot_timing.source == "chọn cho kỳ thi mẫu");
    CHECK(clean(site, player.contest()));
    CHECK(app::demo::links(site).size() == app::demo::personas().size());
    CHECK(app::demo::cast(site, 3).administrator == cast.administrator);
}

TEST_CASE("the replayed contest ends with a released result and a clean log", "[app][demo]") {
    const Place place;
    app::SetClock clock{today - std::chrono::days{200}};
    app::Site site({.folder = place.root}, clock);
    const auto banks = app::load_banks(THITUYEN_SOURCE "/question-banks");
    const auto cast = app::demo::cast(site, candidates);
    app::demo::Player player(site, clock, cast);
    const auto days = app::demo::days_until_tomorrow(today);
    player.at(days.published_at);
    player.publish(app::demo::plan_of_ministry(today, days, "BO-MAU", false));
    app::demo::hold_intake(player, days);
    const auto official = app::demo::prepare(player, days, banks);
    app::demo::hold_examination(player, days, official, [](int) {});
    app::demo::publish_result(player);
    player.ask([](const core::Contest& contest) {
        CHECK(contest.stage == core::Stage::released);
        CHECK(contest.released_hash);
    });
    CHECK(clean(site, player.contest()));
}
