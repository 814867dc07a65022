#include "store/folder.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/file.h>
#include <unistd.h>

namespace thi::store {

namespace {

std::string fault(std::string_view doing, const std::filesystem::path& file) {
    return std::string{doing} + " " + file.string() + ": " + std::strerror(errno);
}

// A descriptor that is closed when it goes away.
class Descriptor {
  public:
    Descriptor(const std::filesystem::path& file, int flags, mode_t mode = 0600)
        : value_(::open(file.c_str(), flags | O_CLOEXEC, mode)) {
        if (value_ < 0) throw StoreError(fault("cannot open", file));
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { ::close(value_); }
    int get() const { return value_; }

  private:
    int value_;
};

void sync(int descriptor, const std::filesystem::path& file) {
    if (::fsync(descriptor) != 0) throw StoreError(fault("cannot sync", file));
}

} // namespace

Folder::Folder(const std::filesystem::path& root) : paths_{root} {
    std::filesystem::create_directories(root);
    for (const auto& inner : {paths_.keys(), paths_.signed_heads()}) {
        std::filesystem::create_directories(inner);
        std::filesystem::permissions(inner, std::filesystem::perms::owner_all);
    }
    lock_ = ::open(paths_.lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock_ < 0) throw StoreError(fault("cannot open", paths_.lock()));
    if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
        std::ifstream holder{paths_.lock()};
        std::string process;
        holder >> process;
        ::close(lock_);
        throw FolderHeld("the data folder " + root.string() + " is held by process " + process);
    }
    const auto process = std::to_string(::getpid()) + "\n";
    const bool written =
        ::ftruncate(lock_, 0) == 0 &&
        ::pwrite(lock_, process.data(), process.size(), 0) == static_cast<ssize_t>(process.size());
    if (!written) {
        ::close(lock_);
        throw StoreError(fault("cannot write", paths_.lock()));
    }
}

Folder::~Folder() {
    ::close(lock_); // Closing releases the lock.
}

void write_durably(const std::filesystem::path& file, std::string_view content) {
    auto fresh = file;
    fresh += ".new";
    {
        const Descriptor out{fresh, O_WRONLY | O_CREAT | O_TRUNC};
        while (!content.empty()) {
            const auto written = ::write(out.get(), content.data(), content.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) throw StoreError(fault("cannot write", fresh));
            content.remove_prefix(static_cast<std::size_t>(written));
        }
        sync(out.get(), fresh);
    }
    if (::rename(fresh.c_str(), file.c_str()) != 0) throw StoreError(fault("cannot rename", fresh));
    sync_folder(file.parent_path());
}

void sync_folder(const std::filesystem::path& folder) {
    const Descriptor descriptor{folder, O_RDONLY | O_DIRECTORY};
    sync(descriptor.get(), folder);
}

std::string read_whole(const std::filesystem::path& file, std::size_t size_max) {
    std::ifstream in{file, std::ios::binary};
    if (!in) throw StoreError("cannot read " + file.string());
    std::string content;
    std::array<char, 64 * 1024> piece;
    do { // Not `size_max` at once: most files are far smaller than they may be.
        in.read(piece.data(), piece.size());
        content.append(piece.data(), static_cast<std::size_t>(in.gcount()));
        if (content.size() > size_max) throw StoreError(file.string() + " is too long");
    } while (in);
    return content;
}

} // namespace thi::store
