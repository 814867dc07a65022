#include "catch.h"
#include "crypto/hash.h"

using namespace thi;

TEST_CASE("SHA-256 of the empty text is the published one", "[crypto]") {
    const auto digest = crypto::sha256("");
    CHECK(digest.bytes[0] == 0xe3);
    CHECK(digest.bytes[31] == 0x55);
    CHECK(crypto::sha256({"a", "bc"}) == crypto::sha256("abc"));
}
