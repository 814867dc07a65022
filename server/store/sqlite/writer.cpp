#include "store/sqlite/writer.h"

#include "store/sqlite/migrate.h"
#include "store/sqlite/writes/project.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace thi::store::sqlite {

namespace {

constexpr std::int64_t checkpoint_every_pages = 1000;
constexpr std::int64_t wal_pages_max = (64 << 20) / 4096; // Then readers are waited for.

// A crash may have left frames in the WAL that were written and never synced: visible to a reader
// of the file, and lost by a power cut. They are made durable before anybody is told of them.
void sync_wal(const std::filesystem::path& database) {
    auto wal = database;
    wal += "-wal";
    const int descriptor = ::open(wal.c_str(), O_RDWR | O_CLOEXEC);
    if (descriptor < 0 && errno == ENOENT) return;
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    const std::string why = std::strerror(errno);
    if (descriptor >= 0) ::close(descriptor);
    if (!synced) throw StoreError("cannot sync the WAL: " + why);
}

} // namespace

Writer::Writer(const std::filesystem::path& file, const char* vfs, core::Instant now,
               const Vault& vault)
    : file_(file),
      db_(file.string(), Mode::writer, vfs),
      site_(db_, vault),
      reader_(db_, vault),
      next_checkpoint_pages_(checkpoint_every_pages) {
    sqlite3_wal_hook(db_.handle(), &Writer::note_wal_size, this);
    recover();
    migrate(db_, now);
}

Writer::~Writer() {
    try {
        if (!db_.in_transaction()) db_.checkpoint(true);
    } catch (const StoreError&) {
        // The next start recovers from the WAL.
    }
}

int Writer::note_wal_size(void* self, sqlite3*, const char*, int pages) {
    static_cast<Writer*>(self)->wal_pages_ = pages;
    return SQLITE_OK;
}

void Writer::begin() {
    db_.run("BEGIN IMMEDIATE");
}

void Writer::commit() {
    db_.run("COMMIT");
}

void Writer::roll_back() {
    db_.run("ROLLBACK");
}

core::Result<void> Writer::attempt(const std::function<core::Result<void>()>& part) {
    db_.run("SAVEPOINT attempt");
    core::Result<void> outcome;
    try {
        outcome = part();
    } catch (const ConstraintError&) {
        outcome = core::Fault{
            core::Code::wrong_state,
            {"Yêu cầu mâu thuẫn với dữ liệu đã lưu.", "The request contradicts what is stored."},
            {}};
    }
    if (!outcome) db_.run("ROLLBACK TO attempt");
    db_.run("RELEASE attempt");
    return outcome;
}

void Writer::add_entry(core::ContestId contest, const LogEntry& entry) {
    const Blob salt{entry.salt ? std::string_view{*entry.salt} : std::string_view{}};
    db_.run("INSERT INTO log_entry (contest, idx, type, at, leaf, salt, payload) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            contest, entry.index, entry.type, entry.at, Blob{entry.leaf}, salt, entry.payload);
}

void Writer::add_node(core::ContestId contest, const journal::Node& node) {
    db_.run("INSERT INTO node (contest, size, level, hash) VALUES (?, ?, ?, ?)", contest,
            (node.index + 1) << node.level, node.level, node.hash);
}

void Writer::set_head(const LogHead& head, core::Instant at) {
    db_.run("INSERT INTO log_head (contest, size, root, checkpoint) VALUES (?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET size = excluded.size, root = excluded.root, "
            "checkpoint = excluded.checkpoint",
            head.contest, head.size, head.root, head.checkpoint);
    db_.run("INSERT INTO checkpoint (contest, size, at, note) VALUES (?, ?, ?, ?)", head.contest,
            head.size, at, head.checkpoint);
}

void Writer::project(const core::Contest& after, const core::Event& event,
                     const core::Record& record) {
    sqlite::project(Projection{db_, after, record}, event);
}

void Writer::rest() {
    forget_ = forget_ || site_.take_forget();
    if (forget_ && db_.empty_wal()) {
        forget_ = false;
        next_checkpoint_pages_ = checkpoint_every_pages;
        return;
    }
    if (wal_pages_ < next_checkpoint_pages_) return;
    const auto left = db_.checkpoint(wal_pages_ > wal_pages_max);
    // Readers hold the rest: try again after as many pages more.
    next_checkpoint_pages_ =
        left > 0 ? wal_pages_ + checkpoint_every_pages : checkpoint_every_pages;
}

void Writer::recover() {
    sync_wal(file_);
    db_.checkpoint(true);
}

} // namespace thi::store::sqlite
