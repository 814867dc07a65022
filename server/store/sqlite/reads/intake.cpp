// The register, dossiers, documents, decisions and petitions.

#include "store/sqlite/reads/decode.h"
#include "store/sqlite/reads/reader.h"

namespace thi::store::sqlite {

namespace {

// Columns of the queries of applications below; a candidate has one roll number in a contest.
ApplicationRow read_application(const Rows& rows) {
    ApplicationRow row;
    row.application = rows.id<core::ApplicationId>(0);
    row.contest = rows.id<core::ContestId>(1);
    row.candidate = rows.id<core::CandidateId>(2);
    row.post = rows.id<core::PostId>(3);
    row.number = rows.integer(4);
    row.dossier_hash = rows.digest(5);
    row.source = enumerator<core::ApplicationSource>(rows.text(6));
    row.introducing_body = rows.maybe_str(7);
    row.received_at = rows.instant(8);
    row.index = static_cast<std::uint64_t>(rows.integer(9));
    row.supplement_requested = rows.flag(10);
    row.withdrawn = rows.flag(11);
    row.eligible = rows.maybe_flag(12);
    row.grounds = decoded<std::vector<std::string>>(rows.text(13));
    row.roll_number = rows.maybe_str(14);
    return row;
}

Document read_document(const Rows& rows, const Sealed& sealed) {
    Document document;
    document.document = rows.id<core::DocumentId>(0);
    document.candidate = rows.id<core::CandidateId>(1);
    document.kind = enumerator<core::DocumentKind>(rows.text(2));
    document.version = rows.integer(3);
    document.sha256 = rows.digest(4);
    document.media_type = rows.str(5);
    document.bytes = rows.integer(6);
    document.received_at = rows.instant(8);
    document.file_name = sealed
                             .unseal(rows.id<core::AccountId>(9), rows.blob(7),
                                     "document.sealed_file_name", document.document.text())
                             .value_or("");
    return document;
}

PetitionRow read_petition(const Rows& rows) {
    PetitionRow row;
    row.petition = rows.id<core::PetitionId>(0);
    row.application = rows.id<core::ApplicationId>(1);
    row.text_hash = rows.digest(2);
    row.filed_at = rows.instant(3);
    row.index = static_cast<std::uint64_t>(rows.integer(4));
    row.upheld = rows.maybe_flag(5);
    row.reason = rows.maybe_str(6);
    return row;
}

} // namespace

std::vector<ApplicationRow> Reader::applications(core::ContestId contest) const {
    std::vector<ApplicationRow> applications;
    const auto known = candidate_names(contest);
    auto rows = db_.select(
        "SELECT application, contest, candidate, post, number, dossier_hash, source, "
        "introducing_body, received_at, idx, supplement_requested, withdrawn, eligible, grounds, "
        "(SELECT max(roll_number) FROM sitting s WHERE s.candidate = a.candidate "
        "AND roll_number <> '') FROM application a WHERE contest = ? ORDER BY number",
        contest);
    while (rows.next()) {
        auto row = read_application(rows);
        if (const auto found = known.find(row.candidate); found != known.end())
            row.names = found->second;
        applications.push_back(std::move(row));
    }
    return applications;
}

std::optional<ApplicationRow> Reader::application(core::ApplicationId application) const {
    auto rows = db_.select(
        "SELECT application, contest, candidate, post, number, dossier_hash, source, "
        "introducing_body, received_at, idx, supplement_requested, withdrawn, eligible, grounds, "
        "(SELECT max(roll_number) FROM sitting s WHERE s.candidate = a.candidate "
        "AND roll_number <> '') FROM application a WHERE application = ?",
        application);
    if (!rows.next()) return std::nullopt;
    auto row = read_application(rows);
    if (const auto account = account_of(row.candidate)) row.names = names(*account);
    return row;
}

std::vector<ApplicationRow> Reader::applications_of(core::AccountId account) const {
    std::vector<ApplicationRow> applications;
    auto rows = db_.select(
        "SELECT application, a.contest, a.candidate, post, number, dossier_hash, source, "
        "introducing_body, received_at, idx, supplement_requested, withdrawn, eligible, grounds, "
        "(SELECT max(roll_number) FROM sitting s WHERE s.candidate = a.candidate "
        "AND roll_number <> '') FROM application a JOIN candidate c "
        "ON c.candidate = a.candidate WHERE c.account = ? ORDER BY received_at DESC, number",
        account);
    while (rows.next())
        applications.push_back(read_application(rows));
    const auto own = names(account);
    for (auto& row : applications)
        row.names = own;
    return applications;
}

std::vector<FindingRow> Reader::findings(core::ApplicationId application) const {
    std::vector<FindingRow> findings;
    auto rows = db_.select("SELECT criterion, verdict, reason, evidence, idx, claims FROM finding "
                           "WHERE application = ? ORDER BY criterion",
                           application);
    while (rows.next()) {
        FindingRow row;
        row.finding.criterion = rows.str(0);
        row.finding.verdict = enumerator<core::FindingVerdict>(rows.text(1));
        row.finding.reason = rows.str(2);
        if (!rows.is_null(3)) row.finding.evidence = enumerator<core::DocumentKind>(rows.text(3));
        row.index = static_cast<std::uint64_t>(rows.integer(4));
        if (!rows.is_null(5)) row.finding.claims = rows.str(5);
        findings.push_back(std::move(row));
    }
    return findings;
}

std::vector<DecisionRow> Reader::decisions(core::ApplicationId application) const {
    std::vector<DecisionRow> decisions;
    auto rows = db_.select("SELECT criterion, by, verdict, reason, idx, at FROM decision "
                           "WHERE application = ? ORDER BY criterion, idx",
                           application);
    while (rows.next())
        decisions.push_back({rows.str(0), rows.id<core::PersonId>(1),
                             enumerator<core::DecisionVerdict>(rows.text(2)), rows.str(3),
                             static_cast<std::uint64_t>(rows.integer(4)), rows.instant(5)});
    return decisions;
}

std::vector<SupplementRow> Reader::supplements(core::ApplicationId application) const {
    std::vector<SupplementRow> supplements;
    auto rows = db_.select("SELECT idx, at, by, request_hash, dossier_hash FROM supplement "
                           "WHERE application = ? ORDER BY idx",
                           application);
    while (rows.next())
        supplements.push_back({static_cast<std::uint64_t>(rows.integer(0)), rows.instant(1),
                               rows.maybe_id<core::PersonId>(2), rows.maybe_digest(3),
                               rows.maybe_digest(4)});
    return supplements;
}

std::optional<core::DossierFacts> Reader::dossier(core::CandidateId candidate) const {
    auto rows = db_.select("SELECT account, sealed_facts FROM dossier "
                           "JOIN candidate USING (candidate) WHERE candidate = ?",
                           candidate);
    if (!rows.next()) return std::nullopt;
    const auto json = sealed_.unseal(rows.id<core::AccountId>(0), rows.blob(1),
                                     "dossier.sealed_facts", candidate.text());
    if (!json) return std::nullopt;
    return decoded<core::DossierFacts>(*json);
}

std::optional<core::Dossier> Reader::dossier_version(core::CandidateId candidate,
                                                     const crypto::Digest& dossier_hash) const {
    auto rows = db_.select("SELECT account, sealed_dossier FROM dossier_version "
                           "JOIN candidate USING (candidate) "
                           "WHERE candidate = ? AND dossier_hash = ?",
                           candidate, dossier_hash);
    if (!rows.next()) return std::nullopt;
    const auto json = sealed_.unseal(rows.id<core::AccountId>(0), rows.blob(1),
                                     "dossier_version.sealed_dossier", candidate.text());
    if (!json) return std::nullopt;
    return decoded<core::Dossier>(*json);
}

std::vector<Document> Reader::documents(core::CandidateId candidate) const {
    std::vector<Document> documents;
    auto rows = db_.select(
        "SELECT document, candidate, kind, version, sha256, media_type, bytes, sealed_file_name, "
        "received_at, account FROM document d JOIN candidate USING (candidate) "
        "WHERE candidate = ? AND version = (SELECT max(version) FROM document l "
        "WHERE l.candidate = d.candidate AND l.kind = d.kind) ORDER BY kind",
        candidate);
    while (rows.next())
        documents.push_back(read_document(rows, sealed_));
    return documents;
}

std::optional<Document> Reader::document(core::DocumentId document) const {
    auto rows = db_.select(
        "SELECT document, candidate, kind, version, sha256, media_type, bytes, sealed_file_name, "
        "received_at, account FROM document JOIN candidate USING (candidate) "
        "WHERE document = ?",
        document);
    if (!rows.next()) return std::nullopt;
    return read_document(rows, sealed_);
}

std::optional<std::string> Reader::document_content(core::DocumentId document) const {
    auto rows = db_.select("SELECT account, sealed_content FROM document_content "
                           "JOIN document USING (document) JOIN candidate USING (candidate) "
                           "WHERE document = ?",
                           document);
    if (!rows.next()) return std::nullopt;
    return sealed_.unseal(rows.id<core::AccountId>(0), rows.blob(1),
                          "document_content.sealed_content", document.text());
}

std::optional<std::string> Reader::private_text(core::ContestId contest,
                                                const crypto::Digest& hash) const {
    auto rows = db_.select("SELECT account, sealed_text FROM private_text "
                           "WHERE contest = ? AND hash = ?",
                           contest, hash);
    if (!rows.next()) return std::nullopt;
    return sealed_.unseal(rows.id<core::AccountId>(0), rows.blob(1), "private_text.sealed_text",
                          contest.text());
}

std::optional<std::string> Reader::appeal_text(core::ContestId contest,
                                               core::AppealId appeal) const {
    auto rows = db_.select("SELECT text_hash FROM appeal WHERE contest = ? AND appeal = ?", contest,
                           appeal);
    if (!rows.next()) return std::nullopt;
    return private_text(contest, rows.digest(0));
}

std::optional<PetitionRow> Reader::petition_of(core::ApplicationId application) const {
    auto rows = db_.select("SELECT petition, application, text_hash, filed_at, idx, upheld, reason "
                           "FROM petition WHERE application = ? ORDER BY idx DESC LIMIT 1",
                           application);
    if (!rows.next()) return std::nullopt;
    return read_petition(rows);
}

std::vector<PetitionRow> Reader::petitions(core::ContestId contest) const {
    std::vector<PetitionRow> petitions;
    auto rows = db_.select("SELECT petition, application, text_hash, filed_at, idx, upheld, reason "
                           "FROM petition WHERE contest = ? ORDER BY idx",
                           contest);
    while (rows.next())
        petitions.push_back(read_petition(rows));
    return petitions;
}

std::optional<EligibleListRow> Reader::eligible_list(core::ContestId contest) const {
    auto rows = db_.select("SELECT idx, at, hash, eligible, refused, refused_by_ground "
                           "FROM eligible_list WHERE contest = ? ORDER BY idx DESC LIMIT 1",
                           contest);
    if (!rows.next()) return std::nullopt;
    return EligibleListRow{static_cast<std::uint64_t>(rows.integer(0)),
                           rows.instant(1),
                           rows.digest(2),
                           rows.integer(3),
                           rows.integer(4),
                           decoded<std::map<std::string, core::Whole>>(rows.text(5))};
}

} // namespace thi::store::sqlite
