// Registering, signing in and out, links, proofs: through the real table and a real store.

#include "catch.h"
#include "crypto/password.h"
#include "http/handlers/accounts.h"
#include "http/handlers/known_passwords.h"
#include "site_house.h"

using namespace thi;
using namespace thi::http;
using namespace thi::http::test;
using namespace std::chrono_literals;

namespace {

std::string credentials(std::string_view identifier, std::string_view password) {
    return R"({"identifier":")" + std::string{identifier} + R"(","password":")" +
           std::string{password} + "\"}";
}

} // namespace

TEST_CASE("whoever registers is signed in, and signs in again with the same phone number",
          "[http][session]") {
    SiteHouse house;
    auto first = house.browser();
    first.sign_up("091 234-56.78", "Nguyễn  Thị Minh Hà", "Hà");
    const auto me = first.get("/api/session");
    CHECK(me.status == 200);
    CHECK(me.str("/display_name") == "Nguyễn Thị Minh Hà");
    CHECK_FALSE(me.at("/administrator").as_bool());
    CHECK(me.whole("/proved_until_at") == core::to_ms(house.clock.now() + 5min));
    auto second = house.browser();
    second.sign_in("+84912345678");
    CHECK(second.get("/api/session").str("/account") == me.str("/account"));
    CHECK(second.cookie() != first.cookie());
}

TEST_CASE("an identifier is registered once, whatever its case", "[http][session]") {
    SiteHouse house;
    house.browser().sign_up("Ha@Thi.test", "Nguyễn Minh Hà", "Hà");
    auto other = house.browser();
    const auto told = other.post(
        "/api/accounts", R"({"identifier":"ha@thi.test","password":"mau-xanh-cua-bien-khoi",)"
                         R"("full_name":"Lê Văn An","given_name":"An"})");
    CHECK(told.code() == "already_done");
    CHECK(other.get("/api/session").code() == "not_signed_in");
}

TEST_CASE("a registration names every wrong field", "[http][session]") {
    SiteHouse house;
    const auto told = house.browser().post(
        "/api/accounts",
        R"({"identifier":"x","password":"short","full_name":"Lê Văn An","given_name":"Bình"})");
    CHECK(told.code() == "invalid_field");
    std::string pointers;
    for (const auto& error : told.at("/errors").as_array())
        pointers += std::string{error.at("pointer").as_string()} + " ";
    CHECK(pointers == "/identifier /given_name /password ");
}

TEST_CASE("S-20: common, repeated and running passwords are refused, own phrases are not",
          "[http][session]") {
    for (const auto* common :
         {"password1234", "Mật Khẩu 2024!", "aaaaaaaaaaaa", "abcabcabcabc", "123456789012",
          "qwertyuiopas", "thituyen2026", "hội đồng thi 1", "lkjhgfdsapoiuytrewq"})
        CHECK(is_known_password(common));
    for (const auto* own : {"mau-xanh-cua-bien-khoi", "bốn con ngựa qua cầu", "Zr7!kq0pXw2v"})
        CHECK_FALSE(is_known_password(own));
    const auto refused = [](std::string_view password) {
        return !password_faults("/password", password, "minhha84@thi.test", "Nguyễn Minh Hà")
                    .empty();
    };
    CHECK(refused("elevenchars"));
    CHECK(refused(std::string(129, 'x') + "y"));
    CHECK(refused("minhha84 di hoc xa"));
    CHECK(refused("Nguyễn Minh Hà rất vui"));
    CHECK_FALSE(refused("mười hai ký tự lạ"));
}

TEST_CASE("S-21: an unknown identifier and a wrong password are told alike", "[http][session]") {
    SiteHouse house;
    house.add_account("an@thi.test", "Lê Văn An");
    auto browser = house.browser();
    const auto wrong = browser.post("/api/session", credentials("an@thi.test", "not this one"));
    const auto unknown = browser.post("/api/session", credentials("binh@thi.test", "not this one"));
    CHECK(wrong.code() == "wrong_credentials");
    CHECK(wrong.text == unknown.text);
    CHECK(browser.cookie().empty());
}

TEST_CASE("S-20: a hash with old parameters is renewed at sign-in", "[http][session]") {
    SiteHouse house;
    const auto account = house.add_account("an@thi.test", "Lê Văn An");
    house.browser().sign_in("an@thi.test");
    const auto stored = house.site.store().ask(
        [&](const store::Reader& reader) { return reader.account(account); });
    CHECK_FALSE(crypto::needs_rehash(stored->password, crypto::candidate_password_cost));
    house.browser().sign_in("an@thi.test");
}

TEST_CASE("S-28: guessing at one account becomes slow, and costs nobody else", "[http][session]") {
    SiteHouse house;
    house.add_account("an@thi.test", "Lê Văn An");
    house.add_account("binh@thi.test", "Lê Văn Bình");
    Browser guesser{house, "198.51.100.9"};
    std::string last;
    for (int i = 0; i < 10; ++i)
        last = guesser.post("/api/session", credentials("an@thi.test", "wrong")).code();
    CHECK(last == "rate_limited");
    house.browser().sign_in("binh@thi.test");
}

TEST_CASE("S-05, S-25: a session ends for its browser when it is ended anywhere",
          "[http][session]") {
    SiteHouse house;
    house.add_account("an@thi.test", "Lê Văn An");
    auto home = house.browser();
    auto office = house.browser();
    home.sign_in("an@thi.test");
    office.sign_in("an@thi.test");
    const auto list = home.get("/api/sessions");
    REQUIRE(list.at("/sessions").as_array().size() == 2);
    for (const auto& line : list.at("/sessions").as_array())
        if (!line.at("current").as_bool())
            CHECK(home.remove("/api/sessions/" + std::string{line.at("session").as_string()})
                      .status == 204);
    CHECK(office.get("/api/session").code() == "not_signed_in");
    CHECK(home.get("/api/session").status == 200);
    const auto out = home.remove("/api/session");
    CHECK(out.status == 204);
    CHECK(out.reply.clear_site_data);
    CHECK(home.get("/api/session").code() == "not_signed_in");
}

TEST_CASE("nobody ends another account's session", "[http][session]") {
    SiteHouse house;
    house.add_account("an@thi.test", "Lê Văn An");
    house.add_account("binh@thi.test", "Lê Văn Bình");
    auto an = house.browser();
    auto binh = house.browser();
    an.sign_in("an@thi.test");
    binh.sign_in("binh@thi.test");
    const auto session = an.get("/api/sessions").str("/sessions/0/session");
    CHECK(binh.remove("/api/sessions/" + session).code() == "not_found");
    CHECK(an.get("/api/session").status == 200);
}

TEST_CASE("S-25: a proof gives a new token and holds for five minutes", "[http][session]") {
    SiteHouse house;
    house.add_account("an@thi.test", "Lê Văn An");
    auto browser = house.browser();
    browser.sign_in("an@thi.test");
    house.clock.set(noon + 6min);
    CHECK_FALSE(browser.get("/api/session").body.as_object().contains("proved_until_at"));
    CHECK(browser.post("/api/session/proof", R"({"password":"wrong"})").code() ==
          "wrong_credentials");
    const auto before = browser.cookie();
    browser.prove();
    CHECK(browser.cookie() != before);
    CHECK(browser.get("/api/session").whole("/proved_until_at") == core::to_ms(noon + 11min));
    CHECK_FALSE(house.sessions.find(crypto::sha256(before), noon + 6min));
}

TEST_CASE("a one-time link opens once; its owner then sets a password", "[http][session]") {
    SiteHouse house;
    store::Account account;
    account.account = *core::AccountId::parse("acc_000000000000000a");
    account.names = {"quan-tri", "Quản trị viên", "viên"};
    account.administrator = true;
    account.created_at = noon;
    REQUIRE(house.committer.site_now(
        [&](store::SiteWriter& write, const core::Events&) { return write.add_account(account); }));
    house.add_link(account.account, "token", false);
    auto browser = house.browser();
    CHECK(browser.post("/api/session/link", R"({"token":"other"})").code() == "not_found");
    const auto told = browser.post("/api/session/link", R"({"token":"token"})");
    REQUIRE(told.status == 200);
    CHECK(told.at("/administrator").as_bool());
    CHECK_FALSE(told.body.as_object().contains("proved_until_at"));
    CHECK(house.browser().post("/api/session/link", R"({"token":"token"})").code() == "not_found");
    CHECK(house.browser().post("/api/session", credentials("quan-tri", "")).code() ==
          "wrong_credentials");
    CHECK(
        browser.post("/api/session/password", R"({"password":"mau-xanh-cua-bien-khoi"})").status ==
        200);
    house.browser().sign_in("quan-tri");
    CHECK(browser.post("/api/session/password", R"({"password":"bon-con-ngua-qua-cau"})").code() ==
          "wrong_credentials");
}

TEST_CASE("demo links work again and again, and on this machine alone", "[http][session]") {
    SiteHouse house;
    const auto demo = house.add_account("chair@demo.test", "Trần Văn Chủ", false, true);
    house.add_link(demo, "token", true);
    for (int i = 0; i < 2; ++i) {
        Browser here{house, "127.0.0.1", "localhost:8080"};
        const auto told = here.post("/api/session/link", R"({"token":"token"})");
        REQUIRE(told.status == 200);
        CHECK(told.at("/demo").as_bool());
        here.prove();
    }
    // From another machine, and through a proxy on this one that does not say for whom.
    Browser proxied{house, "127.0.0.1"};
    CHECK(proxied.post("/api/session/link", R"({"token":"token"})").code() == "not_found");
    Browser away{house, "192.0.2.1"};
    CHECK(away.post("/api/session/link", R"({"token":"token"})").code() == "not_found");
    CHECK(away.post("/api/session", credentials("chair@demo.test", a_password)).code() ==
          "wrong_credentials");
}

TEST_CASE("S-18: signing out needs the session's token", "[http][session]") {
    SiteHouse house;
    house.add_account("an@thi.test", "Lê Văn An");
    auto browser = house.browser();
    browser.sign_in("an@thi.test");
    const auto bytes =
        request("DELETE", "/api/session",
                "Origin: http://thi.test\r\nCookie: __Host-session=" + browser.cookie() + "\r\n");
    CHECK(house.ask(bytes, "192.0.2.7").code() == "csrf");
}
