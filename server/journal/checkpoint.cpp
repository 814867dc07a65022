#include "journal/checkpoint.h"

#include "journal/line.h"
#include "text/base64.h"

#include <stdexcept>

namespace thi::journal {

std::string print_checkpoint(const Checkpoint& checkpoint) {
    std::string out = checkpoint.origin;
    out += '\n';
    append_decimal(out, checkpoint.size);
    out += '\n';
    text::append_base64(out, view(checkpoint.root));
    out += '\n';
    return out;
}

text::Result<Checkpoint> parse_checkpoint(std::string_view text) {
    LineReader lines{text};
    const auto origin = lines.next();
    const auto size_line = lines.next();
    const auto root_line = lines.next();
    if (origin && size_line && root_line && lines.done() && is_key_name(*origin)) {
        const auto size = parse_decimal(*size_line);
        const auto root = parse_digest(*root_line);
        if (size && root) return Checkpoint{std::string{*origin}, *size, *root};
    }
    return text::mistaken(text::Kind::format, "Mốc niêm phong (checkpoint) không đúng định dạng.",
                          "The checkpoint is malformed.");
}

std::string sign_checkpoint(const Checkpoint& checkpoint, const NoteSigner& signer) {
    if (checkpoint.origin != signer.verifier().name)
        throw std::logic_error("a checkpoint of another log: " + checkpoint.origin);
    return signer.sign(print_checkpoint(checkpoint));
}

text::Result<Checkpoint> open_checkpoint(std::string_view note, const VerifierKey& log) {
    const auto opened = open_note(note, {&log, 1});
    if (!opened) return opened.error();
    auto checkpoint = parse_checkpoint(opened->text);
    if (checkpoint && checkpoint->origin != log.name)
        return text::mistaken(text::Kind::format,
                              "Mốc niêm phong này thuộc về nhật ký khác: " + checkpoint->origin,
                              "This checkpoint is of another log: " + checkpoint->origin);
    return checkpoint;
}

} // namespace thi::journal
