// A data folder of its own for each test, gone afterwards, with keys and a store in it.

#pragma once
#include "store/folder.h"
#include "store/keys.h"
#include "store/sqlite/store.h"
#include "store/vault.h"

#include <cstdlib>
#include <filesystem>
#include <memory>

namespace thi::store::test {

class TempFolder {
  public:
    TempFolder() {
        auto name = (std::filesystem::temp_directory_path() / "thituyen-test-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw StoreError("no temporary folder");
        path_ = name;
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    ~TempFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

constexpr core::Instant test_start = core::from_ms(1'767'225'600'000);

// The default store in a folder; reopen() is a restart.
class SqliteSite {
  public:
    SqliteSite() { reopen(); }

    void reopen() {
        store_.reset();
        vault_.reset();
        folder_.reset();
        folder_ = std::make_unique<Folder>(temp_.path());
        keys_ = std::make_unique<Keys>(folder_->paths());
        vault_ = std::make_unique<Vault>(keys_->master());
        store_ = sqlite::open({folder_->paths().database(), test_start, vfs}, *vault_);
    }
    void close() {
        store_.reset();
        folder_.reset();
    }

    Store& store() { return *store_; }
    const Keys& keys() const { return *keys_; }
    const Vault& vault() const { return *vault_; }
    const Folder& folder() const { return *folder_; }
    FolderPaths paths() const { return {temp_.path()}; }

    const char* vfs = nullptr;

  private:
    TempFolder temp_;
    std::unique_ptr<Folder> folder_;
    std::unique_ptr<Keys> keys_;
    std::unique_ptr<Vault> vault_;
    std::unique_ptr<Store> store_;
};

// An id that tests can tell apart by its number.
template <class Id> Id numbered(std::uint64_t number) {
    std::array<std::uint8_t, 10> bytes{};
    for (std::size_t i = 0; i < 8; ++i)
        bytes[9 - i] = static_cast<std::uint8_t>(number >> (8 * i));
    return Id::from_bytes(bytes);
}

} // namespace thi::store::test
