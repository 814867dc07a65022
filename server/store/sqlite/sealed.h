// Sealed columns of one connection: opens a person's key from its row, seals and unseals with it.
// A person without a key was erased: what is read is then empty, and nothing may be written.

#pragma once
#include "store/sqlite/connection.h"
#include "store/vault.h"

namespace thi::store::sqlite {

class Sealed {
  public:
    Sealed(Connection& db, const Vault& vault) : db_(db), vault_(vault) {}

    const Vault& vault() const { return vault_; }

    std::optional<crypto::Secret> person_key(core::AccountId account) const;

    // `column` is "table.column"; `row` the row's key.
    std::string seal(core::AccountId account, std::string_view plaintext, std::string_view column,
                     std::string_view row) const;
    std::optional<std::string> unseal(core::AccountId account, std::string_view sealed,
                                      std::string_view column, std::string_view row) const;

  private:
    Connection& db_;
    const Vault& vault_;
};

std::string seal_context(std::string_view column, std::string_view row);

} // namespace thi::store::sqlite
