// Draws that anybody can repeat: of seats, of orders, of ties (docs/formats/draws.md).
//
// Draws nothing at random itself. The seed comes out of the log and out of what several people
// committed to before they could know it.

#pragma once
#include "core/contest.h"
#include "core/fault.h"
#include "crypto/hash.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace thi::core {

// SHA-256("exam-seed/v1\n", root of the tree that ends with draw.freeze, source, reveals in the
// order of the commitments). `source` is a public source published after the reveals; "" for none.
crypto::Digest draw_seed(const crypto::Digest& root, std::string_view source,
                         std::span<const crypto::Digest> reveals);

// HMAC-SHA256(seed, "exam-draw/v1\n", draw, "\n", x): the key by which `x` is sorted. Whoever is
// taken out of the pool moves nobody else's key.
crypto::Digest draw_key(const crypto::Digest& seed, std::string_view draw, std::string_view x);

// The pool sorted by its keys, ascending. Entries are all different.
std::vector<std::string> drawn_order(const crypto::Digest& seed, std::string_view draw,
                                     std::span<const std::string> pool);
std::vector<CandidateId> drawn_order(const crypto::Digest& seed, std::string_view draw,
                                     std::span<const CandidateId> pool);

// The seed of a draw as its reveals make it; a commitment without a reveal is left out.
crypto::Digest seed_of(const Draw& draw);

// Two people commit before anybody reveals.
inline constexpr std::size_t commitments_min = 2;

// May `by` open a commitment with `nonce`: own, not open yet, and what was committed to?
Result<void> may_reveal(const Draw& draw, PersonId by, const crypto::Digest& nonce);

} // namespace thi::core
