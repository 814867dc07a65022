// A candidate's dossier as it is kept, hashed and shown; and the pseudonym that its owner has in a
// contest. Shared by everything of intake.

#pragma once
#include "core/intake/dossier.h"
#include "http/api/intake.h"
#include "http/handlers/contest_view.h"
#include "store/batch.h"
#include "store/reader.h"

#include <optional>

namespace thi::http {

constexpr core::Whole document_versions_max = 20; // Of one kind.
constexpr std::size_t file_name_bytes_max = 200;
constexpr std::size_t fact_bytes_max = 300;
constexpr std::size_t fact_lines_max = 30;
constexpr std::size_t letter_bytes_max = 8000; // A petition, a request.

// Who applies: the pseudonym known already, or a fresh one that `join` writes down.
struct Applicant {
    core::CandidateId candidate;
    bool known = false;
    store::SiteWrite join;
};

// The asker as a candidate of the contest of the path. Refused (`role_conflict`) where he or she
// has a duty in it.
core::Result<Applicant> applicant(const Exchange& exchange);

// What the candidate has declared and handed in: the last version of each document, by kind.
core::Dossier dossier_of(const store::Reader& reader, core::CandidateId candidate);

// docs/formats/dossier.md
crypto::Digest dossier_hash(const core::Dossier& dossier);

// Refuses (`invalid_field`) dates that are none and texts over their limits.
core::Result<void> plausible(const core::DossierFacts& facts);

api::DocumentLine line_of(const store::Document& document);

} // namespace thi::http
