#include "core/result/tally.h"

#include "core/marking/panel_score.h"
#include "core/marking/script_score.h"
#include "core/result/amended.h"
#include "core/result/ladder.h"
#include "core/result/priority.h"
#include "core/result/round_score.h"
#include "core/result/sums.h"
#include "core/sitting/sanctions.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace thi::core {

namespace {

std::string number(Whole whole) {
    return std::to_string(whole);
}

std::string number(Fraction fraction) {
    fraction = reduced(fraction);
    if (fraction.denominator == 1) return number(fraction.numerator);
    return number(fraction.numerator) + "/" + number(fraction.denominator);
}

std::string compared(const std::string& own, bool reached, const std::string& needed) {
    return own + (reached ? " >= " : " < ") + needed;
}

// What people gave, and what an appeal made of it.
void add_marks(const Contest& contest, const Round& round, CandidateScore& score) {
    if (round.type == RoundType::defence) {
        const auto panel = panel_score(contest, round, score.candidate);
        if (panel && !panel->absent)
            score.steps.push_back({"panel.aggregate",
                                   number(panel->scores) + ": " + number(panel->mark),
                                   panel->index});
        return;
    }
    const auto settled = script_score(contest, round, score.candidate);
    if (round.type != RoundType::written || !settled) return;
    score.steps.push_back({"marking.discrepancy_bands", number(settled->mark), settled->index});
    const auto mark = written_mark(contest, round, score.candidate);
    if (mark && mark->amended_at)
        score.steps.push_back({"remark.change_threshold",
                               number(settled->mark) + " -> " + number(mark->mark),
                               mark->amended_at});
}

// From what was given, through remedies and appeals, to what infractions leave of it.
void add_steps(const Contest& contest, const Round& round, CandidateScore& score) {
    const auto& own = score.rounds.back();
    for (auto& step : remedy_steps(contest, own))
        score.steps.push_back(std::move(step));
    for (const auto& part : own.parts)
        if (part.pass_pct > 0)
            score.steps.push_back(
                {"round.objective.parts",
                 compared(number(part.points.hundredths * 100), part.passed,
                          number(part.pass_pct) + " * " + number(part.max.hundredths)),
                 {}});
    add_marks(contest, round, score);
    if (const auto taken = deduction(contest, round.round, score.candidate))
        score.steps.push_back({"infraction.deduction_pct",
                               "-" + number(taken->pct) + "/100 = " + number(own.mark),
                               taken->index});
}

// Why there is no mark: a leaf says so, but of who never came to his sitting.
void add_fate(const Contest& contest, const Round& round, CandidateScore& score) {
    if (score.rounds.back().fate == RoundFate::suspended) {
        auto at = suspended_at(contest, round.round, score.candidate);
        score.steps.push_back({"infraction.levels", "0", at});
    }
    if (round.type != RoundType::defence) return;
    const auto panel = panel_score(contest, round, score.candidate);
    if (panel && panel->absent) score.steps.push_back({"rounds", "-", panel->index});
}

// A candidate's way through the rounds: not beyond a gate that was not passed.
void go_through(const Contest& contest, CandidateScore& score) {
    bool goes_on = true;
    for (const auto& round : *contest.plan.rounds) {
        if (!stands(round)) continue;
        if (!goes_on) {
            auto& own = score.rounds.emplace_back();
            own.round = round.round;
            own.fate = RoundFate::not_reached;
            continue;
        }
        score.rounds.push_back(round_score(contest, round, score.candidate));
        const auto& own = score.rounds.back();
        if (own.fate != RoundFate::sat) {
            add_fate(contest, round, score);
            goes_on = false;
            continue;
        }
        add_steps(contest, round, score);
        const Fraction pass{round.pass.hundredths, 1};
        score.steps.push_back(
            {"rounds", compared(number(own.mark), own.mark >= pass, number(pass)), {}});
        score.total = plus_weighted(score.total, round.weight, own.mark);
        goes_on = own.passed || !round.gate;
    }
}

bool any_fate(const CandidateScore& score, RoundFate fate) {
    return std::any_of(score.rounds.begin(), score.rounds.end(),
                       [&](const RoundScore& round) { return round.fate == fate; });
}

void judge(const Contest& contest, CandidateScore& score, bool withdrawn) {
    if (withdrawn || any_fate(score, RoundFate::withdrawn)) {
        score.outcome = Outcome::withdrawn;
        return;
    }
    if (const auto cancelled = cancelled_at(contest, score.candidate)) {
        score.steps.push_back({"infraction.levels", "0", cancelled});
        score.total = {};
        score.shown = shown(score.total, contest.plan.result.display_decimals.value_or(2));
        score.outcome = Outcome::not_passed;
        return;
    }
    if (any_fate(score, RoundFate::absent)) return; // Outcome::absent.
    const Fraction pass{contest.plan.result.pass_mark.value_or(Points{}).hundredths, 1};
    const bool reached = score.total >= pass;
    score.steps.push_back(
        {"result.pass_mark", compared(number(score.total), reached, number(pass)), {}});
    const bool all = std::all_of(score.rounds.begin(), score.rounds.end(),
                                 [](const RoundScore& round) { return round.passed; });
    score.outcome = all && reached ? Outcome::passed : Outcome::not_passed;
}

// Counted where it ranks, after every mark to reach: it helps nobody over one (Decree 138/2020,
// art. 9).
void add_priority(const Contest& contest, const Application& application, CandidateScore& score) {
    if (score.outcome != Outcome::passed) return;
    const auto priority = priority_of(contest, application);
    if (!priority) return;
    const auto before = score.total;
    score.total = plus_weighted(before, 1, {priority->points.hundredths, 1});
    score.steps.push_back(
        {"result.priority_points",
         number(before) + " + " + number(priority->points.hundredths) + " = " + number(score.total),
         priority->index});
    score.shown = shown(score.total, contest.plan.result.display_decimals.value_or(2));
}

// Where no round seats anybody, the number in the register is the roll number.
std::string roll_of(const Contest& contest, const CandidateScore& score, Whole registered) {
    for (const auto& round : score.rounds)
        if (round.sitting) return contest.sittings.at(*round.sitting).roll_number;
    const auto& rounds = *contest.plan.rounds;
    const bool seated = std::any_of(rounds.begin(), rounds.end(), [](const Round& round) {
        return stands(round) && round.type != RoundType::defence;
    });
    if (seated) return "";
    auto digits = number(registered);
    return std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

CandidateScore score_of(const Contest& contest, const Application& application) {
    CandidateScore score;
    score.candidate = application.candidate;
    score.post = application.post;
    go_through(contest, score);
    score.roll_number = roll_of(contest, score, application.number);
    score.shown = shown(score.total, contest.plan.result.display_decimals.value_or(2));
    judge(contest, score, application.withdrawn);
    add_priority(contest, application, score);
    return score;
}

// Places one group of equals by the ladder, from position `first` (0 is best) on.
void place(const Contest& contest, const Post& post, const Equals& equals, Whole first,
           Whole places, Tally& tally, std::vector<CandidateScore>& scores) {
    auto outcome = climb(contest, post.post, equals, places - first);
    for (auto& step : outcome.steps)
        tally.computed_steps.push_back({post.post, step.rung, std::move(step.order)});
    if (outcome.open) tally.open_ties.push_back(*outcome.open);
    for (const auto& group : outcome.groups) {
        const bool wins = first + std::ssize(group) <= places;
        for (const auto* one : group) {
            auto& score = scores[static_cast<std::size_t>(one - scores.data())];
            score.rank = first + 1;
            if (!wins) continue;
            score.outcome = Outcome::winner;
            score.steps.push_back(
                {"result.winners_per_post", number(first + 1) + " <= " + number(places), {}});
        }
        first += std::ssize(group);
    }
}

// Only who passed is ranked.
void rank(const Contest& contest, const Post& post, Tally& tally,
          std::vector<CandidateScore>& scores) {
    const Whole places = contest.plan.result.winners_per_post.value_or(post.seats);
    Equals passed;
    for (const auto& score : scores)
        if (score.outcome == Outcome::passed) passed.push_back(&score);
    const auto better = [](const auto* a, const auto* b) {
        return a->total > b->total;
    };
    std::sort(passed.begin(), passed.end(), better);
    for (auto first = passed.begin(); first != passed.end();) {
        const auto last = std::upper_bound(first, passed.end(), *first, better);
        place(contest, post, {first, last}, first - passed.begin(), places, tally, scores);
        first = last;
    }
    if (passed.empty()) tally.unfilled.push_back(post.post);
}

bool comes_first(const CandidateScore& a, const CandidateScore& b) {
    const auto key = [](const CandidateScore& score) {
        return std::tuple{!score.rank.has_value(), score.rank.value_or(0), score.roll_number,
                          score.candidate};
    };
    return key(a) < key(b);
}

} // namespace

Tally tally(const Contest& contest) {
    Tally result;
    for (const auto& post : *contest.plan.post.list) {
        std::vector<CandidateScore> scores;
        for (const auto& [id, application] : contest.applications)
            if (application.post == post.post && application.eligible == true)
                scores.push_back(score_of(contest, application));
        rank(contest, post, result, scores);
        std::sort(scores.begin(), scores.end(), comes_first);
        std::move(scores.begin(), scores.end(), std::back_inserter(result.candidates));
    }
    return result;
}

} // namespace thi::core
