// Key remedies: what each does to everybody, seen before it is done, by two people.

#include "catch.h"
#include "core/marking/council_day.h"
#include "core/result/amended.h"
#include "core/result/remedies.h"
#include "core/sitting/exam.h"

#include <algorithm>
#include <random>

using namespace thi;
using namespace thi::core;

namespace {

// Candidates who answered at random; the contest stands at `scored`.
Exam answered(std::mt19937& random, unsigned int candidates) {
    Exam exam{candidates};
    exam.begin();
    for (unsigned int i = 1; i <= candidates; ++i)
        for (unsigned int item = 1; item <= 4; ++item)
            if (random() % 5 != 0)
                exam.play(exam.save(i, item, random() % 2 == 0 ? option_a : option_b));
    exam.now = day + 12h;
    exam.play(EndDueSittings{});
    exam.contest.stage = Stage::scored;
    return exam;
}

ApplyRemedy remedy(const Exam& exam, RemedyKind kind, unsigned int item = 1) {
    ApplyRemedy command;
    command.by = who::secretary;
    command.paper = official_paper;
    command.item = id<ItemId>(item);
    command.kind = kind;
    command.reason = "Câu hỏi có hai đáp án đúng.";
    command.approvals = exam.both(who::chair, who::secretary);
    return command;
}

const CandidateScore& of(const Tally& tally, CandidateId candidate) {
    return *std::find_if(tally.candidates.begin(), tally.candidates.end(),
                         [&](const CandidateScore& one) { return one.candidate == candidate; });
}

Points paid(const CandidateScore& score, ItemId item) {
    for (const auto& one : score.rounds.front().items)
        if (one.item == item) return one.points;
    return {};
}

Points sum(const CandidateScore& score) {
    Points all;
    for (const auto& one : score.rounds.front().items)
        all += one.points;
    return all;
}

} // namespace

TEST_CASE("all credit never lowers anyone", "[core][remedies]") {
    std::mt19937 random{7};
    for (int round = 0; round < 40; ++round) {
        auto exam = answered(random, 5);
        // Also where a wrong answer costs points and a blank does not.
        for (auto& item : exam.contest.papers.at(official_paper).key->items)
            item.tariff.wrong = Points{-25 * static_cast<Whole>(random() % 3)};
        const auto before = tally(exam.contest);
        exam.play(remedy(exam, RemedyKind::all_credit, 1 + random() % 4));
        const auto after = tally(exam.contest);
        for (const auto& score : after.candidates)
            CHECK(score.total >= of(before, score.candidate).total);
    }
}

TEST_CASE("dropping an item takes from each what it paid, and its points from each maximum",
          "[core][remedies]") {
    std::mt19937 random{11};
    for (int round = 0; round < 40; ++round) {
        auto exam = answered(random, 5);
        const auto item = id<ItemId>(1 + random() % 4);
        const auto& paper = exam.contest.papers.at(official_paper);
        const auto before = tally(exam.contest);
        const auto most = remedied_total(exam.contest, *paper.content, *paper.key);
        auto command = remedy(exam, RemedyKind::drop);
        command.item = item;
        exam.play(command);
        const auto after = tally(exam.contest);
        const auto left = remedied_total(exam.contest, *paper.content, *paper.key);
        for (const auto& key : paper.key->items)
            if (key.item == item) CHECK(most - left == key.tariff.correct);
        for (const auto& score : after.candidates) {
            const auto& was = of(before, score.candidate);
            if (was.rounds.front().items.empty()) continue;
            CHECK(sum(was) - sum(score) == paid(was, item));
            // The round's mark is the share that is left, exactly.
            const Fraction share{sum(score).hundredths * 10'000, left.hundredths};
            CHECK(score.rounds.front().mark == share);
        }
    }
}

TEST_CASE("several keys: a further answer pays as the key does", "[core][remedies]") {
    std::mt19937 random{3};
    auto exam = answered(random, 4);
    auto command = remedy(exam, RemedyKind::several_keys);
    CHECK(exam.refused(command) == Code::invalid_field); // Which?
    command.keys = {{"Z"}};
    CHECK(exam.refused(command) == Code::bad_value);
    command.keys = {{"B"}};
    exam.play(command);
    const auto after = tally(exam.contest);
    for (const auto& score : after.candidates)
        for (const auto& item : score.rounds.front().items)
            if (item.item == id<ItemId>(1) && item.index) CHECK(item.verdict == Verdict::correct);
}

TEST_CASE("a preview says who moves, and is what then happens", "[core][remedies]") {
    std::mt19937 random{23};
    auto exam = answered(random, 6);
    const auto before = tally(exam.contest);
    const auto moves = remedy_preview(
        exam.contest, {official_paper, id<ItemId>(1), RemedyKind::all_credit, {}, 0});
    CHECK(tally_diff(before, tally(exam.contest)).empty()); // Looked at, not done.
    exam.play(remedy(exam, RemedyKind::all_credit));
    const auto done = tally_diff(before, tally(exam.contest));
    REQUIRE(done.size() == moves.size());
    REQUIRE_FALSE(done.empty());
    for (std::size_t i = 0; i < done.size(); ++i) {
        CHECK(done[i].candidate == moves[i].candidate);
        CHECK(done[i].after.total == moves[i].after.total);
    }
    CHECK_FALSE(exam.contest.trace_hash);
}

TEST_CASE("a remedy needs two people, a reason and an item of the paper", "[core][remedies]") {
    std::mt19937 random{5};
    auto exam = answered(random, 3);
    auto one = remedy(exam, RemedyKind::drop);
    one.approvals.pop_back();
    CHECK(exam.refused(one) == Code::needs_approval);
    auto silent = remedy(exam, RemedyKind::drop);
    silent.reason = "";
    CHECK(exam.refused(silent) == Code::invalid_field);
    CHECK(exam.refused(remedy(exam, RemedyKind::drop, 77)) == Code::unknown_item);
    exam.play(remedy(exam, RemedyKind::drop));
    CHECK(exam.refused(remedy(exam, RemedyKind::drop)) == Code::already_done);
    exam.play(remedy(exam, RemedyKind::drop, 2));
    exam.play(remedy(exam, RemedyKind::drop, 3));
    CHECK(exam.refused(remedy(exam, RemedyKind::drop, 4)) == Code::incomplete);
    exam.contest.stage = Stage::final_;
    CHECK(exam.refused(remedy(exam, RemedyKind::all_credit, 4)) == Code::wrong_state);
}
