// The corpus of what the edge refuses (S-10, S-11), first on the pure filter, then on a socket.

#include "catch.h"
#include "http/edge_filter.h"
#include "http/second_reader.h"
#include "serving.h"

using namespace thi;
using namespace thi::http;

namespace {

struct Bad {
    const char* says;
    std::string bytes;
};

std::string get(std::string_view fields) {
    return "GET / HTTP/1.1\r\n" + std::string{fields} + "\r\n";
}

std::string post(std::string_view fields, std::string_view body) {
    return "POST /api/echo HTTP/1.1\r\nHost: a\r\n" + std::string{fields} + "\r\n" +
           std::string{body};
}

std::string many_fields(std::size_t count) {
    std::string fields = "Host: a\r\n";
    for (std::size_t i = 1; i < count; ++i)
        fields += "X-" + std::to_string(i) + ": 1\r\n";
    return fields;
}

const std::string smuggled = "GET /admin HTTP/1.1\r\nHost: a\r\n\r\n";

// What Beast 1.81 takes and frames its own way, and transfer codings in disguise.
std::vector<Bad> misframed() {
    return {
        {"gzip with a length", post("Transfer-Encoding: gzip\r\nContent-Length: 5\r\n", "hello")},
        {"gzip alone hides a second request", post("Transfer-Encoding: gzip\r\n", smuggled)},
        {"chunked", post("Transfer-Encoding: chunked\r\n", "0\r\n\r\n")},
        {"chunked and a length",
         post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + smuggled)},
        {"trailers that become fields",
         post("Transfer-Encoding: chunked\r\nTrailer: Cookie\r\n", "0\r\nCookie: a=b\r\n\r\n")},
        {"a long chunk extension",
         post("Transfer-Encoding: chunked\r\n", "1;" + std::string(200'000, 'x') + "\r\na\r\n")},
        {"no Host", get("")},
        {"two Hosts", get("Host: a\r\nHost: b\r\n")},
        {"two equal Hosts", get("Host: a\r\nHost: a\r\n")},
        {"an empty Host", get("Host: \r\n")},
        {"a Host with a path", get("Host: a/b\r\n")},
        {"a Host with user info", get("Host: a@b\r\n")},
        {"a folded line", get("Host: a\r\nX: 1\r\n 2\r\n")},
        {"a first line folded", get(" Host: a\r\n")},
        {"equal lengths twice", post("Content-Length: 5\r\nContent-Length: 5\r\n", "hello")},
        {"other lengths twice", post("Content-Length: 5\r\nContent-Length: 6\r\n", "hello")},
        {"a list of lengths", post("Content-Length: 5, 5\r\n", "hello")},
        {"a signed length", post("Content-Length: +5\r\n", "hello")},
        {"a negative length", post("Content-Length: -5\r\n", "hello")},
        {"a hexadecimal length", post("Content-Length: 0x5\r\n", "hello")},
        {"a length with a blank inside", post("Content-Length: 5 5\r\n", "hello")},
        {"an empty length", post("Content-Length:\r\n", "hello")},
        {"a length over 64 bits", post("Content-Length: 18446744073709551621\r\n", "hello")},
        {"chunked in HTTP/1.0", "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"},
        {"a tab before chunked", post("Transfer-Encoding:\tchunked\r\n", "0\r\n\r\n")},
        {"an x-coding", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n")},
        {"identity", post("Transfer-Encoding: identity\r\nContent-Length: 5\r\n", "hello")},
        {"a list of codings", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n")},
        {"lower case", post("transfer-encoding: chunked\r\n", "0\r\n\r\n")},
        {"TE", get("Host: a\r\nTE: trailers\r\n")},
        {"Trailer", get("Host: a\r\nTrailer: X\r\n")},
        {"a space before the colon", post("Transfer-Encoding : chunked\r\n", "0\r\n\r\n")},
        {"a space before the length's colon", post("Content-Length : 5\r\n", "hello")},
        {"a tab before the colon", post("Content-Length\t: 5\r\n", "hello")},
        {"a vertical tab in a name", post("Transfer-\vEncoding: chunked\r\n", "0\r\n\r\n")},
        {"Connection drops a field",
         post("Connection: Content-Length\r\nContent-Length: 5\r\n", "hello")},
        {"h2c settings", get("Host: a\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                             "Upgrade: h2c\r\nHTTP2-Settings: AAA\r\n")},
    };
}

// Line ends, control bytes and request lines.
std::vector<Bad> misspelt() {
    return {
        {"bare LF after the request line", "GET / HTTP/1.1\nHost: a\r\n\r\n"},
        {"bare LF after a field", "GET / HTTP/1.1\r\nHost: a\nX: 1\r\n\r\n"},
        {"bare LF twice at the end", "GET / HTTP/1.1\r\nHost: a\n\n"},
        {"bare CR in a value", get("Host: a\r\nX: 1\rContent-Length: 5\r\n")},
        {"CR CR LF", "GET / HTTP/1.1\r\nHost: a\r\r\n\r\n"},
        {"an empty line first", "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"NUL in a value", get(std::string{"Host: a\r\nX: 1\0"
                                           "2\r\n",
                                           17})},
        {"NUL in a name", get(std::string{"Host: a\r\nX\0Y: 1\r\n", 17})},
        {"DEL in a value", get("Host: a\r\nX: \x7f\r\n")},
        {"absolute form", "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"authority form", "CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"asterisk form", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"a target that looks like a host", "GET //b/ HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"a fragment", "GET /#a HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"a backslash", "GET /\\b HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"a space in the target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"a byte over 127 in the target", "GET /\xc3\xa9 HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"HTTP/1.0", "GET / HTTP/1.0\r\nHost: a\r\n\r\n"},
        {"HTTP/0.9", "GET /\r\n\r\n"},
        {"HTTP/2.0", "GET / HTTP/2.0\r\nHost: a\r\n\r\n"},
        {"HTTP/1.2", "GET / HTTP/1.2\r\nHost: a\r\n\r\n"},
        {"http in lower case", "GET / http/1.1\r\nHost: a\r\n\r\n"},
        {"the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
        {"an unknown method", "FROB / HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"TRACE", "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"a method in lower case", "get / HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"a tab between the parts", "GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"two spaces between the parts", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"a space after the version", "GET / HTTP/1.1 \r\nHost: a\r\n\r\n"},
    };
}

// Fields, and too much of anything.
std::vector<Bad> misfielded() {
    return {
        {"a field without a colon", get("Host: a\r\nnonsense\r\n")},
        {"a field without a name", get("Host: a\r\n: x\r\n")},
        {"a name with a bracket", get("Host: a\r\nX(: 1\r\n")},
        {"two cookies", get("Host: a\r\nCookie: a=1\r\nCookie: b=2\r\n")},
        {"two CSRF tokens", get("Host: a\r\nX-CSRF-Token: 1\r\nx-csrf-token: 2\r\n")},
        {"two origins", get("Host: a\r\nOrigin: http://a\r\nOrigin: http://b\r\n")},
        {"two content types", post("Content-Type: a/b\r\nContent-Type: a/b\r\n", "")},
        {"an unknown expectation", post("Expect: miracles\r\nContent-Length: 5\r\n", "hello")},
        {"a GET with a body", "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello"},
        {"65 fields", get(many_fields(65))},
        {"a head over 8 KB", get("Host: a\r\nX: " + std::string(8192, 'x') + "\r\n")},
        {"a TLS hello", std::string{"\x16\x03\x01\x00\xa5\x01\x00\x00", 8}},
    };
}

std::vector<Bad> corpus() {
    auto all = misframed();
    for (auto& bad : misspelt())
        all.push_back(std::move(bad));
    for (auto& bad : misfielded())
        all.push_back(std::move(bad));
    return all;
}

// As the connection does it: find the end, then filter.
HeadRefusal judge(std::string_view bytes) {
    const auto scan = scan_head(bytes, 0);
    if (scan.refusal != HeadRefusal::none) return scan.refusal;
    if (scan.end == 0) return HeadRefusal::none;
    Head head;
    return filter_head(bytes.substr(0, scan.end), head);
}

net::awaitable<core::Result<Reply>> echo(Exchange& exchange) {
    co_return Reply::bytes("text/plain", std::string{exchange.body_text()});
}

net::awaitable<core::Result<Reply>> admin(Exchange&) {
    co_return Reply::bytes("text/plain", "secret");
}

const Route table[] = {
    {Verb::post,
     "/api/echo",
     Access::public_,
     schema<Bytes, Bytes>(),
     echo,
     {.body_max = 1000, .rate = Rate::none, .raw_body = true, .before_session = true}},
    {Verb::get,
     "/api/admin",
     Access::public_,
     schema<Nothing, Bytes>(),
     admin,
     {.rate = Rate::none}},
};

} // namespace

TEST_CASE("S-10: each head that two readers could read differently is refused", "[http][edge]") {
    for (const auto& bad : corpus()) {
        INFO(bad.says);
        CHECK(judge(bad.bytes) != HeadRefusal::none);
    }
}

TEST_CASE("S-10: an ordinary browser's request passes, and Beast reads it the same way",
          "[http][edge]") {
    const std::string bytes =
        "POST /api/sittings/x/saves?a=1 HTTP/1.1\r\nHost: thi.example.vn:8443\r\n"
        "User-Agent: Mozilla/5.0\r\nAccept: */*\r\nContent-Type: application/json\r\n"
        "content-length: 12\r\nCookie: __Host-session=abc\r\nOrigin: https://thi.example.vn\r\n"
        "Connection: keep-alive\r\nX-Empty:\r\n\r\n";
    Head head;
    REQUIRE(filter_head(bytes, head) == HeadRefusal::none);
    CHECK(head.verb == Verb::post);
    CHECK(head.target == "/api/sittings/x/saves?a=1");
    CHECK(head.host == "thi.example.vn:8443");
    CHECK(head.content_length == 12);
    CHECK(head.keep_alive);
    CHECK(head.field("content-type") == "application/json");
    CHECK(head.field("x-empty").empty());
    CHECK(beast_agrees(bytes, head));
    head.content_length = 13;
    CHECK_FALSE(beast_agrees(bytes, head));
}

TEST_CASE("S-10: 64 fields pass and a head of 8192 bytes passes", "[http][edge]") {
    CHECK(judge(get(many_fields(64))) == HeadRefusal::none);
    auto long_head = get("Host: a\r\nX: \r\n");
    long_head.insert(long_head.size() - 4, std::string(8192 - long_head.size(), 'x'));
    REQUIRE(long_head.size() == 8192);
    CHECK(judge(long_head) == HeadRefusal::none);
}

TEST_CASE("a head that arrives byte by byte ends where it ends in one piece", "[http][edge]") {
    const auto bytes = get("Host: a\r\nX: 1\r\n") + "GET /next";
    const auto whole = scan_head(bytes, 0);
    REQUIRE(whole.end > 0);
    HeadScan scan;
    for (std::size_t size = 1; size <= bytes.size() && scan.end == 0; ++size)
        scan = scan_head(std::string_view{bytes}.substr(0, size), scan.scanned);
    CHECK(scan.end == whole.end);
}

TEST_CASE("S-11: on a socket the corpus gives 400, a closed connection, never a second request",
          "[http][edge]") {
    test::House house{table};
    test::Serving serving{house};
    for (const auto& bad : corpus()) {
        INFO(bad.says);
        test::RawClient client{serving.port()};
        client.send(bad.bytes + "GET /api/admin HTTP/1.1\r\nHost: a\r\n\r\n");
        const auto answer = client.receive();
        CHECK(answer.status == 400);
        CHECK(answer.field("connection") == "close");
        const auto rest = client.rest();
        CHECK(rest.find("HTTP/1.1") == std::string::npos);
        CHECK(rest.find("secret") == std::string::npos);
    }
}
