#include "crypto/secret.h"

#include <openssl/crypto.h>
#include <utility>

namespace thi::crypto {

void wipe(std::span<std::uint8_t> bytes) noexcept {
    OPENSSL_cleanse(bytes.data(), bytes.size());
}

void Secret::wipe() noexcept {
    crypto::wipe(bytes_);
}

Secret& Secret::operator=(Secret&& other) noexcept {
    if (this == &other) return *this;
    wipe();
    bytes_ = std::move(other.bytes_);
    other.bytes_.clear();
    return *this;
}

Secret::~Secret() {
    wipe();
}

} // namespace thi::crypto
