// C++ structs to JSON and back, by their description (BOOST_DESCRIBE_STRUCT).
//
// Strict: a member that is missing or that nobody reads is a mistake (S-59), and every mistake is
// reported with its pointer. An empty optional is an absent member, never null. A member whose
// name would be a C++ word ends in `_`, which is not part of the JSON name.
//
// | C++                                        | JSON                                     |
// |---|---|
// | bool, integers, std::string                | true/false, integer in range, string     |
// | described enum                             | its name                                 |
// | T with static parse(view) and text()       | string (ids)                             |
// | sys_time<milliseconds>, milliseconds       | integer                                  |
// | {hundredths}                               | integer                                  |
// | {numerator, denominator}                   | object of both                           |
// | crypto::Digest, std::array<uint8_t, N>     | base64                                   |
// | std::optional (as a member only)           | the value, or absent                     |
// | std::vector, std::set                      | array; a set refuses repetitions         |
// | std::map of string, enum, id or integer    | object                                   |
// | std::variant of monostate and others       | null, or the alternative of that kind    |
// | {value, source, waived}, optional both     | see `Sourced` in text/shape.h            |
// | T with Held, behind a pointer              | what it holds                            |
// | described struct                           | object                                   |
// | Raw                                        | any value                                |

#pragma once
#include "text/json.h"
#include "text/reading.h"
#include "text/shape.h"

#include <limits>
#include <span>
#include <stdexcept>

namespace thi::text {

// Specialise it for a type whose JSON form is its own. `read` records its mistakes in `reading`
// and then may return anything.
template <class T> struct Codec {
    static boost::json::value write(const T& value);
    static T read(const boost::json::value& from, Reading& reading);
};

template <class T> boost::json::value to_json(const T& value) {
    return Codec<T>::write(value);
}

// The canonical text of a value.
template <class T> std::string to_text(const T& value) {
    return canonical(Codec<T>::write(value));
}

template <class T> Result<T> from_json(const boost::json::value& from) {
    Reading reading;
    T value = Codec<T>::read(from, reading);
    if (!reading.clean()) return reading.mistake();
    return value;
}

// The same for a whole text; mistakes carry lines and columns.
template <class T> Result<T> from_text(std::string_view text, const Limits& limits = {}) {
    const auto parsed = parse(text, limits);
    if (!parsed) return parsed.error();
    auto value = from_json<T>(*parsed);
    if (!value) return Lines{text}.placed(value.error());
    return value;
}

// One member of a struct, without the struct's type, so that the loops compile once.
struct Member {
    std::string_view name;
    bool may_be_absent;
    bool (*present)(const void* object); // Null where always present.
    boost::json::value (*write)(const void* object);
    void (*read)(void* object, const boost::json::value& from, Reading& reading);
};

boost::json::value write_struct(const void* object, std::span<const Member> members);
void read_struct(void* object, std::span<const Member> members, const boost::json::value& from,
                 Reading& reading);

// Readers of plain values; nothing after a mistake, which is recorded.
std::optional<bool> read_bool(const boost::json::value& from, Reading& reading);
std::optional<std::int64_t> read_integer(const boost::json::value& from, std::int64_t least,
                                         std::int64_t most, Reading& reading);
std::optional<std::string_view> read_string(const boost::json::value& from, Reading& reading);
const boost::json::array* read_array(const boost::json::value& from, Reading& reading);
const boost::json::object* read_object(const boost::json::value& from, Reading& reading);
std::int64_t read_name(const boost::json::value& from, std::span<const Name> names,
                       Reading& reading); // An enumerator; the first one after a mistake.
// Base64 of exactly `size` bytes; "" after a mistake.
std::string read_bytes(const boost::json::value& from, std::size_t size, Reading& reading);
boost::json::value write_bytes(std::string_view bytes);
boost::json::value write_name(std::span<const Name> names, std::int64_t value);
// The kind of thing in JSON, for a variant: its alternatives must differ in it.
enum class Shape { null, array, string, object };
std::optional<Shape> shape_of(const boost::json::value& from);
void refuse_shape(Reading& reading); // No alternative has this shape.
// The one member of a Sourced object, after checking that it has the members that belong to it.
enum class SourcedForm { value, unset, waived };
std::optional<SourcedForm> read_sourced(const boost::json::value& from, Reading& reading);
void refuse_form(Reading& reading);       // The string has not the form that it must have.
void refuse_repetition(Reading& reading); // An element of a set for the second time.
[[noreturn]] void throw_unwritable(const char* why);

} // namespace thi::text

#include "text/described_codecs.h"
