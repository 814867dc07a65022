#include "core/sitting/lookup.h"

#include <algorithm>
#include <cassert>

namespace thi::core {

const Round* find_round(const Plan& plan, RoundId round) {
    if (!plan.rounds.is_set()) return nullptr;
    const auto& rounds = *plan.rounds;
    const auto found = std::find_if(rounds.begin(), rounds.end(),
                                    [&](const Round& one) { return one.round == round; });
    return found == rounds.end() ? nullptr : &*found;
}

const Round& round_of(const Contest& contest, const Sitting& sitting) {
    const Round* round = find_round(contest.plan, sitting.round);
    assert(round != nullptr);
    return *round;
}

const Sitting* find_sitting(const Contest& contest, SittingId sitting) {
    const auto found = contest.sittings.find(sitting);
    return found == contest.sittings.end() ? nullptr : &found->second;
}

const Sitting* find_sitting(const Contest& contest, SittingId sitting, CandidateId candidate) {
    const Sitting* found = find_sitting(contest, sitting);
    return found != nullptr && found->candidate == candidate ? found : nullptr;
}

const Item* find_item(const Paper& paper, ItemId item) {
    const auto found = std::find_if(paper.items.begin(), paper.items.end(),
                                    [&](const Item& one) { return one.item == item; });
    return found == paper.items.end() ? nullptr : &*found;
}

const ItemKey* find_key(const AnswerKey& key, ItemId item) {
    const auto found = std::find_if(key.items.begin(), key.items.end(),
                                    [&](const ItemKey& one) { return one.item == item; });
    return found == key.items.end() ? nullptr : &*found;
}

bool may_be_held(const Contest& contest, const Round& round) {
    if (contest.closed || round.held_again_as) return false;
    if (!round.practice) return contest.stage == Stage::sitting;
    return contest.stage != Stage::draft && contest.stage != Stage::archived &&
           contest.stage != Stage::cancelled;
}

void forget_scores(Contest& contest, RoundId round) {
    const Round* found = find_round(contest.plan, round);
    if (found == nullptr || !stands(*found)) return;
    contest.trace_hash.reset();
    contest.score_index.reset();
}

bool before_scored(Stage stage) {
    return stage < Stage::scored;
}

} // namespace thi::core
