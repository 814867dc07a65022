// The body of a script: the bytes that script.blind commits to, and nothing of who wrote them.

#include "catch.h"
#include "journal/script.h"

#include <array>

using namespace thi;

TEST_CASE("a script's body is the canonical text of its answers, and script.blind has its hash",
          "[journal][script]") {
    const auto item = [](std::uint8_t number) {
        return core::ItemId::from_bytes(
            std::array<std::uint8_t, 10>{0, 0, 0, 0, 0, 0, 0, 0, 0, number});
    };
    core::Paper paper;
    paper.paper = core::PaperId::from_bytes(std::array<std::uint8_t, 10>{});
    const std::vector<std::pair<core::ItemId, core::Value>> answers{
        {item(1), std::string{"Bài \"viết\"\n"}}, {item(2), core::Value{}}};
    const std::string text =
        R"({"answers":[{"item":"itm_0000000000000001","value":"Bài \"viết\"\n"},)"
        R"({"item":"itm_0000000000000002","value":null}],)"
        R"("paper":"pap_0000000000000000"})";
    CHECK(journal::script_text(paper, answers) == text);
    CHECK(journal::script_hash(paper, answers) == crypto::sha256(text));
}
