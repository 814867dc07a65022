// What a handler answers, before it becomes bytes on a socket. Knows no Beast and no socket.

#pragma once
#include "core/fault.h"
#include "text/described.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace thi::http {

class EventStream;

// How long others may keep a reply.
enum class Cache : std::uint8_t {
    no_store,   // Personal: the default.
    revalidate, // May be kept, asked for again each time (no-cache).
    minute,     // Public and slow to change.
    immutable,  // The address names the content.
};

struct Reply {
    int status = 200;
    std::string_view type;      // Content-Type: text that outlives the reply, a literal.
    std::string body;           // The bytes ...
    std::string_view lasting{}; // ... or bytes that outlive the server's connections.
    Cache cache = Cache::no_store;
    std::string_view encoding{}; // Content-Encoding, a literal.
    bool varies = false;         // Vary: Accept-Encoding.
    bool page = false;           // Part of the client: gets the CSP of pages (S-16).
    bool printed = false;        // A document of print/: its own style is let in, nothing else.
    std::string etag{};          // With its quotes; makes a 304 of a matching GET.
    std::string attachment{};    // A file name: Content-Disposition and a CSP sandbox (S-34).
    std::string location{};
    std::string set_cookie{};
    std::string_view allow{}; // For 405.
    unsigned int retry_after_s = 0;
    bool clear_site_data = false;
    std::shared_ptr<EventStream> events{}; // Set: the reply is a stream of events.

    static constexpr std::string_view json_type = "application/json";
    static constexpr std::string_view problem_type = "application/problem+json";

    // 200 with `value` as JSON.
    template <class T> static Reply ok(const T& value) { return json(200, text::to_text(value)); }
    // 201 with `value` as JSON, made at `location`.
    template <class T> static Reply created(const T& value, std::string location) {
        auto reply = json(201, text::to_text(value));
        reply.location = std::move(location);
        return reply;
    }
    static Reply json(int status, std::string body);
    static Reply no_content();
    static Reply bytes(std::string_view type, std::string body);
    static Reply printed_page(std::string html); // A document of print/.
    static Reply stream(std::shared_ptr<EventStream> events);
    // problem+json (docs/formats/basics.md). `busy` and `rate_limited` carry a Retry-After.
    static Reply problem(const core::Fault& fault);
    // 500: an id to look up in the log and nothing from inside (S-52).
    static Reply broken(std::string_view id);

    std::string_view content() const { return lasting.empty() ? std::string_view{body} : lasting; }
};

// The ETag of some bytes: quoted, from their SHA-256.
std::string etag_of(std::string_view bytes);

// Whether the If-None-Match field `field` names `etag`, or is "*".
bool etag_matches(std::string_view field, std::string_view etag);

} // namespace thi::http
