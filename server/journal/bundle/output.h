// Output: a new folder written file by file, each on the disk and in the manifest.

#pragma once
#include "journal/bundle/folder.h"

#include <map>

namespace thi::journal {

class Output {
  public:
    // Makes the folder. Throws BundleError where something stands in it already.
    explicit Output(const std::filesystem::path& root);
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    ~Output();

    void folder(std::string_view path);
    void write(std::string_view path, std::string_view content);
    // For files that grow beside each other; complete after finish().
    void append(const std::string& path, std::string_view content);
    // The manifest, and every folder on the disk.
    void finish();

  private:
    struct Growing {
        int descriptor = -1;
        std::string waiting;
        crypto::Sha256 hash;
    };

    int make(std::string_view path);
    void flush(Growing& file);
    void close_growing(const std::string& path, Growing& file);

    std::filesystem::path root_;
    std::map<std::string, std::unique_ptr<Growing>> growing_;
    std::map<std::string, crypto::Digest> hashes_;
};

} // namespace thi::journal
