// One request, as a handler sees it: already framed, routed, signed in and allowed.
//
// Knows no Beast and no socket. All views live until the handler has returned.

#pragma once
#include "core/fault.h"
#include "http/access.h"
#include "http/clock.h"
#include "http/edge_filter.h"
#include "http/path_values.h"
#include "http/services.h"
#include "http/target.h"
#include "text/described.h"
#include "text/json.h"

#include <cassert>
#include <optional>
#include <string>
#include <string_view>

namespace thi::http {

struct Route;

// What `text` found wrong, as the refusal of a body.
core::Fault fault_of(const text::Mistake& mistake);

// Who asked: filled in by the dispatcher before the handler runs.
struct Asker {
    std::string address; // The client's, after trusted proxies (S-13).
    std::optional<Session> session;
    std::string token; // The session's token, for the handler that ends it; never logged.
    std::optional<Standing> standing;
};

class Exchange {
  public:
    Exchange(const Head& head, const Route& route, const PathValues& path, const Query& query,
             Asker asker, Services& services)
        : head_(head),
          route_(route),
          path_(path),
          query_(query),
          asker_(std::move(asker)),
          services_(services) {}

    Verb verb() const { return head_.verb; }
    std::string_view target() const { return head_.target; }
    const Route& route() const { return route_; }

    // The id that stood at {name}: exchange.path<core::SittingId>("sitting").
    template <class Id> Id path(std::string_view name) const {
        const auto id = Id::parse(path_[name]);
        assert(id); // The router lets nothing else through.
        return *id;
    }
    // The plain text that stood at {code}, {name}, {index} or {tail*}.
    std::string_view path_text(std::string_view name) const { return path_[name]; }

    // The decoded query parameter, or nothing where it was not sent.
    std::optional<std::string_view> query(std::string_view name) const;

    // A header field, by its name in lower case; "" where it was not sent.
    std::string_view header(std::string_view lower_name) const { return head_.field(lower_name); }

    std::string_view body_text() const { return body_; }

    // The body as a T, or the refusal that names every field that is wrong.
    template <class T> core::Result<T> body() const {
        if (auto refusal = refuse_content_type()) return std::move(*refusal);
        auto read = text::from_text<T>(body_);
        if (!read) return fault_of(read.error());
        return std::move(*read);
    }

    // Who asks. Asking for what the route's access does not promise is our bug.
    bool signed_in() const { return asker_.session.has_value(); }
    const Session& session() const { return checked(asker_.session); }
    core::AccountId account() const { return session().account; }
    const Standing& standing() const { return checked(asker_.standing); }
    const std::optional<Standing>& any_standing() const { return asker_.standing; }
    core::CandidateId candidate() const { return checked(standing().candidate); }
    core::PersonId person() const { return checked(standing().person); }
    std::string_view address() const { return asker_.address; }
    std::string_view session_token() const { return asker_.token; }

    // When the request had arrived in full, before any queue of ours: what counts.
    core::Instant received_at() const { return received_at_; }
    core::Instant now() const { return services_.clock.now(); }

    Services& services() const { return services_; }
    store::Store& store() const { return present(services_.store); }
    store::Committer& committer() const { return present(services_.committer); }
    Live& live() const { return present(services_.live); }
    const store::Keys& keys() const { return present(services_.keys); }

    // A handler opened a session: for the security log (S-50).
    void signs_in(core::AccountId account) { signed_in_as_ = account; }

    // The connection's part.
    const std::optional<core::AccountId>& signed_in_as() const { return signed_in_as_; }
    void arrived(std::string_view body, core::Instant at) {
        body_ = body;
        received_at_ = at;
    }

  private:
    template <class T> static const T& checked(const std::optional<T>& value) {
        assert(value);
        return *value;
    }
    template <class T> static T& present(T* service) {
        assert(service != nullptr);
        return *service;
    }
    // JSON comes as application/json and nothing else (S-19).
    std::optional<core::Fault> refuse_content_type() const;

    const Head& head_;
    const Route& route_;
    const PathValues& path_;
    const Query& query_;
    Asker asker_;
    Services& services_;
    std::string_view body_;
    core::Instant received_at_;
    std::optional<core::AccountId> signed_in_as_;
};

} // namespace thi::http
