#include "core/result/round_score.h"

#include "core/marking/panel_score.h"
#include "core/refusal.h"
#include "core/result/amended.h"
#include "core/result/scoring.h"
#include "core/result/sums.h"
#include "core/sitting/answers.h"
#include "core/sitting/lookup.h"
#include "core/sitting/sanctions.h"

#include <boost/describe/enum_to_string.hpp>

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

// An item as remedies leave it: all credit pays everybody, further keys pay as the key does.
ItemScore remedied(const Contest& contest, PaperId paper, const Item& item, const ItemKey& key,
                   const Value& value) {
    auto best = score_item(item, key, value);
    for (const auto* remedy : remedies_of(contest, paper, item.item)) {
        if (remedy->kind == RemedyKind::all_credit) return score_item(item, key, value, true);
        for (const auto& further : remedy->keys) {
            auto other = key;
            if (item.type == ItemType::numeric && other.numeric)
                other.numeric->value = further.front();
            else if (item.type == ItemType::text)
                other.accepted = further;
            else
                other.options = further;
            const auto again = score_item(item, other, value);
            if (again.points > best.points) best = again;
        }
    }
    return best;
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
        if (is_dropped(contest, paper.paper, item.item)) continue;
        auto score =
            remedied(contest, paper.paper, item, *own, answered ? *answer->second.value : nothing);
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
    if (!given) score.fate = RoundFate::not_reached;
    if (!given || given->absent) return score; // RoundFate::absent.
    score.fate = RoundFate::sat;
    score.mark = given->mark;
    return score;
}

// The round of a sitting before it is marked.
RoundScore unmarked(const Round& round, const Sitting* sitting) {
    RoundScore score;
    score.round = round.round;
    score.fate = RoundFate::not_reached; // Not summoned: a remedy has lifted him over a gate since.
    if (sitting == nullptr) return score;
    score.fate = fate_of(*sitting);
    score.sitting = sitting->sitting;
    score.paper = sitting->paper;
    return score;
}

// What people gave the script; unmarked scripts are worth nothing until they are.
RoundScore written_score(const Contest& contest, const Round& round, CandidateId candidate) {
    auto score = unmarked(round, sitting_in(contest, round.round, candidate));
    if (score.fate != RoundFate::sat) return score;
    if (const auto mark = written_mark(contest, round, candidate)) score.mark = mark->mark;
    return score;
}

RoundScore objective_score(const Contest& contest, const Round& round, CandidateId candidate) {
    const Sitting* sitting = sitting_in(contest, round.round, candidate);
    auto score = unmarked(round, sitting);
    if (score.fate != RoundFate::sat) return score;
    const auto& paper = contest.papers.at(*sitting->paper);
    assert(paper.content && paper.key);
    score.items = item_scores(contest, *sitting, *paper.content, *paper.key);
    score.parts = part_scores(contest.plan, *paper.content, score.items);
    Points points;
    for (const auto& part : score.parts)
        points += part.points;
    score.mark = {points.hundredths * round.scale.hundredths,
                  remedied_total(contest, *paper.content, *paper.key).hundredths};
    return score;
}

// A mark below zero is not made better by a deduction.
Fraction less(Fraction mark, const std::optional<Deduction>& taken) {
    if (!taken || mark.numerator <= 0) return mark;
    const Whole left = 100 - std::min<Whole>(taken->pct, 100);
    mark = reduced(mark);
    return reduced({mark.numerator * left, mark.denominator * 100});
}

std::string paid(const ItemScore& score) {
    return std::to_string(score.points.hundredths) + "/" + std::to_string(score.max.hundredths);
}

RoundScore marked(const Contest& contest, const Round& round, CandidateId candidate) {
    switch (round.type) {
    case RoundType::objective:
        return objective_score(contest, round, candidate);
    case RoundType::written:
        return written_score(contest, round, candidate);
    case RoundType::defence:
        break;
    }
    return defence_score(contest, round, candidate);
}

} // namespace

RoundScore round_score(const Contest& contest, const Round& round, CandidateId candidate) {
    auto score = marked(contest, round, candidate);
    if (score.fate != RoundFate::sat) return score;
    if (suspended_at(contest, round.round, candidate)) {
        score.fate = RoundFate::suspended;
        score.mark = {};
        return score;
    }
    score.mark = less(score.mark, deduction(contest, round.round, candidate));
    const Fraction pass{round.pass.hundredths, 1};
    score.passed = score.mark >= pass && std::all_of(score.parts.begin(), score.parts.end(),
                                                     [](const PartScore& p) { return p.passed; });
    return score;
}

Result<RoundScore> early_score(const Contest& contest, SittingId id, CandidateId candidate) {
    const auto* sitting = find_sitting(contest, id, candidate);
    if (sitting == nullptr)
        return refuse(Code::not_found, "Không tìm thấy lượt thi.", "There is no such sitting.");
    const auto* round = find_round(contest.plan, sitting->round);
    const bool told = round != nullptr && round->type == RoundType::objective &&
                      contest.plan.round.objective.show_result_immediately.value_or(false);
    if (!told)
        return refuse(Code::forbidden, "Kết quả chỉ được báo khi công bố.",
                      "The result is told when results are released.");
    if (!sitting->ended && !sitting->submitted_at)
        return refuse(Code::wrong_state, "Lượt thi chưa kết thúc.", "The sitting has not ended.");
    return round_score(contest, *round, candidate);
}

std::vector<TraceStep> remedy_steps(const Contest& contest, const RoundScore& score) {
    std::vector<TraceStep> steps;
    if (!score.paper || !score.sitting || score.fate != RoundFate::sat) return steps;
    const auto& paper = contest.papers.at(*score.paper);
    const auto& sitting = contest.sittings.at(*score.sitting);
    if (!paper.content || !paper.key) return steps;
    const auto answers = effective_answers(contest, sitting);
    for (const auto& item : paper.content->items) {
        const auto remedies = remedies_of(contest, paper.paper, item.item);
        if (remedies.empty()) continue;
        const auto answer = answers.find(item.item);
        const Value value = answer == answers.end() ? Value{} : *answer->second.value;
        const auto* remedy = remedies.back();
        const auto before = score_item(item, *find_key(*paper.key, item.item), value);
        const auto after = std::find_if(score.items.begin(), score.items.end(),
                                        [&](const auto& one) { return one.item == item.item; });
        std::string says = paid(before) + " -> ";
        says += after == score.items.end() ? "0/0" : paid(*after);
        steps.push_back({std::string{"remedy."} + boost::describe::enum_to_string(remedy->kind, ""),
                         says, static_cast<Whole>(remedy->index)});
    }
    return steps;
}

} // namespace thi::core
