// Contests, plans, officials and two-person acts: through the real table and a real store.

#include "catch.h"
#include "council.h"

using namespace thi;
using namespace thi::http;
using namespace thi::http::test;
using namespace std::chrono_literals;

namespace {

std::string publish_body(Council& council) {
    return R"({"plan_hash":")" + council["chair"].get(council.path("/plan")).str("/hash") + "\"}";
}

std::string publication(Council& council) {
    return Council::proposal("publish", publish_body(council));
}

} // namespace

TEST_CASE("only the administrator makes contests, and one code names one contest", "[http][plan]") {
    Council council;
    const std::string body = R"({"preset":"MOHA_2424","code":"MAU-2026","title":"Kỳ thi khác"})";
    CHECK(council["chair"].post("/api/contests", body).code() == "forbidden");
    CHECK(council["admin"].post("/api/contests", body).code() == "already_done");
    CHECK(council["admin"]
              .post("/api/contests", R"({"preset":"MOHA_2424","code":"a b","title":""})")
              .at("/errors")
              .as_array()
              .size() == 2);
    CHECK(council["chair"].get("/api/presets").at("/presets").as_array().size() == 5);
}

TEST_CASE("a draft is seen by its officials and the administrator alone", "[http][plan]") {
    Council council;
    auto stranger = council.house.browser();
    CHECK(stranger.get("/api/contests").at("/contests").as_array().empty());
    CHECK(stranger.get(council.path()).code() == "not_found");
    CHECK(stranger.get(council.path("/plan")).code() == "not_found");
    auto& candidate = council.candidate("lan", "Hoàng Thị Lan");
    CHECK(candidate.get(council.path("/plan")).code() == "not_found");
    for (const auto* who : {"admin", "setter"}) {
        CHECK(council[who].get("/api/contests").at("/contests").as_array().size() == 1);
        CHECK(council[who].get(council.path("/plan")).whole("/version") == 0);
    }
    council.publish();
    const auto notice = stranger.get(council.path());
    CHECK(notice.str("/contest/stage") == "published");
    CHECK(notice.str("/contest/title") == "Kỳ thi mẫu");
    CHECK(notice.str("/log/origin") == "thi.test/contest/MAU-2026");
    CHECK(notice.str("/log/vkey").starts_with("thi.test/contest/MAU-2026+"));
    CHECK(stranger.get(council.path("/plan")).str("/hash") == notice.str("/plan_hash"));
    CHECK(stranger.get("/api/contests").at("/contests").as_array().size() == 1);
}

TEST_CASE("a draft is edited by whoever read its last state", "[http][plan]") {
    Council council;
    auto& secretary = council["secretary"];
    const auto body = R"({"plan":)" + sample_plan_json() + "}";
    CHECK(secretary.put(council.path("/plan"), body).code() == "bad_request");
    CHECK(secretary.put(council.path("/plan"), body, "If-Match: \"old\"\r\n").code() ==
          "wrong_state");
    const auto etag = "If-Match: " + secretary.get(council.path("/plan")).reply.etag + "\r\n";
    CHECK(council["setter"].put(council.path("/plan"), body, etag).code() == "forbidden");
    auto other_code = body;
    other_code.replace(other_code.find("MAU-2026"), 8, "MAU-2027");
    CHECK(secretary.put(council.path("/plan"), other_code, etag).code() == "invalid_field");
    CHECK(secretary.put(council.path("/plan"), body, etag).at("/faults").as_array().empty());
    council.publish();
    CHECK(secretary.put(council.path("/plan"), body, etag).code() == "wrong_state");
}

TEST_CASE("duties that exclude each other do not meet in one person of a draft", "[http][plan]") {
    Council council;
    const auto appoint = [&](const char* who, const char* role) {
        return council["admin"].post(council.path("/officials"),
                                     std::string{R"({"identifier":")"} + who +
                                         R"(@thi.test","role":")" + role + "\"}");
    };
    CHECK(appoint("chair", "marker").code() == "role_conflict");
    CHECK(appoint("nobody", "marker").code() == "invalid_field");
    CHECK(appoint("vice", "secretary").status == 200);
    const auto person = council.person("vice");
    const std::string away = R"({"role":"secretary","reason":"nhầm"})";
    CHECK(council["admin"].post(council.path("/officials/" + person + "/revoke"), away).status ==
          204);
    CHECK(
        council["secretary"].post(council.path("/officials/" + person + "/revoke"), away).code() ==
        "forbidden");
}

TEST_CASE("S-07: publishing takes two people, each with the password just entered",
          "[http][plan]") {
    Council council;
    auto& chair = council["chair"];
    const auto asked = chair.post(council.path("/proposals"), publication(council));
    REQUIRE(asked.status == 200);
    CHECK(asked.str("/state") == "waiting");
    CHECK(asked.whole("/needed") == 2);
    const auto approve = council.path("/proposals/" + asked.str("/proposal") + "/approve");
    CHECK(chair.post(approve).code() == "same_person");
    CHECK(council["secretary"].post(approve).code() == "forbidden");
    const auto done = council["vice"].post(approve);
    REQUIRE(done.status == 200);
    CHECK(done.str("/state") == "done");
    CHECK(done.at("/approvals").as_array().size() == 2);
    CHECK(done.str("/approvals/0/name") == "Trần Văn Chủ");
    CHECK(council["vice"].post(approve).code() == "already_done");
    const auto list = chair.get(council.path("/proposals"));
    REQUIRE(list.at("/proposals").as_array().size() == 1);
    CHECK(list.str("/proposals/0/state") == "done");
}

TEST_CASE("S-07: an old proof is refused, and an old approval counts no more", "[http][plan]") {
    Council council;
    const auto start = council.house.clock.now();
    auto& chair = council["chair"];
    auto& vice = council["vice"];
    const auto asked = chair.post(council.path("/proposals"), publication(council));
    const auto approve = council.path("/proposals/" + asked.str("/proposal") + "/approve");
    council.house.clock.set(start + 6min);
    CHECK(vice.post(approve).code() == "needs_approval");
    vice.prove();
    const auto second = vice.post(approve);
    REQUIRE(second.status == 200);
    CHECK(second.str("/state") == "waiting");
    CHECK(second.at("/approvals").as_array().size() == 1);
    CHECK(chair.post(approve).code() == "needs_approval");
    chair.prove();
    CHECK(chair.post(approve).str("/state") == "done");
}

TEST_CASE("a draft that changed after it was read is not published", "[http][plan]") {
    Council council;
    const auto asked = council["chair"].post(council.path("/proposals"), publication(council));
    auto changed = sample_plan_json();
    changed.replace(changed.find("Bộ Mẫu"), std::string_view{"Bộ Mẫu"}.size(), "Bộ Khác");
    auto& secretary = council["secretary"];
    const auto etag = secretary.get(council.path("/plan")).reply.etag;
    REQUIRE(
        secretary
            .put(council.path("/plan"), R"({"plan":)" + changed + "}", "If-Match: " + etag + "\r\n")
            .status == 200);
    const auto approve = council.path("/proposals/" + asked.str("/proposal") + "/approve");
    CHECK(council["vice"].post(approve).code() == "wrong_state");
    CHECK(council.house.browser().get(council.path()).code() == "not_found");
}

TEST_CASE("an act that is refused anyway leaves no proposal", "[http][plan]") {
    Council council;
    council.publish();
    auto& chair = council["chair"];
    const auto ask = [&](const char* act, const char* body) {
        return chair.post(council.path("/proposals"), Council::proposal(act, body)).code();
    };
    CHECK(ask("dance", "{}") == "invalid_field");
    CHECK(ask("advance_stage", R"({"to":"intake"})") == "too_early");
    CHECK(ask("advance_stage", R"({"to":"sitting"})") == "wrong_state");
    CHECK(ask("advance_stage", R"({"to":"nowhere"})") == "invalid_field");
    CHECK(ask("grant_role", R"({"identifier":"chair@thi.test","role":"setter"})") == "same_person");
    CHECK(chair.get(council.path("/proposals")).at("/proposals").as_array().size() == 1);
}

TEST_CASE("an act of one person is done at once; its proof must be fresh", "[http][plan]") {
    Council council;
    council.publish();
    council.set_clock(sample::at("2026-03-02 08:00"));
    auto& secretary = council["secretary"];
    const auto intake = Council::proposal("advance_stage", R"({"to":"intake"})");
    CHECK(council["auditor"].post(council.path("/proposals"), intake).code() == "forbidden");
    council.house.clock.set(sample::at("2026-03-02 08:06"));
    CHECK(secretary.post(council.path("/proposals"), intake).code() == "needs_approval");
    secretary.prove();
    const auto done = secretary.post(council.path("/proposals"), intake);
    CHECK(done.str("/state") == "done");
    CHECK(done.whole("/needed") == 1);
    const auto overview = secretary.get(council.path("/overview"));
    CHECK(overview.str("/notice/contest/stage") == "intake");
    CHECK(overview.str("/next/0") == "verification");
    CHECK(overview.whole("/log_size") > 8);
}

TEST_CASE("an amendment has a reason and two people, and makes the next version", "[http][plan]") {
    Council council;
    council.publish();
    auto changed = sample_plan_json();
    changed.replace(changed.find("Bộ Mẫu"), std::string_view{"Bộ Mẫu"}.size(), "Bộ Khác");
    const auto body = R"({"reason":"đổi tên cơ quan","plan":)" + changed + "}";
    CHECK(council.act("amend_plan", body).str("/state") == "done");
    const auto plan = council.house.browser().get(council.path("/plan"));
    CHECK(plan.whole("/version") == 2);
    CHECK(plan.str("/plan/contest/authority/value") == "Bộ Khác");
    CHECK(council["chair"]
              .post(council.path("/proposals"),
                    Council::proposal("amend_plan",
                                      R"({"reason":" ","plan":)" + sample_plan_json() + "}"))
              .code() == "invalid_field");
}

TEST_CASE("S-05: a duty granted or revoked acts at the next request", "[http][plan]") {
    Council council;
    council.publish();
    auto& marker = council.candidate("marker", "Bùi Chấm Thi");
    CHECK(marker.get(council.path("/overview")).code() == "not_found");
    const auto granted =
        council.act("grant_role", R"({"identifier":"marker@thi.test","role":"marker"})");
    CHECK(granted.whole("/needed") == 1);
    CHECK(marker.get(council.path("/overview")).status == 200);
    const auto revoked =
        council["chair"].post(council.path("/officials/" + council.person("marker") + "/revoke"),
                              R"({"role":"marker","reason":"chuyển công tác"})");
    CHECK(revoked.status == 204);
    CHECK(marker.get(council.path("/overview")).code() == "not_found");
    const auto again =
        Council::proposal("grant_role", R"({"identifier":"marker@thi.test","role":"blinder"})");
    CHECK(council["chair"].post(council.path("/proposals"), again).code() == "role_conflict");
}

TEST_CASE("a proposal is withdrawn by who made it or by who leads, and stays withdrawn",
          "[http][plan]") {
    Council council;
    const auto asked = council["chair"].post(council.path("/proposals"), publication(council));
    const auto target = council.path("/proposals/" + asked.str("/proposal"));
    CHECK(council["secretary"].remove(target).code() == "forbidden");
    CHECK(council["vice"].remove(target).status == 204);
    CHECK(council["vice"].post(target + "/approve").code() == "already_done");
    CHECK(council["chair"].remove(target).code() == "already_done");
}
