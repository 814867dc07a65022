#include "journal/bundle/output.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace thi::journal {
namespace {

constexpr std::size_t waiting_bytes_max = 1 << 18;

[[noreturn]] void fail(const std::string& what, const std::filesystem::path& where) {
    const std::string why = std::strerror(errno);
    throw BundleError(what + " " + where.string() + ": " + why);
}

void write_all(int descriptor, std::string_view bytes, const std::filesystem::path& where) {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("cannot write", where);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void sync_folder(const std::filesystem::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) fail("cannot open", folder);
    const bool synced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!synced) fail("cannot sync", folder);
}

} // namespace

Output::Output(const std::filesystem::path& root) : root_(root) {
    std::error_code error;
    std::filesystem::create_directories(root_, error);
    if (error) throw BundleError("cannot make " + root_.string() + ": " + error.message());
    if (!std::filesystem::is_empty(root_, error) || error)
        throw BundleError(root_.string() + " is not empty");
}

Output::~Output() {
    for (auto& [path, file] : growing_)
        if (file && file->descriptor >= 0) ::close(file->descriptor);
}

void Output::folder(std::string_view path) {
    std::error_code error;
    std::filesystem::create_directories(root_ / path, error);
    if (error) throw BundleError("cannot make " + std::string{path} + ": " + error.message());
}

int Output::make(std::string_view path) {
    const auto file = root_ / path;
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    const int descriptor =
        ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
    if (descriptor < 0) fail("cannot make", file);
    return descriptor;
}

void Output::write(std::string_view path, std::string_view content) {
    Growing file;
    file.descriptor = make(path);
    const std::string name{path};
    try {
        file.hash.add(content);
        write_all(file.descriptor, content, root_ / path);
    } catch (...) {
        ::close(file.descriptor);
        throw;
    }
    close_growing(name, file);
}

void Output::append(const std::string& path, std::string_view content) {
    auto& file = growing_[path];
    if (!file) {
        auto fresh = std::make_unique<Growing>();
        fresh->descriptor = make(path);
        file = std::move(fresh);
    }
    file->hash.add(content);
    file->waiting += content;
    if (file->waiting.size() > waiting_bytes_max) flush(*file);
}

void Output::flush(Growing& file) {
    write_all(file.descriptor, file.waiting, root_);
    file.waiting.clear();
}

void Output::close_growing(const std::string& path, Growing& file) {
    flush(file);
    const bool synced = ::fsync(file.descriptor) == 0;
    ::close(std::exchange(file.descriptor, -1));
    if (!synced) fail("cannot sync", root_ / path);
    hashes_[path] = file.hash.finish();
}

void Output::finish() {
    for (auto& [path, file] : growing_)
        close_growing(path, *file);
    growing_.clear();
    std::string manifest;
    for (const auto& [path, hash] : hashes_)
        manifest += hex(hash) + "  " + path + "\n";
    write("MANIFEST.sha256", manifest);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root_))
        if (entry.is_directory()) sync_folder(entry.path());
    sync_folder(root_);
    if (root_.has_parent_path()) sync_folder(root_.parent_path());
}

} // namespace thi::journal
