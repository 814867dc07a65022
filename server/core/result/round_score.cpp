#include "core/result/round_score.h"

#include "core/marking/panel_score.h"
#include "core/result/scoring.h"
#include "core/sitting/answers.h"
#include "core/sitting/lookup.h"
#include "core/sitting/paper_check.h"

#include <algorithm>
#include <cassert>

namespace thi::core {

namespace {

const Sitting* sitting_in(const Contest& contest, RoundId round, CandidateId candidate) {
    const auto progress = contest.rounds.find(round);
    if (progress == contest.rounds.end()) return nullptr;
    const auto latest = progress->second.latest.find(candidate);
    return latest == progress->second.latest.end() ? nullptr : &contest.sittings.at(latest->second);
}

RoundFate fate_of(const Sitting& sitting) {
    if (sitting.ended == EndReason::withdrawn) return RoundFate::withdrawn;
    if (sitting.ended == EndReason::suspended) return RoundFate::suspended;
    return sitting.started_at ? RoundFate::sat : RoundFate::absent;
}

std::vector<ItemScore> item_scores(const Contest& contest, const Sitting& sitting,
                                   const Paper& paper, const AnswerKey& key) {
    const auto answers = effective_answers(contest, sitting);
    static const Value nothing;
    std::vector<ItemScore> scores;
    scores.reserve(paper.items.size());
    for (const auto& item : paper.items) {
        const ItemKey* own = find_key(key, item.item);
        assert(own != nullptr);
        const auto answer = answers.find(item.item);
        const bool answered = answer != answers.end();
        auto score = score_item(item, *own, answered ? *answer->second.value : nothing);
        if (answered) score.index = static_cast<Whole>(answer->second.index);
        scores.push_back(score);
    }
    return scores;
}

Whole pass_pct(const Plan& plan, const std::string& part) {
    if (!plan.round.objective.parts.is_set()) return 0;
    for (const auto& planned : *plan.round.objective.parts)
        if (planned.topic == part) return planned.pass_pct;
    return 0;
}

// Whether `points` of `max` reach a percentage is asked of whole numbers, so nothing is rounded.
bool reaches(Points points, Points max, Whole pct) {
    return pct == 0 || points.hundredths * 100 >= max.hundredths * pct;
}

std::vector<PartScore> part_scores(const Plan& plan, const Paper& paper,
                                   const std::vector<ItemScore>& items) {
    std::vector<PartScore> parts;
    for (const auto& part : paper.parts) {
        PartScore score;
        score.part = part.part;
        score.pass_pct = pass_pct(plan, part.part);
        for (const auto& item : items) {
            if (item.verdict == Verdict::unmarked ||
                std::find(part.items.begin(), part.items.end(), item.item) == part.items.end())
                continue;
            score.points += item.points;
            score.max += item.max;
        }
        score.passed = reaches(score.points, score.max, score.pass_pct);
        parts.push_back(std::move(score));
    }
    return parts;
}

RoundScore defence_score(const Contest& contest, const Round& round, CandidateId candidate) {
    RoundScore score;
    score.round = round.round;
    const auto given = panel_score(contest, round, candidate);
    if (!given || given->absent) return score; // RoundFate::absent.
    score.fate = RoundFate::sat;
    score.mark = given->mark;
    score.passed = score.mark >= Fraction{round.pass.hundredths, 1};
    return score;
}

} // namespace

RoundScore round_score(const Contest& contest, const Round& round, CandidateId candidate) {
    if (round.type == RoundType::defence) return defence_score(contest, round, candidate);
    assert(round.type == RoundType::objective);
    RoundScore score;
    score.round = round.round;
    const Sitting* sitting = sitting_in(contest, round.round, candidate);
    if (sitting == nullptr) return score;
    score.fate = fate_of(*sitting);
    score.sitting = sitting->sitting;
    score.paper = sitting->paper;
    if (score.fate != RoundFate::sat) return score;
    const auto& paper = contest.papers.at(*sitting->paper);
    assert(paper.content && paper.key);
    score.items = item_scores(contest, *sitting, *paper.content, *paper.key);
    score.parts = part_scores(contest.plan, *paper.content, score.items);
    Points points;
    for (const auto& part : score.parts)
        points += part.points;
    score.mark = {points.hundredths * round.scale.hundredths,
                  objective_total(*paper.content, *paper.key).hundredths};
    const Fraction pass{round.pass.hundredths, 1};
    score.passed = score.mark >= pass && std::all_of(score.parts.begin(), score.parts.end(),
                                                     [](const PartScore& p) { return p.passed; });
    return score;
}

} // namespace thi::core
