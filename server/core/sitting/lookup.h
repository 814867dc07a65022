// Finding things in a contest: rounds, papers, items, sittings. No rules here.

#pragma once
#include "core/contest.h"

namespace thi::core {

// Null where the plan has no such round.
const Round* find_round(const Plan& plan, RoundId round);

// Requires: the sitting's round is in the plan, as for every sitting that decide() made.
const Round& round_of(const Contest& contest, const Sitting& sitting);

// Null where there is none, or it is not this candidate's: the same answer to the asker.
const Sitting* find_sitting(const Contest& contest, SittingId sitting, CandidateId candidate);
const Sitting* find_sitting(const Contest& contest, SittingId sitting);

const Item* find_item(const Paper& paper, ItemId item);
const ItemKey* find_key(const AnswerKey& key, ItemId item);

// Rounds that count are held at the stage `sitting`; practice at any stage of a living contest.
bool may_be_held(const Contest& contest, const Round& round);

// Scores that were computed no longer stand: something that they rest on has changed. Practice
// rests under nothing.
void forget_scores(Contest& contest, RoundId round);

// May answers, times and decisions still change a result? Not once scores stand.
bool before_scored(Stage stage);

} // namespace thi::core
