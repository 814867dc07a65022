#include "catch.h"
#include "core/plan/parameters.h"
#include "core/plan/presets.h"
#include "journal/plan_json.h"
#include "source_root.h"

#include <fstream>
#include <sstream>

using namespace thi;
using core::Preset;

namespace {

std::string file_text(const std::string& path) {
    std::ifstream file{THITUYEN_SOURCE "/" + path};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<std::string> open_rules(const core::Plan& plan) {
    std::vector<std::string> pointers;
    for (const auto& fault : core::unset(plan))
        pointers.push_back(fault.pointer);
    return pointers;
}

} // namespace

TEST_CASE("every preset is a consistent plan that leaves open what its sources left open",
          "[journal][plan]") {
    struct Row {
        Preset preset;
        std::vector<std::string> open;
    };
    const std::vector<std::string> contest = {
        "/contest/code", "/contest/title", "/contest/title_en", "/contest/authority",
        "/post/list",    "/intake/opens",  "/intake/closes",    "/intake/extension_max_days"};
    const auto with_contest = [&](std::vector<std::string> more) {
        more.insert(more.begin(), contest.begin(), contest.end());
        return more;
    };
    const std::vector<Row> rows = {
        {Preset::BTCTW_2017,
         {"/intake/extension_max_days", "/defence/qa_max", "/defence/public_audience",
          "/panel/ballot_timing"}},
        {Preset::MOHA_2424, with_contest({"/defence/presentation_max", "/defence/qa_max",
                                          "/defence/public_audience", "/panel/ballot_timing"})},
    };
    for (const auto& row : rows) {
        const auto plan = journal::preset_plan(row.preset);
        CHECK(core::check(plan).empty());
        CHECK(open_rules(plan) == row.open);
    }
    for (const auto preset : {Preset::MOH_2017, Preset::MOT_2017, Preset::CIVIL_2ROUND}) {
        const auto plan = journal::preset_plan(preset);
        CHECK(core::check(plan).empty());
        CHECK(*plan.contest.preset == preset);
        CHECK_FALSE(open_rules(plan).empty());
    }
}

TEST_CASE("presets are compiled in as they stand in their files", "[journal][plan]") {
    const auto path = [](const char* name) {
        return std::string{"server/core/plan/presets/"} + name + ".json";
    };
    CHECK((core::preset_text(Preset::BTCTW_2017) == file_text(path("BTCTW_2017"))));
    CHECK((core::preset_text(Preset::CIVIL_2ROUND) == file_text(path("CIVIL_2ROUND"))));
}

TEST_CASE("a plan survives being written and read", "[journal][plan]") {
    for (const auto preset : {Preset::BTCTW_2017, Preset::MOHA_2424, Preset::MOH_2017,
                              Preset::MOT_2017, Preset::CIVIL_2ROUND}) {
        const auto plan = journal::preset_plan(preset);
        const auto again = journal::read_plan(journal::write_plan(plan));
        REQUIRE(again);
        CHECK(core::changed_parameters(plan, *again).empty());
    }
}

TEST_CASE("a mistake in a plan has its path and line", "[journal][plan]") {
    auto text = journal::write_plan(journal::preset_plan(Preset::BTCTW_2017));
    const auto with = [&](std::string_view from, std::string_view to) {
        auto changed = text;
        changed.replace(changed.find(from), from.size(), to);
        return changed;
    };
    const auto misspelt =
        journal::read_plan(with("\"verify\":{\"max_days\"", "\"verify\":\n{\"most_days\""));
    REQUIRE_FALSE(misspelt);
    CHECK(misspelt.error().code == core::Code::invalid_field);
    CHECK(misspelt.error().errors.front().pointer.rfind("/verify", 0) == 0);
    CHECK(misspelt.error().errors.front().line == 2);

    const auto broken = journal::read_plan("{\n\"contest\": tru}");
    REQUIRE_FALSE(broken);
    CHECK(broken.error().code == core::Code::bad_json);
    CHECK(broken.error().errors.front().line == 2);
}

TEST_CASE("what a plan leaves open or contradicts is told with its line", "[journal][plan]") {
    const std::string text{"\n" + journal::write_plan(journal::preset_plan(Preset::BTCTW_2017))};
    const auto plan = journal::read_plan(text);
    REQUIRE(plan);
    const auto faults = journal::faults_of(text, *plan);
    REQUIRE(faults.size() == 4);
    for (const auto& fault : faults)
        CHECK(fault.line == 2);
}

TEST_CASE("an amendment's changes are told as settings before and after", "[journal][plan]") {
    const auto before = journal::preset_plan(Preset::BTCTW_2017);
    auto after = before;
    after.verify.max_days.value = 12;
    const auto changes = journal::plan_changes(before, after);
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].parameter == "verify.max_days");
    CHECK(changes[0].old_value.find("\"value\":9") != std::string::npos);
    CHECK(changes[0].new_value.find("\"value\":12") != std::string::npos);
}

TEST_CASE("the schema of the plan is the published one", "[journal][plan][golden]") {
    const auto golden = file_text("docs/formats/plan.schema.json");
    const auto schema = journal::plan_schema();
    if (schema != golden) std::ofstream{"plan.schema.json.actual"} << schema;
    INFO("what was generated stands in plan.schema.json.actual");
    CHECK((schema == golden));
}
