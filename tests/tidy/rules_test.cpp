// Each rule finds what it is for, and nothing in a sample that keeps it.

#include "catch.h"
#include "tidy/functions.h"
#include "tidy/rules.h"

using namespace thi::tidy;

namespace {

struct Sample {
    const char* says;
    std::vector<Finding> (*rule)(const Source&);
    const char* path;
    std::string text;
    std::size_t line; // Where it is broken; 0 when it is kept.
};

std::string lines(std::size_t count, const std::string& line = "x;\n") {
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += line;
    return text;
}

const std::string open_word = std::string("TO") + "DO";
const std::string place = std::string("/wo") + "rk/";

std::vector<Sample> text_samples() {
    return {
        {"400 lines are allowed", file_length, "server/core/a.cpp", lines(400), 0},
        {"401 lines are not", file_length, "server/core/a.cpp", lines(401), 401},
        {"a catalogue may be longer", file_length, "web/src/core/i18n/vi.ts", lines(500), 0},
        {"70 lines of function", function_length, "server/a.cpp",
         "void f() {\n" + lines(68) + "}\n", 0},
        {"71 lines of function", function_length, "server/a.cpp",
         "\nvoid f() {\n" + lines(69) + "}\n", 2},
        {"71 lines of table", function_length, "tests/a_test.cpp",
         "Rows f() {\n    return {\n" + lines(68, "{1, \";\"},\n") + "    };\n}\n", 0},
        {"71 lines of script function", function_length, "web/src/a.ts",
         "export const f = (a: string) => {\n" + lines(69) + "};\n", 1},
        {"100 columns of Vietnamese", columns, "server/core/a.cpp", "// " + lines(97, "ệ") + "\n",
         0},
        {"101 columns", columns, "server/core/a.cpp", "// " + lines(98, "ệ") + "\n", 1},
        {"a comment first", opening_comment, "server/core/a.h", "// Points.\n#pragma once\n", 0},
        {"no comment first", opening_comment, "server/core/a.h", "#pragma once\n", 1},
        {"SeatManager", banned_names, "server/core/a.h", "\nclass SeatManager {};", 2},
        {"interface FormData2", banned_names, "web/src/a.ts", "interface FormData2 {}", 1},
        {"a database is not Data", banned_names, "server/store/a.h", "struct Database {};", 0},
        {"namespace util", banned_names, "server/core/a.h", "namespace thi::util {", 1},
        {"a file of helpers", banned_names, "server/core/string_helpers.h", "// x\n", 1},
        {"left open", unfinished, "server/core/a.cpp", "// " + open_word + ": later\n", 1},
        {"a place", workplace, "docs/a.md", "see\n" + place + "x\n", 2},
        {"an address in a lock file", workplace, "web/package-lock.json",
         "\"resolved\": \"https://x\"", 1},
    };
}

std::vector<Sample> house_samples() {
    const auto* path = "server/core/a.cpp";
    return {
        {"core knows the digest", downward_includes, path, "#include \"crypto/hash.h\"\n", 0},
        {"core knows no text", downward_includes, path, "\n#include \"text/json.h\"\n", 2},
        {"store knows no http", downward_includes, "server/store/a.h", "#include \"http/a.h\"", 1},
        {"an include without its folder", downward_includes, path, "#include \"points.h\"", 1},
        {"an include in a comment", downward_includes, path, "// #include \"text/json.h\"\n", 0},
        {"a clock in http", clock_reads, "server/http/a.cpp",
         "auto t = std::chrono::steady_clock::now();", 1},
        {"a clock that was handed in", clock_reads, "server/http/a.cpp", "clock.now();", 0},
        {"a definition of now", clock_reads, "server/http/a.cpp", "Instant Exchange::now() {}", 0},
        {"the clock in app", clock_reads, "server/app/clock.cpp", "system_clock::now();", 0},
        {"SQLite's clock", clock_reads, "server/store/a.cpp", "\"VALUES (CURRENT_TIMESTAMP)\"", 1},
        {"SQL in http", sql_outside_store, "server/http/a.cpp", "q(\"SELECT a FROM b\");", 1},
        {"SQL in store", sql_outside_store, "server/store/a.cpp", "q(\"SELECT a FROM b\");", 0},
        {"a sentence", sql_outside_store, "server/http/a.cpp", "\"Select one from these\"", 0},
        {"a double", floating_point, path, "\ndouble mean;", 2},
        {"the word double", floating_point, path, "// no double\nauto s = \"float\";", 0},
        {"parses JSON itself", foreign_json, "server/http/a.cpp", "boost::json::parse(body)", 1},
        {"OpenSSL in store", foreign_crypto, "server/store/a.cpp", "#include <openssl/evp.h>", 1},
        {"OpenSSL for TLS", foreign_crypto, "server/http/tls.cpp", "#include <openssl/ssl.h>", 0},
        {"the C library's", foreign_crypto, path, "int x = rand();", 1},
        {"an operand", foreign_crypto, path, "int x = operand(1);", 0},
        {"text as HTML", raw_html, "web/src/site/A.svelte", "<p>\n{@html note}</p>", 2},
        {"text as text", raw_html, "web/src/site/A.svelte", "<p>{note}</p>", 0},
        {"innerHTML", raw_html, "web/src/a.ts", "box.innerHTML = note;", 1},
        {"other randomness", foreign_crypto, path, "std::mt19937 engine;", 1},
    };
}

std::vector<Sample> await_samples() {
    const auto* path = "server/http/a.cpp";
    const auto rule = awaited_temporaries;
    return {
        {"a named value", rule, path, "const Ask ask{1};\nco_await send(ask);", 0},
        {"an aggregate", rule, path, "\nco_await send(Ask{1});", 2},
        {"an aggregate by its fields", rule, path, "co_await send({.a = 1});", 1},
        {"a value in a lambda's body", rule, path, "co_await run([&] { return Ask{1}; });", 0},
        {"a value behind a lambda", rule, path, "co_await run([&](int) { x(); }, Ask{1});", 1},
        {"nothing in braces", rule, path, "co_await write(text, {});", 0},
        {"a template's aggregate", rule, path, "co_await send(Box<int>{1});", 1},
        {"a capture by value", rule, path, "co_await run([text] { use(text); });", 1},
        {"a capture by default", rule, path, "co_await run(\n[=] { use(text); });", 1},
        {"one of two by value", rule, path, "co_await run([&a, b] { use(a, b); });", 1},
        {"a capture by reference", rule, path, "co_await run([&] { use(text); });", 0},
        {"a capture of this", rule, path, "co_await run([this] { use(); });", 0},
        {"the block after the condition", rule, path, "if (co_await more(x)) {\n  Ask{1};\n}", 0},
        {"the body of a lambda", rule, path, "co_await run([&](int a) { return a; });", 0},
    };
}

void check_sample(const Sample& sample) {
    const auto findings = sample.rule(make_source(sample.path, sample.text));
    std::string found;
    for (const auto& finding : findings)
        found += to_string(finding) + "\n";
    INFO(sample.says << "\n" << found);
    if (sample.line == 0) {
        CHECK(findings.empty());
    } else {
        REQUIRE(findings.size() == 1);
        CHECK(findings[0].line == sample.line);
    }
}

} // namespace

TEST_CASE("rules on the look of a file find a bad sample", "[tidy]") {
    const auto sample = GENERATE(from_range(text_samples()));
    check_sample(sample);
}

TEST_CASE("rules on who may know what find a bad sample", "[tidy]") {
    const auto sample = GENERATE(from_range(house_samples()));
    check_sample(sample);
}

TEST_CASE("what owns and is built inside a co_await expression is found", "[tidy]") {
    const auto sample = GENERATE(from_range(await_samples()));
    check_sample(sample);
}

TEST_CASE("every rule has a sample that breaks it", "[tidy]") {
    auto samples = text_samples();
    for (const auto& more : {house_samples(), await_samples()})
        samples.insert(samples.end(), more.begin(), more.end());
    for (const auto& rule : rules()) {
        bool broken = false;
        for (const auto& sample : samples)
            broken = broken || (sample.rule == rule.check && sample.line > 0);
        INFO(rule.name);
        CHECK(broken);
    }
}

TEST_CASE("the brace scan finds functions and only them", "[tidy]") {
    const auto source = make_source("server/a.cpp", R"cpp(
namespace thi {
constexpr Route routes[] = {{"a", f()}, {"b", g()}};
struct Seat {
    Seat(int row) : row_{row}, text_("{") {
        take();
    }
    template <class T> T value() const noexcept { return T{row_}; }
    int row_ = 0;
};
#define OPEN {
auto made() -> Seat {
    const auto inner = [](int a) { return a; };
    return Seat{inner(1)};
}
TEST_CASE("a { in a name") {
}
}
)cpp");
    std::string found;
    for (const auto& function : functions_of(source))
        if (function.length() > 1 || function.name == "value")
            found += function.name + " " + std::to_string(function.first_line) + "-" +
                     std::to_string(function.last_line) + "; ";
    CHECK(found == "text_ 5-7; value 8-8; made 12-15; TEST_CASE 16-17; ");
}
