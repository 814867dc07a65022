#include "catch.h"
#include "text/base64.h"
#include "text/crockford.h"
#include "text/unicode.h"

#include <algorithm>
#include <vector>

using namespace thi;

TEST_CASE("base64 of RFC 4648 comes out and goes in", "[text][base64]") {
    struct Row {
        std::string bytes;
        std::string text;
    };
    const auto row = GENERATE(values<Row>({{"", ""},
                                           {"f", "Zg=="},
                                           {"fo", "Zm8="},
                                           {"foo", "Zm9v"},
                                           {"foob", "Zm9vYg=="},
                                           {"\xff\xfe\xfd", "//79"}}));
    CHECK(text::encode_base64(row.bytes) == row.text);
    CHECK(text::decode_base64(row.text) == row.bytes);
}

TEST_CASE("base64 that is not canonical is refused", "[text][base64]") {
    const auto bad = GENERATE("Zg", "Zg=", "Zh==", "Zm9=", "Zg==\n", "Z===", "====", "Zm-v", "=Zm9",
                              "Zg==Zg==", "Zm9v ");
    CHECK_FALSE(text::decode_base64(bad));
}

TEST_CASE("only well-formed UTF-8 is UTF-8", "[text][unicode]") {
    CHECK(text::is_utf8("Nguyễn Văn Ơn 😀"));
    const auto bad =
        GENERATE("\x80", "\xc0\x80", "\xc1\xbf", "\xe0\x80\x80", "\xed\xa0\x80", "\xf0\x80\x80\x80",
                 "\xf4\x90\x80\x80", "\xf8\x88\x80\x80", "a\xe1\xba");
    CHECK_FALSE(text::is_utf8(bad));
}

TEST_CASE("R-18: the two ways of writing Vietnamese become one", "[text][unicode]") {
    const std::string apart = "Nguye\xcc\x82\xcc\x83n";
    CHECK_FALSE(text::is_nfc(apart));
    CHECK(text::nfc(apart) == "Nguyễn");
    CHECK(text::is_nfc("Nguyễn"));
    CHECK(text::length("Nguyễn 😀") == 8);
}

TEST_CASE("search does not ask for marks or case", "[text][unicode]") {
    CHECK(text::search_form("  Nguyễn \t ĐỨC Ưng ") == "nguyen duc ung");
    CHECK(text::case_folded("ĐÁP ÁN Ở") == "đáp án ở");
}

TEST_CASE("a name is kept with its given name apart", "[text][unicode]") {
    const auto name = text::split_name(" Nguyễn  Thị Minh Khai ");
    CHECK(name.given == "Khai");
    CHECK(name.rest == "Nguyễn Thị Minh");
    CHECK(text::split_name("Khai").rest.empty());
}

TEST_CASE("lists are in the Vietnamese order, by given name first", "[text][unicode]") {
    const std::vector<std::string> sorted{"Trần Văn An", "Lê Văn Ánh", "Nguyễn Ân",  "Trần Bình",
                                          "Lê Dũng",     "An Đạt",     "Lê Văn Hòa", "Lê Văn Hoà B",
                                          "Ân Út",       "Bùi Ý"};
    auto names = sorted;
    std::reverse(names.begin(), names.end());
    std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) {
        const auto x = text::split_name(a);
        const auto y = text::split_name(b);
        return text::name_sort_key(x.given, x.rest) < text::name_sort_key(y.given, y.rest);
    });
    std::vector<std::string> given;
    for (const auto& name : names)
        given.push_back(text::split_name(name).given);
    CHECK(given == std::vector<std::string>{"An", "Ánh", "Ân", "B", "Bình", "Dũng", "Đạt", "Hòa",
                                            "Út", "Ý"});
}

TEST_CASE("the five tones come in their order", "[text][unicode]") {
    const std::vector<std::string> tones{"ma", "mà", "mả", "mã", "má", "mạ", "mă", "mâ"};
    for (std::size_t i = 1; i < tones.size(); ++i)
        CHECK(text::sort_key(tones[i - 1]) < text::sort_key(tones[i]));
}

TEST_CASE("people with one given name are ordered by the rest", "[text][unicode]") {
    CHECK(text::name_sort_key("An", "Lê Văn") < text::name_sort_key("An", "Nguyễn"));
    CHECK(text::name_sort_key("An", "Vũ") < text::name_sort_key("Anh", "Lê"));
}

TEST_CASE("a receipt code is the first 60 bits, in three groups", "[text][crockford]") {
    crypto::Digest digest;
    digest.bytes = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xf0};
    CHECK(text::receipt_code(digest) == "ZZZZ-ZZZZ-ZZZZ");
    digest.bytes = {0x00, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb0};
    CHECK(text::receipt_code(digest) == "0123-4567-89AB");
}

TEST_CASE("a code is read as people write it", "[text][crockford]") {
    CHECK(text::normalized_code("o12l 4567-89ab") == "0121-4567-89AB");
    CHECK_FALSE(text::normalized_code("0123-4567-89A"));
    CHECK_FALSE(text::normalized_code("0123-4567-89AU"));
    CHECK_FALSE(text::normalized_code("0123-4567-89AB0"));
}
