#include "journal/note.h"

#include "crypto/hash.h"
#include "journal/line.h"
#include "text/base64.h"
#include "text/unicode.h"

#include <algorithm>
#include <stdexcept>

namespace thi::journal {
namespace {

constexpr std::string_view dash = "\xE2\x80\x94 "; // U+2014 and a space.
constexpr std::size_t id_size = 4;
constexpr std::size_t time_size = 8;

text::Mistake malformed_note() {
    return text::mistaken(text::Kind::format, "Văn bản có chữ ký không đúng định dạng.",
                          "The signed note is malformed.");
}

text::Mistake refused(std::string vi, std::string en) {
    return text::mistaken(text::Kind::format, std::move(vi), std::move(en));
}

std::string_view view_of(const crypto::Ed25519PublicKey& key) {
    return {reinterpret_cast<const char*>(key.data()), key.size()};
}

std::uint64_t big_endian(std::string_view bytes) {
    std::uint64_t number = 0;
    for (const char c : bytes)
        number = number << 8 | static_cast<unsigned char>(c);
    return number;
}

std::uint32_t key_id(std::string_view name, NoteAlgorithm algorithm, std::string_view key) {
    const char byte = static_cast<char>(algorithm);
    const auto digest = crypto::sha256({name, "\n", {&byte, 1}, key});
    return static_cast<std::uint32_t>(big_endian(view(digest).substr(0, id_size)));
}

std::string hex(std::uint32_t number) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (int shift = 28; shift >= 0; shift -= 4)
        out += digits[number >> shift & 15U];
    return out;
}

std::string id_bytes(std::uint32_t id) {
    std::string out;
    for (int shift = 24; shift >= 0; shift -= 8)
        out += static_cast<char>(id >> shift & 0xFFU);
    return out;
}

bool is_note_text(std::string_view text) {
    const auto control = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n';
    };
    return text::is_utf8(text) && std::none_of(text.begin(), text.end(), control);
}

// "— name base64" without its LF.
std::optional<NoteSignature> parse_signature(std::string_view line) {
    if (!line.starts_with(dash)) return std::nullopt;
    line.remove_prefix(dash.size());
    const auto space = line.find(' ');
    if (space == std::string_view::npos || !is_key_name(line.substr(0, space))) return std::nullopt;
    const auto bytes = text::decode_base64(line.substr(space + 1));
    if (!bytes || bytes->size() <= id_size) return std::nullopt;
    return NoteSignature{std::string{line.substr(0, space)},
                         static_cast<std::uint32_t>(big_endian(bytes->substr(0, id_size))),
                         bytes->substr(id_size)};
}

bool verify(const VerifierKey& key, std::string_view text, std::string_view signature) {
    if (key.algorithm == NoteAlgorithm::ed25519)
        return crypto::verify_ed25519(key.key, text, signature);
    if (signature.size() < time_size) return false;
    std::string message = "cosignature/v1\ntime ";
    append_decimal(message, big_endian(signature.substr(0, time_size)));
    message += '\n';
    message += text;
    return crypto::verify_ed25519(key.key, message, signature.substr(time_size));
}

bool holds(const std::vector<NoteSignature>& list, const NoteSignature& signature) {
    return std::find(list.begin(), list.end(), signature) != list.end();
}

text::Mistake bad_signature(const NoteSignature& signature) {
    const auto key = signature.name + "+" + hex(signature.key_id);
    return refused("Chữ ký của khóa " + key + " không hợp lệ.",
                   "The signature of key " + key + " is not valid.");
}

} // namespace

bool is_key_name(std::string_view name) {
    const auto forbidden = [](char c) {
        return static_cast<unsigned char>(c) <= 0x20 || c == '+' || c == '\x7F';
    };
    return !name.empty() && text::is_utf8(name) &&
           std::none_of(name.begin(), name.end(), forbidden) && !text::has_space(name);
}

VerifierKey make_verifier_key(std::string name, NoteAlgorithm algorithm,
                              const crypto::Ed25519PublicKey& key) {
    if (!is_key_name(name)) throw std::logic_error("not a name for a key: " + name);
    const auto id = key_id(name, algorithm, view_of(key));
    return {std::move(name), id, algorithm, key};
}

std::string print_vkey(const VerifierKey& key) {
    std::string encoded(1, static_cast<char>(key.algorithm));
    encoded += view_of(key.key);
    return key.name + "+" + hex(key.id) + "+" + text::encode_base64(encoded);
}

text::Result<VerifierKey> parse_vkey(std::string_view vkey) {
    const auto bad = refused("Khóa kiểm tra (vkey) không đúng định dạng.",
                             "The verifier key (vkey) is malformed.");
    const auto first = vkey.find('+');
    if (first == std::string_view::npos) return bad;
    const auto second = vkey.find('+', first + 1);
    if (second == std::string_view::npos) return bad;
    const auto name = vkey.substr(0, first);
    const auto bytes = text::decode_base64(vkey.substr(second + 1));
    VerifierKey key;
    if (!is_key_name(name) || !bytes || bytes->size() != 1 + key.key.size()) return bad;
    key.name = name;
    key.algorithm = static_cast<NoteAlgorithm>(bytes->front());
    if (key.algorithm != NoteAlgorithm::ed25519 && key.algorithm != NoteAlgorithm::cosignature)
        return bad;
    std::copy(bytes->begin() + 1, bytes->end(), key.key.begin());
    key.id = key_id(name, key.algorithm, view_of(key.key));
    if (vkey.substr(first + 1, second - first - 1) != hex(key.id)) return bad;
    return key;
}

text::Result<Note> open_note(std::string_view note, std::span<const VerifierKey> known) {
    const auto blank = note.rfind("\n\n");
    if (note.size() > note_bytes_max || blank == std::string_view::npos || !is_note_text(note))
        return malformed_note();
    Note opened;
    opened.text = note.substr(0, blank + 1);
    LineReader lines{note.substr(blank + 2)};
    if (lines.done()) return malformed_note();
    for (std::size_t count = 0; !lines.done(); ++count) {
        const auto line = lines.next();
        if (!line || count == note_signatures_max) return malformed_note();
        auto signature = parse_signature(*line);
        if (!signature) return malformed_note();
        const auto matches = [&signature](const VerifierKey& key) {
            return key.name == signature->name && key.id == signature->key_id;
        };
        const auto key = std::find_if(known.begin(), known.end(), matches);
        if (key == known.end()) {
            if (!holds(opened.unverified, *signature))
                opened.unverified.push_back(*std::move(signature));
            continue;
        }
        if (std::find_if(key + 1, known.end(), matches) != known.end())
            return refused("Có hai khóa cùng tên và mã số.",
                           "Two known keys have one name and id.");
        if (!verify(*key, opened.text, signature->bytes)) return bad_signature(*signature);
        if (!holds(opened.verified, *signature)) opened.verified.push_back(*std::move(signature));
    }
    if (opened.verified.empty())
        return refused("Không có chữ ký nào của khóa đã biết.", "No known key has signed this.");
    return opened;
}

NoteSigner::NoteSigner(std::string name, crypto::Ed25519Key key)
    : key_(std::move(key)),
      verifier_(make_verifier_key(std::move(name), NoteAlgorithm::ed25519, key_.public_key())),
      signature_start_("\n" + std::string{dash} + verifier_.name + " ") {}

std::string NoteSigner::sign(std::string_view text) const {
    if (!text.ends_with('\n') || !is_note_text(text))
        throw std::logic_error("not a text that a note can have");
    const auto signature = key_.sign(text);
    auto bytes = id_bytes(verifier_.id);
    bytes.append(signature.begin(), signature.end());
    std::string note{text};
    note += signature_start_;
    text::append_base64(note, bytes);
    note += '\n';
    return note;
}

} // namespace thi::journal
