// Hashes of intake's documents as the log holds them: dossiers (docs/formats/dossier.md) and the
// eligible list (docs/formats/lists.md).

#pragma once
#include "core/intake/dossier.h"
#include "core/intake/list.h"

#include <string>

namespace thi::journal {

// SHA-256 of "exam-dossier/v1\n" and the canonical JSON of the dossier.
crypto::Digest dossier_hash(const core::Dossier& dossier);

// The canonical JSON of the list, which is what is published, and the SHA-256 of that text.
std::string eligible_list_text(const core::EligibleList& list);
crypto::Digest eligible_list_hash(const core::EligibleList& list);

} // namespace thi::journal
