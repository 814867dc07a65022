#include "http/openapi.h"

#include "core/fault.h"
#include "http/ascii.h"
#include "http/guard.h"
#include "http/path_values.h"
#include "text/json.h"
#include "text/schema.h"

#include <boost/describe/enumerators.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <vector>

namespace thi::http {
namespace {

namespace json = boost::json;

constexpr std::string_view problem_reference = "#/components/responses/Problem";

std::string lower(std::string_view text) {
    std::string copy{text};
    std::transform(copy.begin(), copy.end(), copy.begin(), to_lower);
    return copy;
}

// "post_api_sittings_sitting_saves": stable as long as the route is.
std::string operation_id(const Route& route) {
    auto id = lower(name_of(route.verb));
    for (const char c : route.path) {
        if (c == '/')
            id.push_back('_');
        else if (is_alphanumeric(c) || c == '_')
            id.push_back(c);
        else if (c == '-' || c == '.')
            id.push_back('_');
    }
    return id;
}

template <class Visit> void each_path_name(std::string_view path, const Visit& visit) {
    for (auto open = path.find('{'); open != std::string_view::npos; open = path.find('{')) {
        const auto close = path.find('}', open);
        const auto name = path.substr(open + 1, close - open - 1);
        visit(name);
        path = path.substr(close + 1);
    }
}

json::object parameter(std::string_view name, std::string_view where, std::string_view pattern) {
    json::object schema{{"type", "string"}};
    if (!pattern.empty()) schema["pattern"] = pattern;
    return {{"name", name}, {"in", where}, {"schema", std::move(schema)}};
}

json::array parameters(const Route& route) {
    json::array list;
    each_path_name(route.path, [&](std::string_view name) {
        auto row = parameter(name == "tail*" ? "tail" : name, "path", pattern_of(name));
        row["required"] = true;
        list.push_back(std::move(row));
    });
    each_query_name(route.query,
                    [&](std::string_view name) { list.push_back(parameter(name, "query", {})); });
    if (!is_safe(route.verb) && !route.limits.before_session) {
        auto row = parameter("X-CSRF-Token", "header", {});
        row["required"] = true;
        list.push_back(std::move(row));
    }
    return list;
}

json::object content(const BodySchema& body, text::Components& components) {
    switch (body.shape) {
    case BodySchema::Shape::nothing:
        return {};
    case BodySchema::Shape::bytes:
        return {{"application/octet-stream", json::object{}}};
    case BodySchema::Shape::events:
        return {{"text/event-stream", json::object{{"schema", json::object{{"type", "string"}}}}}};
    case BodySchema::Shape::json:
        return {{"application/json", json::object{{"schema", body.make(components)}}}};
    }
    return {};
}

json::object operation(const Route& route, text::Components& components) {
    const auto& reply = route.schema.reply;
    json::object success{{"description", reply.shape == BodySchema::Shape::nothing
                                             ? "Done; nothing to say."
                                             : "As asked."}};
    auto said = content(reply, components);
    if (!said.empty()) success["content"] = std::move(said);
    json::object row{
        {"operationId", operation_id(route)},
        {"x-access", describe(route.access)},
        {"responses", json::object{{std::to_string(reply.status), std::move(success)},
                                   {"default", json::object{{"$ref", problem_reference}}}}}};
    auto list = parameters(route);
    if (!list.empty()) row["parameters"] = std::move(list);
    auto asked = content(route.schema.body, components);
    if (!asked.empty())
        row["requestBody"] = json::object{{"required", true}, {"content", std::move(asked)}};
    if (route.access.kind == Access::Kind::public_) row["security"] = json::array{};
    return row;
}

json::object sentence_schema() {
    const json::object text{{"type", "string"}};
    return {{"type", "object"},
            {"required", json::array{"vi", "en"}},
            {"properties", json::object{{"vi", text}, {"en", text}}}};
}

json::object problem_schema() {
    json::array codes;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<core::Code>>(
        [&](auto row) { codes.push_back(json::string{row.name}); });
    codes.push_back("internal");
    const json::object text{{"type", "string"}};
    const json::object code{{"type", "string"}, {"enum", std::move(codes)}};
    const json::object sentence{{"$ref", "#/components/schemas/ProblemSentence"}};
    json::object field{{"type", "object"},
                       {"required", json::array{"pointer", "code", "detail"}},
                       {"properties", json::object{{"pointer", text},
                                                   {"line", json::object{{"type", "integer"}}},
                                                   {"code", code},
                                                   {"detail", sentence}}}};
    return {{"type", "object"},
            {"required", json::array{"type", "title", "status", "code", "detail"}},
            {"properties", json::object{{"type", text},
                                        {"title", text},
                                        {"status", json::object{{"type", "integer"}}},
                                        {"code", code},
                                        {"detail", sentence},
                                        {"id", text},
                                        {"errors", json::object{{"type", "array"},
                                                                {"items", std::move(field)}}}}}};
}

json::object responses() {
    const json::object schema{{"$ref", "#/components/schemas/Problem"}};
    return {
        {"Problem", json::object{{"description", "Why it was refused."},
                                 {"content", json::object{{"application/problem+json",
                                                           json::object{{"schema", schema}}}}}}}};
}

void append_indented(std::string& out, const json::value& value, std::size_t depth) {
    const auto line = [&](std::size_t indent) {
        out.append("\n").append(indent * 2, ' ');
    };
    if (const auto* array = value.if_array(); array != nullptr && !array->empty()) {
        out.push_back('[');
        for (std::size_t i = 0; i < array->size(); ++i) {
            if (i > 0) out.push_back(',');
            line(depth + 1);
            append_indented(out, (*array)[i], depth + 1);
        }
        line(depth);
        out.push_back(']');
    } else if (const auto* object = value.if_object(); object != nullptr && !object->empty()) {
        std::vector<std::string_view> names;
        for (const auto& member : *object)
            names.push_back({member.key().data(), member.key().size()});
        std::sort(names.begin(), names.end());
        out.push_back('{');
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (i > 0) out.push_back(',');
            line(depth + 1);
            out.append(text::canonical(names[i])).append(": ");
            append_indented(out, object->at(names[i]), depth + 1);
        }
        line(depth);
        out.push_back('}');
    } else {
        out.append(text::canonical(value));
    }
}

} // namespace

std::string describe(const Access& access) {
    std::string roles;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<core::Role>>([&](auto row) {
        if (access.roles != RoleSet::all() && access.roles.has(row.value))
            roles.append(roles.empty() ? ": " : ", ").append(row.name);
    });
    if (access.administrator_too) roles.append(", or the site's administrator");
    switch (access.kind) {
    case Access::Kind::public_:
        return "public";
    case Access::Kind::signed_in:
        return "signed_in";
    case Access::Kind::candidate:
        return "candidate";
    case Access::Kind::official:
        return "official" + roles;
    case Access::Kind::participant:
        return "participant" + roles;
    case Access::Kind::administrator:
        return "administrator";
    }
    return "administrator";
}

std::string openapi_document(std::span<const Route> table, std::string_view version) {
    text::Components components;
    json::object paths;
    for (const auto& route : table) {
        std::string path{route.path};
        if (const auto star = path.find('*'); star != std::string::npos) path.erase(star, 1);
        auto& item = paths[path];
        if (!item.is_object()) item = json::object{};
        item.get_object()[lower(name_of(route.verb))] = operation(route, components);
    }
    auto schemas = components.take();
    schemas["Problem"] = problem_schema();
    schemas["ProblemSentence"] = sentence_schema();
    const json::object session{{"type", "apiKey"}, {"in", "cookie"}, {"name", session_cookie}};
    const json::object document{
        {"openapi", "3.1.0"},
        {"info", json::object{{"title", "Thi Tuyển"}, {"version", version}}},
        {"paths", std::move(paths)},
        {"security", json::array{json::object{{"session", json::array{}}}}},
        {"components", json::object{{"schemas", std::move(schemas)},
                                    {"responses", responses()},
                                    {"securitySchemes", json::object{{"session", session}}}}}};
    std::string out;
    append_indented(out, document, 0);
    return out.append("\n");
}

std::string route_listing(std::span<const Route> table) {
    std::string out;
    for (const auto& route : table)
        out.append(name_of(route.verb))
            .append(" ")
            .append(route.path)
            .append("  ")
            .append(describe(route.access))
            .append("\n");
    return out;
}

} // namespace thi::http
