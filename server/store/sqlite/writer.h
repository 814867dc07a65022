// The one connection that writes, and checkpoints the WAL.

#pragma once
#include "store/sqlite/reads/reader.h"
#include "store/sqlite/writes/site.h"
#include "store/store.h"

#include <filesystem>

namespace thi::store::sqlite {

class Writer final : public store::Writer {
  public:
    Writer(const std::filesystem::path& file, const char* vfs, core::Instant now,
           const Vault& vault);
    // Moves the WAL into the file; what cannot be moved now is moved at the next start.
    ~Writer() override;

    void begin() override;
    void commit() override;
    void roll_back() override;
    core::Result<void> attempt(const std::function<core::Result<void>()>& part) override;
    void add_entry(core::ContestId contest, const LogEntry& entry) override;
    void add_node(core::ContestId contest, const journal::Node& node) override;
    void set_head(const LogHead& head, core::Instant at) override;
    void project(const core::Contest& after, const core::Event& event,
                 const core::Record& record) override;
    SiteWriter& site() override { return site_; }
    const Reader& reader() const override { return reader_; }
    void rest() override;
    void recover() override;

  private:
    static int note_wal_size(void* self, sqlite3*, const char*, int pages);

    std::filesystem::path file_;
    Connection db_;
    SiteWriter site_;
    Reader reader_;
    std::int64_t wal_pages_ = 0;
    bool forget_ = false; // The WAL holds what was to be forgotten.
    std::int64_t next_checkpoint_pages_;
};

} // namespace thi::store::sqlite
