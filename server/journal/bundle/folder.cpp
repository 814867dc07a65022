#include "journal/bundle/folder.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace thi::journal {
namespace {

constexpr std::size_t read_bytes = 1 << 18;

std::string why() {
    return std::strerror(errno);
}

class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    int get() const { return number_; }
    int release() { return std::exchange(number_, -1); }

  private:
    int number_;
};

bool is_plain(int descriptor) {
    struct stat found {};
    return ::fstat(descriptor, &found) == 0 && S_ISREG(found.st_mode);
}

std::vector<std::string> parts_of(std::string_view path) {
    std::vector<std::string> parts;
    while (!path.empty()) {
        const auto slash = std::min(path.find('/'), path.size());
        parts.emplace_back(path.substr(0, slash));
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return parts;
}

bool is_name(std::string_view part) {
    return !part.empty() && part != "." && part != ".." &&
           part.find('\0') == std::string_view::npos;
}

} // namespace

PlainFile::~PlainFile() {
    ::close(descriptor_);
}

std::string PlainFile::read(std::size_t most) {
    std::string bytes(most, '\0');
    for (;;) {
        const auto got = ::read(descriptor_, bytes.data(), bytes.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw BundleError("cannot read a file: " + why());
        bytes.resize(static_cast<std::size_t>(got));
        return bytes;
    }
}

std::optional<std::string> Lines::next() {
    if (!file_) return std::nullopt;
    while (!broken_) {
        const auto end = buffer_.find('\n', begin_);
        if (end != std::string::npos) {
            auto line = buffer_.substr(begin_, end - begin_);
            begin_ = end + 1;
            return line;
        }
        buffer_.erase(0, begin_);
        begin_ = 0;
        const auto more = file_->read(read_bytes);
        broken_ = more.empty() ? !buffer_.empty() : buffer_.size() + more.size() > line_bytes_max;
        if (more.empty()) break;
        buffer_ += more;
    }
    return std::nullopt;
}

Folder::Folder(const std::filesystem::path& root)
    : root_(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (root_ < 0) throw BundleError("cannot open " + root.string() + ": " + why());
}

Folder::~Folder() {
    ::close(root_);
}

int Folder::open_folder(std::string_view path) const {
    int at = ::openat(root_, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    for (const auto& part : parts_of(path)) {
        const Descriptor parent{at};
        if (at < 0 || !is_name(part)) return -1;
        at = ::openat(parent.get(), part.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    }
    return at;
}

std::unique_ptr<PlainFile> Folder::open(std::string_view path) const {
    const auto slash = path.rfind('/');
    const auto name = std::string{slash == std::string_view::npos ? path : path.substr(slash + 1)};
    const Descriptor parent{
        open_folder(slash == std::string_view::npos ? "" : path.substr(0, slash))};
    if (parent.get() < 0 || !is_name(name)) return nullptr;
    // O_NONBLOCK: a pipe in the place of a file must not hold the reader.
    Descriptor file{
        ::openat(parent.get(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)};
    if (file.get() < 0 || !is_plain(file.get())) return nullptr;
    return std::make_unique<PlainFile>(file.release());
}

std::optional<std::string> Folder::read(std::string_view path, std::size_t bytes_max) const {
    const auto file = open(path);
    if (!file) return std::nullopt;
    std::string content;
    for (;;) {
        const auto more = file->read(read_bytes);
        if (more.empty()) return content;
        content += more;
        if (content.size() > bytes_max) return std::nullopt;
    }
}

std::optional<crypto::Digest> Folder::hash(std::string_view path) const {
    const auto file = open(path);
    if (!file) return std::nullopt;
    crypto::Sha256 hash;
    for (auto more = file->read(read_bytes); !more.empty(); more = file->read(read_bytes))
        hash.add(more);
    return hash.finish();
}

std::vector<Folder::Found> Folder::files(std::string_view below) const {
    struct Waiting {
        std::string path;
        unsigned int depth;
    };
    std::vector<Found> found;
    std::vector<Waiting> waiting{{std::string{below}, 0}};
    while (!waiting.empty()) {
        const auto [path, depth] = std::move(waiting.back());
        waiting.pop_back();
        const int descriptor = open_folder(path);
        if (descriptor < 0) continue;
        const std::unique_ptr<DIR, int (*)(DIR*)> folder{::fdopendir(descriptor), &::closedir};
        if (!folder) throw BundleError("cannot list a folder: " + why());
        while (const auto* entry = ::readdir(folder.get())) {
            const std::string name = entry->d_name;
            if (!is_name(name)) continue;
            auto own = path.empty() ? name : path + "/" + name;
            struct stat what {};
            if (::fstatat(::dirfd(folder.get()), name.c_str(), &what, AT_SYMLINK_NOFOLLOW) != 0)
                throw BundleError("cannot look at a file: " + why());
            if (S_ISDIR(what.st_mode) && depth < depth_max)
                waiting.push_back({std::move(own), depth + 1});
            else
                found.push_back({std::move(own), S_ISREG(what.st_mode)});
            if (found.size() > files_max) throw BundleError("too many files");
        }
    }
    std::sort(found.begin(), found.end(),
              [](const Found& a, const Found& b) { return a.path < b.path; });
    return found;
}

std::string hex(const crypto::Digest& digest) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const auto byte : digest.bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::optional<crypto::Digest> parse_hex(std::string_view text) {
    crypto::Digest digest;
    if (text.size() != 2 * digest.bytes.size()) return std::nullopt;
    const auto nibble = [](char c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    };
    for (std::size_t i = 0; i < digest.bytes.size(); ++i) {
        const int high = nibble(text[2 * i]);
        const int low = nibble(text[2 * i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        digest.bytes[i] = static_cast<std::uint8_t>(high << 4 | low);
    }
    return digest;
}

} // namespace thi::journal
