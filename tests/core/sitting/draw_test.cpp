// Draws: the published known answer, and the properties that make them worth trusting.

#include "catch.h"
#include "core/sitting/draw.h"
#include "core/sitting/exam.h"
#include "core/sitting/order.h"

#include <algorithm>
#include <set>

using namespace thi::core;

namespace {

thi::crypto::Digest from_hex(std::string_view hex) {
    thi::crypto::Digest digest;
    for (std::size_t i = 0; i < digest.bytes.size(); ++i)
        digest.bytes[i] =
            static_cast<std::uint8_t>(std::stoi(std::string{hex.substr(2 * i, 2)}, nullptr, 16));
    return digest;
}

std::vector<CandidateId> some_candidates(unsigned int count) {
    std::vector<CandidateId> pool;
    for (unsigned int i = 1; i <= count; ++i)
        pool.push_back(id<CandidateId>(i));
    return pool;
}

const std::string seats_draw = "seats/" + exam_round.str();

} // namespace

TEST_CASE("V-14 the known answer of a draw", "[core][draw]") {
    const auto seed = from_hex("480824b427c2d313983064e4ce90ffcc560f8dfb0ed23bae0a12b2800eb750ab");
    std::vector<std::string> pool;
    for (int i = 1; i <= 10; ++i)
        pool.push_back(i < 10 ? "C0" + std::to_string(i) : "C10");
    CHECK(drawn_order(seed, "presentation-order", pool) ==
          std::vector<std::string>{"C09", "C02", "C03", "C07", "C05", "C01", "C10", "C06", "C04",
                                   "C08"});
}

TEST_CASE("a seed is the hash of the root, the source and the reveals, in this order",
          "[core][draw]") {
    const auto root = thi::crypto::sha256("root");
    const std::vector<thi::crypto::Digest> reveals{thi::crypto::sha256("1"),
                                                   thi::crypto::sha256("2")};
    CHECK(draw_seed(root, "source", reveals) ==
          thi::crypto::sha256({"exam-seed/v1\n", thi::crypto::view(root), "source",
                               thi::crypto::view(reveals[0]), thi::crypto::view(reveals[1])}));
}

TEST_CASE("removing one entry moves nobody else, and the pool's order does not matter",
          "[core][draw]") {
    const auto seed = thi::crypto::sha256("seed");
    auto pool = some_candidates(30);
    auto whole = drawn_order(seed, "d", pool);
    std::reverse(pool.begin(), pool.end());
    CHECK(drawn_order(seed, "d", pool) == whole);
    std::erase(pool, id<CandidateId>(7));
    std::erase(whole, id<CandidateId>(7));
    CHECK(drawn_order(seed, "d", pool) == whole);
    CHECK(drawn_order(seed, "e", pool) != whole);
}

TEST_CASE("reveals enter the seed in the order of the commitments; a missing one is left out",
          "[core][draw]") {
    Draw draw;
    draw.root = thi::crypto::sha256("root");
    const auto nonce = [](const char* of) {
        return thi::crypto::sha256(of);
    };
    draw.commitments = {{who::secretary, {}}, {who::head, {}}, {who::chair, {}}};
    draw.reveals = {{who::chair, nonce("c")}, {who::secretary, nonce("s")}};
    const std::vector<thi::crypto::Digest> in_order{nonce("s"), nonce("c")};
    CHECK(seed_of(draw) == draw_seed(draw.root, "", in_order));
}

TEST_CASE("a draw of seats fills the rooms in the order drawn", "[core][draw]") {
    Exam exam{5};
    exam.prepare();
    const auto& draw = exam.contest.draws.at(seats_draw);
    REQUIRE(draw.order);
    CHECK(*draw.order == drawn_order(seed_of(draw), seats_draw, draw.pool));
    const auto& sittings = exam.contest.rounds.at(exam_round).sittings;
    REQUIRE(sittings.size() == 5);
    std::vector<std::string> seen;
    for (std::size_t i = 0; i < sittings.size(); ++i) {
        const auto& sitting = exam.contest.sittings.at(sittings[i]);
        CHECK(sitting.candidate == (*draw.order)[i]);
        seen.push_back(sitting.roll_number + (sitting.room == room_one ? " one " : " two ") +
                       sitting.seat);
    }
    CHECK(seen == std::vector<std::string>{"0001 one 1", "0002 one 2", "0003 one 3", "0004 two 1",
                                           "0005 two 2"});
}

TEST_CASE("only who was found eligible and did not withdraw is drawn a seat", "[core][draw]") {
    Exam exam{4};
    exam.contest.applications.at(id<ApplicationId>(1)).withdrawn = true;
    exam.contest.applications.at(id<ApplicationId>(2)).eligible = false;
    exam.contest.applications.at(id<ApplicationId>(3)).eligible.reset();
    exam.prepare();
    CHECK(exam.contest.draws.at(seats_draw).pool == std::vector{id<CandidateId>(4)});
}

TEST_CASE("a draw needs two commitments before a reveal and two reveals before its outcome",
          "[core][draw]") {
    Exam exam{2};
    exam.seal();
    exam.play(PlanRooms{who::secretary, exam_round, {{room_one, "P1", 2, {who::invigilator}}}});
    const std::vector<SittingId> sittings{id<SittingId>(1), id<SittingId>(2)};
    const auto nonce = thi::crypto::sha256("n");
    const auto other = thi::crypto::sha256("m");
    const auto commitment = [](const auto& of) {
        return thi::crypto::sha256(thi::crypto::view(of));
    };
    CHECK(exam.refused(CommitDraw{who::chair, seats_draw, nonce}) == Code::not_found);
    exam.play(FreezeDraw{who::chair, seats_draw, DrawPurpose::seats, exam_round, {}});
    exam.play(CommitDraw{who::chair, seats_draw, commitment(nonce)});
    CHECK(exam.refused(CommitDraw{who::chair, seats_draw, commitment(other)}) ==
          Code::already_done);
    CHECK(exam.refused(CommitDraw{who::secretary, seats_draw, commitment(nonce)}) ==
          Code::invalid_field);
    CHECK(exam.refused(CommitDraw{who::stranger, seats_draw, commitment(other)}) ==
          Code::forbidden);
    CHECK(exam.refused(RevealDraw{who::chair, seats_draw, nonce}) == Code::incomplete);
    exam.play(CommitDraw{who::secretary, seats_draw, commitment(other)});
    exam.play(CommitDraw{who::head, seats_draw, commitment(thi::crypto::sha256("h"))});
    CHECK(exam.refused(RevealDraw{who::chair, seats_draw, other}) == Code::invalid_field);
    exam.play(RevealDraw{who::chair, seats_draw, nonce});
    CHECK(exam.refused(CommitDraw{who::setter, seats_draw, commitment(other)}) ==
          Code::deadline_passed);
    CHECK(exam.refused(ResolveDraw{who::chair, seats_draw, sittings}) == Code::incomplete);
    exam.play(RevealDraw{who::secretary, seats_draw, other});
    CHECK(exam.refused(FreezeDraw{who::chair, seats_draw, DrawPurpose::seats, exam_round, {}}) ==
          Code::already_done);
    CHECK(exam.refused(ResolveDraw{who::secretary, seats_draw, sittings}) == Code::forbidden);
    CHECK(exam.refused(ResolveDraw{who::chair, seats_draw, {sittings[0]}}) == Code::invalid_field);
    CHECK(exam.refused(ResolveDraw{who::chair, seats_draw, {sittings[0], sittings[0]}}) ==
          Code::invalid_field);
    exam.play(ResolveDraw{who::chair, seats_draw, sittings});
    CHECK(exam.refused(ResolveDraw{who::chair, seats_draw, sittings}) == Code::already_done);
}

TEST_CASE("seats are not drawn for rooms that are too small", "[core][draw]") {
    Exam exam{3};
    exam.play(PlanRooms{who::secretary, exam_round, {{room_one, "P1", 2, {who::invigilator}}}});
    exam.play(FreezeDraw{who::chair, seats_draw, DrawPurpose::seats, exam_round, {}});
    for (const auto person : {who::chair, who::secretary})
        exam.play(
            CommitDraw{person, seats_draw,
                       thi::crypto::sha256(thi::crypto::view(thi::crypto::sha256(person.text())))});
    for (const auto person : {who::chair, who::secretary})
        exam.play(RevealDraw{person, seats_draw, thi::crypto::sha256(person.text())});
    CHECK(exam.refused(ResolveDraw{
              who::chair, seats_draw, {id<SittingId>(1), id<SittingId>(2), id<SittingId>(3)}}) ==
          Code::incomplete);
}

namespace {

std::vector<ItemId> items_of(const OwnOrder& order) {
    std::vector<ItemId> items;
    for (const auto& one : order.items)
        items.push_back(one.item);
    return items;
}

ObjectiveRules shuffling() {
    ObjectiveRules rules;
    rules.shuffle_items.value = true;
    rules.shuffle_options.value = true;
    return rules;
}

Paper long_paper() {
    Paper paper = small_paper(official_paper);
    paper.items.clear();
    paper.parts[0].items.clear();
    paper.parts[1].items.clear();
    for (unsigned int i = 1; i <= 40; ++i) {
        Item item = small_paper(official_paper).items[0];
        item.item = id<ItemId>(i);
        if (i > 10 && i <= 13) item.stimulus = "S";
        paper.items.push_back(item);
        paper.parts[i <= 20 ? 0 : 1].items.push_back(item.item);
    }
    return paper;
}

} // namespace

TEST_CASE("a candidate's own order is the committed seed's, and moves only within parts",
          "[core][draw]") {
    const Paper paper = long_paper();
    const auto seed = thi::crypto::sha256("s");
    const auto order = own_order(shuffling(), paper, seed, id<SittingId>(1));
    const auto items = items_of(order);
    REQUIRE(items.size() == 40);
    CHECK(std::set<ItemId>{items.begin(), items.begin() + 20} ==
          std::set<ItemId>{paper.parts[0].items.begin(), paper.parts[0].items.end()});
    CHECK(items != items_of(own_order(shuffling(), paper, seed, id<SittingId>(2))));
    CHECK(items == items_of(own_order(shuffling(), paper, seed, id<SittingId>(1))));
    const auto shared = std::find(items.begin(), items.end(), id<ItemId>(11));
    CHECK(*(shared + 1) == id<ItemId>(12));
    CHECK(*(shared + 2) == id<ItemId>(13));
    const std::string draw = "options/" + id<SittingId>(1).str() + "/" + order.items[0].item.str();
    CHECK(order.items[0].options ==
          drawn_order(seed, draw, std::vector<std::string>{"A", "B", "C", "D"}));
}

TEST_CASE("round.objective.shuffle_items and shuffle_options: without them the paper's order",
          "[core][draw]") {
    const Paper paper = long_paper();
    const auto seed = thi::crypto::sha256("s");
    const auto plain = own_order(ObjectiveRules{}, paper, seed, id<SittingId>(1));
    for (std::size_t i = 0; i < paper.items.size(); ++i) {
        CHECK(plain.items[i].item == paper.items[i].item);
        CHECK(plain.items[i].options == std::vector<std::string>{"A", "B", "C", "D"});
    }
    auto rules = shuffling();
    rules.shuffle_items.value = false;
    CHECK(items_of(own_order(rules, paper, seed, id<SittingId>(1))) == items_of(plain));
}
