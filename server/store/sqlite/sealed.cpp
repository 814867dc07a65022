#include "store/sqlite/sealed.h"

namespace thi::store::sqlite {

std::string seal_context(std::string_view column, std::string_view row) {
    std::string context{column};
    context += '/';
    context += row;
    return context;
}

std::optional<crypto::Secret> Sealed::person_key(core::AccountId account) const {
    auto rows = db_.select("SELECT wrapped FROM person_key WHERE account = ?", account);
    if (!rows.next()) return std::nullopt;
    return vault_.unwrap(account, rows.blob(0));
}

std::string Sealed::seal(core::AccountId account, std::string_view plaintext,
                         std::string_view column, std::string_view row) const {
    const auto key = person_key(account);
    if (!key) throw StoreError("the person was erased: " + account.str());
    return crypto::seal(*key, plaintext, seal_context(column, row));
}

std::optional<std::string> Sealed::unseal(core::AccountId account, std::string_view sealed,
                                          std::string_view column, std::string_view row) const {
    const auto key = person_key(account);
    if (!key) return std::nullopt;
    return unseal_with(*key, sealed, seal_context(column, row));
}

} // namespace thi::store::sqlite
