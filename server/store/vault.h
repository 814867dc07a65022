// Vault: personal data at rest (S-43). Each person has a key; it is kept wrapped by the master key,
// and whoever deletes it has erased the person, in the database and in its future copies.

#pragma once
#include "core/ids.h"
#include "crypto/aead.h"
#include "crypto/hash.h"
#include "store/error.h"

#include <string>
#include <string_view>

namespace thi::store {

class Vault {
  public:
    explicit Vault(crypto::Secret master);

    // A new key for a person, and how it is stored.
    struct FreshKey {
        crypto::Secret key;
        std::string wrapped;
    };
    FreshKey fresh_person_key(core::AccountId account) const;
    crypto::Secret unwrap(core::AccountId account, std::string_view wrapped) const;

    // What no person owns: papers, keys of ciphertexts. `context` names table, column and row.
    std::string seal(std::string_view plaintext, std::string_view context) const;
    std::string unseal(std::string_view sealed, std::string_view context) const;

    // By what an identifier can be found while it is sealed itself. Folds case and outer space.
    crypto::Digest identifier_index(std::string_view identifier) const;

  private:
    crypto::Secret wrapping_;
    crypto::Secret site_;
    crypto::Secret index_;
};

// Throws StoreError where key or context are not those it was sealed with.
std::string unseal_with(const crypto::Secret& key, std::string_view sealed,
                        std::string_view context);

} // namespace thi::store
