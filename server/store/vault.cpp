#include "store/vault.h"

#include "crypto/random.h"
#include "text/unicode.h"

namespace thi::store {

namespace {

crypto::Secret derived(const crypto::Secret& master, std::string_view purpose) {
    return crypto::Secret{crypto::view(crypto::hmac_sha256(master.view(), purpose))};
}

std::string key_context(core::AccountId account) {
    return "person_key.wrapped/" + account.str();
}

} // namespace

Vault::Vault(crypto::Secret master)
    : wrapping_(derived(master, "thituyen/v1/person-keys")),
      site_(derived(master, "thituyen/v1/site")),
      index_(derived(master, "thituyen/v1/index")) {}

Vault::FreshKey Vault::fresh_person_key(core::AccountId account) const {
    FreshKey fresh{crypto::random_secret(crypto::aead_key_size), {}};
    fresh.wrapped = crypto::seal(wrapping_, fresh.key.view(), key_context(account));
    return fresh;
}

crypto::Secret Vault::unwrap(core::AccountId account, std::string_view wrapped) const {
    auto key = crypto::unseal(wrapping_, wrapped, key_context(account));
    if (!key) throw StoreError("a person's key does not open: wrong master key?");
    return std::move(*key);
}

std::string Vault::seal(std::string_view plaintext, std::string_view context) const {
    return crypto::seal(site_, plaintext, context);
}

std::string Vault::unseal(std::string_view sealed, std::string_view context) const {
    return unseal_with(site_, sealed, context);
}

crypto::Digest Vault::identifier_index(std::string_view identifier) const {
    return crypto::hmac_sha256(index_.view(), text::case_folded(text::squeezed(identifier)));
}

std::string unseal_with(const crypto::Secret& key, std::string_view sealed,
                        std::string_view context) {
    const auto plain = crypto::unseal(key, sealed, context);
    if (!plain) throw StoreError("a sealed column does not open: " + std::string{context});
    return std::string{plain->view()};
}

} // namespace thi::store
