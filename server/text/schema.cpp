#include "text/schema.h"

#include <algorithm>
#include <cctype>

namespace thi::text {

namespace json = boost::json;

Components::Components(std::string prefix) : prefix_(std::move(prefix)) {}

json::value Components::refer(std::string_view type, json::value (*make)(Components&)) {
    const auto name = component_name(type);
    const auto [entry, fresh] = entries_.try_emplace(name, Entry{std::string{type}, nullptr});
    if (entry->second.type != type)
        throw std::logic_error("two types are called " + name + ": " + entry->second.type +
                               " and " + std::string{type});
    // Entered before it is made: a type may contain itself.
    if (fresh) entries_[name].schema = make(*this);
    return json::object{{"$ref", prefix_ + name}};
}

json::object Components::take() const {
    json::object out;
    for (const auto& [name, entry] : entries_)
        out.emplace(name, entry.schema);
    return out;
}

json::value schema_of_struct(std::vector<MemberSchema> members) {
    json::object properties;
    json::array required;
    for (auto& member : members) {
        properties.emplace(member.name, std::move(member.schema));
        if (!member.may_be_absent) required.emplace_back(json::string(member.name));
    }
    json::object out{{"type", "object"}, {"properties", std::move(properties)}};
    if (!required.empty()) out.emplace("required", std::move(required));
    out.emplace("additionalProperties", false);
    return out;
}

json::value schema_of_names(std::span<const Name> names) {
    json::array list;
    for (const auto& name : names)
        list.emplace_back(json::string(name.text));
    return json::object{{"type", "string"}, {"enum", std::move(list)}};
}

json::value schema_of_integer(std::int64_t least, std::int64_t most) {
    json::object out{{"type", "integer"}};
    if (least != -integer_max) out.emplace("minimum", least);
    if (most != integer_max) out.emplace("maximum", most);
    return out;
}

json::value schema_of_instant() {
    return json::object{{"type", "integer"},
                        {"description", "milliseconds since the Unix epoch, UTC"}};
}

json::value schema_of_bytes(std::size_t size) {
    const auto length = (size + 2) / 3 * 4;
    return json::object{{"type", "string"},
                        {"contentEncoding", "base64"},
                        {"minLength", length},
                        {"maxLength", length}};
}

json::value schema_of_id(std::string_view prefix) {
    return json::object{{"type", "string"},
                        {"pattern", "^" + std::string{prefix} + "_[0-9a-hjkmnp-tv-z]{16}$"}};
}

json::value schema_of_fraction() {
    return schema_of_struct(
        {{"numerator", false, json::object{{"type", "integer"}}},
         {"denominator", false, json::object{{"type", "integer"}, {"minimum", 1}}}});
}

json::value schema_of_sourced(json::value value, json::value waiver) {
    const json::object text{{"type", "string"}};
    return json::object{
        {"anyOf", json::array{schema_of_struct(
                                  {{"value", false, std::move(value)}, {"source", false, text}}),
                              schema_of_struct({{"unset", false, json::object{{"const", true}}}}),
                              schema_of_struct({{"waived", false, std::move(waiver)}})}}};
}

std::string component_name(std::string_view type) {
    std::string out;
    std::string word;
    for (std::size_t i = 0; i < type.size(); ++i) {
        const char c = type[i];
        // How compilers write a namespace without a name.
        if (c == '{' || c == '(') i = std::min(type.find_first_of("})", i), type.size() - 1);
        if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_') {
            word += c;
        } else {
            // What stands before `::` is a namespace or an enclosing class.
            if (c != ':' && !word.empty()) out += (out.empty() ? "" : "_") + word;
            word.clear();
        }
    }
    if (!word.empty()) out += (out.empty() ? "" : "_") + word;
    return out;
}

} // namespace thi::text
