// Backup and restore of the database. Keys are not in a backup: they are kept apart on purpose, and
// without them a backup shows no name and signs nothing.

#pragma once
#include "store/folder.h"
#include "store/vault.h"

#include <functional>

namespace thi::store::sqlite {

// Pages copied so far, of how many.
using Progress = std::function<void(std::int64_t done, std::int64_t total)>;

// Copies the database as it is at this instant to `to`, which must not exist, while another process
// may go on writing. What comes out is one file without a WAL.
void backup(const std::filesystem::path& database, const std::filesystem::path& to,
            const Progress& progress = {});

// Puts a backup in the place of the database of a folder that is not served (the caller holds its
// lock). Throws StoreError, and leaves the folder as it was, where the file is damaged, or a log in
// it is shorter than, or another than, the one last signed there.
void restore(const Folder& folder, const std::filesystem::path& from, const Vault& vault,
             const Progress& progress = {});

} // namespace thi::store::sqlite
