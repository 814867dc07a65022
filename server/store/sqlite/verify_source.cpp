#include "store/sqlite/verify_source.h"

#include "journal/checkpoint.h"
#include "journal/paper.h"
#include "store/sqlite/migrate.h"
#include "store/sqlite/reads/reader.h"
#include "store/sqlite/verify_tables.h"

#include <algorithm>

namespace thi::store::sqlite {
namespace {

std::string first_line(const std::string& text) {
    return text.substr(0, std::min(text.find('\n'), std::size_t{200}));
}

bool is_number(const Cell& cell) {
    return cell.kind == Cell::Kind::integer && cell.number >= 0;
}

// Whether a subtree of 2^level leaves can end where so many leaves do.
bool ends_node(const Cell& size, const Cell& level) {
    if (!is_number(size) || !is_number(level) || level.number > 62) return false;
    return size.number > 0 && size.number % (std::int64_t{1} << level.number) == 0;
}

std::optional<crypto::Digest> digest(const Cell& cell) {
    crypto::Digest read;
    if (cell.bytes.size() != read.bytes.size()) return std::nullopt;
    std::copy(cell.bytes.begin(), cell.bytes.end(), read.bytes.begin());
    return read;
}

// A vault of nobody's keys: everything stays sealed.
const Vault& no_vault() {
    static const Vault vault{crypto::Secret(32)};
    return vault;
}

class DatabaseSource final : public journal::LogSource {
  public:
    DatabaseSource(const std::filesystem::path& file, core::ContestId contest, const Vault* vault)
        : contest_(contest),
          db_(file.string(), Mode::snapshot),
          reader_(db_, vault ? *vault : no_vault()),
          snapshot_(db_, false) {
        expect_migrated(db_);
    }

    void each_entry(const std::function<void(journal::SourceEntry&&)>& visit) override {
        auto rows = db_.select("SELECT idx, type, at, leaf, salt, payload FROM log_entry "
                               "WHERE contest = ? ORDER BY idx",
                               contest_);
        while (rows.next()) {
            const auto index = rows.cell(0);
            auto leaf = rows.cell(3);
            auto salt = rows.cell(4);
            auto payload = rows.cell(5);
            if (!is_number(index)) {
                harm("01.02", "row log_entry", "Chỉ số không phải số.", "The index is no number.");
                continue;
            }
            journal::SourceEntry entry;
            entry.index = static_cast<std::uint64_t>(index.number);
            entry.type = rows.cell(1).bytes;
            entry.at_ms = rows.cell(2).number;
            entry.leaf = std::move(leaf.bytes);
            if (salt.kind != Cell::Kind::null) entry.salt = std::move(salt.bytes);
            if (payload.kind != Cell::Kind::null) entry.payload = std::move(payload.bytes);
            visit(std::move(entry));
        }
    }

    std::optional<journal::StoredHead> head() override {
        auto rows =
            db_.select("SELECT size, root, checkpoint FROM log_head WHERE contest = ?", contest_);
        if (!rows.next()) return std::nullopt;
        journal::StoredHead head;
        head.size = static_cast<std::uint64_t>(std::max<std::int64_t>(0, rows.cell(0).number));
        if (const auto root = digest(rows.cell(1)))
            head.root = *root;
        else
            harm("03.01", "row log_head", "Gốc không phải 32 byte.", "The root is not 32 bytes.");
        head.checkpoint = rows.cell(2).bytes;
        return head;
    }

    std::vector<journal::NamedText> checkpoints() override {
        std::vector<journal::NamedText> notes;
        auto rows = db_.select("SELECT size, note FROM checkpoint WHERE contest = ? ORDER BY size",
                               contest_);
        while (rows.next())
            notes.push_back(
                {"checkpoint " + std::to_string(rows.cell(0).number), rows.cell(1).bytes});
        return notes;
    }

    std::vector<journal::NamedText> vkeys() override {
        std::vector<journal::NamedText> keys;
        auto rows = db_.select("SELECT log_vkey FROM contest WHERE contest = ?", contest_);
        while (rows.next())
            keys.push_back({"row contest " + contest_.str() + ", log_vkey", rows.cell(0).bytes});
        return keys;
    }

    std::optional<journal::PaperFiles> paper(core::PaperId paper) override {
        try {
            const auto content = reader_.paper_content(paper);
            auto document = reader_.paper_key_document(paper);
            if (!content || !document) return std::nullopt;
            return journal::PaperFiles{journal::paper_text(content->content), std::move(*document),
                                       reader_.paper_ciphertext(paper)};
        } catch (const StoreError&) {
            return std::nullopt; // Sealed by keys that are not here, or damaged: not to be used.
        }
    }

    std::optional<std::string> published(const crypto::Digest& sha256) override {
        auto rows = db_.select("SELECT content FROM published_file "
                               "WHERE contest = ? AND sha256 = ?",
                               contest_, sha256);
        if (!rows.next()) return std::nullopt;
        return rows.cell(0).bytes;
    }

    std::optional<std::vector<journal::NamedText>> scores() override {
        std::vector<journal::NamedText> scores;
        auto rows = db_.select("SELECT candidate, post, trace FROM score WHERE contest = ? "
                               "ORDER BY position",
                               contest_);
        while (rows.next())
            scores.push_back({"row score " + rows.cell(0).bytes + ", " + rows.cell(1).bytes,
                              rows.cell(2).bytes});
        return scores;
    }

    Nodes nodes() const override { return Nodes::stored; }

    void each_node(const std::function<void(const journal::StoredNode&)>& visit) override {
        auto rows = db_.select("SELECT level, size, hash FROM node WHERE contest = ?", contest_);
        while (rows.next()) {
            const auto level = rows.cell(0);
            const auto size = rows.cell(1);
            const auto hash = digest(rows.cell(2));
            if (hash && ends_node(size, level))
                visit({static_cast<unsigned int>(level.number),
                       static_cast<std::uint64_t>(size.number >> level.number) - 1, *hash});
            else
                harm("03.03", "row node", "Nút không đọc được.", "A node does not read.");
        }
    }

    std::unique_ptr<journal::Projections> projections() override {
        return std::make_unique<RebuiltTables>(db_, contest_);
    }

    std::vector<Damage> damage() override { return damage_; }

  private:
    void harm(const char* check, std::string where, const char* vi, const char* en) {
        damage_.push_back({check, {std::move(where), {vi, en}}});
    }

    core::ContestId contest_;
    Connection db_;
    Reader reader_;
    Transaction snapshot_;
    std::vector<Damage> damage_;
};

} // namespace

std::vector<LoggedContest> logged_contests(const std::filesystem::path& file) {
    Connection db{file.string(), Mode::snapshot};
    std::vector<LoggedContest> contests;
    auto rows = db.select("SELECT contest, checkpoint FROM log_head ORDER BY contest");
    while (rows.next())
        if (const auto contest = core::ContestId::parse(rows.cell(0).bytes))
            contests.push_back({*contest, first_line(rows.cell(1).bytes)});
    return contests;
}

std::unique_ptr<journal::LogSource> open_source(const std::filesystem::path& file,
                                                core::ContestId contest, const Vault* vault) {
    return std::make_unique<DatabaseSource>(file, contest, vault);
}

} // namespace thi::store::sqlite
