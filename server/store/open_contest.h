// A contest as the writer holds it: the core's state, the right edge of its tree, and the key that
// signs it.

#pragma once
#include "core/contest.h"
#include "journal/note.h"
#include "store/committed.h"
#include "store/keys.h"
#include "store/reader.h"

#include <memory>
#include <optional>

namespace thi::store {

struct OpenContest {
    core::Contest state;
    journal::Frontier frontier; // Of what is committed.
    std::optional<journal::NoteSigner> signer;
    std::string checkpoint; // The last one.

    // Of the batch that is running.
    std::vector<crypto::Digest> leaves;

    std::uint64_t next_index() const { return frontier.size() + leaves.size(); }
    // Of the tree with the running batch's leaves.
    crypto::Digest running_root() const;
};

// The signer of a log whose vkey was published; StoreError where the key file is another's.
journal::NoteSigner open_signer(const Keys& keys, core::ContestId contest, std::string_view vkey);

// Replays a log: every leaf against its place, the nodes and the head, every opening through
// core::apply. Throws StoreError where they do not fit each other.
std::unique_ptr<OpenContest> replay(const Reader& reader, const Keys& keys, const LogHead& head);

// What replay does with one decoded entry, for those who only want the events.
void lay_in_paper(core::Contest& contest, core::PaperId paper, const Reader& reader);

} // namespace thi::store
