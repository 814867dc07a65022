// The OpenAPI document says what the table says.

#include "catch.h"
#include "http/openapi.h"
#include "http/reply.h"
#include "http/status.h"
#include "text/json.h"
#include "text/schema.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enumerators.hpp>

using namespace thi;
using namespace thi::http;

namespace openapi_test {

struct Asked {
    core::SittingId sitting;
    std::vector<std::string> words;
    std::optional<std::int64_t> count;
};
BOOST_DESCRIBE_STRUCT(Asked, (), (sitting, words, count))

struct Told {
    core::Instant server_now;
};
BOOST_DESCRIBE_STRUCT(Told, (), (server_now))

} // namespace openapi_test

namespace {

net::awaitable<core::Result<Reply>> nothing(Exchange&) {
    co_return Reply::no_content();
}

using openapi_test::Asked;
using openapi_test::Told;

const Route table[] = {
    {Verb::post, "/api/sittings/{sitting}/saves", Access::candidate, schema<Asked, Told>(),
     nothing},
    {Verb::get, "/api/time", Access::public_, schema<Nothing, Told>(), nothing, {}, "after limit"},
    {Verb::post, "/api/contests", Access::administrator, schema<Asked, Created<Told>>(), nothing},
    {Verb::get, "/log/{contest}/tile/{tail*}", Access::public_, schema<Nothing, Bytes>(), nothing},
};

} // namespace

TEST_CASE("the document names each route's bodies, parameters and access", "[http][openapi]") {
    const auto text = openapi_document(table, "1.2.3");
    const auto parsed = text::parse(text);
    REQUIRE(parsed);
    const auto& document = *parsed;
    CHECK(document.at("openapi") == "3.1.0");
    const auto& paths = document.at("paths");
    const auto& saves = paths.at("/api/sittings/{sitting}/saves").at("post");
    CHECK(saves.at("operationId") == "post_api_sittings_sitting_saves");
    CHECK(saves.at("x-access") == "candidate");
    CHECK(saves.at("parameters").at(0).at("schema").at("pattern") ==
          "^sit_[0-9a-hjkmnp-tv-z]{16}$");
    CHECK(saves.at("parameters").at(1).at("name") == "X-CSRF-Token");
    CHECK(saves.at("requestBody").at("content").at("application/json").at("schema").at("$ref") ==
          "#/components/schemas/Asked");
    CHECK(saves.at("responses").as_object().contains("200"));
    CHECK(paths.at("/api/contests").at("post").at("responses").as_object().contains("201"));
    const auto& time = paths.at("/api/time").at("get");
    CHECK(time.at("security").as_array().empty());
    CHECK(time.at("parameters").at(1).at("name") == "limit");
    CHECK(paths.as_object().contains("/log/{contest}/tile/{tail}"));
    const auto& schemas = document.at("components").at("schemas");
    CHECK(schemas.as_object().contains("Told"));
    CHECK(schemas.as_object().contains("Problem"));
}

TEST_CASE("the same table gives the same bytes, with sorted members", "[http][openapi]") {
    const auto text = openapi_document(table, "1.2.3");
    CHECK(openapi_document(table, "1.2.3") == text);
    CHECK(text.find("{\n  \"components\": {") == 0);
    CHECK(text.find("\"info\"") < text.find("\"openapi\""));
    CHECK(text.back() == '\n');
}

TEST_CASE("every code has a status, a title and a problem document", "[http][problem]") {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<core::Code>>([](auto row) {
        INFO(row.name);
        const auto reply = Reply::problem({row.value, {"Không được.", "No."}, {}});
        CHECK(reply.status >= 400);
        CHECK(reply.status < 504);
        CHECK(reply.status == status_of(row.value));
        CHECK_FALSE(reason_of(reply.status).empty());
        const auto parsed = text::parse(reply.body);
        REQUIRE(parsed);
        CHECK(parsed->at("code") == row.name);
        CHECK(parsed->at("status") == reply.status);
        CHECK(parsed->at("detail").at("vi") == "Không được.");
        CHECK(parsed->at("detail").at("en") == "No.");
        CHECK_FALSE(parsed->at("title").as_string().empty());
        CHECK(parsed->at("type").as_string().starts_with("urn:thituyen:problem:"));
    });
}

TEST_CASE("a problem lists each wrong field with its pointer", "[http][problem]") {
    core::Fault fault{core::Code::invalid_field, {"Sai.", "Wrong."}, {}};
    fault.errors.push_back({"/saves/0/sig", 3, core::Code::bad_value, {"Chữ ký.", "Signature."}});
    const auto reply = Reply::problem(fault);
    CHECK(reply.type == "application/problem+json");
    CHECK(text::parse(reply.body)->at("errors").at(0).at("pointer") == "/saves/0/sig");
    CHECK(text::parse(reply.body)->at("errors").at(0).at("line") == 3);
}

TEST_CASE("an ETag is found in If-None-Match", "[http][reply]") {
    const auto etag = etag_of("bytes");
    CHECK(etag_matches(etag, etag));
    CHECK(etag_matches("\"a\", W/" + etag, etag));
    CHECK(etag_matches("*", etag));
    CHECK_FALSE(etag_matches("\"a\"", etag));
    CHECK_FALSE(etag_matches("", etag));
    CHECK_FALSE(etag_matches("*", ""));
}
