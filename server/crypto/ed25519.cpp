#include "crypto/ed25519.h"

#include "crypto/random.h"

#include <cassert>
#include <openssl/evp.h>
#include <stdexcept>
#include <utility>

namespace thi::crypto {
namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

const unsigned char* raw(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

[[noreturn]] void fail() {
    throw std::runtime_error("Ed25519 failed in OpenSSL");
}

} // namespace

struct Ed25519Key::State {
    Key key{nullptr, &EVP_PKEY_free};
};

Ed25519Key::Ed25519Key(std::unique_ptr<State> state) : state_(std::move(state)) {
    std::size_t size = public_key_.size();
    if (EVP_PKEY_get_raw_public_key(state_->key.get(), public_key_.data(), &size) != 1) fail();
}
Ed25519Key::Ed25519Key(Ed25519Key&&) noexcept = default;
Ed25519Key& Ed25519Key::operator=(Ed25519Key&&) noexcept = default;
Ed25519Key::~Ed25519Key() = default;

Ed25519Key Ed25519Key::generate() {
    return from_seed(random_secret(seed_size));
}

Ed25519Key Ed25519Key::from_seed(const Secret& seed) {
    assert(seed.size() == seed_size);
    auto state = std::make_unique<State>();
    state->key.reset(
        EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.bytes().data(), seed.size()));
    if (!state->key) fail();
    return Ed25519Key{std::move(state)};
}

Secret Ed25519Key::seed() const {
    Secret out(seed_size);
    std::size_t size = out.size();
    if (EVP_PKEY_get_raw_private_key(state_->key.get(), out.bytes().data(), &size) != 1) fail();
    return out;
}

Ed25519Signature Ed25519Key::sign(std::string_view message) const {
    Ed25519Signature signature;
    std::size_t size = signature.size();
    const Context context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
    if (!context ||
        EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, state_->key.get()) != 1 ||
        EVP_DigestSign(context.get(), signature.data(), &size, raw(message), message.size()) != 1 ||
        size != signature.size())
        fail();
    return signature;
}

bool verify_ed25519(const Ed25519PublicKey& key, std::string_view message,
                    std::string_view signature) {
    const Key made{EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, key.data(), key.size()),
                   &EVP_PKEY_free};
    const Context context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
    return made && context && signature.size() == Ed25519Signature{}.size() &&
           EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, made.get()) == 1 &&
           EVP_DigestVerify(context.get(), raw(signature), signature.size(), raw(message),
                            message.size()) == 1;
}

} // namespace thi::crypto
