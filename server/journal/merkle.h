// The Merkle tree of RFC 6962 as pure arithmetic: nodes are read through one small function.
//
// A node (level, index) is the hash over the leaves [index << level, (index + 1) << level): only
// complete subtrees have one, it never changes, and they are all that need be stored.

#pragma once
#include "crypto/hash.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace thi::journal {

using Hash = crypto::Digest;
using Proof = std::vector<Hash>;

// Reads a complete node. Throws what the reader throws: a missing node is breakage.
using Nodes = std::function<Hash(unsigned int level, std::uint64_t index)>;

Hash leaf_hash(std::string_view leaf);               // SHA-256(0x00, leaf)
Hash node_hash(const Hash& left, const Hash& right); // SHA-256(0x01, left, right)
Hash empty_root();                                   // SHA-256("")

// The right edge of a tree: the largest complete subtrees, from left to right. With it a tree
// grows in O(log n) memory.
class Frontier {
  public:
    Frontier() = default;                             // Of the empty tree.
    Frontier(std::uint64_t size, const Nodes& nodes); // Reads O(log n) nodes.

    std::uint64_t size() const { return size_; }
    Hash root() const;
    const std::vector<Hash>& peaks() const { return peaks_; }
    void append(const Hash& leaf);

  private:
    std::uint64_t size_ = 0;
    std::vector<Hash> peaks_; // One for each set bit of the size, the highest first.
};

// The roots over the leaves from each peak on to the end: what a proof needs of the edge.
class Edge {
  public:
    explicit Edge(const Frontier& frontier);
    // Requires: `begin` is where a peak begins.
    const Hash& from(std::uint64_t begin) const;

  private:
    struct Fold {
        std::uint64_t begin;
        Hash root;
    };
    std::vector<Fold> folds_;
};

// RFC 6962, 2.1.1. Requires index < size.
Proof inclusion_proof(std::uint64_t index, std::uint64_t size, const Nodes& nodes,
                      const Edge& edge);
Proof inclusion_proof(std::uint64_t index, std::uint64_t size, const Nodes& nodes);

// RFC 6962, 2.1.2. Requires 0 < old_size <= size; empty where they are equal.
Proof consistency_proof(std::uint64_t old_size, std::uint64_t size, const Nodes& nodes,
                        const Edge& edge);
Proof consistency_proof(std::uint64_t old_size, std::uint64_t size, const Nodes& nodes);

// RFC 9162, 2.1.3.2. False for anything that is not a proof, whatever the numbers.
bool verify_inclusion(std::uint64_t index, std::uint64_t size, const Hash& leaf,
                      std::span<const Hash> proof, const Hash& root);

// RFC 9162, 2.1.4.2. From the empty tree only the empty proof and the empty root hold.
bool verify_consistency(std::uint64_t old_size, std::uint64_t size, std::span<const Hash> proof,
                        const Hash& old_root, const Hash& root);

} // namespace thi::journal
