#include "crypto/password.h"

#include "crypto/random.h"

#include <argon2.h>
#include <stdexcept>

namespace thi::crypto {
namespace {

constexpr std::size_t salt_size = 16;
constexpr std::size_t hash_size = 32;

} // namespace

std::string hash_password(std::string_view password, const PasswordCost& cost) {
    const auto salt = random_bytes<salt_size>();
    std::string encoded(argon2_encodedlen(cost.passes, cost.memory_kib, cost.lanes, salt_size,
                                          hash_size, Argon2_id),
                        '\0');
    const int code = argon2id_hash_encoded(cost.passes, cost.memory_kib, cost.lanes,
                                           password.data(), password.size(), salt.data(),
                                           salt.size(), hash_size, encoded.data(), encoded.size());
    if (code != ARGON2_OK)
        throw std::runtime_error(std::string{"Argon2id: "} + argon2_error_message(code));
    encoded.resize(encoded.find('\0'));
    return encoded;
}

bool verify_password(std::string_view encoded, std::string_view password) {
    const std::string terminated{encoded};
    const int code = argon2id_verify(terminated.c_str(), password.data(), password.size());
    if (code == ARGON2_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
    return code == ARGON2_OK;
}

bool needs_rehash(std::string_view encoded, const PasswordCost& cost) {
    const auto wanted = "$argon2id$v=19$m=" + std::to_string(cost.memory_kib) +
                        ",t=" + std::to_string(cost.passes) + ",p=" + std::to_string(cost.lanes) +
                        "$";
    return !encoded.starts_with(wanted);
}

} // namespace thi::crypto
