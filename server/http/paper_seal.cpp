#include "http/paper_seal.h"

#include "crypto/aead.h"
#include "crypto/random.h"
#include "journal/paper.h"

namespace thi::http {

PreparedPaper prepare_paper(const core::Paper& paper, const core::AnswerKey& key) {
    const auto cipher_key = crypto::random_secret(crypto::aead_key_size);
    const auto text = journal::paper_text(paper);
    PreparedPaper prepared;
    prepared.secrets.paper = paper.paper;
    prepared.secrets.ciphertext = crypto::seal(cipher_key, text, paper.paper.text());
    prepared.secrets.cipher_key = cipher_key.view();
    prepared.secrets.key_document = journal::key_document(key, crypto::random_bytes<32>());
    prepared.ciphertext_hash = crypto::sha256(prepared.secrets.ciphertext);
    prepared.plaintext_commitment = crypto::sha256(text);
    prepared.key_commitment = crypto::sha256(prepared.secrets.key_document);
    return prepared;
}

core::SealPaper seal_command(const store::PaperContent& draft, const PreparedPaper& prepared,
                             core::PersonId by, core::Approvals approvals) {
    core::SealPaper command;
    command.by = by;
    command.round = draft.round;
    command.variant = draft.variant;
    command.paper = draft.content;
    command.key = draft.key;
    command.ciphertext_hash = prepared.ciphertext_hash;
    command.plaintext_commitment = prepared.plaintext_commitment;
    command.key_commitment = prepared.key_commitment;
    command.approvals = std::move(approvals);
    return command;
}

} // namespace thi::http
