// Blind codes: which script is whose, as everybody computes it who knows the blinding draw
// (docs/formats/marking.md). The map is never an event; nothing here is for markers' eyes.

#pragma once
#include "core/contest.h"
#include "core/fault.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace thi::core {

// "blinding/rnd_...": the draw's name in the contest. Reveals of such a draw are for the server
// alone.
inline constexpr std::string_view blinding_draws = "blinding/";
std::string blinding_draw_name(RoundId round);

struct BlindCode {
    CandidateId candidate;
    std::string code;
};

// `pool` in drawn order, each with the first `length` characters of his key in lower-case Crockford
// base32. Where an earlier one has them, the window moves on by one character until it is free.
std::vector<BlindCode> blind_codes(const crypto::Digest& seed, std::string_view draw,
                                   const std::vector<CandidateId>& pool, std::size_t length);

// Of everybody in the round's blinding draw or who sat the round; empty without a draw that two
// people have revealed. A candidate's code does not depend on who else came.
std::vector<BlindCode> blind_codes(const Contest& contest, RoundId round);

// Has this round's script.blind begun? From then on no answer and no time of the round changes.
bool is_blinded(const Contest& contest, RoundId round);

// Refuses (`wrong_state`) what would change a script whose round is blinded.
Result<void> not_blinded_yet(const Contest& contest, RoundId round);

// His last sitting of the round, where he sat down and was neither suspended nor withdrew: else
// null, and he has no script.
const Sitting* script_sitting(const Contest& contest, RoundId round, CandidateId candidate);

// What a script says: every item of the paper in its order, with the answer that counts or nothing.
// Requires: the paper's content is laid in.
std::vector<std::pair<ItemId, Value>> script_answers(const Contest& contest,
                                                     const Sitting& sitting);

// Nothing where the round is not blinded or nobody has it.
std::optional<CandidateId> candidate_of(const Contest& contest, RoundId round,
                                        std::string_view code);
std::optional<std::string> code_of(const Contest& contest, RoundId round, CandidateId candidate);

} // namespace thi::core
