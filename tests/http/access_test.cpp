// Who may call what: access, sessions, origin and rate, on the dispatcher alone.

#include "catch.h"
#include "http/guard.h"
#include "http/openapi.h"
#include "http/reply_writer.h"
#include "serving.h"

#include <stdexcept>

using namespace thi;
using namespace thi::http;

namespace {

net::awaitable<core::Result<Reply>> nothing(Exchange&) {
    co_return Reply::no_content();
}

const Route table[] = {
    {Verb::get, "/api/public", Access::public_, schema<Nothing, Nothing>(), nothing},
    {Verb::get, "/api/me", Access::signed_in, schema<Nothing, Nothing>(), nothing, {}, "after"},
    {Verb::get, "/api/sittings/{sitting}", Access::candidate, schema<Nothing, Nothing>(), nothing},
    {Verb::post,
     "/api/sittings/{sitting}/saves",
     Access::candidate,
     schema<Bytes, Nothing>(),
     nothing,
     {.body_max = 100}},
    {Verb::get, "/api/contests/{contest}/dossiers", Access::official(core::Role::chair),
     schema<Nothing, Nothing>(), nothing},
    {Verb::get, "/api/contests/{contest}/marks", Access::official(core::Role::marker),
     schema<Nothing, Nothing>(), nothing},
    {Verb::get, "/api/sittings/{sitting}/events", Access::participant(core::Role::chair),
     schema<Nothing, Nothing>(), nothing},
    {Verb::post, "/api/contests", Access::administrator, schema<Bytes, Nothing>(), nothing},
    {Verb::post, "/api/contests/{contest}/officials",
     Access::official(core::Role::chair).or_administrator(), schema<Bytes, Nothing>(), nothing},
    {Verb::get, "/api/contests/{contest}/overview", Access::any_official(),
     schema<Nothing, Nothing>(), nothing},
    {Verb::post,
     "/api/session",
     Access::public_,
     schema<Bytes, Nothing>(),
     nothing,
     {.before_session = true}},
    {Verb::get, "/log/{contest}/tile/{tail*}", Access::public_, schema<Nothing, Bytes>(), nothing},
};

// A head made of text; kept alive with its bytes.
struct Asked {
    std::string bytes;
    Head head;
    explicit Asked(std::string text) : bytes(std::move(text)) {
        const auto end = bytes.find("\r\n\r\n") + 4;
        REQUIRE(filter_head(std::string_view{bytes}.substr(0, end), head) == HeadRefusal::none);
    }
};

std::string cookie(char letter) {
    return "Cookie: __Host-session=" + test::token(letter) + "\r\n";
}

int status(const test::House& house, const std::string& text) {
    const Asked asked{text};
    const auto admission = house.dispatcher.admit(asked.head, "192.0.2.1");
    return admission.reply ? admission.reply->status : 200;
}

std::string filled(std::string_view path) {
    std::string target{path};
    const auto put = [&](std::string_view name, std::string_view value) {
        const auto at = target.find(name);
        if (at != std::string::npos) target.replace(at, name.size(), value);
    };
    put("{contest}", test::contest().text());
    put("{sitting}", test::sitting().text());
    put("{tail*}", "0/000");
    return target;
}

const std::string unsafe_fields = "Origin: http://thi.test\r\nX-CSRF-Token: csrf-of-";

} // namespace

TEST_CASE("S-02: every cell of role x endpoint is as the table says", "[http][access]") {
    const test::House house{table};
    struct Row {
        std::string_view path;
        int nobody, stranger, candidate, chair, administrator;
    };
    const Row rows[] = {
        {"/api/public", 200, 200, 200, 200, 200},
        {"/api/me", 401, 200, 200, 200, 200},
        {"/api/sittings/{sitting}", 401, 404, 200, 403, 404},
        {"/api/sittings/{sitting}/saves", 401, 404, 200, 403, 404},
        {"/api/contests/{contest}/dossiers", 401, 404, 403, 200, 404},
        {"/api/contests/{contest}/marks", 401, 404, 403, 403, 404},
        {"/api/sittings/{sitting}/events", 401, 404, 200, 200, 404},
        {"/api/contests", 401, 403, 403, 403, 200},
        {"/api/contests/{contest}/officials", 401, 404, 403, 200, 200},
        {"/api/contests/{contest}/overview", 401, 404, 403, 200, 404},
        {"/api/session", 200, 200, 200, 200, 200},
        {"/log/{contest}/tile/{tail*}", 200, 200, 200, 200, 200},
    };
    REQUIRE(std::size(rows) == std::size(table));
    for (std::size_t i = 0; i < std::size(rows); ++i) {
        const auto& row = rows[i];
        REQUIRE(row.path == table[i].path);
        INFO(row.path);
        const auto ask = [&](char letter) {
            const std::string fields = letter == ' '
                                           ? "Origin: http://thi.test\r\n"
                                           : cookie(letter) + unsafe_fields + letter + "\r\n";
            return status(house, test::request(name_of(table[i].verb), filled(row.path), fields));
        };
        CHECK(ask(' ') == row.nobody);
        CHECK(ask('f') == row.stranger);
        CHECK(ask('a') == row.candidate);
        CHECK(ask('o') == row.chair);
        CHECK(ask('s') == row.administrator);
    }
}

TEST_CASE("S-03: a foreign id, a missing one and a malformed one are the same 404",
          "[http][access]") {
    const test::House house{table};
    const auto body = [&](const std::string& target) {
        const Asked asked{test::request("GET", target, cookie('a'))};
        const auto admission = house.dispatcher.admit(asked.head, "192.0.2.1");
        REQUIRE(admission.reply);
        CHECK(admission.reply->status == 404);
        return admission.reply->body;
    };
    const auto foreign = body("/api/sittings/sit_0000000000000002");
    CHECK(body("/api/sittings/sit_zzzzzzzzzzzzzzzz") == foreign);
    CHECK(body("/api/sittings/con_0000000000000001") == foreign);
    CHECK(body("/api/sittings/sit_000000000000000I") == foreign);
    CHECK(body("/api/sittings/1") == foreign);
    CHECK(body("/api/sittings/..") == foreign);
    CHECK(body("/api/nothing") == foreign);
}

TEST_CASE("a known path with another method is 405 and says what it takes", "[http][access]") {
    const test::House house{table};
    const Asked asked{test::request("DELETE", "/api/contests")};
    const auto admission = house.dispatcher.admit(asked.head, "192.0.2.1");
    REQUIRE(admission.reply);
    CHECK(admission.reply->status == 405);
    CHECK(admission.reply->allow == "POST");
    CHECK(status(house, test::request("HEAD", "/api/public")) == 200);
    CHECK(status(house, test::request("OPTIONS", "/api/public")) == 405);
    CHECK(status(house, test::request("POST", "/")) == 405);
}

TEST_CASE("S-05: an ended session is gone at the next request", "[http][access]") {
    test::House house{table};
    CHECK(status(house, test::request("GET", "/api/me", cookie('a'))) == 200);
    house.sessions.end('a');
    CHECK(status(house, test::request("GET", "/api/me", cookie('a'))) == 401);
}

TEST_CASE("S-18: an unsafe request needs its own Origin, its CSRF token and no foreign site",
          "[http][access]") {
    const test::House house{table};
    struct Row {
        const char* says;
        std::string fields;
        int expected;
    };
    const auto row = GENERATE(values<Row>({
        {"all is well", "Origin: http://thi.test\r\nX-CSRF-Token: csrf-of-a\r\n", 200},
        {"the browser says same-origin",
         "Origin: http://thi.test\r\nX-CSRF-Token: csrf-of-a\r\nSec-Fetch-Site: same-origin\r\n",
         200},
        {"no Origin", "X-CSRF-Token: csrf-of-a\r\n", 403},
        {"Origin: null", "Origin: null\r\nX-CSRF-Token: csrf-of-a\r\n", 403},
        {"another host", "Origin: http://evil.test\r\nX-CSRF-Token: csrf-of-a\r\n", 403},
        {"a longer host", "Origin: http://thi.test.evil\r\nX-CSRF-Token: csrf-of-a\r\n", 403},
        {"another port", "Origin: http://thi.test:81\r\nX-CSRF-Token: csrf-of-a\r\n", 403},
        {"another scheme", "Origin: https://thi.test\r\nX-CSRF-Token: csrf-of-a\r\n", 403},
        {"no token", "Origin: http://thi.test\r\n", 403},
        {"another's token", "Origin: http://thi.test\r\nX-CSRF-Token: csrf-of-o\r\n", 403},
        {"same-site is not the same origin",
         "Origin: http://thi.test\r\nX-CSRF-Token: csrf-of-a\r\nSec-Fetch-Site: same-site\r\n",
         403},
        {"cross-site",
         "Origin: http://thi.test\r\nX-CSRF-Token: csrf-of-a\r\nSec-Fetch-Site: cross-site\r\n",
         403},
    }));
    INFO(row.says);
    const auto target = filled("/api/sittings/{sitting}/saves");
    CHECK(status(house, test::request("POST", target, cookie('a') + row.fields)) == row.expected);
}

TEST_CASE("S-18: signing in needs the Origin, though there is no token yet", "[http][access]") {
    const test::House house{table};
    CHECK(status(house, test::request("POST", "/api/session")) == 403);
    CHECK(status(house, test::request("POST", "/api/session", "Origin: http://evil\r\n")) == 403);
}

TEST_CASE("S-18: behind a proxy the configured origins count, not the Host", "[http][access]") {
    const test::House house{
        table, {}, {.encrypted = true, .origins = {"https://thi.vn"}, .proxies = {}}};
    const auto target = filled("/api/sittings/{sitting}/saves");
    const auto ask = [&](const char* origin) {
        return status(house, test::request("POST", target,
                                           cookie('a') + "X-CSRF-Token: csrf-of-a\r\nOrigin: " +
                                               origin + "\r\n"));
    };
    CHECK(ask("https://thi.vn") == 200);
    CHECK(ask("https://thi.test") == 403);
}

TEST_CASE("S-17: the cookie is __Host-, Secure, HttpOnly, SameSite=Strict", "[http][access]") {
    CHECK(cookie_for(test::token('a')) ==
          "__Host-session=" + test::token('a') + "; Path=/; Secure; HttpOnly; SameSite=Strict");
    CHECK(cookie_of_nobody().find("Max-Age=0") != std::string::npos);
    const auto own = "__Host-session=" + test::token('a');
    CHECK(session_token(own) == test::token('a'));
    CHECK(session_token("a=b; " + own + "; c=d") == test::token('a'));
    CHECK_FALSE(session_token(own + "; __Host-session=" + test::token('b')));
    CHECK_FALSE(session_token("session=" + test::token('a')));
    CHECK_FALSE(session_token(own + "x"));
    CHECK_FALSE(session_token("__Host-session=" + std::string(42, 'a') + "!"));
    CHECK_FALSE(session_token(""));
}

TEST_CASE("S-12, S-59: too large, an unknown parameter and a repeated one are refused",
          "[http][access]") {
    const test::House house{table};
    const auto me = [&](const std::string& query) {
        return status(house, test::request("GET", "/api/me?" + query, cookie('a')));
    };
    CHECK(me("after=1") == 200);
    CHECK(me("after=%e1%bb%81") == 200);
    CHECK(me("before=1") == 400);
    CHECK(me("after=1&after=2") == 400);
    CHECK(me("after=%0d%0a") == 400);
    CHECK(me("after=%zz") == 400);
    const auto target = filled("/api/sittings/{sitting}/saves");
    const auto fields = cookie('a') + unsafe_fields + "a\r\n";
    CHECK(status(house, test::request("POST", target, fields, std::string(100, 'x'))) == 200);
    CHECK(status(house, test::request("POST", target, fields, std::string(101, 'x'))) == 413);
}

TEST_CASE("a route table that is wrong does not make a router", "[http][access]") {
    const auto refuses = [](std::vector<Route> rows) {
        CHECK_THROWS_AS(Router{rows}, std::logic_error);
    };
    constexpr auto none = schema<Nothing, Nothing>();
    refuses({{Verb::get, "/api/a", Access::public_, none, nothing},
             {Verb::get, "/api/a", Access::signed_in, none, nothing}});
    refuses({{Verb::get, "/api/{unheard}", Access::public_, none, nothing}});
    refuses({{Verb::get, "/api/{contest}", Access::public_, none, nothing},
             {Verb::get, "/api/{sitting}", Access::public_, none, nothing}});
    refuses({{Verb::get, "/api/a", Access::candidate, none, nothing}});
    refuses({{Verb::get, "/api/{contest}", Access::official(), none, nothing}});
    refuses({{Verb::post, "/api/a", Access::public_, none, nothing}});
    refuses({{Verb::get, "/api/a", Access::public_, schema<Bytes, Nothing>(), nothing}});
    refuses({{Verb::get, "/log/{tail*}/x", Access::public_, none, nothing}});
    refuses({{Verb::get, "/api/a", Access::public_, none, nullptr}});
}

TEST_CASE("the listing of routes shows who may", "[http][access]") {
    CHECK(route_listing(std::span{table}.subspan(4, 1)) ==
          "GET /api/contests/{contest}/dossiers  official: chair\n");
    CHECK(describe(table[8].access) == "official: chair, or the site's administrator");
    CHECK(describe(Access::any_official()) == "official");
}
