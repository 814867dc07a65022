// Packets: drawn, even, never a script twice to one marker, never to a relation.

#include "catch.h"
#include "core/marking/packets.h"
#include "core/marking/written.h"
#include "core/sitting/draw.h"

#include <algorithm>
#include <random>

using namespace thi::core;

namespace {

unsigned int up_to(std::mt19937& random, unsigned int count) {
    return static_cast<unsigned int>(random() % count);
}

std::map<PersonId, Whole> no_loads(unsigned int markers) {
    std::map<PersonId, Whole> loads;
    for (unsigned int i = 1; i <= markers; ++i)
        loads.emplace(who::marker(i), 0);
    return loads;
}

std::vector<WantedMarks> wanted(unsigned int scripts) {
    std::vector<WantedMarks> list;
    for (unsigned int i = 0; i < scripts; ++i)
        list.push_back({"s" + std::to_string(i), {Turn::first, Turn::second}, {}});
    return list;
}

std::map<PersonId, Whole> loads_after(std::map<PersonId, Whole> loads,
                                      const std::vector<GivenMark>& given) {
    for (const auto& one : given)
        ++loads.at(one.marker);
    return loads;
}

Whole spread(const std::map<PersonId, Whole>& loads) {
    const auto less = [](const auto& a, const auto& b) {
        return a.second < b.second;
    };
    return std::max_element(loads.begin(), loads.end(), less)->second -
           std::min_element(loads.begin(), loads.end(), less)->second;
}

std::vector<GivenMark> drawn(unsigned int seed, const std::vector<WantedMarks>& scripts,
                             const std::map<PersonId, Whole>& loads) {
    const auto result =
        draw_markers(thi::crypto::sha256(std::to_string(seed)), "markers", scripts, loads);
    REQUIRE(std::holds_alternative<std::vector<GivenMark>>(result));
    return std::get<std::vector<GivenMark>>(result);
}

} // namespace

TEST_CASE("over many seeds no marker has a script twice, nobody a barred one, loads stay even",
          "[core][marking][packets]") {
    for (unsigned int seed = 0; seed < 200; ++seed) {
        std::mt19937 random{seed};
        const unsigned int markers = 3 + up_to(random, 5);
        auto scripts = wanted(1 + up_to(random, 40));
        for (auto& script : scripts)
            if (random() % 4 == 0) script.barred.insert(who::marker(1 + up_to(random, markers)));
        INFO("seed " << seed);
        const auto given = drawn(seed, scripts, no_loads(markers));
        CHECK(given.size() == 2 * scripts.size());
        for (const auto& script : scripts) {
            std::set<PersonId> holders = script.barred;
            std::set<Turn> turns;
            for (const auto& one : given) {
                if (one.code != script.code) continue;
                CHECK(holders.insert(one.marker).second);
                CHECK(turns.insert(one.turn).second);
            }
            CHECK(turns.size() == 2);
        }
        if (std::all_of(scripts.begin(), scripts.end(),
                        [](const auto& one) { return one.barred.empty(); }))
            CHECK(spread(loads_after(no_loads(markers), given)) <= 1);
    }
}

TEST_CASE("without bars loads differ by one at most, over several draws",
          "[core][marking][packets]") {
    for (unsigned int seed = 0; seed < 100; ++seed) {
        auto loads = no_loads(2 + seed % 6);
        for (unsigned int round = 0; round < 4; ++round) {
            const auto given = drawn(seed * 10 + round, wanted(1 + seed % 13), loads);
            loads = loads_after(loads, given);
            CHECK(spread(loads) <= 1);
        }
    }
}

TEST_CASE("bars are worked around by exchanges: loads stay even where it is possible at all",
          "[core][marking][packets]") {
    // Marker 1 may have only the first five scripts, marker 2 all: a draw that gives those five
    // away first would leave marker 1 with nothing.
    for (unsigned int seed = 0; seed < 100; ++seed) {
        auto scripts = wanted(10);
        for (std::size_t i = 0; i < scripts.size(); ++i) {
            scripts[i].turns = {Turn::first};
            if (i >= 5) scripts[i].barred.insert(who::marker(1));
        }
        const auto given = drawn(seed, scripts, no_loads(2));
        CHECK(spread(loads_after(no_loads(2), given)) == 0);
    }
}

TEST_CASE("a draw depends on its seed and on nothing else", "[core][marking][packets]") {
    auto scripts = wanted(30);
    const auto text = [](const std::vector<GivenMark>& given) {
        std::set<std::string> lines;
        for (const auto& one : given)
            lines.insert(one.code + one.marker.str() + std::to_string(int(one.turn)));
        return lines;
    };
    const auto once = text(drawn(1, scripts, no_loads(5)));
    std::reverse(scripts.begin(), scripts.end());
    CHECK(text(drawn(1, scripts, no_loads(5))) == once);
    CHECK(text(drawn(2, scripts, no_loads(5))) != once);
}

TEST_CASE("scripts are drawn to markers evenly, in the order of a packet, by a logged seed",
          "[core][marking][packets]") {
    Written exam{11, 4};
    exam.begin_marking();
    CHECK(exam.refused(AssignMarkers{who::chair, exam_round}) == Code::forbidden);
    const auto events = exam.play(AssignMarkers{who::head_of_marking, exam_round});
    const auto seed = markers_seed(seed_of(exam.contest.draws.at(blinding)), exam_round, 1);
    std::map<PersonId, Whole> loads;
    for (const auto& event : events) {
        const auto& packet = std::get<MarkAssigned>(event);
        CHECK(packet.seed == seed);
        CHECK(packet.by == who::head_of_marking);
        CHECK(packet.codes ==
              packet_order(seed, markers_draw_name(exam_round), packet.marker, packet.codes));
        loads[packet.marker] += std::ssize(packet.codes);
    }
    CHECK(loads.size() == 4);
    CHECK(spread(loads) <= 1);
    for (const auto& code : exam.codes())
        CHECK(exam.marker_of(code, Turn::first) != exam.marker_of(code, Turn::second));
    CHECK(exam.marking().draws == 1);
    CHECK(exam.refused(AssignMarkers{who::head_of_marking, exam_round}) == Code::already_done);
}

TEST_CASE("nobody is drawn a script of a candidate with whom he has declared a relation",
          "[core][marking][packets]") {
    for (unsigned int candidates = 1; candidates <= 8; ++candidates) {
        Written exam{candidates, 3};
        exam.contest.officials[who::marker(2)].conflicts[id<CandidateId>(1)] = Relation::sibling;
        exam.begin_marking();
        exam.assign();
        const auto code = *code_of(exam.contest, exam_round, id<CandidateId>(1));
        CHECK(exam.marker_of(code, Turn::first) != who::marker(2));
        CHECK(exam.marker_of(code, Turn::second) != who::marker(2));
    }
    Written none{2, 2};
    none.contest.officials[who::marker(2)].conflicts[id<CandidateId>(1)] = Relation::sibling;
    none.begin_marking();
    const auto refused = none.ask(AssignMarkers{who::head_of_marking, exam_round});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::incomplete);
    CHECK(refused.error().detail.en.find(*code_of(none.contest, exam_round, id<CandidateId>(1))) !=
          std::string::npos);
}

TEST_CASE("marking.repeat_pct: a share of a packet comes back to its marker when the packet is "
          "done",
          "[core][marking][packets]") {
    Written exam{10, 2};
    exam.contest.plan.marking.repeat_pct.value = 25;
    exam.begin_marking();
    const auto events = exam.play(AssignMarkers{who::head_of_marking, exam_round});
    std::map<PersonId, std::vector<std::string>> repeats;
    for (const auto& event : events)
        if (const auto& packet = std::get<MarkAssigned>(event); packet.turn == Turn::repeat)
            repeats[packet.marker] = packet.codes;
    REQUIRE(repeats.size() == 2);
    const auto& [marker, codes] = *repeats.begin();
    CHECK(codes.size() == 3); // A quarter of ten, rounded up.
    CHECK(exam.refused(exam.sheet(marker, codes[0], Turn::repeat, essay_one, 100)) ==
          Code::too_early);
    exam.mark_all(5'000);
    CHECK(exam.mark(marker, codes[0], Turn::repeat, 4'000).size() == 1);
    CHECK(exam.script(codes[0]).settled->mark == Fraction{5'000, 1});
}
