// docs/formats/payloads.schema.json is what outsiders read payloads by: it must be what we write.

#include "catch.h"
#include "core/event.h"
#include "source_root.h"
#include "text/schema.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace {

using namespace thi;
namespace json = boost::json;

// A payload that carries a candidate's own text.
struct WithText {
    std::string client;
    core::Instant received_at;
    std::string sig;
};
BOOST_DESCRIBE_STRUCT(WithText, (), (client, received_at, sig))

struct WithTextAndWhy : WithText {
    core::LateWhy why = core::LateWhy::late;
};
BOOST_DESCRIBE_STRUCT(WithTextAndWhy, (WithText), (why))

template <class T> json::value schema(text::Components& components) {
    if constexpr (std::same_as<T, core::AnswerLate>)
        return text::schema_of<WithTextAndWhy>(components);
    else if constexpr (text::DescribedStruct<T>)
        return text::schema_of<T>(components);
    else
        return text::schema_of<WithText>(components);
}

template <class List> struct All;
template <class... T> struct All<std::variant<T...>> {
    static json::object schemas(text::Components& components) {
        json::object out;
        (out.emplace(T::leaf, schema<T>(components)), ...);
        return out;
    }
};

// One member on each line, so that a change is seen as a change of that line.
std::string lines(const json::object& object) {
    std::map<std::string, std::string> sorted;
    for (const auto& member : object)
        sorted.emplace(text::canonical(std::string_view{member.key()}),
                       text::canonical(member.value()));
    std::string out;
    for (const auto& [key, value] : sorted)
        out += (out.empty() ? "" : ",\n") + key + ":" + value;
    return out;
}

} // namespace

TEST_CASE("the published schema of payloads is that of the code", "[journal][payload][golden]") {
    text::Components components("#/$defs/");
    const auto payloads = All<core::AnyEvent>::schemas(components);
    const auto made = "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\n"
                      "\"title\":\"Payloads of exam-leaf/v1 by leaf type\",\n"
                      "\"properties\":{\n" +
                      lines(payloads) + "},\n\"$defs\":{\n" + lines(components.take()) + "}}\n";
    const std::string path = THITUYEN_SOURCE "/docs/formats/payloads.schema.json";
    if (std::getenv("THITUYEN_UPDATE_GOLDENS") != nullptr) std::ofstream(path) << made;
    std::ifstream in(path, std::ios::binary);
    const std::string published{std::istreambuf_iterator<char>(in), {}};
    CHECK(text::parse(made, {.bytes_max = 1 << 24}));
    INFO("to accept the change: THITUYEN_UPDATE_GOLDENS=1 test_journal '[golden]'");
    const auto differs =
        std::mismatch(published.begin(), published.end(), made.begin(), made.end());
    const auto from = made.rfind('\n', static_cast<std::size_t>(differs.second - made.begin()));
    INFO("first line that differs: " << made.substr(from + 1, 200));
    const bool same = published == made;
    CHECK(same);
}
