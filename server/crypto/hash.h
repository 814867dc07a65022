// SHA-256 and HMAC-SHA256: the pure part of cryptography, the only part that core may use.
//
// The one place that calls OpenSSL for hashing (S-40).

#pragma once
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace thi::crypto {

// 32 bytes out of SHA-256 or HMAC-SHA256.
struct Digest {
    std::array<std::uint8_t, 32> bytes{};
    friend auto operator<=>(const Digest&, const Digest&) = default;
};

inline std::string_view view(const Digest& digest) {
    return {reinterpret_cast<const char*>(digest.bytes.data()), digest.bytes.size()};
}

// SHA-256 (FIPS 180-4) of the bytes of `data`.
Digest sha256(std::string_view data);

// SHA-256 of several pieces one after the other, without joining them first.
Digest sha256(std::initializer_list<std::string_view> pieces);

// SHA-256 of what comes piece by piece: of files that need not fit into memory.
class Sha256 {
  public:
    Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    ~Sha256();

    void add(std::string_view piece);
    Digest finish(); // Once.

  private:
    struct State;
    std::unique_ptr<State> state_;
};

// HMAC with SHA-256 (RFC 2104).
Digest hmac_sha256(std::string_view key, std::string_view data);

} // namespace thi::crypto
