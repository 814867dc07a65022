// Connections over real sockets: framing, keep-alive, limits, deadlines, stopping.

#include "catch.h"
#include "serving.h"

#include <boost/asio/steady_timer.hpp>

#include <stdexcept>

using namespace thi;
using namespace thi::http;
using namespace std::chrono_literals;

namespace {

net::awaitable<core::Result<Reply>> echo(Exchange& exchange) {
    co_return Reply::bytes("text/plain", std::string{exchange.body_text()});
}

net::awaitable<core::Result<Reply>> fail(Exchange&) {
    throw std::runtime_error("disk \x1b[31mon fire\r\nX: injected");
    co_return Reply::no_content();
}

net::awaitable<core::Result<Reply>> arrival(Exchange& exchange) {
    co_return Reply::bytes("text/plain", std::to_string(core::to_ms(exchange.received_at())));
}

std::atomic<bool> slow_has_begun{false};

net::awaitable<core::Result<Reply>> slow(Exchange& exchange) {
    slow_has_begun = true;
    net::steady_timer timer{co_await net::this_coro::executor, 200ms};
    co_await timer.async_wait(net::use_awaitable);
    co_return Reply::bytes("text/plain", std::string{exchange.body_text()} + "done");
}

net::awaitable<core::Result<Reply>> listen(Exchange& exchange) {
    auto stream = exchange.services().events.subscribe({"room"}, exchange.address());
    if (!stream) co_return stream.error();
    co_return Reply::stream(*stream);
}

constexpr Limits open_post{
    .body_max = 200'000, .rate = Rate::none, .raw_body = true, .before_session = true};
constexpr Limits open_get{.rate = Rate::none};

const Route table[] = {
    {Verb::post, "/api/echo", Access::public_, schema<Bytes, Bytes>(), echo, open_post},
    {Verb::get, "/api/fail", Access::public_, schema<Nothing, Bytes>(), fail, open_get},
    {Verb::post, "/api/arrival", Access::public_, schema<Bytes, Bytes>(), arrival, open_post},
    {Verb::get, "/api/slow", Access::public_, schema<Nothing, Bytes>(), slow, open_get},
    {Verb::get, "/api/events", Access::public_, schema<Nothing, Events>(), listen, open_get},
};

const std::string own = "Origin: http://thi.test\r\n";

std::string post(std::string_view target, std::string_view body, std::string_view fields = "") {
    return test::request("POST", target, own + std::string{fields}, body);
}

} // namespace

TEST_CASE("requests sent in one piece are answered one by one, in order", "[http][connection]") {
    test::House house{table};
    test::Serving serving{house};
    test::RawClient client{serving.port()};
    client.send(post("/api/echo", "one") + post("/api/echo", "two") + post("/api/echo", "three"));
    CHECK(client.receive().body == "one");
    CHECK(client.receive().body == "two");
    CHECK(client.receive().body == "three");
}

TEST_CASE("a request that arrives byte by byte is answered as a whole", "[http][connection]") {
    test::House house{table};
    test::Serving serving{house};
    test::RawClient client{serving.port()};
    for (const char c : post("/api/echo", "slowly"))
        client.send({&c, 1});
    CHECK(client.receive().body == "slowly");
}

TEST_CASE("a body larger than the reading buffer arrives unchanged", "[http][connection]") {
    test::House house{table};
    test::Serving serving{house};
    std::string body;
    for (int i = 0; body.size() < 150'000; ++i)
        body += std::to_string(i);
    CHECK(test::ask(serving.port(), post("/api/echo", body)).body == body);
}

TEST_CASE("Connection: close is honoured", "[http][connection]") {
    test::House house{table};
    test::Serving serving{house};
    test::RawClient client{serving.port()};
    client.send(post("/api/echo", "last", "Connection: close\r\n"));
    CHECK(client.receive().field("connection") == "close");
    CHECK(client.closed());
}

TEST_CASE("a body over its route's limit is 413 without being read", "[http][connection]") {
    test::House house{table};
    test::Serving serving{house};
    test::RawClient client{serving.port()};
    client.send("POST /api/echo HTTP/1.1\r\nHost: thi.test\r\nOrigin: http://thi.test\r\n"
                "Content-Length: 200001\r\n\r\n");
    const auto answer = client.receive();
    CHECK(answer.status == 413);
    CHECK(answer.field("connection") == "close");
    client.close();
}

TEST_CASE("curl's Expect is answered by 100 Continue, then by the reply", "[http][connection]") {
    test::House house{table};
    test::Serving serving{house};
    test::RawClient client{serving.port()};
    client.send("POST /api/echo HTTP/1.1\r\nHost: thi.test\r\nOrigin: http://thi.test\r\n"
                "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n");
    CHECK(client.receive().status == 100);
    client.send("hello");
    CHECK(client.receive().body == "hello");
}

TEST_CASE("S-52: what a handler throws becomes 500 with an id and nothing from inside",
          "[http][connection]") {
    test::House house{table};
    test::Serving serving{house};
    test::RawClient client{serving.port()};
    client.send(test::request("GET", "/api/fail"));
    const auto answer = client.receive();
    CHECK(answer.status == 500);
    CHECK(answer.field("content-type") == "application/problem+json");
    CHECK(answer.body.find("fire") == std::string::npos);
    CHECK(answer.body.find("\"id\":\"r-1\"") != std::string::npos);
    client.send(post("/api/echo", "still here"));
    CHECK(client.receive().body == "still here");
    REQUIRE(serving.log().size() >= 1);
    const auto line = serving.log().front();
    CHECK(line.find("\"id\":\"r-1\"") != std::string::npos);
    CHECK(line.find("on fire") != std::string::npos);
    CHECK(line.find_first_of("\r\n\x1b") == std::string::npos);
}

TEST_CASE("R-13: a request is stamped when it has arrived in full", "[http][connection]") {
    test::House house{table};
    test::Serving serving{house};
    test::RawClient client{serving.port()};
    const auto bytes = post("/api/arrival", "0123456789");
    client.send(bytes.substr(0, bytes.size() - 1));
    house.clock.set(test::noon + 5s);
    client.send(bytes.substr(bytes.size() - 1));
    CHECK(client.receive().body == std::to_string(core::to_ms(test::noon + 5s)));
}

TEST_CASE("S-12: a head, a body and an idle connection each have their time",
          "[http][connection]") {
    test::House house{table};
    auto rules = test::Serving::quick_rules();
    rules.timeouts.head = 50ms;
    rules.timeouts.body = 50ms;
    rules.timeouts.idle = 50ms;
    rules.timeouts.bytes_per_s_min = 1'000'000;
    test::Serving serving{house, rules};
    const auto begun = GENERATE(values<std::string>({
        "",
        "GET /api/ec",
        "POST /api/echo HTTP/1.1\r\nHost: thi.test\r\nOrigin: http://thi.test\r\n"
        "Content-Length: 5\r\n\r\nhel",
    }));
    test::RawClient client{serving.port()};
    client.send(begun);
    CHECK(client.closed());
}

TEST_CASE("S-12: one address has its cap, a registered room 4 for each seat",
          "[http][connection]") {
    test::House house{table};
    auto rules = test::Serving::quick_rules();
    rules.connections.address_max = 2;
    const std::uint32_t seats = GENERATE(0U, 1U);
    test::Serving serving{house, rules, [seats](std::string_view) {
                              return seats;
                          }};
    const std::size_t most = seats == 0 ? 2 : 4;
    std::vector<std::unique_ptr<test::RawClient>> clients;
    for (std::size_t i = 0; i < most; ++i) {
        clients.push_back(std::make_unique<test::RawClient>(serving.port()));
        clients.back()->send(post("/api/echo", "x"));
        CHECK(clients.back()->receive().status == 200);
    }
    test::RawClient one_more{serving.port()};
    const auto answer = one_more.receive();
    CHECK(answer.status == 503);
    CHECK(answer.field("retry-after") == "2");
}

TEST_CASE("S-15, S-16, S-57: every reply carries the security headers and no banner",
          "[http][connection]") {
    test::House house{table};
    test::Serving serving{house};
    const auto bytes = GENERATE(values<std::string>({
        test::request("GET", "/api/nothing"),
        test::request("GET", "/nothing.txt"),
        post("/api/echo", "x"),
        test::request("GET", "/api/fail"),
        "BAD\r\n\r\n",
    }));
    const auto answer = test::ask(serving.port(), bytes);
    CHECK(answer.field("x-content-type-options") == "nosniff");
    CHECK(answer.field("referrer-policy") == "same-origin");
    CHECK(answer.field("cross-origin-opener-policy") == "same-origin");
    CHECK(answer.field("cross-origin-resource-policy") == "same-origin");
    CHECK(answer.field("permissions-policy").find("camera=()") != std::string::npos);
    CHECK(answer.field("content-security-policy").find("default-src 'none'") == 0);
    CHECK(answer.field("cache-control") == "no-store");
    CHECK(answer.field("strict-transport-security").empty());
    CHECK(answer.field("server").empty());
    CHECK(answer.field("x-powered-by").empty());
    CHECK(answer.field("access-control-allow-origin").empty());
}

TEST_CASE("R-22: stopping lets a request in flight finish and closes idle connections",
          "[http][connection]") {
    test::House house{table};
    test::Serving serving{house};
    test::RawClient idle{serving.port()};
    idle.send(post("/api/echo", "x"));
    CHECK(idle.receive().status == 200);
    test::RawClient busy{serving.port()};
    busy.send(test::request("GET", "/api/slow"));
    while (!slow_has_begun)
        std::this_thread::yield();
    bool whole = false;
    std::thread stopping{[&] {
        whole = serving.server().stop(5s);
    }};
    const auto answer = busy.receive();
    CHECK(answer.body == "done");
    CHECK(answer.field("connection") == "close");
    CHECK(idle.closed());
    stopping.join();
    CHECK(whole);
    CHECK(serving.server().connections() == 0);
}

TEST_CASE("R-22: what has not finished when the grace is over is cut", "[http][connection]") {
    test::House house{table};
    test::Serving serving{house};
    test::RawClient client{serving.port()};
    client.send("POST /api/echo HTTP/1.1\r\nHost: thi.test\r\nOrigin: http://thi.test\r\n"
                "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n");
    CHECK(client.receive().status == 100);
    CHECK_FALSE(serving.server().stop(1ms));
}

TEST_CASE("S-63: what is published reaches the stream; a stopping server ends it",
          "[http][connection]") {
    test::House house{table};
    test::Serving serving{house};
    test::RawClient client{serving.port()};
    client.send(test::request("GET", "/api/events"));
    const auto answer = client.receive(false);
    CHECK(answer.status == 200);
    CHECK(answer.field("content-type") == "text/event-stream");
    CHECK(house.events.publish("room", "time", "{\"ends_at\":1}") == 1);
    CHECK(house.events.publish("elsewhere", "time", "{}") == 0);
    CHECK(serving.server().stop(5s));
    CHECK(client.rest() == "event: time\ndata: {\"ends_at\":1}\n\n");
}
