#include "crypto/p256.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <string>
#include <utility>

namespace thi::crypto {
namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;
using Signature = std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)>;

const unsigned char* raw(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

bool is_p256(const EVP_PKEY* key) {
    char group[32] = {};
    std::size_t length = 0;
    return EVP_PKEY_is_a(key, "EC") == 1 &&
           EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, group, sizeof group,
                                          &length) == 1 &&
           std::string_view{group, length} == "prime256v1";
}

// r and s to the DER form that OpenSSL verifies; "" where they are no numbers of a signature.
std::string to_der(std::string_view signature) {
    const Signature pair{ECDSA_SIG_new(), &ECDSA_SIG_free};
    const auto half = P256PublicKey::signature_size / 2;
    BIGNUM* r = BN_bin2bn(raw(signature), static_cast<int>(half), nullptr);
    BIGNUM* s = BN_bin2bn(raw(signature) + half, static_cast<int>(half), nullptr);
    if (!pair || ECDSA_SIG_set0(pair.get(), r, s) != 1) {
        BN_free(r);
        BN_free(s);
        return {};
    }
    const int size = i2d_ECDSA_SIG(pair.get(), nullptr);
    if (size <= 0) return {};
    std::string der(static_cast<std::size_t>(size), '\0');
    auto* out = reinterpret_cast<unsigned char*>(der.data());
    i2d_ECDSA_SIG(pair.get(), &out);
    return der;
}

} // namespace

struct P256PublicKey::State {
    Key key{nullptr, &EVP_PKEY_free};
};

P256PublicKey::P256PublicKey(std::unique_ptr<State> state) : state_(std::move(state)) {}
P256PublicKey::P256PublicKey(P256PublicKey&&) noexcept = default;
P256PublicKey& P256PublicKey::operator=(P256PublicKey&&) noexcept = default;
P256PublicKey::~P256PublicKey() = default;

std::optional<P256PublicKey> P256PublicKey::from_spki(std::string_view der) {
    constexpr std::size_t der_max = 512;
    if (der.empty() || der.size() > der_max) return std::nullopt;
    const unsigned char* at = raw(der);
    auto state = std::make_unique<State>();
    state->key.reset(d2i_PUBKEY(nullptr, &at, static_cast<long>(der.size())));
    if (!state->key || at != raw(der) + der.size() || !is_p256(state->key.get()))
        return std::nullopt;
    return P256PublicKey{std::move(state)};
}

std::optional<P256PublicKey> P256PublicKey::from_point(std::string_view point) {
    // SubjectPublicKeyInfo of id-ecPublicKey on prime256v1 (RFC 5480) up to the point.
    constexpr unsigned char header[] = {0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48,
                                        0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86, 0x48,
                                        0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00};
    constexpr std::size_t point_size = 65;
    if (point.size() != point_size || point[0] != '\x04') return std::nullopt;
    std::string der{reinterpret_cast<const char*>(header), sizeof header};
    return from_spki(der.append(point));
}

bool P256PublicKey::verify(std::string_view message, std::string_view signature) const {
    if (signature.size() != signature_size) return false;
    const auto der = to_der(signature);
    const Context context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
    return !der.empty() && context &&
           EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, state_->key.get()) ==
               1 &&
           EVP_DigestVerify(context.get(), raw(der), der.size(), raw(message), message.size()) == 1;
}

} // namespace thi::crypto
