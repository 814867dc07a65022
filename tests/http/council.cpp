#include "council.h"

#include "catch.h"
#include "journal/plan_json.h"

namespace thi::http::test {

std::string sample_plan_json() {
    return journal::write_plan(sample::plan());
}

Council::Council() {
    house.clock.set(sample::at("2026-02-20 09:00"));
    add("admin", "Quản Trị Viên", true);
    add("chair", "Trần Văn Chủ");
    add("vice", "Lê Thị Phó");
    add("secretary", "Phạm Thư Ký");
    add("verifier_a", "Đỗ Thẩm Định");
    add("verifier_b", "Vũ Kiểm Tra");
    add("setter", "Hồ Ra Đề");
    add("auditor", "Ngô Giám Sát");
    auto& admin = (*this)["admin"];
    admin.enter(accounts_.at("admin"));
    const auto made = admin.post(
        "/api/contests", R"({"preset":"MOHA_2424","code":"MAU-2026","title":"Kỳ thi mẫu"})");
    REQUIRE(made.status == 201);
    contest = made.str("/contest");
    for (const auto* who :
         {"chair", "vice", "secretary", "verifier_a", "verifier_b", "setter", "auditor"}) {
        std::string role{who};
        if (role == "vice") role = "vice_chair";
        if (role.starts_with("verifier")) role = "verifier";
        const auto told =
            admin.post(path("/officials"), R"({"identifier":")" + std::string{who} +
                                               R"(@thi.test","role":")" + role + "\"}");
        INFO(told.text);
        REQUIRE(told.status == 200);
    }
    set_clock(house.clock.now());
    auto& secretary = (*this)["secretary"];
    const auto plan = secretary.get(path("/plan"));
    const auto put = secretary.put(path("/plan"), R"({"plan":)" + sample_plan_json() + "}",
                                   "If-Match: " + plan.reply.etag + "\r\n");
    INFO(put.text.substr(0, 2000));
    REQUIRE(put.status == 200);
}

void Council::add(std::string_view who, std::string_view full_name, bool administrator) {
    accounts_.emplace(who,
                      house.add_account(std::string{who} + "@thi.test", full_name, administrator));
    browsers_.emplace(who, house.browser());
}

void Council::set_clock(core::Instant at) {
    house.clock.set(at);
    for (auto& [who, browser] : browsers_)
        browser.enter(accounts_.at(who));
}

std::string Council::proposal(std::string_view name, std::string_view body) {
    return R"({"act":")" + std::string{name} + R"(","body":)" + std::string{body} + "}";
}

Told Council::act(std::string_view name, std::string_view body) {
    auto asked = (*this)["chair"].post(path("/proposals"), proposal(name, body));
    INFO(asked.text);
    REQUIRE(asked.status == 200);
    if (asked.str("/state") == "done") return asked;
    return (*this)["vice"].post(path("/proposals/" + asked.str("/proposal") + "/approve"));
}

void Council::publish() {
    const auto plan = (*this)["chair"].get(path("/plan"));
    const auto told = act("publish", R"({"plan_hash":")" + plan.str("/hash") + "\"}");
    INFO(told.text);
    REQUIRE(told.status == 200);
    REQUIRE(told.str("/state") == "done");
}

std::string Council::person(std::string_view who) {
    const auto list = (*this)["chair"].get(path("/officials"));
    for (const auto& line : list.at("/officials").as_array())
        if (line.at("identifier").as_string() == std::string{who} + "@thi.test")
            return std::string{line.at("person").as_string()};
    return {};
}

Browser& Council::candidate(std::string_view who, std::string_view full_name) {
    add(who, full_name);
    auto& browser = (*this)[who];
    browser.enter(accounts_.at(std::string{who}));
    return browser;
}

} // namespace thi::http::test
