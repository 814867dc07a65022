// A whole site without a socket: a store in a folder of its own, the committer, the real route
// table, a clock set by hand, and browsers that ask. What handlers do is tested through it.

#pragma once
#include "../store/site_folder.h"
#include "http/store_sessions.h"
#include "serving.h"
#include "store/committer.h"

#include <boost/asio/io_context.hpp>
#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace thi::http::test {

struct Told {
    int status = 0;
    std::string text;
    boost::json::value body; // Null where there is no JSON.
    Reply reply;

    std::string code() const; // Of a problem; "" where it is none.
    const boost::json::value& at(std::string_view pointer) const;
    std::string str(std::string_view pointer) const;
    std::int64_t whole(std::string_view pointer) const;
};

class SiteHouse;

// One browser: keeps its cookie and token.
class Browser {
  public:
    explicit Browser(SiteHouse& house, std::string address = "192.0.2.7",
                     std::string host = "thi.test")
        : house_(house), address_(std::move(address)), host_(std::move(host)) {}

    Told get(std::string_view target) { return ask("GET", target, {}); }
    Told post(std::string_view target, std::string_view body = {}) {
        return ask("POST", target, body);
    }
    Told put(std::string_view target, std::string_view body, std::string_view fields = {}) {
        return ask("PUT", target, body, "application/json", fields);
    }
    Told remove(std::string_view target) { return ask("DELETE", target, {}); }
    Told ask(std::string_view method, std::string_view target, std::string_view body,
             std::string_view type = "application/json", std::string_view fields = {});

    // Both fail the test where they are refused.
    void sign_up(std::string_view identifier, std::string_view name, std::string_view given);
    void sign_in(std::string_view identifier);
    void prove(); // The password again.

    const std::string& cookie() const { return cookie_; }
    // A session made beside the API, with the password just entered.
    void enter(core::AccountId account);

  private:
    SiteHouse& house_;
    std::string address_;
    std::string host_;
    std::string cookie_;
    std::string csrf_;
};

constexpr std::string_view a_password = "mau-xanh-cua-bien-khoi";

class SiteHouse {
  public:
    SiteHouse();
    ~SiteHouse();
    SiteHouse(const SiteHouse&) = delete;
    SiteHouse& operator=(const SiteHouse&) = delete;

    Told ask(const std::string& bytes, std::string_view address);
    Browser browser() { return Browser{*this}; }

    // An account with a_password, made beside the API.
    core::AccountId add_account(std::string_view identifier, std::string_view name,
                                bool administrator = false, bool demo = false);
    void add_link(core::AccountId account, std::string_view token, bool reusable);

  private:
    // Outlives the committer, whose writer may still be in its post() when an answer is there.
    net::io_context context_;

  public:
    SetClock clock;
    store::test::SqliteSite site;
    store::Committer committer;
    StoreSessions sessions;
    EventHub events;
    BoundedPool hashing{2, 8};
    RateLimiter rates;
    SignInLimiter sign_ins;
    Services services;
    StaticFiles files;
    Router router;
    Dispatcher dispatcher;
};

} // namespace thi::http::test
