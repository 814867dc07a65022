// Writing a bundle out of any source.

#include "journal/bundle.h"
#include "journal/bundle/format_text.h"
#include "journal/bundle/lines.h"
#include "journal/bundle/output.h"
#include "journal/payload.h"
#include "journal/tiles.h"
#include "text/base64.h"

#include <algorithm>
#include <map>

namespace thi::journal {
namespace {

// What the log says of itself, needed before its openings are written.
struct Outline {
    std::uint64_t size = 0;
    Released released;
    std::string policy;
    std::vector<std::pair<std::uint64_t, core::PaperId>> papers; // Opened to candidates, where.
    std::vector<crypto::Digest> files;                           // Released, in order.
};

class Writing {
  public:
    Writing(LogSource& source, Output& out, const BundleOptions& options)
        : source_(source), out_(out), options_(options) {}

    void all() {
        source_.each_entry([&](SourceEntry&& entry) { outline(entry); });
        source_.each_entry([&](SourceEntry&& entry) { take(std::move(entry)); });
        finish_entries();
        tiles();
        heads();
        if (outline_.released.ever()) results();
        out_.write("policy", outline_.policy);
        out_.write("FORMAT.md", format_text());
        out_.write("payloads.schema.json", payload_schemas());
        out_.folder("tsa");
        out_.folder("beacon");
        out_.finish();
    }

  private:
    void outline(const SourceEntry& entry) {
        const auto index = outline_.size++;
        const auto leaf = parse_leaf(entry.leaf);
        if (!leaf) return;
        const auto& type = leaf->type;
        outline_.released.take(type, index);
        if (!entry.payload) return;
        if (type != core::ContestOpened::leaf && type != core::PaperOpened::leaf &&
            type != core::ResultReleased::leaf && type != core::ResultFinal::leaf)
            return;
        const auto event = decode(type, *entry.payload);
        if (!event) return;
        if (const auto* opened = std::get_if<core::ContestOpened>(&*event))
            outline_.policy = opened->policy;
        if (const auto* bell = std::get_if<core::PaperOpened>(&*event))
            outline_.papers.emplace_back(index, bell->paper);
        if (const auto* released = std::get_if<core::ResultReleased>(&*event))
            outline_.files.push_back(released->file_hash);
        if (const auto* last = std::get_if<core::ResultFinal>(&*event))
            outline_.files.push_back(last->file_hash);
    }

    bool may_be_opened(std::string_view type, std::uint64_t index) const {
        const auto* known = find_leaf_type(type);
        if (known == nullptr) return false;
        if (known->opened == Opened::at_release) return outline_.released.opens(index);
        return known->opened == Opened::at_once || options_.auditors;
    }

    void take(SourceEntry&& entry) {
        hashes_.push_back(leaf_hash(entry.leaf));
        const auto leaf = parse_leaf(entry.leaf);
        if (leaf && entry.salt && entry.payload && may_be_opened(leaf->type, hashes_.size() - 1)) {
            const OpeningLine line{hashes_.size() - 1, text::encode_base64(*entry.payload),
                                   text::encode_base64(*entry.salt)};
            out_.append("openings/" + leaf->type + ".jsonl", text::to_text(line) + "\n");
        }
        bundle_.push_back(std::move(entry.leaf));
        if (bundle_.size() == tile_width) finish_entries();
        if (options_.progress && hashes_.size() % 4096 == 0) options_.progress(hashes_.size());
    }

    void finish_entries() {
        if (bundle_.empty()) return;
        const auto width = static_cast<unsigned int>(bundle_.size());
        const Tile tile{true, 0, (hashes_.size() - width) / tile_width, width};
        out_.write("tile/" + print_tile_path(tile), entries_bytes(bundle_));
        bundle_.clear();
    }

    void tiles() {
        // By level of the tree, for the levels that tiles hold.
        std::map<unsigned int, std::vector<Hash>> levels;
        auto level = hashes_;
        for (unsigned int height = 0; !level.empty(); ++height) {
            if (height % tile_height == 0) levels[height] = level;
            std::vector<Hash> above;
            for (std::size_t i = 0; i + 1 < level.size(); i += 2)
                above.push_back(node_hash(level[i], level[i + 1]));
            level = std::move(above);
        }
        const Nodes nodes = [&](unsigned int height, std::uint64_t index) {
            return levels.at(height).at(index);
        };
        for (const auto& [height, kept] : levels)
            for (std::uint64_t at = 0; at < kept.size(); at += tile_width) {
                const auto width = std::min<std::uint64_t>(tile_width, kept.size() - at);
                const Tile tile{false, height / tile_height, at / tile_width,
                                static_cast<unsigned int>(width)};
                out_.write("tile/" + print_tile_path(tile), tile_bytes(tile, nodes));
            }
    }

    void heads() {
        const auto head = source_.head();
        if (!head) throw BundleError("the log has no checkpoint");
        out_.write("checkpoint", head->checkpoint);
        for (const auto& note : source_.checkpoints()) {
            const auto size = note.name.substr(note.name.find_last_of(" /") + 1);
            out_.write("checkpoints/" + size, note.text);
        }
        for (const auto& key : source_.vkeys()) {
            out_.write("keys/log.vkey", key.text + "\n");
            break; // One log, one key.
        }
    }

    void results() {
        for (const auto& [index, paper] : outline_.papers)
            if (const auto files =
                    outline_.released.opens(index) ? source_.paper(paper) : std::nullopt) {
                PaperFile file{{}, files->key_document, files->paper};
                if (files->ciphertext) file.ciphertext = text::encode_base64(*files->ciphertext);
                out_.write("papers/" + paper.str() + ".json", text::to_text(file));
            }
        if (!outline_.files.empty()) {
            const auto last = outline_.files.back();
            if (const auto file = source_.published(last))
                out_.write("results/results.json", *file);
            std::sort(outline_.files.begin(), outline_.files.end());
            outline_.files.erase(std::unique(outline_.files.begin(), outline_.files.end()),
                                 outline_.files.end());
            for (const auto& hash : outline_.files)
                if (const auto file = hash == last ? std::nullopt : source_.published(hash))
                    out_.write("results/" + hex(hash) + ".json", *file);
        }
        if (!options_.auditors) return;
        const auto scores = source_.scores();
        if (!scores || scores->empty()) return;
        std::string lines;
        for (const auto& score : *scores)
            lines += text::to_text(ScoreLine{score.name, score.text}) + "\n";
        out_.write("results/scores.jsonl", lines);
    }

    LogSource& source_;
    Output& out_;
    const BundleOptions& options_;
    Outline outline_;
    std::vector<Hash> hashes_;
    std::vector<std::string> bundle_; // Leaves of the entries tile at hand.
};

} // namespace

void write_bundle(LogSource& source, const std::filesystem::path& folder,
                  const BundleOptions& options) {
    Output out{folder};
    Writing{source, out, options}.all();
}

} // namespace thi::journal
