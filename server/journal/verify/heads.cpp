#include "journal/verify/heads.h"

#include "journal/batch.h"
#include "journal/receipt.h"
#include "journal/tiles.h"
#include "journal/verify/entries.h"

#include <algorithm>

namespace thi::journal {
namespace {

// The size that a note speaks of, whoever signed it: how much there is to read.
std::optional<std::uint64_t> stated_size(std::string_view note) {
    const auto end = note.find("\n\n");
    if (end == std::string_view::npos) return std::nullopt;
    const auto checkpoint = parse_checkpoint(note.substr(0, end + 1));
    if (!checkpoint) return std::nullopt;
    return checkpoint->size;
}

} // namespace

Heads::Heads(LogSource& source, const Pinned& pinned, unsigned int threads, Report& report)
    : source_(source), pinned_(pinned), report_(report) {
    read_head();
    check_keys();
    read_notes(threads);
    next_claim_ = claims_.begin();
}

void Heads::read_head() {
    head_ = source_.head();
    if (!head_) {
        report_["01.02"].fail("checkpoint", "Không có mốc niêm phong mới nhất.",
                              "There is no newest checkpoint.");
        return;
    }
    size_ = stated_size(head_->checkpoint);
    if (!size_)
        report_["01.02"].fail("checkpoint", "Mốc niêm phong mới nhất sai định dạng.",
                              "The newest checkpoint is malformed.");
    else if (head_->size != *size_)
        report_["01.02"].fail("checkpoint", "Số lá đã lưu khác với mốc niêm phong.",
                              "The stored size is not the checkpoint's.");
}

void Heads::check_keys() {
    auto& keys = report_["02.01"];
    const auto pinned = print_vkey(pinned_.log);
    for (const auto& [name, vkey] : source_.vkeys()) {
        ++keys.examined;
        if (vkey != pinned)
            keys.fail(name, "Khác với khóa đã công bố: " + vkey.substr(0, 200),
                      "Not the pinned key: " + vkey.substr(0, 200));
    }
}

void Heads::read_notes(unsigned int threads) {
    auto notes = source_.checkpoints();
    if (head_) notes.push_back({"checkpoint", head_->checkpoint});
    for (const auto& known : pinned_.known_checkpoints)
        notes.push_back(known);
    for (const auto& [name, text] : pinned_.receipts)
        if (auto receipt = parse_receipt(text))
            notes.push_back({name + ", checkpoint", std::move(receipt->proof.checkpoint)});
    std::vector<std::optional<text::Result<Checkpoint>>> opened(notes.size());
    in_parallel(notes.size(), threads, [&](std::size_t i) {
        opened[i].emplace(open_checkpoint(notes[i].text, pinned_.log));
    });
    auto& signatures = report_["02.02"];
    for (std::size_t i = 0; i < notes.size(); ++i) {
        ++signatures.examined;
        const auto& checkpoint = *opened[i];
        if (checkpoint)
            claims_.emplace(checkpoint->size, Claim{std::move(notes[i].name), checkpoint->root});
        else
            signatures.fail(notes[i].name, checkpoint.error().detail.vi,
                            checkpoint.error().detail.en);
    }
    // A signed empty tree has but one root.
    check_claims(0, empty_root());
}

void Heads::check_claims(std::uint64_t size, const Hash& root) {
    auto& prefixes = report_["03.02"];
    const auto [begin, end] = claims_.equal_range(size);
    for (auto claim = begin; claim != end; ++claim) {
        ++prefixes.examined;
        if (claim->second.root != root)
            prefixes.fail(claim->second.name,
                          "Gốc đã ký cho " + std::to_string(size) + " lá khác với gốc của các lá.",
                          "The signed root of " + std::to_string(size) +
                              " leaves is not the root of these leaves.");
    }
}

void Heads::take(const Hash& leaf) {
    leaves_.push_back(leaf);
    frontier_.append(leaf);
    const auto size = frontier_.size();
    while (next_claim_ != claims_.end() && next_claim_->first < size)
        ++next_claim_;
    if (next_claim_ != claims_.end() && next_claim_->first == size)
        check_claims(size, frontier_.root());
}

void Heads::finish() {
    report_.size = frontier_.size();
    report_.root = frontier_.root();
    if (size_ && frontier_.size() != *size_)
        report_["01.02"].fail("checkpoint",
                              "Mốc niêm phong có " + std::to_string(*size_) + " lá, nhật ký có " +
                                  std::to_string(frontier_.size()) + ".",
                              "The checkpoint has " + std::to_string(*size_) +
                                  " leaves, the log has " + std::to_string(frontier_.size()) + ".");
    auto& roots = report_["03.01"];
    roots.examined = frontier_.size();
    if (head_ && head_->root != frontier_.root())
        roots.fail("checkpoint", "Gốc đã lưu khác với gốc tính lại từ các lá.",
                   "The stored root is not the root of the leaves.");
    for (auto claim = claims_.upper_bound(frontier_.size()); claim != claims_.end(); ++claim) {
        ++report_["03.02"].examined;
        report_["03.02"].fail(claim->second.name,
                              "Nhật ký này ngắn hơn mốc niêm phong đã ký (" +
                                  std::to_string(claim->first) + " lá).",
                              "This log is shorter than a signed checkpoint (" +
                                  std::to_string(claim->first) + " leaves).");
    }
    check_nodes();
    check_receipts();
}

void Heads::check_nodes() {
    auto& nodes = report_["03.03"];
    const auto kept = source_.nodes();
    if (kept == LogSource::Nodes::none) {
        nodes.asked = false;
        nodes.skip("Nguồn này không lưu nút.", "This source keeps no nodes.");
        return;
    }
    std::vector<std::vector<Hash>> levels{leaves_};
    while (levels.back().size() > 1) {
        const auto& below = levels.back();
        std::vector<Hash> level;
        for (std::size_t i = 0; i + 1 < below.size(); i += 2)
            level.push_back(node_hash(below[i], below[i + 1]));
        levels.push_back(std::move(level));
    }
    const auto is_kept = [&](std::size_t level) {
        return kept == LogSource::Nodes::stored ? level >= stored_level_min
                                                : level % tile_height == 0;
    };
    std::uint64_t expected = 0;
    for (std::size_t level = 0; level < levels.size(); ++level)
        if (is_kept(level)) expected += levels[level].size();
    source_.each_node([&](const StoredNode& node) {
        ++nodes.examined;
        const bool there = node.level < levels.size() && is_kept(node.level) &&
                           node.index < levels[node.level].size();
        if (!there || levels[node.level][node.index] != node.hash)
            nodes.fail("node " + std::to_string(node.level) + "/" + std::to_string(node.index),
                       "Không phải nút của các lá này.", "Not a node over these leaves.");
    });
    if (nodes.examined != expected && nodes.positions.empty())
        nodes.fail("node",
                   "Thiếu nút: có " + std::to_string(nodes.examined) + " trên " +
                       std::to_string(expected) + ".",
                   "Nodes are missing: " + std::to_string(nodes.examined) + " of " +
                       std::to_string(expected) + ".");
}

// The proof in a receipt leads from its leaf to a root that the log signed. Starting it from the
// leaf that stands here now shows whether that leaf is the one the receipt was given for.
void Heads::check_receipts() {
    auto& check = report_["01.08"];
    if (pinned_.receipts.empty()) {
        check.asked = false;
        check.skip("Không có biên nhận nào được đưa vào.", "No receipts were handed in.");
        return;
    }
    for (const auto& [name, text] : pinned_.receipts) {
        ++check.examined;
        const auto receipt = parse_receipt(text);
        if (!receipt) {
            check.fail(name, receipt.error().detail.vi, receipt.error().detail.en);
            continue;
        }
        const auto index = receipt->proof.index;
        if (index >= leaves_.size()) {
            check.fail(name, "Nhật ký không có lá số " + std::to_string(index) + ".",
                       "The log has no leaf " + std::to_string(index) + ".");
            continue;
        }
        const auto proven = verify_proof(receipt->proof, leaves_[index], pinned_.log);
        if (!proven)
            check.fail(name + ", " + leaf_place(index),
                       "Lá này không phải lá đã cấp biên nhận: " + proven.error().detail.vi,
                       "Not the leaf that the receipt was given for: " + proven.error().detail.en);
    }
}

} // namespace thi::journal
