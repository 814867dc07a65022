// The ballot box, the keys of ballots, projects as they were filed.

#include "store/sqlite/reads/reader.h"

namespace thi::store::sqlite {

std::vector<core::BoxedBallot> Reader::ballot_box(core::RoundId round,
                                                  core::CandidateId candidate) const {
    std::vector<core::BoxedBallot> box;
    auto rows = db_.select("SELECT ballot, token_digest, hundredths, salt FROM ballot_box "
                           "WHERE round = ? AND candidate = ? ORDER BY ballot",
                           round, candidate);
    while (rows.next()) {
        core::BoxedBallot ballot{rows.id<core::BallotId>(0), rows.digest(1), {}, rows.digest(3)};
        if (const auto hundredths = rows.maybe_integer(2)) ballot.score = core::Points{*hundredths};
        box.push_back(ballot);
    }
    return box;
}

std::vector<BallotRow> Reader::ballots(core::RoundId round, core::CandidateId candidate) const {
    std::vector<BallotRow> counted;
    auto rows = db_.select("SELECT ballot, token_digest, hundredths, salt, idx FROM ballot "
                           "WHERE round = ? AND candidate = ? ORDER BY ballot",
                           round, candidate);
    while (rows.next()) {
        BallotRow row;
        row.ballot = {rows.id<core::BallotId>(0), rows.digest(1), {}, rows.digest(3)};
        if (const auto hundredths = rows.maybe_integer(2))
            row.ballot.score = core::Points{*hundredths};
        row.index = static_cast<std::uint64_t>(rows.integer(4));
        counted.push_back(row);
    }
    return counted;
}

std::optional<std::string> Reader::ballot_key(core::RoundId round,
                                              core::CandidateId candidate) const {
    auto rows = db_.select("SELECT sealed_key FROM ballot_key WHERE round = ? AND candidate = ?",
                           round, candidate);
    if (!rows.next()) return std::nullopt;
    const auto row = round.str() + "/" + candidate.str();
    return sealed_.vault().unseal(rows.blob(0), seal_context("ballot_key.sealed_key", row));
}

std::optional<ProjectFile> Reader::project_file(core::CandidateId candidate,
                                                const crypto::Digest& sha256) const {
    auto rows = db_.select("SELECT account, sealed_file_name, sealed_content FROM project_content "
                           "JOIN candidate USING (candidate) WHERE candidate = ? AND sha256 = ?",
                           candidate, sha256);
    if (!rows.next()) return std::nullopt;
    const auto account = rows.id<core::AccountId>(0);
    auto name =
        sealed_.unseal(account, rows.blob(1), "project_content.sealed_file_name", candidate.text());
    auto content =
        sealed_.unseal(account, rows.blob(2), "project_content.sealed_content", candidate.text());
    if (!name || !content) return std::nullopt; // Erased.
    return ProjectFile{sha256, std::move(*name), std::move(*content)};
}

} // namespace thi::store::sqlite
