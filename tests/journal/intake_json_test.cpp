#include "catch.h"
#include "journal/intake_json.h"

using namespace thi;

TEST_CASE("a dossier's hash is over its canonical JSON, absent facts left out",
          "[journal][intake]") {
    core::Dossier dossier;
    dossier.facts.born_on = "1980-01-01";
    dossier.facts.sex = core::Sex::female;
    const auto expected =
        crypto::sha256("exam-dossier/v1\n"
                       R"({"documents":[],"facts":{"appraisals":[],"born_on":"1980-01-01",)"
                       R"("discipline":[],"sex":"female"}})");
    CHECK(journal::dossier_hash(dossier) == expected);
}

TEST_CASE("the eligible list is one canonical text", "[journal][intake]") {
    core::EligibleList list;
    list.contest = *core::ContestId::parse("con_0000000000000001");
    list.eligible = {{.post = *core::PostId::parse("post_0000000000000001"),
                      .number = 3,
                      .candidate = *core::CandidateId::parse("cand_0000000000000002")}};
    list.refused = 1;
    list.refused_by_ground = {{"age", 1}};
    CHECK(journal::eligible_list_text(list) ==
          R"({"contest":"con_0000000000000001","eligible":[{"candidate":"cand_0000000000000002",)"
          R"("number":3,"post":"post_0000000000000001"}],"refused":1,)"
          R"("refused_by_ground":{"age":1}})");
}
