// The known answers of docs/formats/leaf.md: made with Python, checked with Go's sumdb packages.

#pragma once
#include "core/time.h"
#include "crypto/ed25519.h"
#include "crypto/hash.h"
#include "journal/leaf.h"
#include "journal/note.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace kat {

struct Record {
    const char* type;
    std::int64_t ms;
    const char* payload;
    const char* root; // Of the tree that ends with it.
};

inline constexpr Record records[] = {
    {"contest.genesis", 1767225600000, R"({"contest":"2026-01","rules":"r1"})",
     "3qATZBIiBTy4MFe7tCyiEWWGKvH2BD3yUQtuJXov1KA="},
    {"paper.seal", 1767225601000, R"({"paper":"P1","sha256":"00"})",
     "ARQoYuUMYUOEqKAIyyPH9Uww25I/CW/Q5Or1cmzJfgY="},
    {"answer.save", 1767229200123, R"({"a":"A7","k":"q1","seq":1,"v":"Đáp án B"})",
     "jDa4/DF31ZarMLQ91B4DTbKFeaIPr5q/uop7nCGfClo="},
    {"answer.save", 1767229201456, R"({"a":"A7","k":"q1","seq":2,"v":"C"})",
     "WR2kE5/GgIavegn4LQ8FpVLOUOQ1oscIO/fOj3Pk11E="},
    {"mark.commit", 1767232800000, R"({"blind":"K7Q2","m":1725,"marker":"M3","q":"q1"})",
     "7q6++58PiRfo1dqUAjctRFNj9d6EXako4jJLKdFBWeY="},
};

inline constexpr std::string_view origin = "exam.example.org/contest/2026-01";
inline constexpr std::string_view log_vkey =
    "exam.example.org/contest/2026-01+7f2259b6+AQmpHPxAqiYmyKKoy6fGojN6Y8xQoeGVDtLi7n7C5SDB";
inline constexpr std::string_view witness_vkey =
    "witness.example.org/w1+d8ca84ac+BK04m/8yPJVSCWK321hB+2Uq2XSB4j++yEPPAgoZ0qp5";
inline constexpr std::string_view log_signature =
    "\xE2\x80\x94 exam.example.org/contest/2026-01 "
    "fyJZtk1lm5MKfNFsFa5QolKIdvF1CcmRjuu/K77bv/"
    "cwrAn55NHesvAKMrubPn1fom8OIo5H1K2iwohAEWCP21BNZws=\n";
inline constexpr std::string_view witness_signature =
    "\xE2\x80\x94 witness.example.org/w1 "
    "2MqErAAAAABpVcd0RRyJvQnMRvPhfTan7kQnKA/zJSgZkSKEcOXb4oz7HSJTmHpOEEB+PTIW/"
    "BYkxRhjlQ8uTgkiryDwycOF83P+Ag==\n";

inline thi::journal::Salt salt(int record) {
    return thi::crypto::sha256("kat salt " + std::to_string(record)).bytes;
}

inline thi::journal::Leaf leaf(int record) {
    const auto& row = records[record];
    return {row.type, thi::core::from_ms(row.ms), thi::journal::commit(salt(record), row.payload)};
}

inline thi::crypto::Ed25519Key key(std::string_view seed) {
    return thi::crypto::Ed25519Key::from_seed(thi::crypto::Secret{view(thi::crypto::sha256(seed))});
}

inline thi::journal::NoteSigner log_signer() {
    return {std::string{origin}, key("kat log key")};
}

} // namespace kat
