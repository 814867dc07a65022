// What of a request the security log tells, and what it never tells.

#include "catch.h"
#include "http/routes.h"
#include "http/security_log.h"

#include <set>

using namespace thi;
using http::Answered;
using http::security_line;
using http::Watched;

namespace {

Answered answered(int status, Watched watched = Watched::no) {
    return {.at = core::from_ms(1'773'532'740'000),
            .id = "r-7",
            .from = "203.0.113.9",
            .account = "acc_000000000000000a",
            .method = "GET",
            .path = "/api/contests/{contest}",
            .watched = watched,
            .with_session = true,
            .status = status,
            .refused = {}};
}

} // namespace

TEST_CASE("S-50: what is watched and every refusal make a line", "[http][security]") {
    CHECK(*security_line(answered(200, Watched::sealed_read)) ==
          R"({"log":"security","at":1773532740000,"what":"sealed_read","id":"r-7",)"
          R"("from":"203.0.113.9","account":"acc_000000000000000a","method":"GET",)"
          R"("path":"/api/contests/{contest}","status":200})");
    for (const int status : {401, 403, 404, 429})
        CHECK(security_line(answered(status))->find(R"("what":"refusal")") != std::string::npos);
    CHECK(security_line(answered(401, Watched::sign_in))->find("refusal") != std::string::npos);
    auto edge = answered(400);
    edge.refused = "two_lengths";
    CHECK(security_line(edge)->find(R"("refused":"two_lengths")") != std::string::npos);
}

TEST_CASE("S-50: what tells nothing makes no line", "[http][security]") {
    CHECK_FALSE(security_line(answered(200)));
    CHECK_FALSE(security_line(answered(409, Watched::approval)));
    CHECK_FALSE(security_line(answered(304)));
    auto question = answered(401);
    question.account = {};
    question.with_session = false;
    CHECK_FALSE(security_line(question));
    auto missing = answered(404);
    missing.account = {};
    CHECK_FALSE(security_line(missing));
}

TEST_CASE("S-50, S-38: no byte breaks out of a line", "[http][security]") {
    auto odd = answered(403);
    odd.from = "1.2.3.4\r\n{\"log\":\"security\"}\x1b[2J";
    const auto line = *security_line(odd);
    CHECK(line.find('\n') == std::string::npos);
    CHECK(line.find('\x1b') == std::string::npos);
}

TEST_CASE("S-50: signing in, approving, rights and sealed things are watched in the route table",
          "[http][security]") {
    std::set<std::string_view> silent;
    for (const auto& route : http::routes()) {
        const bool telling = route.path.find("approve") != std::string_view::npos ||
                             route.path.find("officials") != std::string_view::npos ||
                             route.path.starts_with("/api/session");
        if (!http::is_safe(route.verb) && telling && route.watched == Watched::no)
            silent.insert(route.path);
        for (const auto sealed : {"/api/documents/{document}", "/api/sittings/{sitting}/key",
                                  "/api/contests/{contest}/papers/{paper}",
                                  "/api/contests/{contest}/scores/{candidate}"})
            if (route.path == sealed && route.watched != Watched::sealed_read)
                silent.insert(route.path);
    }
    CHECK(silent.empty());
}
