#include "catch.h"
#include "text/json.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

using namespace thi;

text::Mistake refusal(std::string_view text, const text::Limits& limits = {}) {
    const auto read = text::parse(text, limits);
    REQUIRE_FALSE(read);
    return read.error();
}

std::string file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST_CASE("the canonical text sorts members, drops spaces and keeps order of arrays",
          "[text][json]") {
    const auto value = text::parse(" { \"b\" : [ 3, 1 ] , \"a\" : { } , \"c\" : null } ");
    REQUIRE(value);
    CHECK(text::canonical(*value) == R"({"a":{},"b":[3,1],"c":null})");
}

TEST_CASE("what is outside of the subset is refused", "[text][json]") {
    struct Row {
        std::string says;
        std::string text;
        text::Kind kind;
    };
    const auto row = GENERATE(values<Row>({
        {"a duplicate member", R"({"a":1,"a":2})", text::Kind::duplicate},
        {"a duplicate by escape", R"({"a":1,"\u0061":2})", text::Kind::duplicate},
        {"a fraction", "[1.5]", text::Kind::range},
        {"a whole number written as a fraction", "[1.0]", text::Kind::range},
        {"an exponent", "[1e3]", text::Kind::range},
        {"minus zero", "[-0]", text::Kind::range},
        {"2^53", "[9007199254740992]", text::Kind::range},
        {"-2^53", "[-9007199254740992]", text::Kind::range},
        {"beyond 64 bits", "[99999999999999999999]", text::Kind::range},
        {"NUL in a string", R"(["a\u0000"])", text::Kind::encoding},
        {"NUL in a name", R"({"a\u0000":1})", text::Kind::encoding},
        {"a lone surrogate", R"(["\ud800"])", text::Kind::syntax},
        {"bytes that are not UTF-8", "[\"\xff\"]", text::Kind::syntax},
        {"an overlong form", "[\"\xc0\xaf\"]", text::Kind::syntax},
        {"a leading zero", "[01]", text::Kind::syntax},
        {"a trailing comma", "[1,]", text::Kind::syntax},
        {"a comment", "[1]//", text::Kind::syntax},
        {"a byte order mark", "\xef\xbb\xbf[]", text::Kind::syntax},
        {"a second value", "[] []", text::Kind::syntax},
        {"nothing", "", text::Kind::syntax},
        {"a cut text", R"({"a":)", text::Kind::syntax},
        {"NaN", "[NaN]", text::Kind::syntax},
    }));
    DYNAMIC_SECTION(row.says) {
        CHECK(refusal(row.text).kind == row.kind);
    }
}

TEST_CASE("the largest integers are taken", "[text][json]") {
    CHECK(text::is_canonical("[9007199254740991,-9007199254740991,0]"));
}

TEST_CASE("limits on bytes, depth and members are kept", "[text][json]") {
    CHECK(refusal("[[]]", {.bytes_max = 3}).kind == text::Kind::limit);
    CHECK(refusal("[[[]]]", {.depth_max = 2}).kind == text::Kind::limit);
    CHECK(text::parse("[[]]", {.depth_max = 2}));
    CHECK(refusal("[1,2,3]", {.members_max = 2}).kind == text::Kind::limit);
    CHECK(refusal(R"({"a":1,"b":2})", {.members_max = 1}).kind == text::Kind::limit);
}

TEST_CASE("a mistake carries pointer, line and column", "[text][json]") {
    const auto mistake = refusal("{\n  \"lớp\": [1, 2.5]\n}");
    CHECK(mistake.pointer == "/lớp/1");
    CHECK(mistake.line == 2);
    CHECK(refusal("{\n\"a\":\n tru }").line == 3);
}

TEST_CASE("the place of every value is known", "[text][json]") {
    const auto parsed = text::parse_with_lines(
        "{\n  \"đ\": {\"x\": [10,\n 20]},\n  \"a/b\": \"q\\\"}\", \"e\": {}, \"f\": []\n}");
    REQUIRE(parsed);
    CHECK(parsed->lines.find("").line == 1);
    CHECK(parsed->lines.find("/đ/x/0").line == 2);
    CHECK(parsed->lines.find("/đ/x/0").column == 15);
    CHECK(parsed->lines.find("/đ/x/1").line == 3);
    CHECK(parsed->lines.find("/a~1b").line == 4);
    CHECK(parsed->lines.find("/đ/missing").line == 2);
    CHECK(parsed->lines.find("/f").column == 32);
}

TEST_CASE("members sort by UTF-16 code units, as RFC 8785 says", "[text][json]") {
    // U+FB33 comes after U+1F600, whose first UTF-16 unit is D83D.
    CHECK(text::is_canonical("{\"\xf0\x9f\x98\x80\":1,\"\xef\xac\xb3\":2}"));
    CHECK_FALSE(text::is_canonical("{\"\xef\xac\xb3\":2,\"\xf0\x9f\x98\x80\":1}"));
}

TEST_CASE("strings are escaped as RFC 8785 says", "[text][json]") {
    CHECK(text::canonical(std::string_view{"\"\\/\b\f\n\r\t\x01\x1f€"}) ==
          R"("\"\\/\b\f\n\r\t\u0001\u001f€")");
}

TEST_CASE("what we build wrongly does not become a text", "[text][json]") {
    CHECK_THROWS_AS(text::canonical(boost::json::value(1.5)), std::logic_error);
    CHECK_THROWS_AS(text::canonical(boost::json::value(std::int64_t{1} << 53)), std::logic_error);
    CHECK_THROWS_AS(text::canonical(std::string_view{"\xff"}), std::logic_error);
}

TEST_CASE("the public RFC 8785 vectors come out, or are refused for their fractions",
          "[text][json][vectors]") {
    const char* const vectors = std::getenv("THITUYEN_VECTORS");
    if (vectors == nullptr) {
        WARN("skipped: no vectors");
        return;
    }
    const std::filesystem::path folder = std::filesystem::path{vectors} / "jcs";
    int compared = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "input")) {
        INFO(entry.path());
        const auto value = text::parse(file(entry.path()));
        if (!value) {
            CHECK(value.error().kind == text::Kind::range);
            continue;
        }
        CHECK(text::canonical(*value) == file(folder / "output" / entry.path().filename()));
        ++compared;
    }
    CHECK(compared > 2);
}
