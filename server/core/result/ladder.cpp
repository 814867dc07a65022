#include "core/result/ladder.h"

#include "core/result/sums.h"
#include "core/sitting/lookup.h"

#include <algorithm>
#include <cassert>
#include <iterator>

namespace thi::core {

namespace {

RoundType type_of(TieRung rung) {
    switch (rung) {
    case TieRung::written_mark:
        return RoundType::written;
    case TieRung::project_mark:
        return RoundType::defence;
    default:
        return RoundType::objective;
    }
}

// Marks of all rounds of the type, unweighted; rounds that nobody has a mark in tell nobody apart.
Fraction mark_of(const Contest& contest, const CandidateScore& score, RoundType type) {
    Fraction sum;
    for (const auto& round : score.rounds) {
        const Round* planned = find_round(contest.plan, round.round);
        assert(planned != nullptr);
        if (planned->type == type) sum = plus_weighted(sum, 1, round.mark);
    }
    return sum;
}

std::vector<CandidateId> ids_of(const Equals& group) {
    std::vector<CandidateId> ids;
    for (const auto* one : group)
        ids.push_back(one->candidate);
    std::sort(ids.begin(), ids.end());
    return ids;
}

std::vector<Equals> split_by_mark(const Contest& contest, Equals group, RoundType type) {
    const auto better = [&](const CandidateScore* a, const CandidateScore* b) {
        return mark_of(contest, *a, type) > mark_of(contest, *b, type);
    };
    std::stable_sort(group.begin(), group.end(), better);
    std::vector<Equals> groups;
    for (const auto* one : group) {
        if (groups.empty() || better(groups.back().front(), one)) groups.emplace_back();
        groups.back().push_back(one);
    }
    return groups;
}

// What people said about exactly these equals; the last word stands.
const TieResolution* find_resolution(const Contest& contest, PostId post, TieRung rung,
                                     const std::vector<CandidateId>& ids) {
    const TieResolution* found = nullptr;
    for (const auto& resolution : contest.ties) {
        if (resolution.post != post || resolution.rung != rung) continue;
        std::vector<CandidateId> named;
        for (const auto& group : resolution.order)
            named.insert(named.end(), group.begin(), group.end());
        std::sort(named.begin(), named.end());
        if (named == ids) found = &resolution;
    }
    return found;
}

std::vector<Equals> split_by_word(const TieResolution& word, const Equals& group) {
    std::vector<Equals> groups;
    for (const auto& ids : word.order) {
        Equals next;
        for (const auto* one : group)
            if (std::find(ids.begin(), ids.end(), one->candidate) != ids.end()) next.push_back(one);
        groups.push_back(std::move(next));
    }
    return groups;
}

std::vector<std::vector<CandidateId>> named(const std::vector<Equals>& groups) {
    std::vector<std::vector<CandidateId>> order;
    for (const auto& group : groups)
        order.push_back(ids_of(group));
    return order;
}

struct Climb {
    const Contest& contest;
    PostId post;
    std::vector<TieRung> rungs;
    LadderOutcome outcome;

    // `places` of this group win. People are asked about it only if some do and some do not.
    void split(const Equals& group, Whole places, std::size_t from) {
        const Whole size = std::ssize(group);
        const bool across = 0 < places && places < size;
        for (std::size_t i = from; size > 1 && i < rungs.size(); ++i) {
            const TieRung rung = rungs[i];
            std::vector<Equals> groups;
            if (computes_itself(rung)) {
                groups = split_by_mark(contest, group, type_of(rung));
                if (groups.size() > 1) outcome.steps.push_back({rung, named(groups)});
            } else if (across) {
                const auto ids = ids_of(group);
                const auto* word = find_resolution(contest, post, rung, ids);
                if (word == nullptr) {
                    outcome.open = {.post = post, .candidates = ids, .next = rung};
                    break;
                }
                groups = split_by_word(*word, group);
            }
            if (groups.size() < 2) continue;
            for (const auto& part : groups) {
                split(part, places, i + 1);
                places -= std::ssize(part);
            }
            return;
        }
        outcome.groups.push_back(group);
    }
};

} // namespace

bool computes_itself(TieRung rung) {
    return rung == TieRung::objective_mark || rung == TieRung::written_mark ||
           rung == TieRung::project_mark;
}

LadderOutcome climb(const Contest& contest, PostId post, const Equals& equals, Whole places) {
    // A ladder that leaves equals at its end goes on with a draw: somebody has to win.
    auto rungs = contest.plan.result.tie_break.value_or({});
    if (std::find(rungs.begin(), rungs.end(), TieRung::public_draw) == rungs.end())
        rungs.push_back(TieRung::public_draw);
    Climb way{.contest = contest, .post = post, .rungs = std::move(rungs), .outcome = {}};
    way.split(equals, places, 0);
    return std::move(way.outcome);
}

std::string tie_draw_name(const Contest& contest, const OpenTie& tie) {
    assert(!tie.candidates.empty());
    auto equals = tie.candidates;
    std::sort(equals.begin(), equals.end());
    const std::string base = "tie/" + tie.post.str() + "/" + equals.front().str();
    std::string name = base;
    for (Whole number = 2;; ++number) {
        const auto draw = contest.draws.find(name);
        if (draw == contest.draws.end() || !draw->second.order || draw->second.pool == equals)
            return name;
        name = base + "/" + std::to_string(number);
    }
}

} // namespace thi::core
