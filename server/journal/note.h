// Signed notes (c2sp.org/signed-note): a text with signatures below it, and the keys they are
// checked with. Ed25519 (0x01), and cosignatures of witnesses (0x04, c2sp.org/tlog-cosignature).

#pragma once
#include "crypto/ed25519.h"
#include "text/mistake.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace thi::journal {

constexpr std::size_t note_bytes_max = 1 << 20;
constexpr std::size_t note_signatures_max = 100; // The specification asks for at least 16.

enum class NoteAlgorithm : std::uint8_t {
    ed25519 = 0x01,
    cosignature = 0x04, // Over the text and a time; checkpoints only.
};

// A public key with its name: "name+hash+base64", the vkey printed on notices and tickets.
struct VerifierKey {
    std::string name;
    std::uint32_t id = 0; // First 4 bytes of SHA-256(name, LF, algorithm, key), big-endian.
    NoteAlgorithm algorithm = NoteAlgorithm::ed25519;
    crypto::Ed25519PublicKey key{};
    friend bool operator==(const VerifierKey&, const VerifierKey&) = default;
};

// Not empty, UTF-8, without white space, control characters or '+'.
bool is_key_name(std::string_view name);

// Requires a key name.
VerifierKey make_verifier_key(std::string name, NoteAlgorithm algorithm,
                              const crypto::Ed25519PublicKey& key);
std::string print_vkey(const VerifierKey& key);
text::Result<VerifierKey> parse_vkey(std::string_view vkey);

struct NoteSignature {
    std::string name;
    std::uint32_t key_id = 0;
    std::string bytes; // Without the key id.
    friend bool operator==(const NoteSignature&, const NoteSignature&) = default;
};

struct Note {
    std::string text; // Ends in LF.
    std::vector<NoteSignature> verified;
    std::vector<NoteSignature> unverified; // Of keys that are not known here.
};

// The note and who signed it. Refused where it is malformed, where a signature of a known key is
// bad, where no known key signed, and where two known keys have one name and id.
text::Result<Note> open_note(std::string_view note, std::span<const VerifierKey> known);

// A private key with its name. One thread may sign at a time.
class NoteSigner {
  public:
    // Requires a key name.
    NoteSigner(std::string name, crypto::Ed25519Key key);

    const VerifierKey& verifier() const { return verifier_; }

    // The whole signed note. Requires a text of a note: UTF-8 without control characters but LF,
    // LF at its end; logic_error otherwise.
    std::string sign(std::string_view text) const;

  private:
    crypto::Ed25519Key key_;
    VerifierKey verifier_;
    std::string signature_start_; // The constant part of the signature line, for speed.
};

} // namespace thi::journal
