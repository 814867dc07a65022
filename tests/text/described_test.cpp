#include "catch.h"
#include "text/described.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

namespace {

using namespace thi;

enum class Colour { red, green, default_ };
BOOST_DESCRIBE_ENUM(Colour, red, green, default_)

// A stand-in for an id: letters only.
class Tag {
  public:
    static std::optional<Tag> parse(std::string_view text) {
        if (text.empty() || text.find_first_not_of("abc") != std::string_view::npos) return {};
        Tag tag;
        tag.text_ = text;
        return tag;
    }
    std::string_view text() const { return text_; }
    friend auto operator<=>(const Tag&, const Tag&) = default;

  private:
    std::string text_;
};

struct Points {
    std::int64_t hundredths = 0;
    friend bool operator==(Points, Points) = default;
};
struct Fraction {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
    friend bool operator==(Fraction, Fraction) = default;
};

struct By {
    Tag by;
    friend bool operator==(const By&, const By&) = default;
};
BOOST_DESCRIBE_STRUCT(By, (), (by))

struct Inner {
    std::uint8_t small = 0;
    std::optional<std::string> note;
    friend bool operator==(const Inner&, const Inner&) = default;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (small, note))

struct Outer : By {
    bool yes = false;
    std::int64_t number = 0;
    std::string text;
    Colour colour = Colour::red;
    std::chrono::sys_time<std::chrono::milliseconds> at{};
    std::chrono::milliseconds wait_ms{};
    Points points;
    Fraction mean;
    crypto::Digest hash;
    std::vector<Inner> list;
    std::set<std::string> options;
    std::map<Colour, Points> by_colour;
    std::map<Tag, std::string> by_tag;
    std::map<std::int32_t, bool> by_number;
    text::Raw any;
    std::string default_;
    friend bool operator==(const Outer&, const Outer&) = default;
};
BOOST_DESCRIBE_STRUCT(Outer, (By),
                      (yes, number, text, colour, at, wait_ms, points, mean, hash, list, options,
                       by_colour, by_tag, by_number, any, default_))

Outer full() {
    Outer out;
    out.by = *Tag::parse("abc");
    out.yes = true;
    out.number = -5;
    out.text = "Đáp án";
    out.colour = Colour::default_;
    out.at += std::chrono::milliseconds{1767225600000};
    out.wait_ms = std::chrono::milliseconds{30000};
    out.points = {1725};
    out.mean = {7, 3};
    out.hash = crypto::sha256("x");
    out.list = {{7, std::nullopt}, {8, "n"}};
    out.options = {"B", "A"};
    out.by_colour = {{Colour::green, {1}}};
    out.by_tag = {{*Tag::parse("cab"), "v"}};
    out.by_number = {{-3, true}};
    out.any.value = nullptr;
    out.default_ = "d";
    return out;
}

constexpr auto full_text =
    R"({"any":null,"at":1767225600000,"by":"abc","by_colour":{"green":1},"by_number":{"-3":true},)"
    R"("by_tag":{"cab":"v"},"colour":"default","default":"d",)"
    R"("hash":"LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE=",)"
    R"("list":[{"small":7},{"note":"n","small":8}],"mean":{"denominator":3,"numerator":7},)"
    R"("number":-5,"options":["A","B"],"points":1725,"text":"Đáp án","wait_ms":30000,"yes":true})";

text::Mistake refusal(std::string_view text) {
    const auto read = text::from_text<Inner>(text);
    REQUIRE_FALSE(read);
    return read.error();
}

} // namespace

TEST_CASE("a described struct is written with every kind of member", "[text][described]") {
    CHECK(text::to_text(full()) == full_text);
}

TEST_CASE("what was written reads back equal", "[text][described]") {
    const auto read = text::from_text<Outer>(full_text);
    if (!read) FAIL(text::describe(read.error()));
    CHECK(*read == full());
}

TEST_CASE("S-59: an unknown member is refused and named", "[text][described]") {
    const auto mistake = refusal("{\"small\":1,\n  \"role\":\"admin\"}");
    CHECK(mistake.kind == text::Kind::unknown);
    CHECK(mistake.pointer == "/role");
    CHECK(mistake.line == 2);
}

TEST_CASE("a missing member is refused, an absent optional is not", "[text][described]") {
    CHECK(refusal("{}").kind == text::Kind::missing);
    CHECK(refusal("{}").pointer == "/small");
    CHECK(text::from_text<Inner>(R"({"small":1})"));
}

TEST_CASE("null is not a value of an optional member", "[text][described]") {
    CHECK(refusal(R"({"small":1,"note":null})").kind == text::Kind::type);
}

TEST_CASE("an integer outside of its member's range is refused", "[text][described]") {
    CHECK(refusal(R"({"small":256})").kind == text::Kind::range);
    CHECK(refusal(R"({"small":-1})").kind == text::Kind::range);
    CHECK(text::from_text<Inner>(R"({"small":255})"));
}

TEST_CASE("all mistakes are reported, each with its place", "[text][described]") {
    const auto read =
        text::from_text<std::vector<Inner>>("[{\"small\":\"x\"},\n {\"small\":1},\n {\"note\":1}]");
    REQUIRE_FALSE(read);
    const auto& mistake = read.error();
    CHECK(mistake.pointer == "/0/small");
    CHECK(mistake.kind == text::Kind::type);
    REQUIRE(mistake.others.size() == 2);
    CHECK(mistake.others[0].pointer == "/2/small");
    CHECK(mistake.others[0].line == 3);
    CHECK(mistake.others[1].pointer == "/2/note");
}

TEST_CASE("values of the wrong form are refused", "[text][described]") {
    CHECK_FALSE(text::from_text<Colour>(R"("blue")"));
    CHECK_FALSE(text::from_text<Colour>(R"("default_")"));
    CHECK(text::from_text<Colour>(R"("default")").value() == Colour::default_);
    CHECK_FALSE(text::from_text<Tag>(R"("xyz")"));
    CHECK_FALSE(text::from_text<Fraction>(R"({"numerator":1,"denominator":0})"));
    CHECK_FALSE(text::from_text<crypto::Digest>(R"("AA==")"));
    CHECK_FALSE(text::from_text<std::set<std::string>>(R"(["A","A"])"));
    CHECK_FALSE((text::from_text<std::map<std::int32_t, bool>>(R"({"01":true})")));
    CHECK_FALSE(text::from_text<bool>("0"));
}

TEST_CASE("an id that was never given cannot be written", "[text][described]") {
    CHECK_THROWS_AS(text::to_json(By{}), std::logic_error);
}
