// ECDSA over P-256 with SHA-256: what a candidate's browser signs with. Verification only.

#pragma once
#include <memory>
#include <optional>
#include <string_view>

namespace thi::crypto {

// A public key; may be used from several threads at once.
class P256PublicKey {
  public:
    static constexpr std::size_t signature_size = 64;

    // SubjectPublicKeyInfo in DER, as WebCrypto exports it. Nothing for another kind of key.
    static std::optional<P256PublicKey> from_spki(std::string_view der);
    // The uncompressed point: 0x04, x, y; 65 bytes, on the curve.
    static std::optional<P256PublicKey> from_point(std::string_view point);

    P256PublicKey(P256PublicKey&&) noexcept;
    P256PublicKey& operator=(P256PublicKey&&) noexcept;
    ~P256PublicKey();

    // `signature` is r and s, 32 bytes each, as WebCrypto makes it.
    bool verify(std::string_view message, std::string_view signature) const;

  private:
    struct State;
    explicit P256PublicKey(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace thi::crypto
