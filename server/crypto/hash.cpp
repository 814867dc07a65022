#include "crypto/hash.h"

#include <cassert>
#include <initializer_list>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace thi::crypto {

Digest sha256(std::initializer_list<std::string_view> pieces) {
    // One context for each thread: making one costs more than hashing a leaf.
    thread_local const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{
        EVP_MD_CTX_new(), &EVP_MD_CTX_free};
    static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    Digest digest;
    bool sound = context && algorithm && EVP_DigestInit_ex(context.get(), algorithm, nullptr) == 1;
    for (const auto piece : pieces)
        sound = sound && EVP_DigestUpdate(context.get(), piece.data(), piece.size()) == 1;
    unsigned int length = 0;
    sound = sound && EVP_DigestFinal_ex(context.get(), digest.bytes.data(), &length) == 1;
    assert(sound && length == digest.bytes.size());
    return digest;
}

Digest sha256(std::string_view data) {
    return sha256({data});
}

struct Sha256::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    bool sound = context != nullptr && EVP_DigestInit_ex(context, EVP_sha256(), nullptr) == 1;
    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { EVP_MD_CTX_free(context); }
};

Sha256::Sha256() : state_(std::make_unique<State>()) {}
Sha256::~Sha256() = default;

void Sha256::add(std::string_view piece) {
    state_->sound =
        state_->sound && EVP_DigestUpdate(state_->context, piece.data(), piece.size()) == 1;
}

Digest Sha256::finish() {
    Digest digest;
    unsigned int length = 0;
    state_->sound =
        state_->sound && EVP_DigestFinal_ex(state_->context, digest.bytes.data(), &length) == 1;
    assert(state_->sound && length == digest.bytes.size());
    return digest;
}

Digest hmac_sha256(std::string_view key, std::string_view data) {
    Digest digest;
    unsigned int length = 0;
    const auto* sound = HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
                             reinterpret_cast<const unsigned char*>(data.data()), data.size(),
                             digest.bytes.data(), &length);
    assert(sound != nullptr && length == digest.bytes.size());
    static_cast<void>(sound);
    return digest;
}

} // namespace thi::crypto
