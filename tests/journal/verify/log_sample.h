// A whole small contest as a log, made by the rules themselves, and a source that a test can tamper
// with before it is audited.

#pragma once
#include "core/command.h"
#include "core/contest.h"
#include "core/decide.h"
#include "journal/checkpoint.h"
#include "journal/payload.h"
#include "journal/verify.h"

#include <map>
#include <set>

namespace sample {

using namespace thi;

template <class Id> Id id(unsigned int number) {
    std::array<std::uint8_t, 10> bytes{};
    bytes[8] = static_cast<std::uint8_t>(number >> 8);
    bytes[9] = static_cast<std::uint8_t>(number);
    return Id::from_bytes(bytes);
}

inline const auto contest_id = id<core::ContestId>(1);
inline const auto round_id = id<core::RoundId>(1);
inline const auto paper_id = id<core::PaperId>(1);
inline const auto post_id = id<core::PostId>(1);
inline const auto chair = id<core::PersonId>(1);
inline const auto secretary = id<core::PersonId>(2);
inline const auto setter = id<core::PersonId>(3);
inline const auto head = id<core::PersonId>(4);
inline const auto invigilator = id<core::PersonId>(5);

// The log's key; another seed is another key under the same name.
journal::NoteSigner log_signer(std::string_view seed = "log key");

// Where everything of a log is in memory and can be changed.
class MemorySource : public journal::LogSource {
  public:
    std::vector<journal::SourceEntry> entries;
    std::vector<journal::NamedText> notes;
    std::optional<journal::StoredHead> newest;
    std::vector<journal::NamedText> keys;
    std::map<core::PaperId, journal::PaperFiles> papers;
    std::map<crypto::Digest, std::string> files;
    std::vector<journal::NamedText> stored_scores;

    void each_entry(const std::function<void(journal::SourceEntry&&)>& visit) override {
        for (auto entry : entries)
            visit(std::move(entry));
    }
    std::optional<journal::StoredHead> head() override { return newest; }
    std::vector<journal::NamedText> checkpoints() override { return notes; }
    std::vector<journal::NamedText> vkeys() override { return keys; }
    std::optional<journal::PaperFiles> paper(core::PaperId paper) override {
        const auto found = papers.find(paper);
        if (found == papers.end()) return std::nullopt;
        return found->second;
    }
    std::optional<std::string> published(const crypto::Digest& sha256) override {
        const auto found = files.find(sha256);
        if (found == files.end()) return std::nullopt;
        return found->second;
    }
    std::optional<std::vector<journal::NamedText>> scores() override {
        if (stored_scores.empty()) return std::nullopt;
        return stored_scores;
    }

    // The index of the nth leaf of this type, from 0.
    std::size_t find(std::string_view type, std::size_t nth = 0) const;
    // Gives an entry another payload with the same salt; the leaf stays.
    void rewrite(std::size_t index, std::string payload) {
        entries.at(index).payload = std::move(payload);
    }
    // Makes leaf and opening agree again after a change, as whoever holds the database can.
    void forge_leaf(std::size_t index, const core::Event& event);
    // Signs one new checkpoint over what is there, and drops all others.
    void sign(const journal::NoteSigner& signer);
};

// A contest from genesis to release: `rights[i]` is how many of the four items candidate i + 1
// answers rightly. Every item is answered, each save is a batch, the last candidate hands in.
class LogSample {
  public:
    explicit LogSample(std::vector<unsigned int> rights);

    // Step by step; the constructor has taken none.
    void publish();
    void intake();
    void prepare();
    void enter(); // Everybody sits at his machine at the bell.
    void sit();
    void score();
    void release();
    void all();

    core::Events play(const core::Command& command);
    void happens(const core::Event& event);
    void sign(); // Ends a batch.

    core::SittingId sitting_of(unsigned int candidate) const;
    core::SaveAnswer save(unsigned int candidate, unsigned int item, const char* option) const;
    core::SubmitSitting submit(unsigned int candidate) const;
    core::Approvals both(core::PersonId first = chair, core::PersonId second = setter) const;
    // The receipt of a leaf, in the tree as it stands.
    std::string receipt(std::size_t index) const;

    core::Contest contest;
    core::Instant now;
    MemorySource source;

  private:
    void advance(core::Stage to);

    std::vector<unsigned int> rights_;
    journal::NoteSigner signer_;
    journal::Frontier frontier_;
    std::vector<journal::Hash> leaves_;
};

} // namespace sample
