#include "store/open_contest.h"

#include "journal/checkpoint.h"
#include "journal/payload.h"
#include "store/signed_heads.h"

namespace thi::store {

namespace {

constexpr std::size_t chunk_leaves = 1024;

// Follows a log leaf by leaf.
class Replay {
  public:
    Replay(const Reader& reader, const LogHead& head, OpenContest& into)
        : reader_(reader), head_(head), into_(into) {}

    void take(const LogEntry& entry) {
        if (entry.index != into_.next_index())
            throw damage("a leaf is missing before", entry.index);
        into_.leaves.push_back(journal::leaf_hash(entry.leaf));
        apply(entry);
        if (into_.leaves.size() == chunk_leaves) check_nodes();
    }

    void finish() {
        check_nodes();
        if (into_.frontier.size() != head_.size || into_.frontier.root() != head_.root)
            throw damage("the leaves do not make the head of", into_.frontier.size());
    }

  private:
    StoreError damage(const char* what, std::uint64_t index) const {
        return StoreError("log of " + head_.contest.str() + ": " + what + " " +
                          std::to_string(index));
    }

    void apply(const LogEntry& entry) {
        if (!entry.payload) throw damage("the opening was erased at", entry.index);
        const auto event = journal::decode(entry.type, *entry.payload);
        if (!event) throw damage("the opening does not read at", entry.index);
        core::Record record;
        record.index = entry.index;
        record.at = entry.at;
        record.payload_hash = crypto::sha256(*entry.payload);
        if (std::holds_alternative<core::DrawFrozen>(*event)) record.root = into_.running_root();
        core::apply(into_.state, *event, record);
        if (const auto* sealed = std::get_if<core::PaperSealed>(&*event))
            lay_in_paper(into_.state, sealed->paper, reader_);
    }

    void check_nodes() {
        if (into_.leaves.empty()) return;
        const journal::Batch batch{into_.frontier, std::move(into_.leaves)};
        into_.leaves.clear();
        for (const auto& node : batch.nodes()) {
            const auto stored = reader_.node(head_.contest, node.level, node.index);
            if (!stored || *stored != node.hash)
                throw damage("a node differs from its leaves before", batch.after().size());
        }
        into_.frontier = batch.after();
    }

    const Reader& reader_;
    const LogHead& head_;
    OpenContest& into_;
};

} // namespace

crypto::Digest OpenContest::running_root() const {
    auto edge = frontier;
    for (const auto& leaf : leaves)
        edge.append(leaf);
    return edge.root();
}

journal::NoteSigner open_signer(const Keys& keys, core::ContestId contest, std::string_view vkey) {
    const auto published = journal::parse_vkey(vkey);
    if (!published) throw StoreError("the log key of " + contest.str() + " is not a vkey");
    auto key = keys.log_key(contest);
    if (!key) throw StoreError("the log key of " + contest.str() + " is missing from keys/");
    journal::NoteSigner signer{published->name, std::move(*key)};
    if (signer.verifier() != *published)
        throw StoreError("the log key of " + contest.str() + " is not the published one");
    return signer;
}

void lay_in_paper(core::Contest& contest, core::PaperId paper, const Reader& reader) {
    const auto sealed = contest.papers.find(paper);
    auto content = reader.paper_content(paper);
    if (sealed == contest.papers.end() || !content) return;
    sealed->second.content = std::move(content->content);
    sealed->second.key = std::move(content->key);
}

std::unique_ptr<OpenContest> replay(const Reader& reader, const Keys& keys, const LogHead& head) {
    auto open = std::make_unique<OpenContest>();
    open->state.contest = head.contest;
    Replay replaying{reader, head, *open};
    std::string vkey;
    reader.each_entry(head.contest, 0, [&](LogEntry&& entry) {
        replaying.take(entry);
        if (entry.index > 0) return;
        const auto genesis = journal::decode(entry.type, entry.payload.value_or(""));
        if (const auto* opened = genesis ? std::get_if<core::ContestOpened>(&*genesis) : nullptr)
            vkey = opened->log_vkey;
    });
    replaying.finish();
    open->signer.emplace(open_signer(keys, head.contest, vkey));
    const auto checkpoint = journal::open_checkpoint(head.checkpoint, open->signer->verifier());
    if (!checkpoint || checkpoint->size != head.size || checkpoint->root != head.root)
        throw StoreError("log of " + head.contest.str() + ": its checkpoint does not hold");
    open->checkpoint = head.checkpoint;
    return open;
}

} // namespace thi::store
