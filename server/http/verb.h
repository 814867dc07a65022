// The methods that the server knows. Everything else is refused at the edge (S-10).

#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace thi::http {

enum class Verb : std::uint8_t { get, head, post, put, patch, delete_, options };

constexpr std::string_view name_of(Verb verb) {
    switch (verb) {
    case Verb::get:
        return "GET";
    case Verb::head:
        return "HEAD";
    case Verb::post:
        return "POST";
    case Verb::put:
        return "PUT";
    case Verb::patch:
        return "PATCH";
    case Verb::delete_:
        return "DELETE";
    case Verb::options:
        return "OPTIONS";
    }
    return "";
}

constexpr std::optional<Verb> verb_of(std::string_view name) {
    for (const auto verb :
         {Verb::get, Verb::head, Verb::post, Verb::put, Verb::patch, Verb::delete_, Verb::options})
        if (name_of(verb) == name) return verb;
    return std::nullopt;
}

// Safe methods change nothing; all others need Origin and a CSRF token (S-18).
constexpr bool is_safe(Verb verb) {
    return verb == Verb::get || verb == Verb::head || verb == Verb::options;
}

} // namespace thi::http
