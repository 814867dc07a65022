// What a route reads and writes, by type: the source of the OpenAPI document.

#pragma once
#include <boost/json/value.hpp>

#include <type_traits>

namespace thi::text {
class Components;
template <class T> boost::json::value schema_of(Components& components);
} // namespace thi::text

namespace thi::http {

// Stand-ins where a route reads or writes no JSON.
struct Nothing {};                    // No body: 204.
struct Bytes {};                      // Bytes of another type: a file, a tile.
struct Events {};                     // text/event-stream.
template <class T> struct Created {}; // A T, with 201 and a Location.

// What one body is. `make` writes the schema on demand: naming a type in the table costs nothing
// at start.
struct BodySchema {
    enum class Shape : unsigned char { nothing, bytes, events, json };

    Shape shape = Shape::nothing;
    int status = 204;                                                   // Of a reply.
    boost::json::value (*make)(text::Components& components) = nullptr; // Only for `json`.
};

struct Schema {
    BodySchema body;
    BodySchema reply;
};

template <class T> struct BodySchemaOf {
    static constexpr BodySchema value{BodySchema::Shape::json, 200, &text::schema_of<T>};
};
template <class T> struct BodySchemaOf<Created<T>> {
    static constexpr BodySchema value{BodySchema::Shape::json, 201, &text::schema_of<T>};
};
template <> struct BodySchemaOf<Nothing> { static constexpr BodySchema value{}; };
template <> struct BodySchemaOf<Bytes> {
    static constexpr BodySchema value{BodySchema::Shape::bytes, 200, nullptr};
};
template <> struct BodySchemaOf<Events> {
    static constexpr BodySchema value{BodySchema::Shape::events, 200, nullptr};
};

// schema<SavesBody, SavesReply>(): for a row of the route table. The file with the table includes
// text/schema.h.
template <class Body, class Reply> constexpr Schema schema() {
    return {BodySchemaOf<Body>::value, BodySchemaOf<Reply>::value};
}

} // namespace thi::http
