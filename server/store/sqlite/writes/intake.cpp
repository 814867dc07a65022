// Rows of intake: applications, findings, decisions, lists, petitions.

#include "store/sqlite/writes/project.h"
#include "text/described.h"

namespace thi::store::sqlite {

namespace {

// What may have changed about an application, as core left it.
void update_application(const Projection& to, core::ApplicationId application) {
    const auto& row = to.contest.applications.at(application);
    to.db.run("UPDATE application SET dossier_hash = ?2, supplement_requested = ?3, "
              "withdrawn = ?4, eligible = ?5, grounds = ?6 WHERE application = ?1",
              application, row.dossier_hash, row.supplement_requested, row.withdrawn, row.eligible,
              text::to_text(row.grounds));
}

} // namespace

void write_rows(const Projection& to, const core::Applied& event) {
    to.db.run("INSERT INTO application (application, contest, candidate, post, number, "
              "dossier_hash, source, introducing_body, letter_hash, consent_hash, received_at, "
              "idx, supplement_requested, withdrawn, eligible, grounds, deciders) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, NULL, '[]', '[]')",
              event.application, to.id(), event.candidate, event.post, event.number,
              event.dossier_hash, text::name_of(event.source), event.introducing_body,
              event.letter_hash, event.consent_hash, event.received_at, to.record.index);
}

void write_rows(const Projection& to, const core::Supplemented& event) {
    to.db.run("INSERT INTO supplement (contest, idx, application, by, request_hash, dossier_hash, "
              "at) VALUES (?, ?, ?, ?, ?, ?, ?)",
              to.id(), to.record.index, event.application, event.by, event.request_hash,
              event.dossier_hash, to.record.at);
    update_application(to, event.application);
    // What was found and decided was about the dossier as it stood before.
    const auto& row = to.contest.applications.at(event.application);
    if (row.findings.empty())
        to.db.run("DELETE FROM finding WHERE application = ?", event.application);
    if (row.decisions.empty())
        to.db.run("DELETE FROM decision WHERE application = ?", event.application);
}

void write_rows(const Projection& to, const core::Withdrawn& event) {
    update_application(to, event.application);
}

void write_rows(const Projection& to, const core::Found& event) {
    to.db.run("DELETE FROM finding WHERE application = ?", event.application);
    for (const auto& finding : event.findings) {
        std::optional<std::string_view> evidence;
        if (finding.evidence) evidence = text::name_of(*finding.evidence);
        to.db.run("INSERT INTO finding (application, criterion, contest, verdict, reason, "
                  "evidence, idx, claims) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                  event.application, finding.criterion, to.id(), text::name_of(finding.verdict),
                  finding.reason, evidence, to.record.index, finding.claims);
    }
    update_application(to, event.application);
}

void write_rows(const Projection& to, const core::CriterionDecided& event) {
    to.db.run("INSERT OR REPLACE INTO decision (application, criterion, by, contest, verdict, "
              "reason, idx, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
              event.application, event.criterion, event.by, to.id(), text::name_of(event.verdict),
              event.reason, to.record.index, to.record.at);
}

void write_rows(const Projection& to, const core::EligibilityResulted& event) {
    to.db.run("UPDATE application SET deciders = ? WHERE application = ?",
              text::to_text(event.deciders), event.application);
    update_application(to, event.application);
}

void write_rows(const Projection& to, const core::ListPosted& event) {
    to.db.run("INSERT INTO eligible_list (contest, idx, at, by, hash, eligible, refused, "
              "refused_by_ground) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
              to.id(), to.record.index, to.record.at, event.by, event.hash, event.eligible,
              event.refused, text::to_text(event.refused_by_ground));
}

void write_rows(const Projection& to, const core::PetitionFiled& event) {
    to.db.run("INSERT INTO petition (petition, contest, application, text_hash, filed_at, idx) "
              "VALUES (?, ?, ?, ?, ?, ?)",
              event.petition, to.id(), event.application, event.text_hash, event.filed_at,
              to.record.index);
}

void write_rows(const Projection& to, const core::PetitionDecided& event) {
    to.db.run("UPDATE petition SET upheld = ?, reason = ?, by = ?, decided_idx = ? "
              "WHERE petition = ?",
              event.upheld, event.reason, event.by, to.record.index, event.petition);
    for (const auto& [id, application] : to.contest.applications)
        if (application.petition && application.petition->petition == event.petition)
            update_application(to, id);
}

} // namespace thi::store::sqlite
