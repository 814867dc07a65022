#include "store/sqlite/backup.h"

#include "store/signed_heads.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/store.h"

#include <sqlite3.h>

namespace thi::store::sqlite {

namespace {

constexpr int pages_at_once = 512;

// The file that is being written; gone again unless it is kept.
class NewFile {
  public:
    explicit NewFile(std::filesystem::path file) : file_(std::move(file)) {
        if (std::filesystem::exists(file_)) throw StoreError(file_.string() + " exists already");
    }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    ~NewFile() {
        if (kept_) return;
        std::error_code ignored;
        std::filesystem::remove(file_, ignored);
    }
    void keep() { kept_ = true; }
    const std::filesystem::path& path() const { return file_; }

  private:
    std::filesystem::path file_;
    bool kept_ = false;
};

struct CloseHandle {
    void operator()(sqlite3* handle) const { sqlite3_close(handle); }
};
using Handle = std::unique_ptr<sqlite3, CloseHandle>;

Handle open_target(const std::filesystem::path& file) {
    sqlite3* raw = nullptr;
    const int code =
        sqlite3_open_v2(file.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    Handle handle{raw};
    if (code != SQLITE_OK) throw StoreError("cannot make " + file.string());
    return handle;
}

void copy_pages(sqlite3* from, sqlite3* to, const Progress& progress) {
    auto* const running = sqlite3_backup_init(to, "main", from, "main");
    if (running == nullptr) throw StoreError(std::string{"backup: "} + sqlite3_errmsg(to));
    int code = SQLITE_OK;
    while (code == SQLITE_OK) {
        code = sqlite3_backup_step(running, pages_at_once);
        const std::int64_t total = sqlite3_backup_pagecount(running);
        if (progress) progress(total - sqlite3_backup_remaining(running), total);
    }
    sqlite3_backup_finish(running);
    if (code != SQLITE_DONE) throw StoreError(std::string{"backup: "} + sqlite3_errmsg(to));
}

// A backup is one file: no WAL beside it.
void leave_wal(sqlite3* handle) {
    if (sqlite3_exec(handle, "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr) !=
        SQLITE_OK)
        throw StoreError(std::string{"backup: "} + sqlite3_errmsg(handle));
}

void check_integrity(Connection& connection) {
    auto rows = connection.select("PRAGMA integrity_check(1)");
    if (!rows.next() || rows.text(0) != "ok")
        throw StoreError("the backup is damaged; integrity_check says so");
}

} // namespace

void backup(const std::filesystem::path& database, const std::filesystem::path& to,
            const Progress& progress) {
    Connection source{database.string(), Mode::snapshot};
    // One snapshot for the whole copy, so that a busy writer cannot make it begin again.
    Transaction snapshot{source, false};
    {
        auto rows = source.select("SELECT count(*) FROM schema_migration");
        rows.next();
    }
    NewFile file{to};
    const auto target = open_target(file.path());
    copy_pages(source.handle(), target.get(), progress);
    leave_wal(target.get());
    file.keep();
}

void restore(const Folder& folder, const std::filesystem::path& from, const Vault& vault,
             const Progress& progress) {
    const auto database = folder.paths().database();
    auto incoming = database;
    incoming += ".restore";
    std::filesystem::remove(incoming);
    {
        NewFile file{incoming};
        Connection source{from.string(), Mode::snapshot};
        check_integrity(source);
        {
            const auto target = open_target(file.path());
            copy_pages(source.handle(), target.get(), progress);
            leave_wal(target.get());
        }
        const SignedHeads signed_heads{folder.paths()};
        open_snapshot(file.path(), vault)->read([&](const store::Reader& reader) {
            signed_heads.check(reader);
        });
        file.keep();
    }
    // What stood there is kept, with its WAL, until somebody removes it.
    for (const auto* const suffix : {"", "-wal", "-shm"}) {
        auto old = database;
        old += suffix;
        auto replaced = database;
        replaced += std::string{".replaced"} + suffix;
        if (std::filesystem::exists(old)) std::filesystem::rename(old, replaced);
    }
    std::filesystem::rename(incoming, database);
    sync_folder(folder.paths().root);
}

} // namespace thi::store::sqlite
