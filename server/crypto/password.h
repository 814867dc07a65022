// Passwords at rest: Argon2id, in the PHC text form that carries its own parameters (S-20).
//
// Slow on purpose (tens to hundreds of ms, up to 64 MiB): callers run it on their own bounded pool.

#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace thi::crypto {

struct PasswordCost {
    std::uint32_t memory_kib = 0;
    std::uint32_t passes = 0;
    std::uint32_t lanes = 1;
};
constexpr PasswordCost staff_password_cost{64 * 1024, 3, 1};
constexpr PasswordCost candidate_password_cost{19 * 1024, 2, 1};

// The bytes of the password as received, no truncation. Breakage: runtime_error.
std::string hash_password(std::string_view password, const PasswordCost& cost);

// False for a wrong password and for a text that is no Argon2id hash.
bool verify_password(std::string_view encoded, std::string_view password);

// Whether the hash was made with other parameters than these.
bool needs_rehash(std::string_view encoded, const PasswordCost& cost);

} // namespace thi::crypto
