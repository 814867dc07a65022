// Scores, releases and published files.

#include "store/sqlite/reads/decode.h"
#include "store/sqlite/reads/reader.h"

namespace thi::store::sqlite {

std::vector<ScoreRow> Reader::scores(core::ContestId contest) const {
    std::vector<ScoreRow> scores;
    const auto known = candidate_names(contest);
    auto rows = db_.select("SELECT trace FROM score WHERE contest = ? ORDER BY position", contest);
    while (rows.next()) {
        ScoreRow row{decoded<core::CandidateScore>(rows.text(0)), {}};
        if (const auto found = known.find(row.score.candidate); found != known.end())
            row.names = found->second;
        scores.push_back(std::move(row));
    }
    return scores;
}

std::vector<ScoreRow> Reader::scores_of(core::CandidateId candidate) const {
    std::vector<ScoreRow> scores;
    PersonNames own;
    if (const auto account = account_of(candidate)) own = names(*account);
    auto rows = db_.select("SELECT trace FROM score WHERE contest = "
                           "(SELECT contest FROM candidate WHERE candidate = ?1) "
                           "AND candidate = ?1 ORDER BY position",
                           candidate);
    while (rows.next())
        scores.push_back({decoded<core::CandidateScore>(rows.text(0)), own});
    return scores;
}

std::vector<ReleaseRow> Reader::releases(core::ContestId contest) const {
    std::vector<ReleaseRow> releases;
    auto rows = db_.select("SELECT idx, at, final, file_hash, root FROM release "
                           "WHERE contest = ? ORDER BY idx",
                           contest);
    while (rows.next())
        releases.push_back({static_cast<std::uint64_t>(rows.integer(0)), rows.instant(1),
                            rows.flag(2), rows.digest(3), rows.digest(4)});
    return releases;
}

std::optional<PublishedFile> Reader::file(core::ContestId contest,
                                          const crypto::Digest& sha256) const {
    auto rows = db_.select("SELECT name, media_type, content FROM published_file "
                           "WHERE contest = ? AND sha256 = ?",
                           contest, sha256);
    if (!rows.next()) return std::nullopt;
    return PublishedFile{contest, sha256, rows.str(0), rows.str(1), rows.bytes(2)};
}

} // namespace thi::store::sqlite
