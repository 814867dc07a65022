// The rules of S-10, one function for each part of a head.

#include "http/edge_filter.h"

#include "http/ascii.h"

#include <algorithm>

namespace thi::http {
namespace {

constexpr std::size_t content_length_digits_max = 15;

// Fields that may come once only: a second one is how two readers come to differ. `host` and
// `content-length` have refusals of their own.
constexpr std::string_view single_fields[] = {
    "authorization",
    "content-encoding",
    "content-type",
    "cookie",
    "expect",
    "forwarded",
    "if-match",
    "if-modified-since",
    "if-none-match",
    "origin",
    "range",
    "referer",
    "sec-fetch-dest",
    "sec-fetch-mode",
    "sec-fetch-site",
    "upgrade",
    "user-agent",
    "x-csrf-token",
    "x-forwarded-for",
    "x-forwarded-host",
    "accept-encoding",
    "connection",
    "x-forwarded-proto",
    "x-real-ip",
};

// Fields that say how a body or a connection is framed in a way we never speak.
constexpr std::string_view framing_fields[] = {
    "transfer-encoding", "te", "trailer", "http2-settings", "proxy-connection", "keep-alive",
};

bool is_target_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte >= 0x7f) return false;
    return std::string_view{"\"#<>\\^`{|}"}.find(c) == std::string_view::npos;
}

bool is_host_byte(char c) {
    return is_alphanumeric(c) || std::string_view{"-._~:[]"}.find(c) != std::string_view::npos;
}

HeadRefusal read_request_line(std::string_view line, Head& head) {
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) return HeadRefusal::request_line;
    const auto verb = verb_of(line.substr(0, first));
    if (!verb) return HeadRefusal::unknown_method;
    head.verb = *verb;
    head.target = line.substr(first + 1, last - first - 1);
    if (!head.target.starts_with('/') || head.target.starts_with("//"))
        return HeadRefusal::target_form;
    if (!std::all_of(head.target.begin(), head.target.end(), is_target_byte))
        return HeadRefusal::target_form;
    return line.substr(last + 1) == "HTTP/1.1" ? HeadRefusal::none : HeadRefusal::version;
}

HeadRefusal read_content_length(std::string_view value, Head& head) {
    if (value.empty() || value.size() > content_length_digits_max)
        return HeadRefusal::content_length;
    for (const char c : value) {
        if (c < '0' || c > '9') return HeadRefusal::content_length;
        head.content_length = head.content_length * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return HeadRefusal::none;
}

// The options that we know; anything else could name a field to drop on the way.
HeadRefusal read_connection(std::string_view value, Head& head) {
    while (true) {
        const auto comma = value.find(',');
        const auto option = trim_blanks(value.substr(0, comma));
        if (equal_ignoring_case(option, "close"))
            head.keep_alive = false;
        else if (!equal_ignoring_case(option, "keep-alive") &&
                 !equal_ignoring_case(option, "upgrade"))
            return HeadRefusal::connection_option;
        if (comma == std::string_view::npos) return HeadRefusal::none;
        value.remove_prefix(comma + 1);
    }
}

HeadRefusal read_field(std::string_view line, Head& head) {
    if (line.front() == ' ' || line.front() == '\t') return HeadRefusal::folded_line;
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) return HeadRefusal::field_name;
    const HeadField field{line.substr(0, colon), trim_blanks(line.substr(colon + 1))};
    if (!std::all_of(field.name.begin(), field.name.end(), is_token_byte))
        return HeadRefusal::field_name;
    if (head.field_count == head_fields_max) return HeadRefusal::too_many_fields;
    head.fields[head.field_count++] = field;
    return HeadRefusal::none;
}

bool is_one_of(std::span<const std::string_view> list, std::string_view name) {
    return std::any_of(list.begin(), list.end(),
                       [&](auto known) { return equal_ignoring_case(name, known); });
}

HeadRefusal check_single_fields(const Head& head) {
    std::uint32_t seen = 0;
    static_assert(std::size(single_fields) <= 32);
    for (std::size_t i = 0; i < head.field_count; ++i)
        for (std::size_t single = 0; single < std::size(single_fields); ++single) {
            if (!equal_ignoring_case(head.fields[i].name, single_fields[single])) continue;
            if ((seen & (1U << single)) != 0) return HeadRefusal::duplicate_field;
            seen |= 1U << single;
        }
    return HeadRefusal::none;
}

HeadRefusal check_framing(Head& head) {
    int hosts = 0;
    int lengths = 0;
    for (std::size_t i = 0; i < head.field_count; ++i) {
        const auto& [name, value] = head.fields[i];
        auto refusal = HeadRefusal::none;
        if (is_one_of(framing_fields, name)) return HeadRefusal::transfer_encoding;
        if (equal_ignoring_case(name, "host")) {
            ++hosts;
            head.host = value;
        } else if (equal_ignoring_case(name, "content-length")) {
            if (++lengths > 1) return HeadRefusal::content_length;
            refusal = read_content_length(value, head);
        } else if (equal_ignoring_case(name, "connection")) {
            refusal = read_connection(value, head);
        } else if (equal_ignoring_case(name, "expect")) {
            head.expects_continue = equal_ignoring_case(value, "100-continue");
            if (!head.expects_continue) refusal = HeadRefusal::expectation;
        }
        if (refusal != HeadRefusal::none) return refusal;
    }
    const bool sound_host = hosts == 1 && !head.host.empty() &&
                            std::all_of(head.host.begin(), head.host.end(), is_host_byte);
    if (!sound_host) return HeadRefusal::host;
    if (is_safe(head.verb) && head.content_length > 0) return HeadRefusal::body_of_get;
    return HeadRefusal::none;
}

// Every CR is followed by LF and every LF comes after CR; no other control byte but HTAB.
HeadRefusal check_bytes(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if (byte >= 0x20 && byte != 0x7f) continue;
        if (byte == '\t') continue;
        if (byte == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n') {
            ++i;
            continue;
        }
        return byte == '\r' || byte == '\n' ? HeadRefusal::bare_line_break
                                            : HeadRefusal::control_byte;
    }
    return HeadRefusal::none;
}

} // namespace

std::string_view Head::field(std::string_view lower_name) const {
    for (std::size_t i = 0; i < field_count; ++i)
        if (equal_ignoring_case(fields[i].name, lower_name)) return fields[i].value;
    return {};
}

HeadScan scan_head(std::string_view arrived, std::size_t scanned) {
    HeadScan scan{.scanned = scanned};
    const auto refuse = [&](HeadRefusal refusal) {
        scan.refusal = refusal;
        return scan;
    };
    // A TLS hello, an empty line or a lower-case method will not become a request by waiting.
    if (!arrived.empty() && (arrived[0] < 'A' || arrived[0] > 'Z'))
        return refuse(HeadRefusal::request_line);
    const auto window = arrived.substr(0, head_bytes_max);
    while (true) {
        const auto line_feed = window.find('\n', scan.scanned);
        if (line_feed == std::string_view::npos) break;
        if (line_feed == 0 || window[line_feed - 1] != '\r')
            return refuse(HeadRefusal::bare_line_break);
        scan.scanned = line_feed + 1;
        if (line_feed >= 3 && window[line_feed - 2] == '\n') {
            scan.end = line_feed + 1;
            return scan;
        }
    }
    if (arrived.size() >= head_bytes_max) return refuse(HeadRefusal::too_long);
    return scan;
}

HeadRefusal filter_head(std::string_view bytes, Head& head) {
    head = Head{};
    if (bytes.size() > head_bytes_max) return HeadRefusal::too_long;
    if (!bytes.ends_with("\r\n\r\n")) return HeadRefusal::request_line;
    if (const auto refusal = check_bytes(bytes); refusal != HeadRefusal::none) return refusal;
    bytes.remove_suffix(2);
    auto line_end = bytes.find("\r\n");
    if (const auto refusal = read_request_line(bytes.substr(0, line_end), head);
        refusal != HeadRefusal::none)
        return refusal;
    for (bytes.remove_prefix(line_end + 2); !bytes.empty(); bytes.remove_prefix(line_end + 2)) {
        line_end = bytes.find("\r\n");
        if (line_end == 0) return HeadRefusal::request_line;
        if (const auto refusal = read_field(bytes.substr(0, line_end), head);
            refusal != HeadRefusal::none)
            return refusal;
    }
    if (const auto refusal = check_single_fields(head); refusal != HeadRefusal::none)
        return refusal;
    return check_framing(head);
}

std::string_view name_of(HeadRefusal refusal) {
    switch (refusal) {
    case HeadRefusal::none:
        return "none";
    case HeadRefusal::too_long:
        return "too_long";
    case HeadRefusal::too_many_fields:
        return "too_many_fields";
    case HeadRefusal::bare_line_break:
        return "bare_line_break";
    case HeadRefusal::control_byte:
        return "control_byte";
    case HeadRefusal::request_line:
        return "request_line";
    case HeadRefusal::unknown_method:
        return "unknown_method";
    case HeadRefusal::target_form:
        return "target_form";
    case HeadRefusal::version:
        return "version";
    case HeadRefusal::field_name:
        return "field_name";
    case HeadRefusal::folded_line:
        return "folded_line";
    case HeadRefusal::transfer_encoding:
        return "transfer_encoding";
    case HeadRefusal::host:
        return "host";
    case HeadRefusal::content_length:
        return "content_length";
    case HeadRefusal::duplicate_field:
        return "duplicate_field";
    case HeadRefusal::connection_option:
        return "connection_option";
    case HeadRefusal::expectation:
        return "expectation";
    case HeadRefusal::body_of_get:
        return "body_of_get";
    }
    return "none";
}

} // namespace thi::http
