// Folder: a directory that somebody else made, read without trusting it: no symbolic link is
// followed, nothing but plain files is opened, and every read is bounded.

#pragma once
#include "crypto/hash.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace thi::journal {

// The disk refused: an I/O error, or a folder that is not there.
class BundleError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// An open file, read from its start to its end.
class PlainFile {
  public:
    explicit PlainFile(int descriptor) : descriptor_(descriptor) {}
    PlainFile(const PlainFile&) = delete;
    PlainFile& operator=(const PlainFile&) = delete;
    ~PlainFile();

    // The next bytes, at most `most`; "" at the end. Throws BundleError.
    std::string read(std::size_t most);

  private:
    int descriptor_;
};

// The lines of a file, each without its LF.
class Lines {
  public:
    explicit Lines(std::unique_ptr<PlainFile> file) : file_(std::move(file)) {}

    // Nothing at the end, and nothing more after `broken()`.
    std::optional<std::string> next();
    bool has_file() const { return file_ != nullptr; }
    // A line was over the limit, or the last one had no LF.
    bool broken() const { return broken_; }

    static constexpr std::size_t line_bytes_max = 32 << 20;

  private:
    std::unique_ptr<PlainFile> file_;
    std::string buffer_;
    std::size_t begin_ = 0;
    bool broken_ = false;
};

class Folder {
  public:
    // Throws BundleError where it is no directory.
    explicit Folder(const std::filesystem::path& root);
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder();

    // `path` is relative, with `/`: no empty, `.` or `..` part. Null where there is no plain file.
    std::unique_ptr<PlainFile> open(std::string_view path) const;

    // The whole file; nothing where there is none, or it is longer than `bytes_max`.
    std::optional<std::string> read(std::string_view path, std::size_t bytes_max) const;

    std::optional<crypto::Digest> hash(std::string_view path) const;

    // Every file below, plain or not, sorted by path. Throws BundleError beyond `files_max`.
    struct Found {
        std::string path;
        bool plain = false;
    };
    std::vector<Found> files(std::string_view below = {}) const;

    static constexpr std::size_t files_max = 4'000'000;
    static constexpr unsigned int depth_max = 12;

  private:
    int open_folder(std::string_view path) const;
    int root_ = -1;
};

// SHA-256 in 64 lower-case hexadecimal digits, and back.
std::string hex(const crypto::Digest& digest);
std::optional<crypto::Digest> parse_hex(std::string_view text);

} // namespace thi::journal
