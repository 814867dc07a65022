// The results file of a contest: the one that would be published now, and one that was, read again
// (docs/formats/results.md).

#pragma once
#include "core/contest.h"
#include "http/api/result.h"
#include "journal/results.h"
#include "store/reader.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thi::http::handlers {

// The result as it stands: what release would publish.
struct Standings {
    core::Tally tally;
    std::string file;              // Empty while scores are not computed.
    std::uint64_t scored_size = 0; // Leaves on which it rests.
    bool computed() const { return !file.empty(); }
};
Standings standings_of(const core::Contest& contest, const journal::CandidateNames& names);

journal::CandidateNames published_names(const store::Reader& reader, core::ContestId contest);

// What stands in a file that we published. Breakage where it cannot be read.
struct PublishedLines {
    std::vector<api::ResultLine> lines;
    std::vector<core::PostId> unfilled;
};
PublishedLines read_published(std::string_view file);

// The last release, with its file, and the entry that has set it aside.
struct Published {
    store::ReleaseRow release;
    std::string file;
    std::optional<core::Whole> set_aside_index;
};
std::optional<Published> last_published(const store::Reader& reader, core::ContestId contest);

} // namespace thi::http::handlers
