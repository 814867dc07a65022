// What `serve` refuses before it touches anything.

#include "app/subcommand.h"
#include "catch.h"

#include <string>

using namespace thi::app;

namespace {

std::string why_refused(const std::string& listen) {
    try {
        run_serve({"--data", "/nonexistent", "--listen", listen});
    } catch (const options::error& error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST_CASE("an address to listen at is an IP address, and its port is said apart", "[app][serve]") {
    CHECK(why_refused("127.0.0.1:8080").find("--port") != std::string::npos);
    CHECK(why_refused("127.example").find("--listen") != std::string::npos);
    CHECK(why_refused("").find("--listen") != std::string::npos);
}

TEST_CASE("S-14: without TLS or a trusted proxy only the loopback is served", "[app][serve]") {
    CHECK(why_refused("0.0.0.0").find("TLS") != std::string::npos);
    CHECK(why_refused("192.0.2.1").find("TLS") != std::string::npos);
    CHECK(why_refused("::").find("TLS") != std::string::npos);
}
