// Subcommands on a site: the same words, whether a server holds the data folder or not.

#include "app/clock.h"
#include "app/line_socket.h"
#include "app/place.h"
#include "app/site.h"
#include "app/site_command.h"
#include "catch.h"
#include "journal/plan_json.h"

#include <iostream>
#include <sstream>

using namespace thi;
using thi::test::Place;

namespace {

// What a command prints, and its exit code.
struct Printed {
    int code = 0;
    std::string out;
    std::string err;
};

Printed printed(const Place& place, const app::SiteCall& call) {
    std::ostringstream out;
    std::ostringstream err;
    auto* const to_out = std::cout.rdbuf(out.rdbuf());
    auto* const to_err = std::cerr.rdbuf(err.rdbuf());
    const int code = app::on_site(place.root, call);
    std::cout.rdbuf(to_out);
    std::cerr.rdbuf(to_err);
    return {code, out.str(), err.str()};
}

const app::SiteCall list_users{"user", {"list", "--data", "."}, {}};
const app::SiteCall add_user{
    "user",
    {"add", "--data", ".", "--identifier", "ha@thi.test", "--administrator"},
    "mật khẩu để thử"};

} // namespace

TEST_CASE("a subcommand says the same with a server on the folder and without", "[app][command]") {
    const Place place;
    CHECK(printed(place, add_user).code == app::done);
    const auto alone = printed(place, list_users);
    CHECK(alone.out.find("ha@thi.test") != std::string::npos);

    const app::SystemClock clock;
    app::Site site({.folder = place.root}, clock);
    const auto socket = app::answer_calls(site);
    const auto asked = printed(place, list_users);
    CHECK(asked.out == alone.out);
    const auto again = printed(place, add_user);
    CHECK(again.code == app::failed);
    CHECK_FALSE(again.err.empty());
    CHECK(printed(place, {"user", {"dance", "--data", "."}, {}}).code != app::done);
}

TEST_CASE("a plan is brought in as a draft and taken out again", "[app][command]") {
    const Place place;
    CHECK(printed(place, add_user).code == app::done);
    const auto plan = journal::write_plan(journal::preset_plan(core::Preset::MOHA_2424));
    const app::SiteCall bring{
        "contest", {"import", "plan.json", "--data", ".", "--code", "X-1", "--title", "X"}, plan};
    CHECK(printed(place, bring).code == app::done);
    CHECK(printed(place, bring).code == app::failed); // The code is taken.
    const auto taken = printed(place, {"contest", {"export", "X-1", "--data", "."}, {}});
    CHECK(taken.code == app::done);
    const auto read = journal::read_plan(taken.out);
    REQUIRE(read);
    CHECK(read->contest.code.value == "X-1");
    const auto bad = printed(place, {"contest", {"import", "plan.json", "--data", "."}, "{}"});
    CHECK(bad.code == app::failed);
    CHECK(bad.err.find("dòng / line") != std::string::npos);
    const auto listed = printed(place, {"contest", {"list", "--data", ".", "--json"}, {}});
    CHECK(listed.out.find(R"("code":"X-1")") != std::string::npos);
}
