#include "crypto/random.h"

#include <climits>
#include <openssl/rand.h>
#include <stdexcept>

namespace thi::crypto {

void fill_random(std::span<std::uint8_t> bytes) {
    if (bytes.size() > INT_MAX || RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        throw std::runtime_error("no random bytes from OpenSSL");
}

Secret random_secret(std::size_t size) {
    Secret secret(size);
    fill_random(secret.bytes());
    return secret;
}

} // namespace thi::crypto
