// AES-256-GCM: what must stay secret and unchanged at rest, and papers before the bell.
//
// A sealed text is nonce (12 random bytes), ciphertext, tag (16 bytes); WebCrypto takes the last
// two as one piece. At most 2^32 texts under one key (NIST SP 800-38D, random nonces).

#pragma once
#include "crypto/secret.h"

#include <optional>
#include <string>
#include <string_view>

namespace thi::crypto {

constexpr std::size_t aead_key_size = 32;
constexpr std::size_t aead_nonce_size = 12;
constexpr std::size_t aead_tag_size = 16;

// `context` (the AAD) is not stored: opening needs the same one. It says what the text is and
// whose, so that a sealed text cannot be moved to another place. Requires a key of 32 bytes.
std::string seal(const Secret& key, std::string_view plaintext, std::string_view context);

// Nothing where the key, the context or one bit of the text is another.
std::optional<Secret> unseal(const Secret& key, std::string_view sealed, std::string_view context);

} // namespace thi::crypto
