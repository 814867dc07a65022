// See session.h. Whoever guesses learns nothing: an unknown identifier costs what a known one does.

#include "http/handlers/session.h"

#include "core/refusal.h"
#include "crypto/password.h"
#include "http/bounded_pool.h"
#include "http/exchange.h"
#include "http/guard.h"
#include "http/handlers/accounts.h"
#include "http/handlers/new_session.h"
#include "http/new_id.h"
#include "http/rate_limit.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "store/committer.h"

namespace thi::http::handlers {
namespace {

constexpr std::size_t password_bytes_max = 4 * password_length_max;

core::Fault wrong_credentials() {
    return core::refuse(core::Code::wrong_credentials, "Tên đăng nhập hoặc mật khẩu không đúng.",
                        "The identifier or the password is wrong.");
}

core::Fault no_such_link() {
    return core::refuse(core::Code::not_found, "Liên kết không còn hiệu lực.",
                        "The link is no longer valid.");
}

// Demo links and the demo's own password open nothing from outside the machine.
// A proxy on this machine that does not say for whom it asks still names the site it was asked for.
bool from_here(const Exchange& exchange) {
    const auto host = exchange.header("host");
    const bool named =
        host.starts_with("localhost") || host.starts_with("127.") || host.starts_with("[::1]");
    return named && (exchange.address() == "::1" || exchange.address().starts_with("127."));
}

const crypto::PasswordCost& cost_of(bool staff) {
    return staff ? crypto::staff_password_cost : crypto::candidate_password_cost;
}

// What the password of an unknown account is compared with (S-21).
const std::string& nobodys_password() {
    static const std::string encoded =
        crypto::hash_password("nobody's password", crypto::candidate_password_cost);
    return encoded;
}

struct Checked {
    bool right = false;
    std::optional<std::string> rehashed; // Where the parameters have moved on.
};

struct Known {
    std::optional<store::Account> account;
    bool staff = false;
};

Known known_as(const store::Reader& reader, std::optional<store::Account> account) {
    Known known;
    known.account = std::move(account);
    if (known.account)
        known.staff = is_staff(*known.account, reader.duties(known.account->account));
    return known;
}

// On the pool's threads.
Checked check_password(const Known& known, const std::string& password) {
    const bool may = known.account && !known.account->disabled && !known.account->password.empty();
    Checked checked;
    const bool right =
        crypto::verify_password(may ? known.account->password : nobodys_password(), password);
    checked.right = may && right;
    if (checked.right && crypto::needs_rehash(known.account->password, cost_of(known.staff)))
        checked.rehashed = crypto::hash_password(password, cost_of(known.staff));
    return checked;
}

net::awaitable<core::Result<Checked>> checked_password(Exchange& exchange, const Known& known,
                                                       const std::string& password) {
    if (password.size() > password_bytes_max) co_return Checked{};
    auto work = [&known, &password] {
        return check_password(known, password);
    };
    co_return co_await exchange.services().hashing.run(std::move(work));
}

// Writes the session down and answers with it and its cookie.
net::awaitable<core::Result<Reply>> open_session(Exchange& exchange, NewSession made,
                                                 store::SiteWrite also) {
    const auto now = exchange.now();
    store::SiteWrite write = [&](store::SiteWriter& site,
                                 const core::Events& events) -> core::Result<void> {
        site.drop_expired(now);
        if (also) {
            if (auto done = also(site, events); !done) return done;
        }
        site.add_session(made.row);
        return {};
    };
    const auto written = co_await exchange.committer().site(std::move(write));
    if (!written) co_return written.error();
    exchange.signs_in(made.row.account);
    const auto body = exchange.store().ask(
        [&](const store::Reader& reader) { return session_body(reader, made.row, now); });
    auto reply = Reply::ok(body);
    reply.set_cookie = cookie_for(made.token);
    co_return reply;
}

store::SessionKind kind_of(const Known& known) {
    if (known.account->demo) return store::SessionKind::demo;
    return known.staff ? store::SessionKind::staff : store::SessionKind::candidate;
}

std::optional<store::Session> own_session(Exchange& exchange) {
    const auto hash = crypto::sha256(exchange.session_token());
    return exchange.store().ask([&](const store::Reader& reader) { return reader.session(hash); });
}

Known own_account(Exchange& exchange) {
    return exchange.store().ask([&](const store::Reader& reader) {
        return known_as(reader, reader.account(exchange.account()));
    });
}

} // namespace

net::awaitable<core::Result<Reply>> register_account(Exchange& exchange) {
    auto asked = exchange.body<api::NewAccount>();
    if (!asked) co_return asked.error();
    const auto body = checked(std::move(*asked));
    if (!body) co_return body.error();
    auto work = [&body] {
        return crypto::hash_password(body->password, crypto::candidate_password_cost);
    };
    const auto hashed = co_await exchange.services().hashing.run(std::move(work));
    if (!hashed) co_return hashed.error();

    store::Account account;
    account.account = new_id<core::AccountId>();
    account.names = {body->identifier, body->full_name, body->given_name};
    account.password = *hashed;
    account.created_at = exchange.now();
    auto made = new_session(account, store::SessionKind::candidate, exchange.now(), true,
                            exchange.header("user-agent"));
    store::SiteWrite add = [&account](store::SiteWriter& site, const core::Events&) {
        return site.add_account(account);
    };
    co_return co_await open_session(exchange, std::move(made), std::move(add));
}

net::awaitable<core::Result<Reply>> sign_in(Exchange& exchange) {
    const auto body = exchange.body<api::SignIn>();
    if (!body) co_return body.error();
    const auto identifier = normal_identifier(body->identifier);
    auto& limiter = exchange.services().sign_ins;
    if (limiter.refuse_for_s(identifier, exchange.address(), exchange.now()) > 0)
        co_return too_often();

    const auto known = exchange.store().ask([&](const store::Reader& reader) {
        return known_as(reader, reader.account_named(identifier));
    });
    const auto checked = co_await checked_password(exchange, known, body->password);
    if (!checked) co_return checked.error();
    if (!checked->right || (known.account->demo && !from_here(exchange))) {
        limiter.failed(identifier, exchange.address(), exchange.now());
        co_return wrong_credentials();
    }
    limiter.succeeded(identifier, exchange.address());
    store::SiteWrite rehash;
    if (checked->rehashed)
        rehash = [&](store::SiteWriter& site, const core::Events&) -> core::Result<void> {
            site.set_password(known.account->account, *checked->rehashed);
            return {};
        };
    auto made = new_session(*known.account, kind_of(known), exchange.now(), true,
                            exchange.header("user-agent"));
    co_return co_await open_session(exchange, std::move(made), std::move(rehash));
}

// A link is no proof that its account's owner is present: approvals still ask for the password.
net::awaitable<core::Result<Reply>> sign_in_by_link(Exchange& exchange) {
    const auto body = exchange.body<api::LinkSignIn>();
    if (!body) co_return body.error();
    const auto hash = crypto::sha256(body->token);
    const auto now = exchange.now();
    std::optional<core::AccountId> owner;
    store::SiteWrite use = [&](store::SiteWriter& site, const core::Events&) -> core::Result<void> {
        const auto used = site.use_link(hash, now);
        if (!used) return used.error();
        owner = *used;
        return {};
    };
    const auto used = co_await exchange.committer().site(std::move(use));
    if (!used) co_return used.error();
    const auto known = exchange.store().ask(
        [&](const store::Reader& reader) { return known_as(reader, reader.account(*owner)); });
    if (!known.account || known.account->disabled) co_return no_such_link();
    if (known.account->demo && !from_here(exchange)) co_return no_such_link();
    auto made =
        new_session(*known.account, kind_of(known), now, false, exchange.header("user-agent"));
    store::SiteWrite nothing;
    co_return co_await open_session(exchange, std::move(made), std::move(nothing));
}

net::awaitable<core::Result<Reply>> current_session(Exchange& exchange) {
    const auto row = own_session(exchange);
    if (!row) co_return not_signed_in();
    const auto body = exchange.store().ask(
        [&](const store::Reader& reader) { return session_body(reader, *row, exchange.now()); });
    co_return Reply::ok(body);
}

net::awaitable<core::Result<Reply>> sign_out(Exchange& exchange) {
    const auto hash = crypto::sha256(exchange.session_token());
    store::SiteWrite end = [hash](store::SiteWriter& site,
                                  const core::Events&) -> core::Result<void> {
        site.end_session(hash);
        return {};
    };
    const auto written = co_await exchange.committer().site(std::move(end));
    if (!written) co_return written.error();
    auto reply = Reply::no_content();
    reply.set_cookie = cookie_of_nobody();
    reply.clear_site_data = true;
    co_return reply;
}

net::awaitable<core::Result<Reply>> prove_presence(Exchange& exchange) {
    const auto body = exchange.body<api::PasswordProof>();
    if (!body) co_return body.error();
    const auto known = own_account(exchange);
    auto row = own_session(exchange);
    if (!row || !known.account) co_return not_signed_in();
    const auto key = exchange.account().str();
    auto& limiter = exchange.services().sign_ins;
    if (limiter.refuse_for_s(key, exchange.address(), exchange.now()) > 0) co_return too_often();
    const auto checked = co_await checked_password(exchange, known, body->password);
    if (!checked) co_return checked.error();
    if (!checked->right) {
        limiter.failed(key, exchange.address(), exchange.now());
        co_return wrong_credentials();
    }
    limiter.succeeded(key, exchange.address());
    const auto old = row->token_hash;
    store::SiteWrite end = [old](store::SiteWriter& site,
                                 const core::Events&) -> core::Result<void> {
        site.end_session(old);
        return {};
    };
    auto made = renewed(std::move(*row), exchange.now());
    co_return co_await open_session(exchange, std::move(made), std::move(end));
}

// The first password of an account that came by a link, or another one. Every other session of the
// account ends.
net::awaitable<core::Result<Reply>> change_password(Exchange& exchange) {
    const auto body = exchange.body<api::NewPassword>();
    if (!body) co_return body.error();
    const auto known = own_account(exchange);
    auto row = own_session(exchange);
    if (!row || !known.account) co_return not_signed_in();
    const auto& names = known.account->names;
    if (known.account->demo) co_return not_allowed();
    auto faults = password_faults("/password", body->password, names.identifier, names.full_name);
    if (!faults.empty())
        co_return core::refuse(core::Code::invalid_field, "Mật khẩu mới chưa dùng được.",
                               "The new password cannot be used.", std::move(faults));
    if (!known.account->password.empty()) {
        const auto key = exchange.account().str();
        auto& limiter = exchange.services().sign_ins;
        if (limiter.refuse_for_s(key, exchange.address(), exchange.now()) > 0)
            co_return too_often();
        const auto current = body->current.value_or("");
        const auto checked = co_await checked_password(exchange, known, current);
        if (!checked) co_return checked.error();
        if (!checked->right) {
            limiter.failed(key, exchange.address(), exchange.now());
            co_return wrong_credentials();
        }
        limiter.succeeded(key, exchange.address());
    }
    auto work = [&] {
        return crypto::hash_password(body->password, cost_of(known.staff));
    };
    const auto hashed = co_await exchange.services().hashing.run(std::move(work));
    if (!hashed) co_return hashed.error();
    store::SiteWrite change = [&](store::SiteWriter& site,
                                  const core::Events&) -> core::Result<void> {
        site.set_password(known.account->account, *hashed);
        site.end_sessions_of(known.account->account);
        return {};
    };
    auto made = renewed(std::move(*row), exchange.now());
    co_return co_await open_session(exchange, std::move(made), std::move(change));
}

net::awaitable<core::Result<Reply>> list_sessions(Exchange& exchange) {
    const auto current = crypto::sha256(exchange.session_token());
    const auto rows = exchange.store().ask(
        [&](const store::Reader& reader) { return reader.sessions_of(exchange.account()); });
    api::SessionList body;
    for (const auto& row : rows)
        if (row.expires_at > exchange.now())
            body.sessions.push_back(
                {row.session, row.created_at, row.seen_at, row.device, row.token_hash == current});
    co_return Reply::ok(body);
}

net::awaitable<core::Result<Reply>> end_session(Exchange& exchange) {
    const auto account = exchange.account();
    const std::string session{exchange.path_text("session")};
    store::SiteWrite end = [&](store::SiteWriter& site, const core::Events&) {
        return site.end_session_of(account, session);
    };
    const auto written = co_await exchange.committer().site(std::move(end));
    if (!written) co_return written.error();
    co_return Reply::no_content();
}

net::awaitable<core::Result<Reply>> list_messages(Exchange& exchange) {
    const auto rows = exchange.store().ask(
        [&](const store::Reader& reader) { return reader.messages(exchange.account()); });
    api::MessageList body;
    for (const auto& row : rows)
        body.messages.push_back({row.created_at, row.subject, row.text});
    co_return Reply::ok(body);
}

} // namespace thi::http::handlers
