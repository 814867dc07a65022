// Ed25519 (RFC 8032): the signatures of the log. Keys are raw 32 bytes.

#pragma once
#include "crypto/secret.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

namespace thi::crypto {

using Ed25519PublicKey = std::array<std::uint8_t, 32>;
using Ed25519Signature = std::array<std::uint8_t, 64>;

// A private key and its public half. One thread may sign at a time.
class Ed25519Key {
  public:
    static constexpr std::size_t seed_size = 32;

    static Ed25519Key generate();
    // Requires 32 bytes (RFC 8032, "private key").
    static Ed25519Key from_seed(const Secret& seed);

    Ed25519Key(Ed25519Key&&) noexcept;
    Ed25519Key& operator=(Ed25519Key&&) noexcept;
    ~Ed25519Key();

    const Ed25519PublicKey& public_key() const { return public_key_; }
    Secret seed() const;
    Ed25519Signature sign(std::string_view message) const;

  private:
    struct State;
    explicit Ed25519Key(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
    Ed25519PublicKey public_key_{};
};

// False for anything but a valid signature of 64 bytes, a malformed key included.
bool verify_ed25519(const Ed25519PublicKey& key, std::string_view message,
                    std::string_view signature);

} // namespace thi::crypto
