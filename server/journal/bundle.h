// Bundle: a log as a folder that an auditor takes away (docs/formats/bundle.md). Written from any
// source, and read back as one: `verify` and `tally` need nothing else.

#pragma once
#include "journal/bundle/folder.h"
#include "journal/verify/source.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace thi::journal {

struct BundleOptions {
    // Openings that are never everybody's too, and the scores item by item. Either way: openings of
    // P, and, once results are released, those of R, the papers that were used, and the results.
    bool auditors = false;
    std::function<void(std::uint64_t leaves)> progress;
};

// Writes into `folder`, which must not exist or be empty; every file is on the disk when it
// returns. Throws BundleError.
void write_bundle(LogSource& source, const std::filesystem::path& folder,
                  const BundleOptions& options = {});

// Throws BundleError where there is no such folder; everything else is told as damage.
std::unique_ptr<LogSource> open_bundle(const std::filesystem::path& folder);

} // namespace thi::journal
