#include "site_house.h"

#include "catch.h"
#include "crypto/password.h"
#include "http/handlers/new_session.h"
#include "http/new_id.h"
#include "http/routes.h"
#include "text/json.h"

#include <boost/asio/co_spawn.hpp>

namespace thi::http::test {
namespace {

RateRules generous() {
    RateRules rules;
    for (auto* bucket :
         {&rules.account_reads, &rules.account_writes, &rules.account_uploads, &rules.address})
        bucket->burst = 100'000;
    return rules;
}

// The same cheap hash for every account made beside the API.
const std::string& cheap_hash() {
    static const std::string hash = crypto::hash_password(a_password, {1024, 1, 1});
    return hash;
}

} // namespace

std::string Told::code() const {
    if (!body.is_object() || !body.as_object().contains("code") || status < 400) return {};
    return std::string{body.at("code").as_string()};
}

const boost::json::value& Told::at(std::string_view pointer) const {
    INFO(status << " " << text);
    boost::system::error_code ec;
    const auto* found = body.find_pointer({pointer.data(), pointer.size()}, ec);
    REQUIRE(found != nullptr);
    return *found;
}

std::string Told::str(std::string_view pointer) const {
    return std::string{at(pointer).as_string()};
}

std::int64_t Told::whole(std::string_view pointer) const {
    return at(pointer).as_int64();
}

Told Browser::ask(std::string_view method, std::string_view target, std::string_view body,
                  std::string_view type, std::string_view fields) {
    std::string head;
    head.append("Origin: http://").append(host_).append("\r\n").append(fields);
    if (!cookie_.empty()) head += "Cookie: __Host-session=" + cookie_ + "\r\n";
    if (!csrf_.empty()) head += "X-CSRF-Token: " + csrf_ + "\r\n";
    if (!body.empty()) head.append("Content-Type: ").append(type).append("\r\n");
    auto bytes = request(method, target, head, body);
    bytes.replace(bytes.find("thi.test"), std::string_view{"thi.test"}.size(), host_);
    auto told = house_.ask(bytes, address_);
    const auto& set = told.reply.set_cookie;
    if (!set.empty()) {
        const auto from = set.find('=') + 1;
        cookie_ = set.substr(from, set.find(';') - from);
        csrf_ = told.body.is_object() ? told.str("/csrf") : "";
    }
    return told;
}

void Browser::sign_up(std::string_view identifier, std::string_view name, std::string_view given) {
    std::string body = R"({"identifier":")";
    body.append(identifier).append(R"(","password":")").append(a_password);
    body.append(R"(","full_name":")").append(name);
    body.append(R"(","given_name":")").append(given).append("\"}");
    const auto told = post("/api/accounts", body);
    INFO(told.text);
    REQUIRE(told.status == 200);
}

void Browser::sign_in(std::string_view identifier) {
    std::string body = R"({"identifier":")";
    body.append(identifier).append(R"(","password":")").append(a_password).append("\"}");
    const auto told = post("/api/session", body);
    INFO(told.text);
    REQUIRE(told.status == 200);
}

void Browser::prove() {
    std::string body = R"({"password":")";
    body.append(a_password).append("\"}");
    REQUIRE(post("/api/session/proof", body).status == 200);
}

void Browser::enter(core::AccountId id) {
    auto& store = house_.site.store();
    const auto account = store.ask([&](const store::Reader& read) { return read.account(id); });
    const auto duties = store.ask([&](const store::Reader& read) { return read.duties(id); });
    const auto kind =
        is_staff(*account, duties) ? store::SessionKind::staff : store::SessionKind::candidate;
    const auto made = new_session(*account, kind, house_.clock.now(), true, "test");
    REQUIRE(house_.committer.site_now(
        [&](store::SiteWriter& write, const core::Events&) -> core::Result<void> {
            write.add_session(made.row);
            return {};
        }));
    cookie_ = made.token;
    csrf_ = made.row.csrf;
}

SiteHouse::SiteHouse()
    : committer(site.store(), site.keys(), site.paths(),
                {.now = [this] { return clock.now(); },
                 .fatal = [](const std::string& why) { throw std::runtime_error(why); },
                 .observer = {}}),
      sessions(site.store(), {}),
      rates(generous(), {}),
      sign_ins({}, {}),
      services{.clock = clock,
               .sessions = sessions,
               .events = events,
               .hashing = hashing,
               .rates = rates,
               .sign_ins = sign_ins,
               .store = &site.store(),
               .committer = &committer,
               .keys = &site.keys(),
               .log_host = "thi.test"},
      router(routes()),
      dispatcher(router, files, {}, services) {}

SiteHouse::~SiteHouse() {
    committer.stop();
}

Told SiteHouse::ask(const std::string& bytes, std::string_view address) {
    const auto end = bytes.find("\r\n\r\n") + 4;
    Head head;
    REQUIRE(filter_head(std::string_view{bytes}.substr(0, end), head) == HeadRefusal::none);
    Told told;
    auto admission = dispatcher.admit(head, address);
    if (admission.reply) {
        told.reply = std::move(*admission.reply);
    } else {
        Exchange exchange{
            head, *admission.route, admission.path, admission.query, admission.asker, services};
        exchange.arrived(std::string_view{bytes}.substr(end), clock.now());
        context_.restart();
        std::exception_ptr thrown;
        auto work = [&]() -> net::awaitable<void> {
            told.reply = co_await dispatcher.answer(exchange);
        };
        net::co_spawn(context_, std::move(work),
                      [&](std::exception_ptr broken) { thrown = broken; });
        context_.run();
        if (thrown) std::rethrow_exception(thrown);
    }
    told.status = told.reply.status;
    told.text = told.reply.content();
    if (const auto parsed = text::parse(told.text)) told.body = *parsed;
    return told;
}

core::AccountId SiteHouse::add_account(std::string_view identifier, std::string_view name,
                                       bool administrator, bool demo) {
    store::Account account;
    account.account = new_id<core::AccountId>();
    account.names = {std::string{identifier}, std::string{name},
                     std::string{name.substr(name.rfind(' ') + 1)}};
    account.password = cheap_hash();
    account.administrator = administrator;
    account.demo = demo;
    account.created_at = clock.now();
    REQUIRE(committer.site_now(
        [&](store::SiteWriter& write, const core::Events&) { return write.add_account(account); }));
    return account.account;
}

void SiteHouse::add_link(core::AccountId account, std::string_view token, bool reusable) {
    REQUIRE(committer.site_now(
        [&](store::SiteWriter& write, const core::Events&) -> core::Result<void> {
            write.add_link({.token_hash = crypto::sha256(token),
                            .account = account,
                            .reusable = reusable,
                            .expires_at = clock.now() + std::chrono::hours{24},
                            .used_at = {}});
            return {};
        }));
}

} // namespace thi::http::test
