#include "crypto/aead.h"

#include "crypto/random.h"

#include <cassert>
#include <climits>
#include <memory>
#include <openssl/evp.h>
#include <stdexcept>

namespace thi::crypto {
namespace {

using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char* raw(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}
unsigned char* raw(std::string& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}
int length(std::string_view bytes) {
    assert(bytes.size() <= INT_MAX);
    return static_cast<int>(bytes.size());
}

} // namespace

std::string seal(const Secret& key, std::string_view plaintext, std::string_view context) {
    assert(key.size() == aead_key_size);
    const auto nonce = random_bytes<aead_nonce_size>();
    std::string out(nonce.begin(), nonce.end());
    out.resize(nonce.size() + plaintext.size() + aead_tag_size);
    unsigned char* const body = raw(out) + nonce.size();

    const Context cipher{EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free};
    int written = 0;
    int ignored = 0;
    const bool sound =
        cipher &&
        EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.bytes().data(),
                           nonce.data()) == 1 &&
        EVP_EncryptUpdate(cipher.get(), nullptr, &ignored, raw(context), length(context)) == 1 &&
        EVP_EncryptUpdate(cipher.get(), body, &written, raw(plaintext), length(plaintext)) == 1 &&
        EVP_EncryptFinal_ex(cipher.get(), body + written, &ignored) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, static_cast<int>(aead_tag_size),
                            body + plaintext.size()) == 1;
    if (!sound) throw std::runtime_error("AES-256-GCM failed in OpenSSL");
    return out;
}

std::optional<Secret> unseal(const Secret& key, std::string_view sealed, std::string_view context) {
    assert(key.size() == aead_key_size);
    if (sealed.size() < aead_nonce_size + aead_tag_size) return std::nullopt;
    const auto nonce = sealed.substr(0, aead_nonce_size);
    const auto body =
        sealed.substr(aead_nonce_size, sealed.size() - aead_nonce_size - aead_tag_size);
    std::string tag{sealed.substr(sealed.size() - aead_tag_size)};

    Secret out(body.size());
    // An empty text still needs somewhere to write to.
    unsigned char nothing = 0;
    unsigned char* const plain = body.empty() ? &nothing : out.bytes().data();
    const Context cipher{EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free};
    int written = 0;
    int ignored = 0;
    const bool sound =
        cipher &&
        EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.bytes().data(),
                           raw(nonce)) == 1 &&
        EVP_DecryptUpdate(cipher.get(), nullptr, &ignored, raw(context), length(context)) == 1 &&
        EVP_DecryptUpdate(cipher.get(), plain, &written, raw(body), length(body)) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, static_cast<int>(aead_tag_size),
                            raw(tag)) == 1 &&
        EVP_DecryptFinal_ex(cipher.get(), plain + written, &ignored) == 1;
    if (!sound) return std::nullopt;
    return out;
}

} // namespace thi::crypto
