#include "http/router.h"

#include <stdexcept>

namespace thi::http {
namespace {

[[noreturn]] void refuse(const Route& route, std::string_view why) {
    throw std::logic_error("route " + std::string{name_of(route.verb)} + " " +
                           std::string{route.path} + ": " + std::string{why});
}

bool is_value(std::string_view segment) {
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

// Whether the path names something that belongs to one contest.
bool names_contest(std::string_view path) {
    const auto brace = path.find('{');
    return brace != std::string_view::npos && !path.substr(brace).starts_with("{account}");
}

void check(const Route& route) {
    if (!route.path.starts_with('/')) refuse(route, "does not begin with /");
    if (route.handler == nullptr) refuse(route, "has no handler");
    const bool in_contest = route.access.kind == Access::Kind::candidate ||
                            route.access.kind == Access::Kind::participant ||
                            route.access.kind == Access::Kind::official;
    if (in_contest && !names_contest(route.path)) refuse(route, "names nothing of a contest");
    if (route.access.kind == Access::Kind::official && route.access.roles.empty())
        refuse(route, "is for officials of no role");
    const bool body = route.schema.body.shape != BodySchema::Shape::nothing;
    if (is_safe(route.verb) && body) refuse(route, "is safe and has a body");
    if (is_safe(route.verb) && route.verb != Verb::get) refuse(route, "is HEAD or OPTIONS");
    if (route.limits.before_session && route.access.kind != Access::Kind::public_)
        refuse(route, "is before the session but not public");
    if (!is_safe(route.verb) && route.access.kind == Access::Kind::public_ &&
        !route.limits.before_session)
        refuse(route, "is unsafe and public, but not before the session");
}

} // namespace

Router::Router(std::span<const Route> table) : table_(table) {
    for (const auto& route : table)
        add(route);
}

void Router::add(const Route& route) {
    check(route);
    auto* node = &root_;
    auto rest = route.path.substr(1);
    while (true) {
        const auto slash = rest.find('/');
        const auto segment = rest.substr(0, slash);
        if (segment == "{tail*}" && slash != std::string_view::npos)
            refuse(route, "goes on after its tail");
        node = &child(*node, segment, route);
        if (slash == std::string_view::npos) break;
        rest = rest.substr(slash + 1);
    }
    auto& place = node->routes[static_cast<std::size_t>(route.verb)];
    if (place != nullptr) refuse(route, "stands twice in the table");
    place = &route;
    if (!node->allow.empty()) node->allow += ", ";
    node->allow += name_of(route.verb);
    if (route.verb == Verb::get) node->allow += ", HEAD";
}

Router::Node& Router::child(Node& node, std::string_view segment, const Route& route) {
    if (is_value(segment)) {
        const auto name = segment.substr(1, segment.size() - 2);
        if (!is_path_name(name)) refuse(route, "has an unknown name in braces");
        if (!node.value) {
            node.value = std::make_unique<Node>();
            node.name = name;
        }
        if (node.name != name) refuse(route, "has another name where one stands already");
        return *node.value;
    }
    for (auto& [literal, next] : node.literals)
        if (literal == segment) return *next;
    node.literals.emplace_back(segment, std::make_unique<Node>());
    return *node.literals.back().second;
}

const Router::Node* Router::step(const Node& node, std::string_view segment, PathValues& path) {
    for (const auto& [literal, next] : node.literals)
        if (literal == segment) return next.get();
    if (!node.value || path.full() || !fits_path_name(node.name, segment)) return nullptr;
    path.add(node.name, segment);
    return node.value.get();
}

Match Router::find(Verb verb, std::string_view path) const {
    Match match;
    if (!path.starts_with('/')) return match;
    const auto* node = &root_;
    auto rest = path.substr(1);
    while (node != nullptr) {
        if (node->name == "tail*") {
            node = step(*node, rest, match.path);
            break;
        }
        const auto slash = rest.find('/');
        node = step(*node, rest.substr(0, slash), match.path);
        if (slash == std::string_view::npos) break;
        rest = rest.substr(slash + 1);
    }
    if (node == nullptr) return {};
    const auto answered = verb == Verb::head ? Verb::get : verb;
    match.route = node->routes[static_cast<std::size_t>(answered)];
    if (match.route == nullptr) match.allow = node->allow;
    return match;
}

} // namespace thi::http
