// One line of JSON for what security is judged by afterwards (S-50): who signed in, what was
// refused, who approved, who read something sealed. Ids of accounts, never a name, a password, an
// answer or the value of a path (S-38, S-42).

#pragma once
#include "core/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace thi::http {

// What the success of a route tells the security log; refusals are told of every route.
enum class Watched : std::uint8_t { no, sign_in, sign_out, approval, rights, sealed_read };

// A request that has been answered.
struct Answered {
    core::Instant at;
    std::string_view id{};      // As in the access log.
    std::string_view from{};    // The client's address.
    std::string_view account{}; // Who asked; "" where nobody had signed in.
    std::string_view method{};
    std::string_view path{}; // The route's template.
    Watched watched = Watched::no;
    bool with_session = false; // A session's token came along, whether it lives or not.
    int status = 0;
    std::string_view refused{}; // Why the edge filter refused.
};

// The line for it, or nothing where security has nothing to learn from it.
std::optional<std::string> security_line(const Answered& answered);

} // namespace thi::http
