// The edge filter: a pure function over the raw bytes of a request's head that lets through only
// what no two HTTP parsers can read differently (S-10). It knows nothing of routes, sessions or
// sockets. Beast 1.81 mis-frames some of what is refused here, so it runs before Beast.

#pragma once
#include "http/verb.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace thi::http {

constexpr std::size_t head_bytes_max = 8192; // Request line, fields and the empty line.
constexpr std::size_t head_fields_max = 64;

// Why a head is refused. Only for our log: the asker gets 400 and a closed connection.
enum class HeadRefusal {
    none,
    too_long,
    too_many_fields,
    bare_line_break, // LF without CR, or CR without LF.
    control_byte,    // NUL or another control character.
    request_line,
    unknown_method,
    target_form, // Not origin-form, or a byte that does not belong in a target.
    version,     // Not HTTP/1.1.
    field_name,  // Empty, not a token, or a space before the colon.
    folded_line,
    transfer_encoding,
    host,
    content_length,
    duplicate_field,
    connection_option,
    expectation,
    body_of_get,
};

std::string_view name_of(HeadRefusal refusal);

// One field, as sent: the name in the sender's case, the value without outer blanks.
struct HeadField {
    std::string_view name;
    std::string_view value;
};

// What a head says. All views point into the bytes that were read.
struct Head {
    Verb verb = Verb::get;
    std::string_view target;
    std::string_view host;
    std::uint64_t content_length = 0;
    bool keep_alive = true;
    bool expects_continue = false;
    std::size_t field_count = 0;
    std::array<HeadField, head_fields_max> fields;

    // The value of the field of that name (given in lower case), or "" where it was not sent.
    std::string_view field(std::string_view lower_name) const;
};

// Where a head ends in what has arrived so far.
struct HeadScan {
    HeadRefusal refusal = HeadRefusal::none; // Known to be wrong before it is complete.
    std::size_t end = 0;                     // One past the empty line; 0 = more is needed.
    std::size_t scanned = 0;                 // Hand back to the next call.
};

// Looks for the end of the head in `arrived`; `scanned` bytes of it were looked at before.
HeadScan scan_head(std::string_view arrived, std::size_t scanned);

// Reads `bytes`, which must be a head up to and including its empty line, into `head`.
// Any refusal means: answer 400, close, and never look at what follows.
HeadRefusal filter_head(std::string_view bytes, Head& head);

} // namespace thi::http
