// Source: what an audit reads a log from: a database, a bundle, a test. Nothing in it is trusted.
//
// A source reads and does not judge; what it cannot read as it should be it tells of as `damage`.

#pragma once
#include "core/contest.h"
#include "journal/leaf.h"
#include "journal/verify/report.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace thi::journal {

struct SourceEntry {
    std::uint64_t index = 0;
    std::string leaf;                // Exact bytes.
    std::optional<std::string> salt; // Absent, with the payload: sealed or erased.
    std::optional<std::string> payload;
    // What is stated beside the leaf, where the source keeps it: it must repeat the leaf.
    std::optional<std::string> type;
    std::optional<std::int64_t> at_ms;
};

// A text with the name by which positions call it.
struct NamedText {
    std::string name;
    std::string text;
};

struct StoredHead {
    std::uint64_t size = 0;
    Hash root;
    std::string checkpoint; // The newest signed note.
};

struct StoredNode {
    unsigned int level = 0;
    std::uint64_t index = 0;
    Hash hash;
};

struct PaperFiles {
    std::string paper;                     // Canonical JSON.
    std::string key_document;              // Canonical JSON.
    std::optional<std::string> ciphertext; // As candidates fetched it.
};

// The tables that were made out of the log, rebuilt beside it.
class Projections {
  public:
    virtual ~Projections() = default;
    // Every event in order. `scored`: the contest can be tallied.
    virtual void take(const core::Contest& after, const core::Event& event,
                      const core::Record& record, bool scored) = 0;
    // Compares the rebuilt rows with the live ones, both ways.
    virtual void compare(Check& into) = 0;
};

class LogSource {
  public:
    LogSource() = default;
    LogSource(const LogSource&) = delete;
    LogSource& operator=(const LogSource&) = delete;
    virtual ~LogSource() = default;

    // In the order in which they are stored.
    virtual void each_entry(const std::function<void(SourceEntry&&)>& visit) = 0;
    virtual std::optional<StoredHead> head() = 0;
    // Every checkpoint kept, by size.
    virtual std::vector<NamedText> checkpoints() = 0;
    // Keys that are said to be the log's.
    virtual std::vector<NamedText> vkeys() = 0;
    virtual std::optional<PaperFiles> paper(core::PaperId paper) = 0;
    // A published file by the SHA-256 that the log holds.
    virtual std::optional<std::string> published(const crypto::Digest& sha256) = 0;
    // Scores as they are kept: canonical CandidateScore, in the tally's order. Absent: none kept.
    virtual std::optional<std::vector<NamedText>> scores() = 0;

    // Which nodes are kept: those from stored_level_min up, or those in tiles, the leaves' hashes
    // with them.
    enum class Nodes { none, stored, tiles };
    virtual Nodes nodes() const { return Nodes::none; }
    virtual void each_node(const std::function<void(const StoredNode&)>&) {}
    // Null where there are no tables to compare with.
    virtual std::unique_ptr<Projections> projections() { return nullptr; }

    // How many files were compared with a manifest; nothing where there is none.
    virtual std::optional<std::uint64_t> manifest_files() { return std::nullopt; }
    // What could not be read as it should be, with the check that it belongs to. Asked at the end.
    struct Damage {
        std::string check;
        Position position;
    };
    virtual std::vector<Damage> damage() { return {}; }
};

} // namespace thi::journal
