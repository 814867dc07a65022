// The rules of the house, on the whole tree.

#include "catch.h"
#include "source_root.h"
#include "tidy/rules.h"

using namespace thi;

namespace {

const std::vector<tidy::Source>& tree() {
    static const auto sources = tidy::read_tree(THITUYEN_SOURCE);
    return sources;
}

} // namespace

TEST_CASE("the whole tree is read", "[tidy]") {
    const auto has = [](std::string_view path) {
        for (const auto& source : tree())
            if (source.path == path) return true;
        return false;
    };
    CHECK(has("CMakeLists.txt"));
    CHECK(has("server/core/fault.h"));
    CHECK(has("tests/tidy/tidy_test.cpp"));
    CHECK_FALSE(has("build/dev/build.ninja"));
}

TEST_CASE("the tree keeps the rules of the house", "[tidy]") {
    const auto rule = GENERATE(from_range(tidy::rules()));
    DYNAMIC_SECTION(rule.name) {
        std::string broken;
        for (const auto& source : tree())
            for (const auto& finding : rule.check(source))
                broken += "\n  " + to_string(finding);
        INFO(rule.name << broken);
        CHECK(broken.empty());
    }
}
