// What every store must do, as tests. Include it once for each store, after defining
// STORE_UNDER_TEST as a type with store(), reopen(), and nothing in it at first.

#pragma once
#include "catch.h"
#include "store/site_folder.h"
#include "store/store.h"
#include "text/described.h"

namespace thi::store::test {

inline Account some_account(std::uint64_t number, const std::string& identifier) {
    Account account;
    account.account = numbered<core::AccountId>(number);
    account.names = {identifier, "Nguyễn Thị Minh Hà", "Hà"};
    account.password = "$argon2id$";
    account.created_at = test_start;
    return account;
}

inline core::Result<void> write(Store& store,
                                const std::function<core::Result<void>(SiteWriter&)>& part) {
    auto& writer = store.writer();
    writer.begin();
    auto outcome = writer.attempt([&] { return part(writer.site()); });
    writer.commit();
    return outcome;
}

inline void must_write(Store& store, const std::function<void(SiteWriter&)>& part) {
    const auto outcome = write(store, [&](SiteWriter& site) -> core::Result<void> {
        part(site);
        return {};
    });
    REQUIRE(outcome.has_value());
}

} // namespace thi::store::test

#include "store/contract_intake.h"
#include "store/contract_log.h"
#include "store/contract_people.h"
