// Site data of defences: the ballot box, the keys of ballots, projects as they were filed.

#include "core/refusal.h"
#include "store/sqlite/writes/site.h"

#include <algorithm>

namespace thi::store::sqlite {

namespace {

std::string key_row(core::RoundId round, core::CandidateId candidate) {
    return round.str() + "/" + candidate.str();
}

} // namespace

core::Result<void> SiteWriter::box_ballot(core::RoundId round, core::CandidateId candidate,
                                          const core::BoxedBallot& ballot) {
    {
        auto rows = db_.select("SELECT 1 FROM ballot_box WHERE token_digest = ?1 UNION ALL "
                               "SELECT 1 FROM ballot WHERE token_digest = ?1",
                               ballot.token_digest);
        if (rows.next())
            return core::refuse(core::Code::already_done, "Phiếu này đã được bỏ.",
                                "This ballot has been cast.");
    }
    auto box = whole_box();
    std::optional<std::int64_t> hundredths;
    if (ballot.score) hundredths = ballot.score->hundredths;
    box.push_back({ballot.ballot, round, candidate, ballot.token_digest, hundredths, ballot.salt});
    std::sort(box.begin(), box.end(),
              [](const BoxRow& a, const BoxRow& b) { return a.ballot < b.ballot; });
    // All of it anew: where a row lies in the file must not tell when it came.
    db_.run("DELETE FROM ballot_box");
    for (const auto& row : box)
        db_.run("INSERT INTO ballot_box (ballot, round, candidate, token_digest, hundredths, salt) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                row.ballot, row.round, row.candidate, row.token_digest, row.hundredths, row.salt);
    forget_ = true; // Nor the order of the frames in the write-ahead log.
    return {};
}

std::vector<SiteWriter::BoxRow> SiteWriter::whole_box() {
    std::vector<BoxRow> box;
    auto rows = db_.select("SELECT ballot, round, candidate, token_digest, hundredths, salt "
                           "FROM ballot_box");
    while (rows.next())
        box.push_back({rows.id<core::BallotId>(0), rows.id<core::RoundId>(1),
                       rows.id<core::CandidateId>(2), rows.digest(3), rows.maybe_integer(4),
                       rows.digest(5)});
    return box;
}

core::Result<void> SiteWriter::empty_box(core::RoundId round, core::CandidateId candidate,
                                         std::size_t counted) {
    db_.run("DELETE FROM ballot_box WHERE round = ? AND candidate = ?", round, candidate);
    if (db_.changes() != static_cast<std::int64_t>(counted))
        return core::refuse(core::Code::wrong_state,
                            "Vừa có phiếu được bỏ thêm. Hãy kiểm phiếu lại.",
                            "A ballot was cast just now. Count again.");
    db_.run("DELETE FROM ballot_key WHERE round = ? AND candidate = ?", round, candidate);
    forget_ = true;
    return {};
}

void SiteWriter::put_ballot_key(core::RoundId round, core::CandidateId candidate,
                                std::string_view key) {
    const auto sealed =
        sealed_.vault().seal(key, seal_context("ballot_key.sealed_key", key_row(round, candidate)));
    db_.run("INSERT OR IGNORE INTO ballot_key (round, candidate, sealed_key) VALUES (?, ?, ?)",
            round, candidate, Blob{sealed});
}

void SiteWriter::put_project(core::CandidateId candidate, const ProjectFile& project) {
    const auto account = owner(candidate);
    const auto name = sealed_.seal(account, project.file_name, "project_content.sealed_file_name",
                                   candidate.text());
    const auto content =
        sealed_.seal(account, project.content, "project_content.sealed_content", candidate.text());
    db_.run("INSERT OR IGNORE INTO project_content (candidate, sha256, sealed_file_name, "
            "sealed_content) VALUES (?, ?, ?, ?)",
            candidate, project.sha256, Blob{name}, Blob{content});
}

} // namespace thi::store::sqlite
