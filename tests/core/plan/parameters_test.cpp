#include "catch.h"
#include "core/plan/parameter_proofs.h"
#include "core/plan/parameters.h"
#include "core/plan/walk.h"
#include "source_root.h"

#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

using namespace thi;
using namespace thi::core;

namespace {

std::string file_text(const std::filesystem::path& path) {
    std::ifstream file{path};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// The titles of all tests in this folder of tests/, strings that go on in the next line put
// together.
void add_titles(std::set<std::string>& titles, const std::string& folder) {
    const std::string opening = "TEST_CASE(\"";
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator{THITUYEN_SOURCE "/tests/" + folder}) {
        if (entry.path().extension() != ".cpp") continue;
        const auto text = file_text(entry.path());
        for (auto at = text.find(opening); at != std::string::npos; at = text.find(opening, at)) {
            std::string title;
            at += opening.size();
            for (;;) {
                const auto end = text.find('"', at);
                title += text.substr(at, end - at);
                const auto next = text.find_first_not_of(" \n", end + 1);
                at = end;
                if (next == std::string::npos || text[next] != '"') break;
                at = next + 1;
            }
            titles.insert(title);
        }
    }
}

std::string effect_of(const Parameter& parameter) {
    switch (parameter.effect) {
    case Effect::decides:
        return "obeyed";
    case Effect::stated:
        return "stated";
    case Effect::not_yet:
        break;
    }
    return std::string{"not yet: "} + boost::describe::enum_to_string(parameter.missing, "?");
}

std::string unit_of(const Parameter& parameter) {
    std::string text{parameter.unit};
    if (parameter.lowest == parameter.highest) return text;
    return text + (text.empty() ? "" : ", ") + std::to_string(parameter.lowest) + " to " +
           std::to_string(parameter.highest);
}

// docs/plan-parameters.md.
std::string document() {
    std::string text = file_text(THITUYEN_SOURCE "/tests/core/plan/parameters_head.md");
    text += "| parameter | type | unit, range | meaning | waived means | frozen from | effect |\n"
            "|---|---|---|---|---|---|---|\n";
    for (const auto& row : parameters()) {
        const std::string frozen = boost::describe::enum_to_string(row.frozen_from, "?");
        text += "| `" + std::string{row.name} + "` | " + type_of_parameter(row.name) + " | " +
                unit_of(row) + " | " + row.title.vi + "<br>" + row.title.en + " | " +
                (row.waivable() ? row.waived.vi + "<br>" + row.waived.en : "—") + " | " + frozen +
                " | " + effect_of(row) + " |\n";
    }
    return text;
}

} // namespace

TEST_CASE("the registry names exactly the parameters of the plan, in their order", "[core][plan]") {
    std::vector<std::string> names;
    const Plan plan;
    each_parameter(plan, [&](const std::string& name, const auto&) { names.push_back(name); });
    std::vector<std::string> registered;
    for (const auto& row : parameters())
        registered.emplace_back(row.name);
    auto sorted = names;
    auto also = registered;
    std::sort(sorted.begin(), sorted.end());
    std::sort(also.begin(), also.end());
    CHECK(sorted == also);
    for (const auto& row : parameters()) {
        INFO(row.name);
        CHECK_FALSE(type_of_parameter(row.name).empty());
        CHECK_FALSE(row.title.vi.empty());
        CHECK_FALSE(row.title.en.empty());
        CHECK(row.waived.vi.empty() == row.waived.en.empty());
        CHECK((row.effect == Effect::not_yet) == (row.missing != Missing::none));
    }
}

TEST_CASE("every parameter that decides names the test in which it changes an outcome",
          "[core][plan]") {
    std::set<std::string> titles;
    add_titles(titles, "core");
    add_titles(titles, "journal"); // What is published follows from rules of the plan as well.
    for (const auto& row : parameters()) {
        INFO(row.name);
        const auto proof =
            std::find_if(std::begin(proofs::proofs), std::end(proofs::proofs),
                         [&](const proofs::Proof& one) { return one.parameter == row.name; });
        const bool proved = proof != std::end(proofs::proofs);
        CHECK(proved == (row.effect == Effect::decides));
        if (proved) CHECK(titles.count(std::string{proof->test}) == 1);
    }
}

TEST_CASE("a step that nothing carries out is refused by name", "[core][plan]") {
    std::set<std::string> sentences;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Missing>>([&](auto d) {
        const auto refused = supported(d.value);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == Code::not_supported_yet);
        CHECK(sentences.insert(refused.error().detail.en).second);
    });
}

TEST_CASE("parameters of rounds that a plan has not are of no concern", "[core][plan]") {
    Plan plan;
    CHECK(unset(plan).size() == parameters().size());
    Round round;
    round.type = RoundType::objective;
    plan.rounds.value = {round};
    for (const auto& fault : unset(plan)) {
        CHECK(fault.pointer.rfind("/panel", 0) != 0);
        CHECK(fault.pointer.rfind("/round/written", 0) != 0);
    }
}

TEST_CASE("waiving is by name and leaves no value", "[core][plan]") {
    Plan plan;
    plan.verify.max_days.value = 9;
    waive(plan, "verify.max_days", Waiver{"per", "lý do"});
    CHECK_FALSE(plan.verify.max_days.is_set());
    CHECK(plan.verify.max_days.waived->reason == "lý do");
    const auto before = plan;
    waive(plan, "no.such", Waiver{"per", "lý do"});
    CHECK(changed_parameters(before, plan).empty());
}

TEST_CASE("the list of parameters is the published one", "[core][plan][golden]") {
    const auto golden = file_text(THITUYEN_SOURCE "/docs/plan-parameters.md");
    const auto now = document();
    if (now != golden) std::ofstream{"plan-parameters.md.actual"} << now;
    INFO("what was generated stands in plan-parameters.md.actual");
    CHECK((now == golden));
}
