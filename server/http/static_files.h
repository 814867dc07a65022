// The client's files, read once at start into a table: a request can only name a row of it (S-37).

#pragma once
#include "http/reply.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace thi::http {

constexpr std::size_t static_file_bytes_max = 16 * 1024 * 1024;
constexpr std::size_t static_files_max = 2'000;

class StaticFiles {
  public:
    // No files: every path is 404.
    StaticFiles() = default;

    // Reads every file under `folder`; `X.br` and `X.gz` beside an X are its compressed forms.
    // Throws where the folder cannot be read or exceeds a limit.
    static StaticFiles load(const std::filesystem::path& folder);

    // The file at `path`, or the page that owns the prefix: /thi/* exam.html, /qt/* staff.html,
    // /kiem-chung/* verify.html, everything else index.html. 404 for what is not a plain path, for
    // a missing file of /assets/ and for any missing file with an extension. The reply points into
    // the table, which must outlive it.
    Reply find(std::string_view path, std::string_view accept_encoding) const;

    bool empty() const { return files_.empty(); }

  private:
    struct Form {
        std::string bytes;
        std::string etag;
    };
    struct File {
        Form plain;
        Form brotli;
        Form gzip;
        std::string_view type;
        Cache cache = Cache::revalidate;
    };
    void add(const std::string& path, std::string bytes);

    std::map<std::string, File, std::less<>> files_;
};

// The Content-Type of a file name; "application/octet-stream" for an unknown kind.
std::string_view type_of_file(std::string_view name);

// Whether the Accept-Encoding field takes `coding`; a q of zero refuses it.
bool accepts_encoding(std::string_view field, std::string_view coding);

} // namespace thi::http
