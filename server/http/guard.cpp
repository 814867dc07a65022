#include "http/guard.h"

#include "http/ascii.h"

#include <algorithm>

namespace thi::http {
namespace {

constexpr std::size_t token_length = (session_token_bytes * 4 + 2) / 3;

bool is_token(std::string_view text) {
    return text.size() == token_length && std::all_of(text.begin(), text.end(), [](char c) {
               return is_alphanumeric(c) || c == '-' || c == '_';
           });
}

bool is_own_origin(std::string_view origin, std::string_view host, bool encrypted) {
    const std::string_view scheme = encrypted ? "https://" : "http://";
    return origin.starts_with(scheme) && equal_ignoring_case(origin.substr(scheme.size()), host);
}

} // namespace

std::optional<std::string_view> session_token(std::string_view cookie_field) {
    std::optional<std::string_view> token;
    while (!cookie_field.empty()) {
        const auto end = cookie_field.find(';');
        const auto pair = trim_blanks(cookie_field.substr(0, end));
        cookie_field =
            end == std::string_view::npos ? std::string_view{} : cookie_field.substr(end + 1);
        const auto equals = pair.find('=');
        if (equals == std::string_view::npos || pair.substr(0, equals) != session_cookie) continue;
        if (token || !is_token(pair.substr(equals + 1))) return std::nullopt;
        token = pair.substr(equals + 1);
    }
    return token;
}

std::string cookie_for(std::string_view token) {
    std::string cookie{session_cookie};
    return cookie.append("=").append(token).append("; Path=/; Secure; HttpOnly; SameSite=Strict");
}

std::string cookie_of_nobody() {
    return cookie_for("") + "; Max-Age=0";
}

std::string_view origin_fault(const Head& head, bool encrypted,
                              const std::vector<std::string>& origins) {
    const auto origin = head.field("origin");
    if (origin.empty()) return "no Origin";
    const bool known = origins.empty()
                           ? is_own_origin(origin, head.host, encrypted)
                           : std::find(origins.begin(), origins.end(), origin) != origins.end();
    if (!known) return "another Origin";
    const auto site = head.field("sec-fetch-site");
    if (!site.empty() && site != "same-origin") return "another Sec-Fetch-Site";
    return {};
}

} // namespace thi::http
