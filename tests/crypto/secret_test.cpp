#include "catch.h"
#include "crypto/aead.h"
#include "crypto/equal.h"
#include "crypto/hex.h"
#include "crypto/password.h"
#include "crypto/random.h"

#include <set>

using namespace std::string_literals;
using namespace thi;

TEST_CASE("AES-256-GCM opens the published text of its designers", "[crypto]") {
    // McGrew and Viega, test case 14.
    const crypto::Secret key{std::string(32, '\0')};
    const auto sealed = from_hex("000000000000000000000000"
                                 "cea7403d4d606b6e074ec5d3baf39d18"
                                 "d0d1c8a799996bf0265b98b5d48ab919");
    const auto plain = crypto::unseal(key, sealed, "");
    REQUIRE(plain);
    CHECK(plain->view() == std::string(16, '\0'));
}

TEST_CASE("S-41: a sealed text opens with its key and context, whole, or not at all", "[crypto]") {
    const auto key = crypto::random_secret(crypto::aead_key_size);
    const auto sealed = crypto::seal(key, "Đề thi số 1", "paper 1");
    const auto plain = crypto::unseal(key, sealed, "paper 1");
    REQUIRE(plain);
    CHECK(plain->view() == "Đề thi số 1");

    CHECK_FALSE(crypto::unseal(key, sealed, "paper 2"));
    CHECK_FALSE(crypto::unseal(crypto::random_secret(32), sealed, "paper 1"));
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        auto changed = sealed;
        changed[i] ^= 1;
        CHECK_FALSE(crypto::unseal(key, changed, "paper 1"));
        CHECK_FALSE(crypto::unseal(key, sealed.substr(0, i), "paper 1"));
    }
    CHECK(crypto::seal(key, "x", "") != crypto::seal(key, "x", ""));
    CHECK(crypto::unseal(key, crypto::seal(key, "", "c"), "c").value().empty());
}

TEST_CASE("S-20: a password is kept as Argon2id with its parameters", "[crypto]") {
    constexpr crypto::PasswordCost cheap{64, 1, 1};
    const std::string password = "mật khẩu\0 dài"s; // A NUL counts like any character.
    const auto encoded = crypto::hash_password(password, cheap);
    CHECK(encoded.starts_with("$argon2id$v=19$m=64,t=1,p=1$"));
    CHECK(crypto::verify_password(encoded, password));
    CHECK_FALSE(crypto::verify_password(encoded, password + " "));
    CHECK_FALSE(crypto::verify_password("not a hash", password));
    CHECK(crypto::hash_password(password, cheap) != encoded);
    CHECK_FALSE(crypto::needs_rehash(encoded, cheap));
    CHECK(crypto::needs_rehash(encoded, crypto::candidate_password_cost));
}

TEST_CASE("random bytes do not repeat", "[crypto]") {
    std::set<std::array<std::uint8_t, 16>> drawn;
    for (int i = 0; i < 1000; ++i)
        drawn.insert(crypto::random_bytes<16>());
    CHECK(drawn.size() == 1000);
}

TEST_CASE("texts compare equal only when they are", "[crypto]") {
    CHECK(crypto::equal_in_constant_time("abc", "abc"));
    CHECK_FALSE(crypto::equal_in_constant_time("abc", "abd"));
    CHECK_FALSE(crypto::equal_in_constant_time("abc", "ab"));
}

TEST_CASE("a secret that was moved from holds nothing", "[crypto]") {
    crypto::Secret first{std::string_view{"key"}};
    const crypto::Secret second{std::move(first)};
    CHECK(second.view() == "key");
    CHECK(first.empty()); // NOLINT(bugprone-use-after-move): this is what is asked.
}
