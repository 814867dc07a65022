// JSON Schema (2020-12, as in OpenAPI 3.1) of the C++ types that text/described.h reads and writes.
//
// It says what the codec says; where a codec is specialised, its `schema(Components&)` does.

#pragma once
#include "text/described.h"

#include <boost/json/object.hpp>

#include <map>
#include <string>
#include <string_view>

namespace thi::text {

// The described structs and enums met so far, by name: namespaces stripped. Two types of one name
// are our bug (logic_error).
class Components {
  public:
    // `prefix` is how a reference begins: "#/components/schemas/" in OpenAPI, "#/$defs/" elsewhere.
    explicit Components(std::string prefix = "#/components/schemas/");

    // {"$ref": ...} to the component of a type; `make` is called the first time.
    boost::json::value refer(std::string_view type, boost::json::value (*make)(Components&));

    boost::json::object take() const;

  private:
    struct Entry {
        std::string type; // With namespaces.
        boost::json::value schema;
    };
    std::string prefix_;
    std::map<std::string, Entry> entries_;
};

struct MemberSchema {
    std::string_view name;
    bool may_be_absent;
    boost::json::value schema;
};

// The pieces, not templates.
boost::json::value schema_of_struct(std::vector<MemberSchema> members);
boost::json::value schema_of_names(std::span<const Name> names);
boost::json::value schema_of_integer(std::int64_t least, std::int64_t most);
boost::json::value schema_of_instant();
boost::json::value schema_of_bytes(std::size_t size);
boost::json::value schema_of_id(std::string_view prefix);
boost::json::value schema_of_fraction();
boost::json::value schema_of_sourced(boost::json::value value, boost::json::value waiver);

// "thi::core::Role" -> "Role"; "thi::core::Page<thi::core::Role>" -> "Page_Role".
std::string component_name(std::string_view type);

// The name of T as the compiler prints it.
template <class T> constexpr std::string_view type_name() {
    constexpr std::string_view text = __PRETTY_FUNCTION__;
    constexpr auto begin = text.find("T = ") + 4;
    constexpr auto end = text.find_first_of(";]", begin);
    return text.substr(begin, end - begin);
}

template <class T> boost::json::value schema_of(Components& components);

// Structure types, as in the codecs.
template <class T> struct Schema { static boost::json::value of(Components& components); };

template <class T> boost::json::value schema_of(Components& components) {
    return Schema<T>::of(components);
}

} // namespace thi::text

#include "text/schema_of.h"
