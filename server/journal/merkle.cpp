#include "journal/merkle.h"

#include <bit>
#include <cassert>

namespace thi::journal {
namespace {

unsigned int highest_bit(std::uint64_t number) {
    return static_cast<unsigned int>(std::bit_width(number)) - 1;
}

// The consistency proof of a subtree [begin, end) of the tree (RFC 6962, SUBPROOF).
class Subproof {
  public:
    Subproof(std::uint64_t old_size, const Nodes& nodes, const Edge& edge)
        : old_size_(old_size), nodes_(nodes), edge_(edge) {}

    // `whole`: the old tree is a subtree from the start, so that its root is known already.
    Proof of(std::uint64_t begin, std::uint64_t end, bool whole) const {
        if (old_size_ == end) return whole ? Proof{} : Proof{range(begin, end)};
        const auto middle = begin + (std::uint64_t{1} << highest_bit(end - begin - 1));
        const bool left = old_size_ <= middle;
        auto proof = left ? of(begin, middle, whole) : of(middle, end, false);
        proof.push_back(left ? range(middle, end) : range(begin, middle));
        return proof;
    }

  private:
    Hash range(std::uint64_t begin, std::uint64_t end) const {
        if (!std::has_single_bit(end - begin)) return edge_.from(begin);
        const auto level = highest_bit(end - begin);
        return nodes_(level, begin >> level);
    }

    std::uint64_t old_size_;
    const Nodes& nodes_;
    const Edge& edge_;
};

} // namespace

Hash leaf_hash(std::string_view leaf) {
    return crypto::sha256({std::string_view{"\x00", 1}, leaf});
}

Hash node_hash(const Hash& left, const Hash& right) {
    return crypto::sha256({"\x01", view(left), view(right)});
}

Hash empty_root() {
    return crypto::sha256("");
}

Frontier::Frontier(std::uint64_t size, const Nodes& nodes) : size_(size) {
    for (unsigned int level = 64; level-- > 0;)
        if ((size >> level & 1U) != 0) peaks_.push_back(nodes(level, (size >> level) - 1));
}

Hash Frontier::root() const {
    if (peaks_.empty()) return empty_root();
    Hash root = peaks_.back();
    for (auto i = peaks_.size() - 1; i-- > 0;)
        root = node_hash(peaks_[i], root);
    return root;
}

void Frontier::append(const Hash& leaf) {
    Hash hash = leaf;
    for (auto bits = size_; (bits & 1U) != 0; bits >>= 1) {
        hash = node_hash(peaks_.back(), hash);
        peaks_.pop_back();
    }
    peaks_.push_back(hash);
    ++size_;
}

Edge::Edge(const Frontier& frontier) {
    const auto& peaks = frontier.peaks();
    folds_.resize(peaks.size());
    auto begin = frontier.size();
    for (auto i = peaks.size(); i-- > 0;) {
        begin &= begin - 1; // Without its lowest bit: where the last peak begins.
        folds_[i] = {begin,
                     i + 1 < peaks.size() ? node_hash(peaks[i], folds_[i + 1].root) : peaks[i]};
    }
}

const Hash& Edge::from(std::uint64_t begin) const {
    for (const auto& fold : folds_)
        if (fold.begin == begin) return fold.root;
    assert(false && "not where a peak begins");
    return folds_.front().root;
}

Proof inclusion_proof(std::uint64_t index, std::uint64_t size, const Nodes& nodes,
                      const Edge& edge) {
    assert(index < size);
    Proof proof;
    proof.reserve(highest_bit(size) + 1);
    for (unsigned int level = 0; level < 64 && (size - 1) >> level > 0; ++level) {
        const auto sibling = (index >> level) ^ 1U;
        if (sibling < size >> level)
            proof.push_back(nodes(level, sibling));
        else if (sibling << level < size) // Incomplete: the right edge.
            proof.push_back(edge.from(sibling << level));
    }
    return proof;
}

Proof inclusion_proof(std::uint64_t index, std::uint64_t size, const Nodes& nodes) {
    return inclusion_proof(index, size, nodes, Edge{Frontier{size, nodes}});
}

Proof consistency_proof(std::uint64_t old_size, std::uint64_t size, const Nodes& nodes,
                        const Edge& edge) {
    assert(old_size > 0 && old_size <= size);
    return Subproof{old_size, nodes, edge}.of(0, size, true);
}

Proof consistency_proof(std::uint64_t old_size, std::uint64_t size, const Nodes& nodes) {
    return consistency_proof(old_size, size, nodes, Edge{Frontier{size, nodes}});
}

bool verify_inclusion(std::uint64_t index, std::uint64_t size, const Hash& leaf,
                      std::span<const Hash> proof, const Hash& root) {
    if (index >= size) return false;
    auto node = index;
    auto last = size - 1;
    Hash hash = leaf;
    for (const auto& sibling : proof) {
        if (last == 0) return false;
        if ((node & 1U) != 0 || node == last) {
            hash = node_hash(sibling, hash);
            // Up to the first ancestor that is a right child: on the edge there are no others.
            while ((node & 1U) == 0 && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            hash = node_hash(hash, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && hash == root;
}

bool verify_consistency(std::uint64_t old_size, std::uint64_t size, std::span<const Hash> proof,
                        const Hash& old_root, const Hash& root) {
    if (old_size > size) return false;
    if (old_size == size) return proof.empty() && old_root == root;
    if (old_size == 0) return proof.empty() && old_root == empty_root();
    if (proof.empty()) return false;

    // An old tree that is one complete subtree begins the path itself.
    const bool complete = std::has_single_bit(old_size);
    Hash old_hash = complete ? old_root : proof.front();
    Hash hash = old_hash;
    auto node = old_size - 1;
    auto last = size - 1;
    while ((node & 1U) != 0) {
        node >>= 1;
        last >>= 1;
    }
    for (const auto& sibling : proof.subspan(complete ? 0 : 1)) {
        if (last == 0) return false;
        if ((node & 1U) != 0 || node == last) {
            old_hash = node_hash(sibling, old_hash);
            hash = node_hash(sibling, hash);
            while ((node & 1U) == 0 && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            hash = node_hash(hash, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && old_hash == old_root && hash == root;
}

} // namespace thi::journal
