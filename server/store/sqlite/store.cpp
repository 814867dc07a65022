#include "store/sqlite/store.h"

#include "store/sqlite/writer.h"

#include <mutex>

namespace thi::store::sqlite {

namespace {

// A connection that only reads.
struct Snapshot {
    Snapshot(const std::filesystem::path& file, Mode mode, const char* vfs, const Vault& vault)
        : db(file.string(), mode, vfs), reader(db, vault) {}
    Connection db;
    Reader reader;
};

class SqliteStore final : public Store {
  public:
    SqliteStore(const OpenOptions& options, const Vault& vault)
        : vault_(vault),
          file_(options.file),
          vfs_(options.vfs ? std::optional<std::string>{options.vfs} : std::nullopt),
          mode_(Mode::reader),
          writer_(std::make_unique<Writer>(options.file, options.vfs, options.now, vault)) {}

    SqliteStore(std::filesystem::path file, const Vault& vault)
        : vault_(vault), file_(std::move(file)), mode_(Mode::snapshot) {}

    store::Writer& writer() override {
        if (!writer_) throw StoreError("this database was opened for reading");
        return *writer_;
    }

    void read(const std::function<void(const store::Reader&)>& question) override {
        auto snapshot = take();
        {
            Transaction transaction{snapshot->db, false};
            question(snapshot->reader);
            transaction.commit();
        }
        // Not after an exception: such a connection is thrown away.
        const std::lock_guard lock{mutex_};
        idle_.push_back(std::move(snapshot));
    }

  private:
    std::unique_ptr<Snapshot> take() {
        {
            const std::lock_guard lock{mutex_};
            if (!idle_.empty()) {
                auto snapshot = std::move(idle_.back());
                idle_.pop_back();
                return snapshot;
            }
        }
        return std::make_unique<Snapshot>(file_, mode_, vfs_ ? vfs_->c_str() : nullptr, vault_);
    }

    const Vault& vault_;
    std::filesystem::path file_;
    std::optional<std::string> vfs_;
    Mode mode_;
    std::unique_ptr<Writer> writer_; // Outlives the readers: it empties the WAL at the end.
    std::mutex mutex_;               // Guards idle_; never held over I/O.
    std::vector<std::unique_ptr<Snapshot>> idle_;
};

} // namespace

std::unique_ptr<Store> open(const OpenOptions& options, const Vault& vault) {
    return std::make_unique<SqliteStore>(options, vault);
}

std::unique_ptr<Store> open_snapshot(const std::filesystem::path& file, const Vault& vault) {
    return std::make_unique<SqliteStore>(file, vault);
}

} // namespace thi::store::sqlite
