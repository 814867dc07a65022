// Marks, scores, releases and published files.

#include "store/sqlite/reads/decode.h"
#include "store/sqlite/reads/reader.h"

namespace thi::store::sqlite {
namespace {

// Which tables say of which entries that they are about candidate ?2 of contest ?1.
constexpr char own_entries_sql[] =
    "WITH own_application AS (SELECT application, idx FROM application "
    "WHERE contest = ?1 AND candidate = ?2), "
    "own_sitting AS (SELECT sitting, submit_idx, end_idx FROM sitting "
    "WHERE contest = ?1 AND candidate = ?2), "
    "own_appeal AS (SELECT appeal, idx FROM appeal WHERE contest = ?1 AND candidate = ?2), "
    "own AS (SELECT idx FROM own_application "
    "UNION SELECT idx FROM supplement WHERE application IN (SELECT application FROM "
    "own_application) "
    "UNION SELECT idx FROM finding WHERE application IN (SELECT application FROM own_application) "
    "UNION SELECT idx FROM decision WHERE application IN (SELECT application FROM own_application) "
    "UNION SELECT idx FROM petition WHERE application IN (SELECT application FROM own_application) "
    "UNION SELECT decided_idx FROM petition "
    "WHERE application IN (SELECT application FROM own_application) "
    "UNION SELECT idx FROM lease WHERE sitting IN (SELECT sitting FROM own_sitting) "
    "UNION SELECT idx FROM save WHERE contest = ?1 AND sitting IN (SELECT sitting FROM "
    "own_sitting) "
    "UNION SELECT submit_idx FROM own_sitting "
    "UNION SELECT end_idx FROM own_sitting "
    "UNION SELECT idx FROM time_grant WHERE sitting IN (SELECT sitting FROM own_sitting) "
    "UNION SELECT idx FROM late_decision "
    "WHERE contest = ?1 AND sitting IN (SELECT sitting FROM own_sitting) "
    "UNION SELECT idx FROM project WHERE contest = ?1 AND candidate = ?2 "
    "UNION SELECT idx FROM defence_step WHERE contest = ?1 AND candidate = ?2 "
    "UNION SELECT idx FROM question WHERE contest = ?1 AND candidate = ?2 "
    "UNION SELECT idx FROM ballot WHERE contest = ?1 AND candidate = ?2 "
    "UNION SELECT idx FROM ballot_count WHERE contest = ?1 AND candidate = ?2 "
    "UNION SELECT idx FROM sheet WHERE contest = ?1 AND candidate = ?2 "
    "UNION SELECT idx FROM infraction WHERE contest = ?1 AND candidate = ?2 "
    "UNION SELECT idx FROM own_appeal "
    "UNION SELECT idx FROM appeal_decision "
    "WHERE contest = ?1 AND appeal IN (SELECT appeal FROM own_appeal) "
    "UNION SELECT idx FROM amendment WHERE contest = ?1 AND candidate = ?2) "
    "SELECT idx FROM own WHERE idx IS NOT NULL ORDER BY idx";

} // namespace

std::vector<MarkRow> Reader::marks(core::ContestId contest, core::RoundId round,
                                   std::string_view code) const {
    std::vector<MarkRow> marks;
    auto rows = db_.select("SELECT turn, item, marker, hundredths, lines, idx FROM mark "
                           "WHERE contest = ? AND round = ? AND code = ? ORDER BY idx",
                           contest, round, code);
    while (rows.next())
        marks.push_back({enumerator<core::Turn>(rows.text(0)), rows.id<core::ItemId>(1),
                         rows.id<core::PersonId>(2), core::Points{rows.integer(3)},
                         decoded<std::vector<core::RubricMark>>(rows.text(4)),
                         static_cast<std::uint64_t>(rows.integer(5))});
    return marks;
}

std::vector<std::uint64_t> Reader::own_entries(core::ContestId contest,
                                               core::CandidateId candidate) const {
    std::vector<std::uint64_t> indexes;
    auto rows = db_.select(own_entries_sql, contest, candidate);
    while (rows.next())
        indexes.push_back(static_cast<std::uint64_t>(rows.integer(0)));
    return indexes;
}

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

std::vector<ResitRow> Reader::resits(core::ContestId contest) const {
    std::vector<ResitRow> resits;
    auto rows =
        db_.select("SELECT idx, round, again FROM resit WHERE contest = ? ORDER BY idx", contest);
    while (rows.next())
        resits.push_back({static_cast<std::uint64_t>(rows.integer(0)), rows.id<core::RoundId>(1),
                          rows.id<core::RoundId>(2)});
    return resits;
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
