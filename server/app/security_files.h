// The security log on disk (S-50): a file for each day of UTC, DIR/security/YYYY-MM-DD.jsonl. When
// the day is over its SHA-256 goes into every open log (sec.digest), and from then on a change of
// the file shows. What a line says is http's business.

#pragma once
#include "core/plan/whole.h"
#include "core/time.h"
#include "crypto/hash.h"

#include <filesystem>
#include <fstream>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace thi::app {

class SecurityFiles {
  public:
    // Makes the folder where it is missing, for its owner alone.
    explicit SecurityFiles(std::filesystem::path folder);

    // Appends a line to the day of `at`, on any thread. Never throws: an examination goes on
    // without its security log. More than `lines_per_minute_max` are counted, not kept.
    void write(core::Instant at, std::string_view line);

    // A day that is over, as it goes into the logs: the file's hash and its lines.
    struct Day {
        std::string day; // YYYY-MM-DD
        crypto::Digest hash;
        core::Whole entries = 0;
    };
    // Days before that of `now` of which no log knows yet, oldest first. Lines that come late go
    // into a later day's file.
    std::vector<Day> due(core::Instant now);
    // The logs know it: DIR/security/YYYY-MM-DD.sha256, in the form of sha256sum, says so.
    void settled(const Day& day);

    static constexpr std::size_t lines_per_minute_max = 6'000;

  private:
    void open(const std::string& day);
    void append(std::string_view line);

    std::filesystem::path folder_;
    std::mutex mutex_;
    std::ofstream out_;
    std::string day_;     // Of the open file.
    std::string floor_;   // No line goes into an earlier day's file.
    std::string scanned_; // The day on which due() last looked.
    std::int64_t minute_ = 0;
    std::size_t lines_ = 0; // Of this minute.
    std::size_t dropped_ = 0;
};

} // namespace thi::app
