#include "journal/proof.h"

#include "journal/line.h"
#include "text/base64.h"

namespace thi::journal {
namespace {

constexpr std::string_view proof_version = "c2sp.org/tlog-proof@v1";
constexpr std::string_view extra_word = "extra ";
constexpr std::string_view index_word = "index ";

text::Mistake malformed_proof() {
    return text::mistaken(text::Kind::format, "Bằng chứng (tlog-proof) không đúng định dạng.",
                          "The proof (tlog-proof) is malformed.");
}

} // namespace

std::string print_proof(const LogProof& proof) {
    std::string out;
    constexpr std::size_t hash_line = text::base64_length(32) + 1;
    out.reserve(64 + (proof.extra ? text::base64_length(proof.extra->size()) : 0) +
                proof.hashes.size() * hash_line + proof.checkpoint.size());
    out += proof_version;
    out += '\n';
    if (proof.extra) {
        out += extra_word;
        text::append_base64(out, *proof.extra);
        out += '\n';
    }
    out += index_word;
    append_decimal(out, proof.index);
    out += '\n';
    for (const auto& hash : proof.hashes) {
        text::append_base64(out, view(hash));
        out += '\n';
    }
    out += '\n';
    out += proof.checkpoint;
    return out;
}

text::Result<LogProof> parse_proof(std::string_view text) {
    if (text.size() > proof_bytes_max) return malformed_proof();
    LineReader lines{text};
    if (lines.next() != proof_version) return malformed_proof();
    LogProof proof;
    auto line = lines.next();
    if (line && line->starts_with(extra_word)) {
        proof.extra = text::decode_base64(line->substr(extra_word.size()));
        if (!proof.extra || proof.extra->empty()) return malformed_proof();
        line = lines.next();
    }
    if (!line || !line->starts_with(index_word)) return malformed_proof();
    const auto index = parse_decimal(line->substr(index_word.size()));
    if (!index) return malformed_proof();
    proof.index = *index;
    for (line = lines.next(); line && !line->empty(); line = lines.next()) {
        const auto hash = parse_digest(*line);
        if (!hash || proof.hashes.size() == proof_hashes_max) return malformed_proof();
        proof.hashes.push_back(*hash);
    }
    if (!line || lines.done()) return malformed_proof();
    proof.checkpoint = lines.rest();
    return proof;
}

text::Result<Checkpoint> verify_proof(const LogProof& proof, const Hash& leaf,
                                      const VerifierKey& log) {
    auto checkpoint = open_checkpoint(proof.checkpoint, log);
    if (!checkpoint) return checkpoint;
    if (!verify_inclusion(proof.index, checkpoint->size, leaf, proof.hashes, checkpoint->root))
        return text::mistaken(text::Kind::format,
                              "Nội dung này không nằm ở vị trí đã nêu trong nhật ký.",
                              "This is not in the log at the place that the proof names.");
    return checkpoint;
}

} // namespace thi::journal
