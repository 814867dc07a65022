// Entries: what can be said of one entry without any other: its leaf, its opening, its payload.
// Pure, so that many are examined at once.

#pragma once
#include "core/event.h"
#include "journal/verify/source.h"

#include <optional>
#include <vector>

namespace thi::journal {

struct ExaminedEntry {
    SourceEntry from;
    Hash hash; // Of the bytes, whether they are a leaf or not.
    std::optional<text::Mistake> bad_leaf;
    Leaf leaf; // Where it is one.
    bool opened = false;
    bool commitment_holds = false;
    std::optional<text::Mistake> bad_payload;
    std::optional<core::Event>
        event; // Where the payload reads, whether its commitment holds or not.
    crypto::Digest payload_hash;
};

ExaminedEntry examine(SourceEntry&& entry);

// All of them, by several threads.
std::vector<ExaminedEntry> examine(std::vector<SourceEntry>&& entries, unsigned int threads);

// Writes into the report what `examine` found of entry `i`, in the source's order: 01.02, 04.01,
// 04.02.
void report_entry(const ExaminedEntry& entry, std::uint64_t i, Report& report);

std::string leaf_place(std::uint64_t index);                        // "leaf 17"
std::string leaf_place(std::uint64_t index, std::string_view type); // "leaf 17 (answer.save)"

// Runs `work(i)` for every i below `count`, by several threads.
void in_parallel(std::size_t count, unsigned int threads,
                 const std::function<void(std::size_t)>& work);

} // namespace thi::journal
