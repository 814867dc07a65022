#include "http/static_files.h"

#include "http/ascii.h"
#include "http/target.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace thi::http {
namespace {

struct Type {
    std::string_view extension;
    std::string_view type;
};

constexpr Type types[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
    {".pdf", "application/pdf"},
    {".wasm", "application/wasm"},
};

struct Page {
    std::string_view prefix;
    std::string_view file;
};

constexpr Page pages[] = {
    {"/thi/", "/exam.html"},
    {"/qt/", "/staff.html"},
    {"/kiem-chung/", "/verify.html"},
};

std::string_view page_of(std::string_view path) {
    for (const auto& [prefix, file] : pages)
        if (path.starts_with(prefix) || path == prefix.substr(0, prefix.size() - 1)) return file;
    return "/index.html";
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    if (!file) throw std::runtime_error("cannot read " + path.string());
    return bytes;
}

Reply missing() {
    return Reply::problem({core::Code::not_found,
                           {"Không có trang hoặc tệp này.", "There is no such page or file."},
                           {}});
}

bool has_extension(std::string_view path) {
    return path.substr(path.rfind('/') + 1).find('.') != std::string_view::npos;
}

} // namespace

std::string_view type_of_file(std::string_view name) {
    for (const auto& [extension, type] : types)
        if (name.ends_with(extension)) return type;
    return "application/octet-stream";
}

bool accepts_encoding(std::string_view field, std::string_view coding) {
    while (!field.empty()) {
        const auto comma = field.find(',');
        const auto element = trim_blanks(field.substr(0, comma));
        field = comma == std::string_view::npos ? std::string_view{} : field.substr(comma + 1);
        const auto semicolon = element.find(';');
        if (!equal_ignoring_case(trim_blanks(element.substr(0, semicolon)), coding)) continue;
        if (semicolon == std::string_view::npos) return true;
        const auto weight = trim_blanks(element.substr(semicolon + 1));
        return weight.find_first_not_of("qQ=0. ") != std::string_view::npos;
    }
    return false;
}

StaticFiles StaticFiles::load(const std::filesystem::path& folder) {
    StaticFiles loaded;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
        if (!entry.is_regular_file() || entry.is_symlink()) continue;
        const auto path = "/" + entry.path().lexically_relative(folder).generic_string();
        if (entry.file_size() > static_file_bytes_max)
            throw std::runtime_error("file of the client over its limit: " + path);
        loaded.add(path, read_file(entry.path()));
        if (loaded.files_.size() > static_files_max)
            throw std::runtime_error("too many files in " + folder.string());
    }
    std::erase_if(loaded.files_, [](const auto& row) { return row.second.plain.etag.empty(); });
    return loaded;
}

void StaticFiles::add(const std::string& path, std::string bytes) {
    const bool brotli = path.ends_with(".br");
    const bool gzip = path.ends_with(".gz");
    const auto name = brotli || gzip ? path.substr(0, path.size() - 3) : path;
    auto& file = files_[name];
    auto& form = brotli ? file.brotli : gzip ? file.gzip : file.plain;
    form.etag = etag_of(bytes);
    form.bytes = std::move(bytes);
    file.type = type_of_file(name);
    file.cache = name.starts_with("/assets/") ? Cache::immutable : Cache::revalidate;
}

Reply StaticFiles::find(std::string_view path, std::string_view accept_encoding) const {
    if (!is_plain_path(path)) return missing();
    auto found = files_.find(path);
    if (found == files_.end()) {
        if (has_extension(path) || path.starts_with("/assets/")) return missing();
        found = files_.find(page_of(path));
        if (found == files_.end()) return missing();
    }
    const auto& file = found->second;
    const auto* form = &file.plain;
    Reply reply;
    if (!file.brotli.etag.empty() && accepts_encoding(accept_encoding, "br")) {
        form = &file.brotli;
        reply.encoding = "br";
    } else if (!file.gzip.etag.empty() && accepts_encoding(accept_encoding, "gzip")) {
        form = &file.gzip;
        reply.encoding = "gzip";
    }
    reply.type = file.type;
    reply.lasting = form->bytes;
    reply.etag = form->etag;
    reply.cache = file.cache;
    reply.page = true;
    reply.varies = !file.brotli.etag.empty() || !file.gzip.etag.empty();
    return reply;
}

} // namespace thi::http
