// A database opened for reading a log, beside a server that may go on writing it.

#pragma once
#include "core/ids.h"
#include "journal/verify/source.h"
#include "store/vault.h"

#include <filesystem>
#include <memory>

namespace thi::app {

struct OpenedSource {
    std::unique_ptr<store::Vault> vault; // Outlives the source.
    std::unique_ptr<journal::LogSource> source;
};

// The database of a data folder, or the file itself.
std::filesystem::path database_of(const std::filesystem::path& given);

// With the keys that stand beside the database, where they do. Throws StoreError.
OpenedSource open_database(const std::filesystem::path& given, const core::ContestId& contest);

} // namespace thi::app
