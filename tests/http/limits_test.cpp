// Rates, pools, addresses and streams: what keeps one asker from being everybody's trouble.

#include "catch.h"
#include "http/bounded_pool.h"
#include "http/client_address.h"
#include "http/event_hub.h"
#include "http/rate_limit.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>

#include <future>
#include <stdexcept>
#include <thread>

using namespace thi;
using namespace thi::http;
using namespace std::chrono_literals;

namespace {

constexpr core::Instant noon = core::from_ms(1'800'000'000'000);
const std::string room = "192.0.2.7";
const std::string outside = "198.51.100.9";

std::uint32_t seats(std::string_view address) {
    return address == room ? 300 : 0;
}

} // namespace

TEST_CASE("a bucket gives its burst at once and then one token each interval", "[http][rate]") {
    TokenBuckets buckets{{.burst = 3, .every = 1000ms}};
    for (int i = 0; i < 3; ++i)
        CHECK(buckets.take("a", noon));
    CHECK_FALSE(buckets.has("a", noon));
    CHECK_FALSE(buckets.take("a", noon));
    CHECK(buckets.take("b", noon));
    CHECK_FALSE(buckets.take("a", noon + 999ms));
    CHECK(buckets.take("a", noon + 1000ms));
    CHECK_FALSE(buckets.take("a", noon + 1000ms));
    buckets.give_back("a");
    CHECK(buckets.take("a", noon + 1000ms));
}

TEST_CASE("a bucket without a burst is no limit", "[http][rate]") {
    TokenBuckets buckets{{}};
    for (int i = 0; i < 10'000; ++i)
        CHECK(buckets.take("a", noon));
}

TEST_CASE("buckets that are full again are forgotten when there are too many", "[http][rate]") {
    TokenBuckets buckets{{.burst = 1, .every = 1000ms}, 160};
    for (int i = 0; i < 10'000; ++i)
        CHECK(buckets.take(std::to_string(i), noon + i * 1s));
}

TEST_CASE("S-28: a room of 300 behind one address signs in at once", "[http][rate]") {
    SignInLimiter limiter{{}, seats};
    const auto address = GENERATE(values<std::string>({room, outside}));
    int refused = 0;
    // All ask before any is answered, then all succeed; and once more after a power cut.
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < 300; ++i)
            if (limiter.refuse_for_s("candidate" + std::to_string(i), address, noon) > 0) ++refused;
        for (int i = 0; i < 300; ++i)
            limiter.succeeded("candidate" + std::to_string(i), address);
    }
    CHECK(refused == 0);
}

TEST_CASE("S-28: in a room, a mistyped password each locks nobody out", "[http][rate]") {
    SignInLimiter limiter{{}, seats};
    for (int i = 0; i < 300; ++i) {
        const auto who = "candidate" + std::to_string(i);
        CHECK(limiter.refuse_for_s(who, room, noon) == 0);
        limiter.failed(who, room, noon);
        CHECK(limiter.refuse_for_s(who, room, noon) == 0);
        limiter.succeeded(who, room);
    }
}

TEST_CASE("S-28: guessing at one account is slowed, from one address or from many",
          "[http][rate]") {
    SignInLimiter limiter{{}, seats};
    const bool many = GENERATE(false, true);
    int passed = 0;
    for (int i = 0; i < 1000; ++i) {
        const auto address = many ? "203.0.113." + std::to_string(i % 250) : outside;
        if (limiter.refuse_for_s("victim", address, noon + i * 1s) > 0) continue;
        limiter.failed("victim", address, noon + i * 1s);
        ++passed;
    }
    CHECK(passed <= 8 + 1000 / 30 + 1);
    // The candidate in the registered room is not locked out by it.
    CHECK(limiter.refuse_for_s("victim", room, noon + 1000s) == 0);
}

TEST_CASE("S-28: trying one password on many accounts is slowed", "[http][rate]") {
    SignInLimiter limiter{{}, seats};
    int passed = 0;
    for (int i = 0; i < 1000; ++i) {
        const auto who = "account" + std::to_string(i);
        if (limiter.refuse_for_s(who, outside, noon) > 0) continue;
        limiter.failed(who, outside, noon);
        ++passed;
    }
    CHECK(passed == 30);
}

TEST_CASE("S-28: an account's rate is its own; without a session the address counts",
          "[http][rate]") {
    RateRules rules;
    rules.account_writes = {.burst = 2, .every = 1000ms};
    rules.address = {.burst = 2, .every = 1000ms};
    RateLimiter limiter{rules, seats};
    const auto ask = [&](std::string_view account, std::string_view address) {
        return limiter.refuse_for_s(RateKind::writes, account, address, noon);
    };
    for (int i = 0; i < 2; ++i) {
        CHECK(ask("one", room) == 0);
        CHECK(ask("", outside) == 0);
    }
    CHECK(ask("one", room) == 1);
    CHECK(ask("two", room) == 0);
    CHECK(ask("", outside) == 1);
    for (int i = 0; i < 600; ++i)
        CHECK(ask("", room) == 0);
    CHECK(ask("", room) == 1);
}

TEST_CASE("S-21: the pool runs two at a time, queues a few and refuses the rest", "[http][pool]") {
    net::io_context context; // Outlives the pool, whose threads may still be in their post().
    BoundedPool pool{2, 1};
    std::promise<void> gate;
    const auto open = gate.get_future().share();
    std::atomic<int> running{0};
    std::atomic<int> most{0};
    int done = 0;
    int refused = 0;
    bool opened = false;
    const auto one = [&]() -> net::awaitable<void> {
        auto work = [&] {
            const int now = ++running;
            most = std::max(most.load(), now);
            open.wait();
            --running;
            return 1;
        };
        const auto outcome = co_await pool.run(work);
        if (outcome)
            done += *outcome;
        else if (outcome.error().code == core::Code::busy)
            ++refused;
        if (refused < 2 || opened) co_return;
        opened = true;
        for (int spins = 0; running < 2 && spins < 50'000'000; ++spins)
            std::this_thread::yield();
        gate.set_value();
    };
    for (int i = 0; i < 5; ++i)
        net::co_spawn(context, one, net::detached);
    context.run();
    CHECK(done == 3);
    CHECK(refused == 2);
    CHECK(most == 2);
    CHECK(pool.taken() == 0);
}

TEST_CASE("what work on the pool throws is thrown to who waits for it", "[http][pool]") {
    net::io_context context;
    BoundedPool pool{1, 1};
    bool caught = false;
    const auto one = [&]() -> net::awaitable<void> {
        auto work = []() -> int {
            throw std::runtime_error("no memory");
        };
        try {
            co_await pool.run(work);
        } catch (const std::runtime_error&) {
            caught = true;
        }
    };
    net::co_spawn(context, one, net::detached);
    context.run();
    CHECK(caught);
    CHECK(pool.taken() == 0);
}

TEST_CASE("S-13: only a configured proxy is believed about where a client is", "[http][address]") {
    const std::vector<std::string> proxies{"10.0.0.1", "10.0.0.2"};
    CHECK(client_address("192.0.2.1", "1.2.3.4", proxies) == "192.0.2.1");
    CHECK(client_address("10.0.0.1", "1.2.3.4", proxies) == "1.2.3.4");
    CHECK(client_address("10.0.0.1", "9.9.9.9, 1.2.3.4", proxies) == "1.2.3.4");
    CHECK(client_address("10.0.0.1", "9.9.9.9, 1.2.3.4, 10.0.0.2", proxies) == "1.2.3.4");
    CHECK(client_address("10.0.0.1", "", proxies) == "10.0.0.1");
    CHECK(client_address("10.0.0.1", "unknown", proxies) == "10.0.0.1");
    CHECK(client_address("10.0.0.1", "1.2.3.4, garbage", proxies) == "10.0.0.1");
    CHECK(client_address("10.0.0.1", "::ffff:1.2.3.4", proxies) == "1.2.3.4");
    CHECK(normal_address("2001:DB8::0:1") == "2001:db8::1");
}

TEST_CASE("S-63: a browser that opens one stream too many loses its oldest", "[http][events]") {
    EventHub hub;
    const auto first = *hub.subscribe({"a"}, "browser");
    const auto second = *hub.subscribe({"a"}, "browser");
    const auto other = *hub.subscribe({"a"}, "another");
    CHECK_FALSE(first->closed());
    const auto third = *hub.subscribe({"a", "b"}, "browser");
    CHECK(first->closed());
    CHECK_FALSE(second->closed());
    CHECK_FALSE(other->closed());
    CHECK(hub.open() == 4);
    CHECK(hub.publish("b", "x", "1") == 1);
    CHECK(third->take() == "event: x\ndata: 1\n\n");
    CHECK(second->take().empty());
}

TEST_CASE("S-63: a stream whose reader lags is cut off, and gone streams are not published to",
          "[http][events]") {
    EventHub hub;
    {
        const auto slow = *hub.subscribe({"a"}, "browser");
        const std::string large(1000, 'x');
        for (int i = 0; i < 100; ++i)
            hub.publish("a", "x", large);
        CHECK(slow->closed());
        CHECK(slow->take().size() <= event_backlog_bytes_max);
    }
    CHECK(hub.publish("a", "x", "1") == 0);
    CHECK(hub.open() == 0);
}

TEST_CASE("a push wakes whoever waits, once it has attached", "[http][events]") {
    EventHub hub;
    const auto stream = *hub.subscribe({"a"}, "browser");
    int woken = 0;
    stream->attach([&] { ++woken; });
    hub.publish("a", "x", "1");
    hub.close_all();
    CHECK(woken == 2);
    CHECK(stream->closed());
}
