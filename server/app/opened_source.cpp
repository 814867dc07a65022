#include "app/opened_source.h"

#include "store/folder.h"
#include "store/keys.h"
#include "store/sqlite/verify_source.h"

namespace thi::app {

std::filesystem::path database_of(const std::filesystem::path& given) {
    return std::filesystem::is_directory(given) ? store::FolderPaths{given}.database() : given;
}

OpenedSource open_database(const std::filesystem::path& given, const core::ContestId& contest) {
    OpenedSource opened;
    const auto file = database_of(given);
    const store::FolderPaths paths{file.parent_path()};
    // A copy of the database alone has no keys, and none may be made beside it.
    if (std::filesystem::exists(paths.keys()))
        opened.vault = std::make_unique<store::Vault>(store::Keys{paths}.master());
    opened.source = store::sqlite::open_source(file, contest, opened.vault.get());
    return opened;
}

} // namespace thi::app
