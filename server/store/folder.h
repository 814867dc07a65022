// Folder: where a site keeps everything: one database, keys, and what was last signed. One process
// owns it at a time (flock).

#pragma once
#include "store/error.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace thi::store {

// Thrown where another process holds the folder; says which.
class FolderHeld : public StoreError {
  public:
    using StoreError::StoreError;
};

// DIR/thituyen.db, DIR/keys (0700), DIR/security (0700), DIR/signed, DIR/lock,
// DIR/control.sock.
struct FolderPaths {
    std::filesystem::path root;

    std::filesystem::path database() const { return root / "thituyen.db"; }
    std::filesystem::path keys() const { return root / "keys"; }
    std::filesystem::path security() const { return root / "security"; }
    std::filesystem::path signed_heads() const { return root / "signed"; }
    std::filesystem::path control() const { return root / "control.sock"; }
    std::filesystem::path lock() const { return root / "lock"; }
};

class Folder {
  public:
    // Makes what is missing and takes the lock. Throws FolderHeld.
    explicit Folder(const std::filesystem::path& root);
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder();

    const FolderPaths& paths() const { return paths_; }

  private:
    FolderPaths paths_;
    int lock_ = -1;
};

// Writes a file so that after a crash it is there whole, or as it was: a new file, fsync, rename,
// fsync of its folder. Readable by the owner alone.
void write_durably(const std::filesystem::path& file, std::string_view content);

// Makes renames inside of a folder survive a crash.
void sync_folder(const std::filesystem::path& folder);

// The bytes of a file; throws StoreError where it is missing or longer than `size_max`.
std::string read_whole(const std::filesystem::path& file, std::size_t size_max);

} // namespace thi::store
