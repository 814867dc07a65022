#include "journal/batch.h"

#include <algorithm>
#include <cassert>

namespace thi::journal {
namespace {

std::vector<Hash> peaks_by_level(const Frontier& frontier) {
    std::vector<Hash> out(64);
    std::size_t next = 0;
    for (unsigned int level = 64; level-- > 0;)
        if ((frontier.size() >> level & 1U) != 0) out[level] = frontier.peaks()[next++];
    return out;
}

Frontier appended(Frontier frontier, const std::vector<Hash>& leaves) {
    for (const auto& leaf : leaves)
        frontier.append(leaf);
    return frontier;
}

} // namespace

Batch::Batch(const Frontier& before, std::vector<Hash> leaves)
    : old_size_(before.size()),
      old_peaks_(peaks_by_level(before)),
      after_(appended(before, leaves)),
      edge_(after_) {
    const auto size = after_.size();
    levels_.push_back(std::move(leaves));
    for (unsigned int level = 1; level < 64 && size >> level > old_size_ >> level; ++level) {
        const auto first = old_size_ >> level;
        const auto end = size >> level;
        std::vector<Hash> row;
        row.reserve(end - first);
        for (auto index = first; index < end; ++index)
            row.push_back(node_hash(node(level - 1, 2 * index), node(level - 1, 2 * index + 1)));
        levels_.push_back(std::move(row));
    }
}

Hash Batch::node(unsigned int level, std::uint64_t index) const {
    const auto first = old_size_ >> level;
    if (index >= first) return levels_.at(level).at(index - first);
    // To the left of the batch a proof needs peaks only.
    assert(index + 1 == first && (first & 1U) != 0);
    return old_peaks_[level];
}

std::vector<Node> Batch::nodes(unsigned int level_min) const {
    std::vector<Node> out;
    for (auto level = std::max(1U, level_min); level < levels_.size(); ++level)
        for (std::size_t i = 0; i < levels_[level].size(); ++i)
            out.push_back({level, (old_size_ >> level) + i, levels_[level][i]});
    return out;
}

Proof Batch::inclusion(std::size_t i) const {
    assert(i < levels_[0].size());
    const auto read = [this](unsigned int level, std::uint64_t index) {
        return node(level, index);
    };
    return inclusion_proof(old_size_ + i, after_.size(), read, edge_);
}

Proof Batch::consistency() const {
    const auto read = [this](unsigned int level, std::uint64_t index) {
        return node(level, index);
    };
    return consistency_proof(old_size_, after_.size(), read, edge_);
}

} // namespace thi::journal
