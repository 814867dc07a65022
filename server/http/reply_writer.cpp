#include "http/reply_writer.h"

#include "crypto/hash.h"
#include "http/ascii.h"
#include "http/status.h"
#include "print/page.h"
#include "text/base64.h"

#include <array>
#include <cassert>
#include <charconv>
#include <chrono>

namespace thi::http {

const std::string_view page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types svelte-trusted-html app-sw";
const std::string_view data_policy =
    "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

namespace {

constexpr std::string_view fixed_fields =
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: same-origin\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\r\n";
constexpr std::string_view transport_field =
    "Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n";

void append_number(std::string& out, std::size_t number) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    out.append(digits.data(), end.ptr);
}

// A value that came from outside our source must not end the line (S-38).
void append_field(std::string& out, std::string_view name, std::string_view value) {
    assert(value.find_first_of(std::string_view{"\r\n\0", 3}) == std::string_view::npos);
    out.append(name).append(": ").append(value).append("\r\n");
}

std::string_view cache_control(Cache cache) {
    switch (cache) {
    case Cache::no_store:
        return "no-store";
    case Cache::revalidate:
        return "no-cache";
    case Cache::minute:
        return "public, max-age=60";
    case Cache::immutable:
        return "public, max-age=31536000, immutable";
    }
    return "no-store";
}

// RFC 6266 and 8187: plain letters for old readers, UTF-8 for the rest.
std::string disposition(std::string_view file_name) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string plain;
    std::string coded;
    for (const char c : file_name) {
        const auto byte = static_cast<unsigned char>(c);
        const bool safe = is_alphanumeric(c) || c == '.' || c == '-' || c == '_';
        plain.push_back(safe ? c : '_');
        if (safe)
            coded.push_back(c);
        else
            coded.append("%").append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
    }
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + coded;
}

void append_two(std::string& out, unsigned int number) {
    out.push_back(static_cast<char>('0' + number / 10 % 10));
    out.push_back(static_cast<char>('0' + number % 10));
}

// The style of printed documents is named by its hash (Content Security Policy 3, section 2.3.1).
std::string make_printed_policy() {
    std::string policy{data_policy};
    policy += "; style-src 'sha256-";
    const auto hash = crypto::sha256(print::page_style);
    text::append_base64(policy, crypto::view(hash));
    return policy += "'";
}

const std::string& printed_policy() {
    static const std::string policy = make_printed_policy();
    return policy;
}

std::string_view policy_of(const Reply& reply) {
    if (reply.page) return page_policy;
    return reply.printed ? std::string_view{printed_policy()} : data_policy;
}

void append_rare_fields(std::string& out, const Reply& reply) {
    if (!reply.attachment.empty())
        append_field(out, "Content-Disposition", disposition(reply.attachment));
    if (!reply.etag.empty()) append_field(out, "ETag", reply.etag);
    if (!reply.encoding.empty()) append_field(out, "Content-Encoding", reply.encoding);
    if (reply.varies) append_field(out, "Vary", "Accept-Encoding");
    if (!reply.location.empty()) append_field(out, "Location", reply.location);
    if (!reply.set_cookie.empty()) append_field(out, "Set-Cookie", reply.set_cookie);
    if (!reply.allow.empty()) append_field(out, "Allow", reply.allow);
    if (reply.clear_site_data)
        append_field(out, "Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
    if (reply.events) append_field(out, "X-Accel-Buffering", "no");
    if (reply.retry_after_s > 0) {
        out.append("Retry-After: ");
        append_number(out, reply.retry_after_s);
        out.append("\r\n");
    }
}

} // namespace

std::string http_date(core::Instant at) {
    using namespace std::chrono;
    constexpr std::string_view weekdays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = floor<days>(at);
    const year_month_day date{day};
    const hh_mm_ss time{floor<seconds>(at - day)};
    std::string text{weekdays[weekday{day}.c_encoding()]};
    text.append(", ");
    append_two(text, static_cast<unsigned int>(date.day()));
    text.append(" ").append(months[static_cast<unsigned int>(date.month()) - 1]).append(" ");
    text.append(std::to_string(static_cast<int>(date.year()))).append(" ");
    append_two(text, static_cast<unsigned int>(time.hours().count()));
    text.push_back(':');
    append_two(text, static_cast<unsigned int>(time.minutes().count()));
    text.push_back(':');
    append_two(text, static_cast<unsigned int>(time.seconds().count()));
    return text.append(" GMT");
}

void ReplyWriter::write_head(std::string& out, const Reply& reply, bool keep_alive,
                             core::Instant now) {
    const auto now_s = core::to_ms(now) / 1000;
    if (now_s != date_s_) {
        date_ = http_date(now);
        date_s_ = now_s;
    }
    out.append("HTTP/1.1 ");
    append_number(out, static_cast<std::size_t>(reply.status));
    out.append(" ").append(reason_of(reply.status)).append("\r\nDate: ").append(date_);
    out.append("\r\n");
    if (!reply.type.empty()) append_field(out, "Content-Type", reply.type);
    if (!reply.events && reply.status != 204 && reply.status != 304) {
        out.append("Content-Length: ");
        append_number(out, reply.content().size());
        out.append("\r\n");
    }
    append_field(out, "Cache-Control", cache_control(reply.cache));
    append_rare_fields(out, reply);
    out.append("Content-Security-Policy: ").append(policy_of(reply));
    if (!reply.attachment.empty()) out.append("; sandbox");
    out.append("\r\n").append(fixed_fields);
    if (encrypted_) out.append(transport_field);
    if (!keep_alive) out.append("Connection: close\r\n");
    out.append("\r\n");
}

void make_conditional(Reply& reply, const Head& head) {
    const bool asked = head.verb == Verb::get || head.verb == Verb::head;
    if (!asked || reply.status != 200) return;
    if (!etag_matches(head.field("if-none-match"), reply.etag)) return;
    reply.status = 304;
    reply.body.clear();
    reply.lasting = {};
    reply.type = {};
}

} // namespace thi::http
