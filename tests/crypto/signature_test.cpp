#include "catch.h"
#include "crypto/ed25519.h"
#include "crypto/hex.h"
#include "crypto/p256.h"

#include <boost/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace {

using namespace thi;

crypto::Ed25519PublicKey public_key(std::string_view bytes) {
    crypto::Ed25519PublicKey key{};
    REQUIRE(bytes.size() == key.size());
    std::copy(bytes.begin(), bytes.end(), key.begin());
    return key;
}

std::string text(const crypto::Ed25519Signature& signature) {
    return {signature.begin(), signature.end()};
}

} // namespace

TEST_CASE("Ed25519 signs as in RFC 8032, section 7.1", "[crypto]") {
    const auto key = crypto::Ed25519Key::from_seed(crypto::Secret{
        from_hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")});
    CHECK(key.public_key() ==
          public_key(from_hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")));
    CHECK(text(key.sign("\x72")) ==
          from_hex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                   "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
}

TEST_CASE("a signature holds for its own message and key only", "[crypto]") {
    const auto key = crypto::Ed25519Key::generate();
    const auto other = crypto::Ed25519Key::generate();
    auto signature = text(key.sign("message"));
    CHECK(crypto::verify_ed25519(key.public_key(), "message", signature));
    CHECK_FALSE(crypto::verify_ed25519(other.public_key(), "message", signature));
    CHECK_FALSE(crypto::verify_ed25519(key.public_key(), "messagE", signature));
    CHECK_FALSE(crypto::verify_ed25519(key.public_key(), "message", signature + "x"));
    signature[3] ^= 1;
    CHECK_FALSE(crypto::verify_ed25519(key.public_key(), "message", signature));
    const auto again = crypto::Ed25519Key::from_seed(key.seed());
    CHECK(again.public_key() == key.public_key());
}

TEST_CASE("Wycheproof's Ed25519 cases come out as it says", "[crypto][vectors]") {
    const char* const vectors = std::getenv("THITUYEN_VECTORS");
    if (vectors == nullptr) {
        WARN("skipped: no vectors");
        return;
    }
    std::ifstream in(std::string{vectors} + "/wycheproof/ed25519_test.json");
    const std::string all{std::istreambuf_iterator<char>(in), {}};
    const auto file = boost::json::parse(all);
    const auto hex = [](const boost::json::value& value) {
        return from_hex(std::string_view{value.as_string()});
    };
    int cases = 0;
    for (const auto& group : file.at("testGroups").as_array()) {
        const auto key = public_key(hex(group.at("publicKey").at("pk")));
        for (const auto& test : group.at("tests").as_array()) {
            INFO(test.at("tcId"));
            CHECK(crypto::verify_ed25519(key, hex(test.at("msg")), hex(test.at("sig"))) ==
                  (test.at("result").as_string() == "valid"));
            ++cases;
        }
    }
    CHECK(cases > 100);
}

TEST_CASE("P-256 verifies the signature of RFC 6979, A.2.5", "[crypto]") {
    const auto point = from_hex("04"
                                "60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
                                "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299");
    const auto signature =
        from_hex("efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
                 "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8");
    const auto key = crypto::P256PublicKey::from_point(point);
    REQUIRE(key);
    CHECK(key->verify("sample", signature));
    CHECK_FALSE(key->verify("samplE", signature));
    CHECK_FALSE(key->verify("sample", signature.substr(1)));
    CHECK_FALSE(key->verify("sample", std::string(64, '\0')));

    auto off_curve = point;
    off_curve[64] ^= 1;
    CHECK_FALSE(crypto::P256PublicKey::from_point(off_curve));
    CHECK_FALSE(crypto::P256PublicKey::from_point(point.substr(1)));
    CHECK_FALSE(crypto::P256PublicKey::from_spki(""));
}

TEST_CASE("a key of another kind is no P-256 key", "[crypto]") {
    const auto ed25519 = from_hex("302a300506032b6570032100") + std::string(32, '\x09');
    CHECK_FALSE(crypto::P256PublicKey::from_spki(ed25519));
}
