// The SQLite store: one file, one connection that writes, as many readers as threads ask at once.

#pragma once
#include "store/store.h"
#include "store/vault.h"

#include <filesystem>
#include <memory>

namespace thi::store::sqlite {

struct OpenOptions {
    std::filesystem::path file;
    core::Instant now;         // For the record of migrations.
    const char* vfs = nullptr; // A named SQLite VFS, for tests.
};

// Opens or makes the database and brings its schema up to date. The vault outlives the store.
// Throws StoreError.
std::unique_ptr<Store> open(const OpenOptions& options, const Vault& vault);

// Reads a database that another process may be writing: for verify, export and tests. Its writer
// must not be asked for.
std::unique_ptr<Store> open_snapshot(const std::filesystem::path& file, const Vault& vault);

} // namespace thi::store::sqlite
