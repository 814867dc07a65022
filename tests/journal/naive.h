// The tree of RFC 6962 as its recursive definition says it, to hold the fast one against.

#pragma once
#include "journal/merkle.h"

#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace naive {

using thi::journal::Hash;
using thi::journal::Proof;

inline std::vector<Hash> leaves(std::uint64_t count) {
    std::vector<Hash> out;
    for (std::uint64_t i = 0; i < count; ++i)
        out.push_back(thi::journal::leaf_hash("leaf " + std::to_string(i)));
    return out;
}

inline std::size_t split(std::size_t size) {
    return std::bit_floor(size - 1);
}

inline Hash root(std::span<const Hash> leaves) {
    if (leaves.empty()) return thi::journal::empty_root();
    if (leaves.size() == 1) return leaves[0];
    const auto k = split(leaves.size());
    return thi::journal::node_hash(root(leaves.first(k)), root(leaves.subspan(k)));
}

inline Proof path(std::size_t index, std::span<const Hash> leaves) {
    if (leaves.size() <= 1) return {};
    const auto k = split(leaves.size());
    const bool left = index < k;
    auto proof = left ? path(index, leaves.first(k)) : path(index - k, leaves.subspan(k));
    proof.push_back(root(left ? leaves.subspan(k) : leaves.first(k)));
    return proof;
}

inline Proof subproof(std::size_t old_size, std::span<const Hash> leaves, bool whole) {
    if (old_size == leaves.size()) return whole ? Proof{} : Proof{root(leaves)};
    const auto k = split(leaves.size());
    const bool left = old_size <= k;
    auto proof = left ? subproof(old_size, leaves.first(k), whole)
                      : subproof(old_size - k, leaves.subspan(k), false);
    proof.push_back(root(left ? leaves.subspan(k) : leaves.first(k)));
    return proof;
}

// All complete nodes of a tree, level by level.
class Stored {
  public:
    explicit Stored(std::vector<Hash> leaves) : levels_{std::move(leaves)} {
        while (levels_.back().size() >= 2) {
            std::vector<Hash> row;
            const auto& below = levels_.back();
            for (std::size_t i = 0; i + 1 < below.size(); i += 2)
                row.push_back(thi::journal::node_hash(below[i], below[i + 1]));
            levels_.push_back(std::move(row));
        }
    }
    thi::journal::Nodes reader() const {
        return [this](unsigned int level, std::uint64_t index) {
            return levels_.at(level).at(index);
        };
    }

  private:
    std::vector<std::vector<Hash>> levels_;
};

} // namespace naive
