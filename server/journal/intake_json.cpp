#include "journal/intake_json.h"

#include "text/described.h"

namespace thi::journal {

crypto::Digest dossier_hash(const core::Dossier& dossier) {
    return crypto::sha256({"exam-dossier/v1\n", text::to_text(dossier)});
}

std::string eligible_list_text(const core::EligibleList& list) {
    return text::to_text(list);
}

crypto::Digest eligible_list_hash(const core::EligibleList& list) {
    return crypto::sha256(eligible_list_text(list));
}

} // namespace thi::journal
