// A paper made ready to be sealed: the ciphertext that candidates fetch, its key, and what the log
// commits to (docs/formats/bank.md, saving.md).

#pragma once
#include "core/sitting/commands.h"
#include "store/site.h"

namespace thi::http {

struct PreparedPaper {
    store::PaperSecrets secrets;
    crypto::Digest ciphertext_hash;
    crypto::Digest plaintext_commitment;
    crypto::Digest key_commitment;
};

// Draws a key and a salt at random. AES-256-GCM over the paper's canonical text, its id being the
// context: nonce, ciphertext, tag.
PreparedPaper prepare_paper(const core::Paper& paper, const core::AnswerKey& key);

// The command that seals it. `secrets` of the prepared paper go into the same transaction.
core::SealPaper seal_command(const store::PaperContent& draft, const PreparedPaper& prepared,
                             core::PersonId by, core::Approvals approvals);

} // namespace thi::http
