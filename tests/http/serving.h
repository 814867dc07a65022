// What the tests of http share: a clock set by hand, sessions kept in a map, a small route table,
// a server on a free loopback port and a client that sends raw bytes.

#pragma once
#include "http/bounded_pool.h"
#include "http/clock.h"
#include "http/dispatcher.h"
#include "http/event_hub.h"
#include "http/rate_limit.h"
#include "http/server.h"
#include "http/services.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thi::http::test {

constexpr core::Instant noon = core::from_ms(1'800'000'000'000);

class SetClock : public Clock {
  public:
    core::Instant now() const override { return core::from_ms(at_ms_.load()); }
    void set(core::Instant at) { at_ms_ = core::to_ms(at); }

  private:
    std::atomic<std::int64_t> at_ms_{core::to_ms(noon)};
};

// Tokens are 43 times one letter: 'a' is candidate A, 'o' an official, 's' the administrator.
std::string token(char letter);

class KnownSessions : public SessionSource {
  public:
    KnownSessions();
    std::optional<Session> find(const crypto::Digest& token_hash, core::Instant at) override;
    std::optional<Standing> standing(core::AccountId account,
                                     std::span<const PathValue> path) override;
    void end(char letter);

  private:
    std::mutex mutex_;
    std::map<crypto::Digest, Session> sessions_;
    std::map<std::string, Standing> standings_;
};

// The contest and sitting that the known sessions have a part in.
core::ContestId contest();
core::SittingId sitting();

// Everything that a dispatcher needs; no socket.
struct House {
    explicit House(std::span<const Route> table, StaticFiles files = {}, Outside outside = {},
                   SeatsOf seats = {});

    SetClock clock;
    KnownSessions sessions;
    EventHub events;
    BoundedPool hashing{2, 4};
    RateLimiter rates;
    SignInLimiter sign_ins;
    Services services;
    StaticFiles files;
    Router router;
    Dispatcher dispatcher;
};

// A house with a server on it.
class Serving {
  public:
    explicit Serving(House& house, ServerRules rules = quick_rules(), SeatsOf seats = {},
                     std::shared_ptr<net::ssl::context> tls = nullptr);
    static ServerRules quick_rules();

    std::uint16_t port() const { return port_; }
    Server& server() { return *server_; }
    std::vector<std::string> log();

  private:
    std::mutex mutex_;
    std::vector<std::string> lines_;
    std::unique_ptr<Server> server_;
    std::uint16_t port_ = 0;
};

struct Answer {
    int status = 0; // 0: closed before a head.
    std::string head;
    std::string body;
    std::string field(std::string_view lower_name) const;
};

// Blocking; gives up after 10 s, so that a test fails instead of hanging.
class RawClient {
  public:
    explicit RawClient(std::uint16_t port);
    void send(std::string_view bytes);
    Answer receive(bool with_body = true);
    // What comes until the other side closes.
    std::string rest();
    bool closed();
    void close();

  private:
    bool fill();

    net::io_context context_;
    net::ip::tcp::socket socket_;
    std::string held_;
};

// "GET / HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n".
std::string request(std::string_view method, std::string_view target, std::string_view fields = "",
                    std::string_view body = "");

// One request on its own connection.
Answer ask(std::uint16_t port, std::string_view bytes);

} // namespace thi::http::test
