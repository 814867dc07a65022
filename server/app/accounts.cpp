#include "app/accounts.h"

#include "app/site.h"
#include "crypto/password.h"
#include "crypto/random.h"
#include "text/unicode.h"

namespace thi::app {

namespace {

// 260 random bits in letters that the fragment of an address carries as they are.
std::string new_token() {
    constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    std::string token;
    for (const auto byte : crypto::random_bytes<52>())
        token += alphabet[byte & 31U];
    return token;
}

std::string hashed(const std::string& password, bool staff) {
    if (password.empty()) return {};
    return crypto::hash_password(password, staff ? crypto::staff_password_cost
                                                 : crypto::candidate_password_cost);
}

} // namespace

core::Result<core::AccountId> add_account(Site& site, const NewPerson& person) {
    const auto full_name = text::squeezed(text::nfc(person.full_name));
    const store::Account account{.account = core::AccountId::from_bytes(crypto::random_bytes<10>()),
                                 .names = {.identifier = person.identifier,
                                           .full_name = full_name,
                                           .given_name = text::split_name(full_name).given},
                                 .password = hashed(person.password, person.administrator),
                                 .administrator = person.administrator,
                                 .demo = person.demo,
                                 .created_at = site.clock().now()};
    core::Result<void> added;
    const auto outcome =
        site.committer().site_now([&](store::SiteWriter& write, const core::Events&) {
            added = write.add_account(account);
            return added;
        });
    if (!added) return added.error();
    if (!outcome) return outcome.error();
    return account.account;
}

core::Result<void> set_password(Site& site, core::AccountId account, const std::string& password,
                                bool administrator) {
    const auto phc = hashed(password, administrator);
    return site.committer().site_now(
        [&](store::SiteWriter& write, const core::Events&) -> core::Result<void> {
            write.set_password(account, phc);
            write.end_sessions_of(account);
            return {};
        });
}

std::string add_link(Site& site, core::AccountId account, const LinkRules& rules) {
    auto token = new_token();
    const auto outcome = site.committer().site_now(
        [&](store::SiteWriter& write, const core::Events&) -> core::Result<void> {
            write.add_link({.token_hash = crypto::sha256(token),
                            .account = account,
                            .reusable = rules.reusable,
                            .expires_at = site.clock().now() + rules.lives,
                            .used_at = std::nullopt});
            return {};
        });
    if (!outcome) throw store::StoreError(outcome.error().detail.en);
    return token;
}

} // namespace thi::app
