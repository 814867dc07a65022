#include "store/signed_heads.h"

#include "text/base64.h"

#include <charconv>

namespace thi::store {

namespace {

constexpr std::size_t file_bytes_max = 128;

} // namespace

std::optional<SignedHead> SignedHeads::read(core::ContestId contest) const {
    const auto file = folder_ / contest.str();
    if (!std::filesystem::exists(file)) return std::nullopt;
    const auto text = read_whole(file, file_bytes_max);
    const auto damaged = [&] {
        return StoreError(file.string() + " is damaged");
    };
    SignedHead head;
    const auto size = std::from_chars(text.data(), text.data() + text.size(), head.size);
    const auto rest =
        std::string_view{text}.substr(static_cast<std::size_t>(size.ptr - text.data()));
    if (size.ec != std::errc{} || !rest.starts_with('\n') || !rest.ends_with('\n')) throw damaged();
    const auto root = text::decode_base64(rest.substr(1, rest.size() - 2));
    if (!root || root->size() != head.root.bytes.size()) throw damaged();
    std::copy(root->begin(), root->end(), head.root.bytes.begin());
    return head;
}

void SignedHeads::write(core::ContestId contest, const SignedHead& head) const {
    auto text = std::to_string(head.size) + "\n";
    text::append_base64(text, crypto::view(head.root));
    text += '\n';
    write_durably(folder_ / contest.str(), text);
}

std::vector<core::ContestId> SignedHeads::contests() const {
    std::vector<core::ContestId> contests;
    for (const auto& file : std::filesystem::directory_iterator{folder_})
        if (const auto contest = core::ContestId::parse(file.path().filename().string()))
            contests.push_back(*contest);
    return contests;
}

void SignedHeads::check(const Reader& reader) const {
    for (const auto contest : contests()) {
        const auto last = *read(contest);
        if (last.size == 0) continue;
        const auto head = reader.head(contest);
        if (!head || head->size < last.size)
            throw StoreError("the log of " + contest.str() + " has " +
                             std::to_string(head ? head->size : 0) + " leaves, but " +
                             std::to_string(last.size) + " were signed: refused");
        // From the leaves: a backup that is put back may keep its nodes as an older program did.
        journal::Frontier then;
        reader.each_leaf(contest, 0, [&](std::uint64_t, std::string_view leaf) {
            if (then.size() < last.size) then.append(journal::leaf_hash(leaf));
        });
        if (then.root() != last.root)
            throw StoreError("the log of " + contest.str() + " is not the one that was signed at " +
                             std::to_string(last.size) + " leaves: refused");
    }
}

journal::Nodes stored_nodes(const Reader& reader, core::ContestId contest) {
    return [&reader, contest](unsigned int level, std::uint64_t index) {
        const auto hash = reader.node(contest, level, index);
        if (!hash)
            throw StoreError("the log of " + contest.str() + " lacks node " +
                             std::to_string(level) + "/" + std::to_string(index));
        return *hash;
    };
}

} // namespace thi::store
