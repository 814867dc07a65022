// Reading a bundle that anybody may have made.

#include "journal/bundle.h"
#include "journal/bundle/lines.h"
#include "journal/checkpoint.h"
#include "journal/line.h"
#include "journal/paper.h"
#include "journal/results.h"
#include "journal/tiles.h"
#include "text/base64.h"

#include <algorithm>
#include <map>

namespace thi::journal {
namespace {

constexpr std::size_t entries_tile_bytes_max = 1 << 24;

// openings/<type>.jsonl, read beside the leaves: its lines stand in the leaves' order.
class Openings {
  public:
    Openings(const Folder& folder, const std::string& type)
        : path_("openings/" + type + ".jsonl"), lines_(folder.open(path_)) {
        advance();
    }

    // The opening of the leaf at `index`, where it is the next.
    std::optional<OpeningLine> take(std::uint64_t index) {
        if (!next_ || next_->index != index) return std::nullopt;
        auto line = std::move(next_);
        advance();
        return line;
    }

    bool done() const { return !next_; }
    const std::string& fault() const { return fault_; } // "" where every line read.
    std::string place() const { return path_ + ", line " + std::to_string(number_); }

  private:
    void advance() {
        next_.reset();
        if (!lines_.has_file()) return;
        const auto line = lines_.next();
        if (!line) {
            if (lines_.broken()) fault_ = "a line without an end";
            return;
        }
        ++number_;
        auto read = text::from_text<OpeningLine>(*line, {.bytes_max = Lines::line_bytes_max});
        if (!read)
            fault_ = read.error().detail.en;
        else if (last_ && read->index <= *last_)
            fault_ = "not in the order of the leaves";
        else
            next_ = std::move(*read);
        if (next_) last_ = next_->index;
    }

    std::string path_;
    Lines lines_;
    std::optional<OpeningLine> next_;
    std::optional<std::uint64_t> last_;
    std::uint64_t number_ = 0;
    std::string fault_;
};

class BundleSource final : public LogSource {
  public:
    explicit BundleSource(const std::filesystem::path& folder) : folder_(folder) {
        if (auto note = folder_.read("checkpoint", note_bytes_max))
            head_ = head_of(std::move(*note));
    }

    void each_entry(const std::function<void(SourceEntry&&)>& visit) override {
        std::map<std::string, Openings> openings;
        for (std::uint64_t at = 0; at < size(); at += tile_width) {
            const auto leaves = entries_tile(at);
            if (!leaves) break;
            for (std::uint64_t i = 0; i < leaves->size(); ++i)
                visit(entry(at + i, (*leaves)[i], openings));
        }
        for (const auto& [type, left] : openings)
            report_left(left);
    }

    std::optional<StoredHead> head() override { return head_; }

    std::vector<NamedText> checkpoints() override {
        std::vector<NamedText> notes;
        for (const auto& file : folder_.files("checkpoints"))
            if (auto note = folder_.read(file.path, note_bytes_max))
                notes.push_back({file.path, std::move(*note)});
            else
                harm("02.02", file.path, "Mốc niêm phong không đọc được.",
                     "The checkpoint does not read.");
        return notes;
    }

    std::vector<NamedText> vkeys() override {
        const auto key = folder_.read("keys/log.vkey", 4096);
        if (!key) return {};
        return {{"keys/log.vkey", key->substr(0, key->find('\n'))}};
    }

    std::optional<PaperFiles> paper(core::PaperId paper) override {
        const auto path = "papers/" + paper.str() + ".json";
        const auto text = folder_.read(path, 4 * paper_bytes_max);
        if (!text) return std::nullopt;
        auto file = text::from_text<PaperFile>(*text, {.bytes_max = 4 * paper_bytes_max});
        if (!file) {
            harm("04.03", path, file.error().detail.vi, file.error().detail.en);
            return std::nullopt;
        }
        PaperFiles files{std::move(file->paper), std::move(file->key_document), {}};
        if (file->ciphertext)
            files.ciphertext = text::decode_base64(*file->ciphertext).value_or("");
        return files;
    }

    std::optional<std::string> published(const crypto::Digest& sha256) override {
        auto file = folder_.read("results/results.json", results_bytes_max);
        if (file && crypto::sha256(*file) == sha256) return file;
        auto other = folder_.read("results/" + hex(sha256) + ".json", results_bytes_max);
        return other ? other : file;
    }

    std::optional<std::vector<NamedText>> scores() override {
        Lines lines{folder_.open("results/scores.jsonl")};
        if (!lines.has_file()) return std::nullopt;
        std::vector<NamedText> scores;
        while (const auto line = lines.next()) {
            auto score = text::from_text<ScoreLine>(*line, {.bytes_max = Lines::line_bytes_max});
            if (score)
                scores.push_back({std::move(score->name), std::move(score->score)});
            else
                harm("05.02", "results/scores.jsonl", score.error().detail.vi,
                     score.error().detail.en);
        }
        return scores;
    }

    Nodes nodes() const override { return Nodes::tiles; }

    void each_node(const std::function<void(const StoredNode&)>& visit) override {
        for (unsigned int level = 0; level * tile_height < 64; ++level) {
            const auto hashes = size() >> (level * tile_height);
            if (hashes == 0) break;
            for (std::uint64_t at = 0; at < hashes; at += tile_width)
                if (!read_tile(level, at, std::min<std::uint64_t>(tile_width, hashes - at), visit))
                    return;
        }
    }

    std::optional<std::uint64_t> manifest_files() override { return check_manifest(); }

    std::vector<Damage> damage() override { return damage_; }

  private:
    std::uint64_t size() const { return head_ ? head_->size : 0; }

    void harm(std::string check, std::string where, std::string vi, std::string en) {
        damage_.push_back({std::move(check), {std::move(where), {std::move(vi), std::move(en)}}});
    }

    // What the note says, whoever signed it: verify asks that.
    static StoredHead head_of(std::string&& note) {
        StoredHead head;
        const auto end = note.find("\n\n");
        if (end != std::string::npos)
            if (const auto said = parse_checkpoint(note.substr(0, end + 1))) {
                head.size = said->size;
                head.root = said->root;
            }
        head.checkpoint = std::move(note);
        return head;
    }

    std::optional<std::vector<std::string>> entries_tile(std::uint64_t at) {
        const auto width =
            static_cast<unsigned int>(std::min<std::uint64_t>(tile_width, size() - at));
        const auto path = "tile/" + print_tile_path({true, 0, at / tile_width, width});
        const auto bytes = folder_.read(path, entries_tile_bytes_max);
        auto leaves = bytes ? parse_entries(*bytes, width) : std::nullopt;
        if (!leaves)
            harm("01.02", path, "Thiếu tệp lá, hoặc tệp không đọc được.",
                 "A file of leaves is missing or does not read.");
        return leaves;
    }

    SourceEntry entry(std::uint64_t index, const std::string& bytes,
                      std::map<std::string, Openings>& openings) {
        SourceEntry entry;
        entry.index = index;
        entry.leaf = bytes;
        const auto leaf = parse_leaf(bytes);
        if (!leaf) return entry;
        auto& own = openings.try_emplace(leaf->type, folder_, leaf->type).first->second;
        if (const auto line = own.take(index)) {
            entry.salt = text::decode_base64(line->salt).value_or("");
            entry.payload = text::decode_base64(line->payload).value_or("");
        }
        return entry;
    }

    void report_left(const Openings& left) {
        if (!left.fault().empty())
            harm("01.04", left.place(), "Dòng phần mở không đọc được: " + left.fault(),
                 "The opening does not read: " + left.fault());
        else if (!left.done())
            harm("01.04", left.place(), "Phần mở của lá không có, hoặc của lá loại khác.",
                 "The opening of a leaf that is not there, or of another type.");
    }

    bool read_tile(unsigned int level, std::uint64_t at, std::uint64_t width,
                   const std::function<void(const StoredNode&)>& visit) {
        const auto path = "tile/" + print_tile_path({false, level, at / tile_width,
                                                     static_cast<unsigned int>(width)});
        const auto bytes = folder_.read(path, std::size_t{tile_width} * 32);
        if (!bytes || bytes->size() != width * 32) {
            harm("03.03", path, "Thiếu tệp nút, hoặc tệp sai độ dài.",
                 "A tile is missing or of the wrong length.");
            return false;
        }
        for (std::uint64_t i = 0; i < width; ++i) {
            StoredNode node{level * tile_height, at + i, {}};
            std::copy_n(bytes->begin() + static_cast<std::ptrdiff_t>(i * 32), 32,
                        node.hash.bytes.begin());
            visit(node);
        }
        return true;
    }

    std::uint64_t check_manifest() {
        std::map<std::string, crypto::Digest> listed;
        Lines lines{folder_.open("MANIFEST.sha256")};
        if (!lines.has_file())
            harm("01.01", "MANIFEST.sha256", "Không có danh mục.", "There is no manifest.");
        while (const auto line = lines.has_file() ? lines.next() : std::nullopt) {
            const auto hash = parse_hex(line->substr(0, 64));
            const bool formed = hash && line->substr(64, 2) == "  " && line->size() > 66;
            if (!formed || !listed.emplace(line->substr(66), *hash).second)
                harm("01.01", "MANIFEST.sha256", "Dòng sai định dạng: " + line->substr(0, 200),
                     "Not a line of a manifest: " + line->substr(0, 200));
        }
        std::uint64_t files = 0;
        for (const auto& file : folder_.files()) {
            if (file.path == "MANIFEST.sha256") continue;
            ++files;
            const auto found = listed.find(file.path);
            if (found == listed.end() || !file.plain) {
                harm("01.01", file.path, "Tệp thừa hoặc không phải tệp thường.",
                     "Not in the manifest, or not a plain file.");
                continue;
            }
            if (folder_.hash(file.path) != found->second)
                harm("01.01", file.path, "Khác mã băm trong danh mục.",
                     "Not the hash of the manifest.");
            listed.erase(found);
        }
        for (const auto& [path, hash] : listed)
            harm("01.01", path, "Thiếu tệp.", "The file is missing.");
        return files;
    }

    Folder folder_;
    std::optional<StoredHead> head_;
    std::vector<Damage> damage_;
};

} // namespace

std::unique_ptr<LogSource> open_bundle(const std::filesystem::path& folder) {
    return std::make_unique<BundleSource>(folder);
}

} // namespace thi::journal
