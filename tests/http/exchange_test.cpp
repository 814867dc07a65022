// What a handler sees of a body, and how a reply becomes a head.

#include "catch.h"
#include "http/access_log.h"
#include "http/exchange.h"
#include "http/reply_writer.h"
#include "http/route.h"
#include "serving.h"

#include <boost/describe/class.hpp>

using namespace thi;
using namespace thi::http;

namespace exchange_test {

struct Body {
    std::string name;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(Body, (), (name, count))

} // namespace exchange_test

namespace {

using exchange_test::Body;

core::Result<Body> read(std::string_view type, std::string_view body) {
    static test::House house{{}};
    const auto bytes = test::request("POST", "/", type);
    Head head;
    REQUIRE(filter_head(bytes, head) == HeadRefusal::none);
    const Route route{Verb::post, "/", Access::public_, {}, nullptr};
    const PathValues path;
    const Query query;
    Exchange exchange{head, route, path, query, {}, house.services};
    exchange.arrived(body, test::noon);
    return exchange.body<Body>();
}

const std::string json = "Content-Type: application/json\r\n";

std::string head_of(const Reply& reply, bool keep_alive = true) {
    std::string out;
    ReplyWriter{false}.write_head(out, reply, keep_alive, test::noon);
    return out;
}

} // namespace

TEST_CASE("S-19: a JSON body comes as application/json and nothing else", "[http][exchange]") {
    const std::string body = R"({"count":3,"name":"Hà"})";
    const auto read_body = read(json, body);
    REQUIRE(read_body);
    CHECK(read_body->name == "Hà");
    CHECK(read("Content-Type: application/json; charset=utf-8\r\n", body));
    for (const std::string type :
         {"", "Content-Type: text/plain\r\n", "Content-Type: application/json2\r\n",
          "Content-Type: application/x-www-form-urlencoded\r\n",
          "Content-Type: multipart/form-data\r\n",
          "Content-Type: application/json\r\nContent-Encoding: gzip\r\n"}) {
        INFO(type);
        CHECK(read(type, body).error().code == core::Code::unsupported_type);
    }
}

TEST_CASE("S-59: unknown, missing and repeated members are refused, each with its pointer",
          "[http][exchange]") {
    const auto refused = [](std::string_view body) {
        return read(json, body).error();
    };
    CHECK(refused("{").code == core::Code::bad_json);
    CHECK(refused(R"({"name":"a","name":"b","count":1})").code == core::Code::bad_json);
    const auto fault = refused(R"({"name":1,"extra":2})");
    CHECK(fault.code == core::Code::invalid_field);
    std::string pointers;
    for (const auto& error : fault.errors)
        pointers += error.pointer + " ";
    CHECK(pointers.find("/name ") != std::string::npos);
    CHECK(pointers.find("/extra ") != std::string::npos);
    CHECK(pointers.find("/count ") != std::string::npos);
    CHECK_FALSE(fault.errors.front().detail.vi.empty());
}

TEST_CASE("a date is written as RFC 9110 asks", "[http][reply]") {
    CHECK(http_date(core::from_ms(784'111'777'999)) == "Sun, 06 Nov 1994 08:49:37 GMT");
    CHECK(http_date(core::from_ms(951'782'400'000)) == "Tue, 29 Feb 2000 00:00:00 GMT");
}

TEST_CASE("S-16: pages get the page policy, data a stricter one, attachments a sandbox",
          "[http][reply]") {
    Reply reply = Reply::bytes("application/pdf", "x");
    CHECK(head_of(reply).find("default-src 'none'; form-action 'none'") != std::string::npos);
    CHECK(head_of(reply).find("script-src") == std::string::npos);
    reply.page = true;
    CHECK(head_of(reply).find("require-trusted-types-for 'script'; "
                              "trusted-types svelte-trusted-html app-sw\r\n") != std::string::npos);
    CHECK(head_of(reply).find("unsafe") == std::string::npos);
    reply.page = false;
    reply.attachment = "Bằng \"cử nhân\"\r\nX: y.pdf";
    const auto head = head_of(reply);
    CHECK(head.find("; sandbox\r\n") != std::string::npos);
    CHECK(head.find("filename=\"B___ng__c____nh__n___X__y.pdf\"") != std::string::npos);
    CHECK(head.find("filename*=UTF-8''B%E1%BA%B1ng%20%22c") != std::string::npos);
    CHECK(head.find("\r\nX: y") == std::string::npos);
}

TEST_CASE("S-19: logout clears what the browser kept; personal replies are not stored",
          "[http][reply]") {
    auto reply = Reply::no_content();
    reply.clear_site_data = true;
    const auto head = head_of(reply);
    CHECK(head.find("Clear-Site-Data: \"cache\", \"cookies\", \"storage\"\r\n") !=
          std::string::npos);
    CHECK(head.find("Cache-Control: no-store\r\n") != std::string::npos);
    CHECK(head.find("HTTP/1.1 204 No Content\r\n") == 0);
    CHECK(head.find("Content-Length") == std::string::npos);
}

TEST_CASE("a matching ETag turns a GET into 304 without content", "[http][reply]") {
    const auto reply_to = [](const std::string& method, const std::string& tag) {
        const auto bytes = test::request(method, "/", "If-None-Match: " + tag + "\r\n");
        Head head;
        REQUIRE(filter_head(bytes, head) == HeadRefusal::none);
        auto reply = Reply::bytes("text/plain", "x");
        reply.etag = "\"tag\"";
        make_conditional(reply, head);
        return reply;
    };
    CHECK(reply_to("GET", "\"tag\"").status == 304);
    CHECK(reply_to("GET", "\"tag\"").content().empty());
    CHECK(reply_to("GET", "\"other\"").status == 200);
    CHECK(reply_to("POST", "\"tag\"").status == 200);
}

TEST_CASE("S-38, S-42: a log line holds no control bytes and is one line of JSON", "[http][log]") {
    const auto line = access_line({.at = test::noon,
                                   .id = "r-1",
                                   .from = "192.0.2.1",
                                   .method = "GET",
                                   .path = "/api/x",
                                   .status = 500,
                                   .error = "a\r\n\x1b[31m\"b\" \xc3"});
    CHECK(line == "{\"log\":\"access\",\"at\":1800000000000,\"id\":\"r-1\",\"from\":\"192.0.2.1\","
                  "\"method\":\"GET\",\"path\":\"/api/x\",\"status\":500,\"took_ms\":0,"
                  "\"bytes_in\":0,\"bytes_out\":0,\"error\":\"a???[31m\\\"b\\\" ?\"}");
}
