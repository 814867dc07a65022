// The only source of randomness: OpenSSL's CSPRNG (S-45). A failure is breakage: runtime_error.

#pragma once
#include "crypto/secret.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace thi::crypto {

void fill_random(std::span<std::uint8_t> bytes);

template <std::size_t N> std::array<std::uint8_t, N> random_bytes() {
    std::array<std::uint8_t, N> bytes;
    fill_random(bytes);
    return bytes;
}

Secret random_secret(std::size_t size);

} // namespace thi::crypto
