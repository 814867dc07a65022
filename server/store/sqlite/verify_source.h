// A database as the source of an audit (journal/verify.h): the log's own tables, and the exam
// tables rebuilt in memory and compared with the live ones, row by row.
//
// The file may be anybody's: what does not read as it should is told as damage.

#pragma once
#include "journal/verify/source.h"
#include "store/vault.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace thi::store::sqlite {

struct LoggedContest {
    core::ContestId contest;
    std::string origin; // As its newest checkpoint says, whoever signed that.
};

// The contests that have a log in this database. Throws StoreError where it cannot be opened.
std::vector<LoggedContest> logged_contests(const std::filesystem::path& file);

// One snapshot of one contest, as long as the source lives: another process may go on writing.
// Without `vault`, or with one of other keys, papers stay sealed. The vault outlives the source.
std::unique_ptr<journal::LogSource> open_source(const std::filesystem::path& file,
                                                core::ContestId contest, const Vault* vault);

} // namespace thi::store::sqlite
