#include "http/dispatcher.h"

#include "crypto/equal.h"
#include "crypto/hash.h"
#include "http/client_address.h"
#include "http/guard.h"
#include "http/rate_limit.h"
#include "http/refusals.h"
#include "http/services.h"

#include <algorithm>
#include <stdexcept>

namespace thi::http {
namespace {

bool is_service_path(std::string_view path) {
    const auto under = [&](std::string_view prefix) {
        return path.starts_with(prefix) &&
               (path.size() == prefix.size() || path[prefix.size()] == '/');
    };
    return under("/api") || under("/log") || path == "/healthz";
}

// A parameter that nobody reads is a mistake of the asker's (S-59).
bool knows_all(const Route& route, const Query& query) {
    return std::all_of(query.begin(), query.end(), [&](const auto& sent) {
        bool known = false;
        each_query_name(route.query, [&](std::string_view name) { known |= name == sent.first; });
        return known;
    });
}

RateKind kind_of(const Route& route) {
    if (route.limits.rate == Rate::uploads) return RateKind::uploads;
    if (route.limits.rate == Rate::writes || !is_safe(route.verb)) return RateKind::writes;
    return RateKind::reads;
}

} // namespace

Admission Dispatcher::admit(const Head& head, std::string_view peer) const {
    Admission admission;
    const auto path = path_of(head.target);
    if (!is_service_path(path)) {
        admission.logged_path = "static";
        if (head.verb == Verb::get || head.verb == Verb::head) {
            admission.reply = files_.find(path, head.field("accept-encoding"));
        } else {
            admission.reply = Reply::problem(no_such_method());
            admission.reply->allow = "GET, HEAD";
        }
        return admission;
    }
    auto match = router_.find(head.verb, path);
    if (match.route == nullptr) {
        admission.logged_path = "none";
        admission.reply = Reply::problem(match.allow.empty() ? no_such_thing() : no_such_method());
        admission.reply->allow = match.allow;
        return admission;
    }
    admission.route = match.route;
    admission.path = match.path;
    admission.logged_path = match.route->path;
    admission.asker.address = client_address(peer, head.field("x-forwarded-for"), outside_.proxies);
    admission.reply = identify(head, admission);
    if (!admission.reply) admission.reply = check_origin(head, admission);
    if (!admission.reply) admission.reply = check_rate(head, admission);
    if (!admission.reply && head.content_length > match.route->limits.body_max)
        admission.reply = Reply::problem(too_large(match.route->limits.body_max));
    if (!admission.reply) {
        auto query = query_of(head.target);
        if (query && knows_all(*match.route, *query))
            admission.query = std::move(*query);
        else
            admission.reply = Reply::problem(bad_query());
    }
    return admission;
}

std::optional<Reply> Dispatcher::identify(const Head& head, Admission& admission) const {
    auto& asker = admission.asker;
    const auto& route = *admission.route;
    // A route before the session never looks at one: a secret ballot comes without a cookie, and
    // signing in must not depend on who was signed in.
    const auto token =
        route.limits.before_session ? std::nullopt : session_token(head.field("cookie"));
    if (token) {
        asker.session = services_.sessions.find(crypto::sha256(*token), services_.clock.now());
        if (asker.session) asker.token = *token;
    }
    if (asker.session && !admission.path.all().empty() &&
        route.access.kind != Access::Kind::administrator)
        asker.standing = services_.sessions.standing(asker.session->account, admission.path.all());
    const auto* session = asker.session ? &*asker.session : nullptr;
    switch (check_access(route.access, session, asker.standing)) {
    case AccessVerdict::allowed:
        return std::nullopt;
    case AccessVerdict::sign_in:
        return Reply::problem(not_signed_in());
    case AccessVerdict::hidden:
        return Reply::problem(no_such_thing());
    case AccessVerdict::forbidden:
        return Reply::problem(not_allowed());
    }
    return Reply::problem(not_allowed());
}

std::optional<Reply> Dispatcher::check_origin(const Head& head, const Admission& admission) const {
    if (is_safe(head.verb)) return std::nullopt;
    if (!origin_fault(head, outside_.encrypted, outside_.origins).empty())
        return Reply::problem(from_elsewhere());
    if (admission.route->limits.before_session) return std::nullopt;
    const auto& csrf = admission.asker.session->csrf;
    if (csrf.empty() || !crypto::equal_in_constant_time(head.field("x-csrf-token"), csrf))
        return Reply::problem(from_elsewhere());
    return std::nullopt;
}

std::optional<Reply> Dispatcher::check_rate(const Head&, const Admission& admission) const {
    const auto& route = *admission.route;
    if (route.limits.rate == Rate::none) return std::nullopt;
    const auto& asker = admission.asker;
    const auto account = asker.session ? asker.session->account.text() : std::string_view{};
    const auto wait_s =
        services_.rates.refuse_for_s(kind_of(route), account, asker.address, services_.clock.now());
    if (wait_s == 0) return std::nullopt;
    auto reply = Reply::problem(too_often());
    reply.retry_after_s = wait_s;
    return reply;
}

net::awaitable<Reply> Dispatcher::answer(Exchange& exchange) const {
    const auto handler = exchange.route().handler;
    auto outcome = co_await handler(exchange);
    if (!outcome) co_return Reply::problem(outcome.error());
    // What is answered is what the table, and so the OpenAPI document, promises.
    if (outcome->status != exchange.route().schema.reply.status)
        throw std::logic_error("a reply with another status than its route promises");
    co_return std::move(*outcome);
}

} // namespace thi::http
