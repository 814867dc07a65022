// Drafts, pseudonyms, two-person acts, dossiers, papers and notes.

#include "store/sqlite/writes/site.h"
#include "text/described.h"

namespace thi::store::sqlite {

namespace {

core::Fault refused(core::Code code, std::string vi, std::string en) {
    return {code, {std::move(vi), std::move(en)}, {}};
}

} // namespace

core::Result<void> SiteWriter::add_contest(const ContestSite& contest) {
    {
        auto rows = db_.select("SELECT 1 FROM contest_site WHERE code = ?", contest.code);
        if (rows.next())
            return refused(core::Code::already_done, "Mã kỳ thi này đã được dùng.",
                           "This contest code is already in use.");
    }
    db_.run("INSERT INTO contest_site (contest, code, draft_plan, demo, created_by, created_at, "
            "updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
            contest.contest, contest.code, contest.draft_plan, contest.demo, contest.created_by,
            contest.created_at, contest.updated_at);
    return {};
}

core::Result<void> SiteWriter::set_draft_plan(core::ContestId contest, std::string_view plan,
                                              core::Instant read_at, core::Instant now) {
    // Two edits within one millisecond must still be told apart.
    const auto later = std::max(now, read_at + core::Duration{1});
    db_.run("UPDATE contest_site SET draft_plan = ?, updated_at = ? "
            "WHERE contest = ? AND updated_at = ?",
            plan, later, contest, read_at);
    if (db_.changes() == 0)
        return refused(core::Code::wrong_state, "Bản dự thảo đã được người khác sửa.",
                       "Somebody else has changed the draft in the meantime.");
    return {};
}

core::CandidateId SiteWriter::join_candidate(core::ContestId contest, core::AccountId account,
                                             core::CandidateId fresh) {
    {
        auto rows = db_.select("SELECT candidate FROM candidate WHERE contest = ? AND account = ?",
                               contest, account);
        if (rows.next()) return rows.id<core::CandidateId>(0);
    }
    db_.run("INSERT INTO candidate (candidate, contest, account) VALUES (?, ?, ?)", fresh, contest,
            account);
    return fresh;
}

core::PersonId SiteWriter::join_person(core::ContestId contest, core::AccountId account,
                                       core::PersonId fresh) {
    {
        auto rows = db_.select("SELECT person FROM person WHERE contest = ? AND account = ?",
                               contest, account);
        if (rows.next()) return rows.id<core::PersonId>(0);
    }
    db_.run("INSERT INTO person (person, contest, account) VALUES (?, ?, ?)", fresh, contest,
            account);
    return fresh;
}

void SiteWriter::add_draft_role(core::ContestId contest, core::PersonId person, core::Role role) {
    db_.run("INSERT OR IGNORE INTO draft_official (contest, person, role) VALUES (?, ?, ?)",
            contest, person, text::name_of(role));
}

void SiteWriter::drop_draft_role(core::ContestId contest, core::PersonId person, core::Role role) {
    db_.run("DELETE FROM draft_official WHERE contest = ? AND person = ? AND role = ?", contest,
            person, text::name_of(role));
}

void SiteWriter::add_proposal(const Proposal& proposal) {
    db_.run("INSERT INTO proposal (proposal, contest, act, body, action_hash, needed, state, "
            "result, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            proposal.proposal, proposal.contest, proposal.act, proposal.body, proposal.action_hash,
            proposal.needed, text::name_of(proposal.state), proposal.result, proposal.created_at);
    for (const auto& approval : proposal.approvals)
        db_.run("INSERT INTO proposal_approval (proposal, person, method, at) "
                "VALUES (?, ?, ?, ?)",
                proposal.proposal, approval.person, approval.method, approval.at);
}

core::Result<void> SiteWriter::approve_proposal(core::ProposalId proposal,
                                                const ProposalApproval& approval) {
    // An approval that has grown old is given again.
    db_.run("INSERT INTO proposal_approval (proposal, person, method, at) "
            "SELECT proposal, ?2, ?3, ?4 FROM proposal WHERE proposal = ?1 AND state = 'waiting' "
            "ON CONFLICT (proposal, person) DO UPDATE SET method = excluded.method, "
            "at = excluded.at WHERE excluded.at > proposal_approval.at",
            proposal, approval.person, approval.method, approval.at);
    if (db_.changes() == 0)
        return refused(core::Code::same_person,
                       "Người này đã phê duyệt, hoặc đề xuất không còn chờ phê duyệt.",
                       "This person has approved already, or the proposal no longer waits.");
    return {};
}

core::Result<void> SiteWriter::settle_proposal(core::ProposalId proposal, ProposalState state,
                                               const std::optional<std::string>& result) {
    db_.run("UPDATE proposal SET state = ?, result = ? WHERE proposal = ? AND state = 'waiting'",
            text::name_of(state), result, proposal);
    if (db_.changes() == 0)
        return refused(core::Code::already_done, "Đề xuất này đã được giải quyết.",
                       "This proposal was settled already.");
    return {};
}

void SiteWriter::add_file(const PublishedFile& file) {
    db_.run("INSERT OR IGNORE INTO published_file (contest, sha256, name, media_type, content) "
            "VALUES (?, ?, ?, ?, ?)",
            file.contest, file.sha256, file.name, file.media_type, Blob{file.content});
}

core::AccountId SiteWriter::owner(core::CandidateId candidate) {
    auto rows = db_.select("SELECT account FROM candidate WHERE candidate = ?", candidate);
    if (!rows.next()) throw StoreError("no such candidate: " + candidate.str());
    return rows.id<core::AccountId>(0);
}

void SiteWriter::put_dossier(core::CandidateId candidate, const core::DossierFacts& facts,
                             core::Instant now) {
    const auto sealed = sealed_.seal(owner(candidate), text::to_text(facts), "dossier.sealed_facts",
                                     candidate.text());
    db_.run("INSERT INTO dossier (candidate, sealed_facts, updated_at) VALUES (?, ?, ?) "
            "ON CONFLICT DO UPDATE SET sealed_facts = excluded.sealed_facts, "
            "updated_at = excluded.updated_at",
            candidate, Blob{sealed}, now);
}

void SiteWriter::keep_dossier(core::CandidateId candidate, const core::Dossier& dossier,
                              const crypto::Digest& dossier_hash, core::Instant now) {
    const auto sealed = sealed_.seal(owner(candidate), text::to_text(dossier),
                                     "dossier_version.sealed_dossier", candidate.text());
    db_.run("INSERT OR IGNORE INTO dossier_version (candidate, dossier_hash, sealed_dossier, at) "
            "VALUES (?, ?, ?, ?)",
            candidate, dossier_hash, Blob{sealed}, now);
}

core::Whole SiteWriter::add_document(const Document& document, std::string_view content) {
    const auto kind = text::name_of(document.kind);
    core::Whole version = 1;
    {
        auto rows = db_.select("SELECT coalesce(max(version), 0) + 1 FROM document "
                               "WHERE candidate = ? AND kind = ?",
                               document.candidate, kind);
        if (rows.next()) version = rows.integer(0);
    }
    const auto account = owner(document.candidate);
    const auto name = sealed_.seal(account, document.file_name, "document.sealed_file_name",
                                   document.document.text());
    db_.run("INSERT INTO document (document, candidate, kind, version, sha256, media_type, bytes, "
            "sealed_file_name, received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            document.document, document.candidate, kind, version, document.sha256,
            document.media_type, document.bytes, Blob{name}, document.received_at);
    const auto sealed =
        sealed_.seal(account, content, "document_content.sealed_content", document.document.text());
    db_.run("INSERT INTO document_content (document, sealed_content) VALUES (?, ?)",
            document.document, Blob{sealed});
    return version;
}

void SiteWriter::put_text(core::ContestId contest, const crypto::Digest& hash,
                          core::AccountId account, std::string_view text, core::Instant now) {
    const auto sealed = sealed_.seal(account, text, "private_text.sealed_text", contest.text());
    db_.run("INSERT OR IGNORE INTO private_text (contest, hash, account, sealed_text, at) "
            "VALUES (?, ?, ?, ?, ?)",
            contest, hash, account, Blob{sealed}, now);
}

void SiteWriter::put_paper(const PaperContent& paper) {
    core::Points points;
    for (const auto& item : paper.content.items)
        points += item.points;
    const auto row = paper.paper.text();
    const auto content = sealed_.vault().seal(text::to_text(paper.content),
                                              seal_context("paper_content.sealed_paper", row));
    const auto key = sealed_.vault().seal(text::to_text(paper.key),
                                          seal_context("paper_content.sealed_key", row));
    db_.run("INSERT INTO paper_content (paper, contest, round, variant, title, items, "
            "hundredths, content_hash, sealed_paper, sealed_key, created_by, created_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
            "round = excluded.round, variant = excluded.variant, title = excluded.title, "
            "items = excluded.items, hundredths = excluded.hundredths, "
            "content_hash = excluded.content_hash, sealed_paper = excluded.sealed_paper, "
            "sealed_key = excluded.sealed_key",
            paper.paper, paper.contest, paper.round, text::name_of(paper.variant),
            paper.content.title, paper.content.items.size(), points, paper.content_hash,
            Blob{content}, Blob{key}, paper.created_by, paper.created_at);
}

void SiteWriter::put_paper_secrets(const PaperSecrets& secrets) {
    const auto row = secrets.paper.text();
    const auto cipher_key = sealed_.vault().seal(
        secrets.cipher_key, seal_context("paper_ciphertext.sealed_cipher_key", row));
    const auto document = sealed_.vault().seal(
        secrets.key_document, seal_context("paper_ciphertext.sealed_key_document", row));
    db_.run("INSERT INTO paper_ciphertext (paper, ciphertext, sealed_cipher_key, "
            "sealed_key_document) VALUES (?, ?, ?, ?)",
            secrets.paper, Blob{secrets.ciphertext}, Blob{cipher_key}, Blob{document});
}

void SiteWriter::put_note(core::SittingId sitting, std::string_view body, core::Instant now) {
    db_.run("INSERT INTO sitting_note (sitting, body, updated_at) VALUES (?, ?, ?) "
            "ON CONFLICT DO UPDATE SET body = excluded.body, updated_at = excluded.updated_at",
            sitting, body, now);
}

void SiteWriter::set_value(std::string_view name, std::string_view value) {
    db_.run("INSERT INTO site_value (name, value) VALUES (?, ?) "
            "ON CONFLICT DO UPDATE SET value = excluded.value",
            name, value);
}

} // namespace thi::store::sqlite
