// TLS as `openssl s_client` sees it (S-14): what is agreed on, and what is not.

#include "catch.h"
#include "http/tls.h"
#include "serving.h"

#include <array>
#include <cstdio>
#include <stdexcept>

using namespace thi;
using namespace thi::http;

namespace {

net::awaitable<core::Result<Reply>> large(Exchange&) {
    co_return Reply::bytes("text/plain", std::string(100'000, 'x'));
}

const Route table[] = {
    {Verb::get,
     "/api/large",
     Access::public_,
     schema<Nothing, Bytes>(),
     large,
     {.rate = Rate::none}},
};

std::string run(const std::string& command) {
    std::string output;
    auto* pipe = ::popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::array<char, 4096> piece{};
    while (const auto got = std::fread(piece.data(), 1, piece.size(), pipe))
        output.append(piece.data(), got);
    ::pclose(pipe);
    return output;
}

std::string s_client(std::uint16_t port, const std::string& options) {
    return run("echo Q | timeout 10 openssl s_client -connect 127.0.0.1:" + std::to_string(port) +
               " -servername localhost " + options + " 2>&1");
}

bool agreed(const std::string& output) {
    return output.find("Cipher is (NONE)") == std::string::npos &&
           output.find("Cipher is ") != std::string::npos;
}

} // namespace

TEST_CASE("S-14: TLS 1.3 and 1.2 with ECDHE and AEAD; nothing older or weaker", "[http][tls]") {
    test::House house{table, {}, {.encrypted = true, .origins = {}, .proxies = {}}};
    const auto tls = tls_context(self_signed_identity({"thi.local", "192.0.2.1"}, 1'800'000'000));
    test::Serving serving{house, test::Serving::quick_rules(), {}, tls};
    struct Row {
        const char* says;
        const char* options;
        bool expected;
    };
    const Row rows[] = {
        {"TLS 1.3", "-tls1_3", true},
        {"TLS 1.2 with AES-GCM", "-tls1_2 -cipher ECDHE-ECDSA-AES128-GCM-SHA256", true},
        {"TLS 1.2 with ChaCha20", "-tls1_2 -cipher ECDHE-ECDSA-CHACHA20-POLY1305", true},
        {"TLS 1.1", "-tls1_1 -cipher ALL:@SECLEVEL=0", false},
        {"TLS 1.0", "-tls1 -cipher ALL:@SECLEVEL=0", false},
        {"CBC", "-tls1_2 -cipher ECDHE-ECDSA-AES128-SHA256:ECDHE-ECDSA-AES128-SHA", false},
        {"no forward secrecy", "-tls1_2 -cipher AES128-GCM-SHA256", false},
        {"no encryption", "-tls1_2 -cipher eNULL:@SECLEVEL=0", false},
    };
    for (const auto& row : rows) {
        INFO(row.says);
        const auto output = s_client(serving.port(), row.options);
        INFO(output);
        CHECK(agreed(output) == row.expected);
    }
    const auto older = s_client(serving.port(), "-tls1_2");
    CHECK(older.find("Compression: NONE") != std::string::npos);
    CHECK(older.find("Secure Renegotiation IS supported") != std::string::npos);
}

TEST_CASE("S-15: over TLS a large reply arrives whole, with HSTS", "[http][tls]") {
    test::House house{table, {}, {.encrypted = true, .origins = {}, .proxies = {}}};
    const auto tls = tls_context(self_signed_identity({}, 1'800'000'000));
    test::Serving serving{house, test::Serving::quick_rules(), {}, tls};
    const auto output = run(
        "printf 'GET /api/large HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n'"
        " | timeout 10 openssl s_client -quiet -connect 127.0.0.1:" +
        std::to_string(serving.port()) + " 2>/dev/null");
    CHECK(output.find("Strict-Transport-Security: max-age=31536000; includeSubDomains") !=
          std::string::npos);
    const auto body = output.find("\r\n\r\n");
    REQUIRE(body != std::string::npos);
    CHECK(output.size() - body - 4 == 100'000);
}

TEST_CASE("a key that is not the certificate's is refused at start", "[http][tls]") {
    auto identity = self_signed_identity({}, 1'800'000'000);
    identity.private_key = self_signed_identity({}, 1'800'000'000).private_key;
    CHECK_THROWS(tls_context(identity));
    CHECK_THROWS(self_signed_identity({"a,DNS:evil"}, 1'800'000'000));
}

TEST_CASE("plain HTTP spoken to the TLS port gets no reply", "[http][tls]") {
    test::House house{table};
    const auto tls = tls_context(self_signed_identity({}, 1'800'000'000));
    test::Serving serving{house, test::Serving::quick_rules(), {}, tls};
    CHECK(test::ask(serving.port(), test::request("GET", "/api/large")).status == 0);
}
