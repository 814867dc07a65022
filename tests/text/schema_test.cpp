#include "catch.h"
#include "text/schema.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

namespace {

using namespace thi;

enum class Shade { light, dark };
BOOST_DESCRIBE_ENUM(Shade, light, dark)

class Ticket {
  public:
    static constexpr std::string_view prefix = "tick";
    static std::optional<Ticket> parse(std::string_view) { return Ticket{}; }
    std::string_view text() const { return "tick_0000000000000000"; }
};

struct Waived {
    std::string by;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Waived, (), (by, reason))

template <class T> struct Parameter {
    std::optional<T> value;
    std::string source;
    std::optional<Waived> waived;
};

struct Node {
    Ticket ticket;
    std::optional<Shade> shade;
    std::vector<Node> children;
    std::uint8_t count = 0;
    std::variant<std::monostate, std::vector<std::string>, std::string> value;
};
BOOST_DESCRIBE_STRUCT(Node, (), (ticket, shade, children, count, value))

using Whole = Parameter<std::int64_t>;

std::string refused_at(std::string_view text) {
    const auto read = text::from_text<Whole>(text);
    return read ? "" : read.error().pointer + " " + std::string{text::name_of(read.error().kind)};
}

} // namespace

TEST_CASE("a schema names its structs and enums once and refers to them", "[text][schema]") {
    text::Components components("#/$defs/");
    CHECK(text::canonical(text::schema_of<Node>(components)) == R"({"$ref":"#/$defs/Node"})");
    CHECK(text::canonical(components.take()) ==
          R"({"Node":{"additionalProperties":false,"properties":{)"
          R"("children":{"items":{"$ref":"#/$defs/Node"},"type":"array"},)"
          R"("count":{"maximum":255,"minimum":0,"type":"integer"},)"
          R"("shade":{"$ref":"#/$defs/Shade"},)"
          R"("ticket":{"pattern":"^tick_[0-9a-hjkmnp-tv-z]{16}$","type":"string"},)"
          R"("value":{"anyOf":[{"type":"null"},{"items":{"type":"string"},"type":"array"},)"
          R"({"type":"string"}]}},)"
          R"("required":["ticket","children","count","value"],"type":"object"},)"
          R"("Shade":{"enum":["light","dark"],"type":"string"}})");
}

TEST_CASE("a component is called as its type without namespaces", "[text][schema]") {
    CHECK(text::component_name("thi::core::Role") == "Role");
    CHECK(text::component_name("thi::http::Page<thi::core::Role>") == "Page_Role");
}

TEST_CASE("a parameter has a value with a source, is unset, or is waived", "[text][described]") {
    CHECK(text::to_text(Whole{}) == R"({"unset":true})");
    CHECK(text::to_text(Whole{5, "Law 1", {}}) == R"({"source":"Law 1","value":5})");
    CHECK(text::to_text(Whole{{}, "", Waived{"A", "b"}}) ==
          R"({"waived":{"by":"A","reason":"b"}})");
    for (const auto* const text : {R"({"unset":true})", R"({"source":"Law 1","value":5})",
                                   R"({"waived":{"by":"A","reason":"b"}})"})
        CHECK(text::to_text(text::from_text<Whole>(text).value()) == text);
}

TEST_CASE("a parameter that is half of each is refused", "[text][described]") {
    CHECK(refused_at(R"({"value":5})") == " format");
    CHECK(refused_at(R"({"unset":false})") == " format");
    CHECK(refused_at(R"({"value":5,"source":"x","unset":true})") == " format");
    CHECK(refused_at(R"({"value":"5","source":"x"})") == "/value type");
    CHECK(refused_at(R"({"waived":{"by":"A"}})") == "/waived/reason missing");
}

TEST_CASE("a variant is read by the kind of its JSON", "[text][described]") {
    using Value = std::variant<std::monostate, std::vector<std::string>, std::string,
                               std::map<std::string, std::string>>;
    for (const auto* const text : {"null", R"(["B","D"])", R"("12,5")", R"({"left":"right"})"})
        CHECK(text::to_text(text::from_text<Value>(text).value()) == text);
    CHECK_FALSE(text::from_text<Value>("5"));
    CHECK_FALSE(text::from_text<Value>("[5]"));
}
