// From method and path to a row of the route table. Knows nothing of sessions or handlers.

#pragma once
#include "http/path_values.h"
#include "http/route.h"

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace thi::http {

struct Match {
    const Route* route = nullptr; // Nothing: 404, or 405 where `allow` is set.
    PathValues path;
    std::string_view allow{}; // "GET, POST": what the path would take.
};

class Router {
  public:
    // `table` must outlive the router. Throws logic_error for a table that is wrong: two rows for
    // the same method and path, an unknown name in braces, a row of `official` or `candidate` that
    // names no contest or anything in one, a GET with a body (S-02, S-18).
    explicit Router(std::span<const Route> table);

    // A HEAD is answered by the row of GET.
    Match find(Verb verb, std::string_view path) const;

    std::span<const Route> table() const { return table_; }

  private:
    struct Node {
        std::vector<std::pair<std::string_view, std::unique_ptr<Node>>> literals;
        std::string_view name; // Of the value that may stand here instead.
        std::unique_ptr<Node> value;
        std::array<const Route*, 7> routes{};
        std::string allow;
    };
    void add(const Route& route);
    static Node& child(Node& node, std::string_view segment, const Route& route);
    static const Node* step(const Node& node, std::string_view segment, PathValues& path);

    std::span<const Route> table_;
    Node root_;
};

} // namespace thi::http
