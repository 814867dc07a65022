#include "journal/receipt.h"

#include "journal/line.h"
#include "text/base64.h"
#include "text/described.h"
#include "text/unicode.h"

#include <boost/describe/class.hpp>

#include <stdexcept>

namespace thi::journal {
namespace {

// The form of `extra`.
struct Extra {
    std::optional<std::string> payload;
    core::Instant received_at;
    Salt salt{};
    core::Instant time;
};
BOOST_DESCRIBE_STRUCT(Extra, (), (payload, received_at, salt, time))

std::string_view why(Fate fate) {
    switch (fate) {
    case Fate::late:
        return "late";
    case Fate::superseded:
        return "superseded";
    case Fate::conflict:
        return "conflict";
    case Fate::counts:
    case Fate::submitted:
        break;
    }
    return {};
}

std::uint64_t ms(core::Instant at) {
    const auto count = core::to_ms(at);
    if (count < 0) throw std::logic_error("an instant before 1970");
    return static_cast<std::uint64_t>(count);
}

// Canonical, written by hand: one is made for every save.
std::string extra_text(const Disclosure& disclosure) {
    std::string out = "{";
    if (disclosure.payload) {
        out += "\"payload\":" + text::canonical(std::string_view{*disclosure.payload}) + ",";
    }
    out += "\"received_at\":";
    append_decimal(out, ms(disclosure.received_at));
    out += ",\"salt\":\"";
    text::append_base64(
        out, {reinterpret_cast<const char*>(disclosure.salt.data()), disclosure.salt.size()});
    out += "\",\"time\":";
    append_decimal(out, ms(disclosure.at));
    out += '}';
    return out;
}

} // namespace

std::string_view leaf_type(Fate fate) {
    switch (fate) {
    case Fate::counts:
        return "answer.save";
    case Fate::late:
    case Fate::superseded:
    case Fate::conflict:
        return "answer.late";
    case Fate::submitted:
        break;
    }
    return "sitting.submit";
}

std::string logged_payload(const Sent& sent, core::Instant received_at) {
    std::string out = "{\"client\":";
    out += text::canonical(sent.payload);
    out += ",\"received_at\":";
    append_decimal(out, ms(received_at));
    out += ",\"sig\":";
    out += text::canonical(sent.sig);
    if (const auto reason = why(sent.fate); !reason.empty()) {
        out += ",\"why\":";
        out += text::canonical(reason);
    }
    out += '}';
    return out;
}

std::string make_receipt(const Disclosure& disclosure, std::uint64_t index, Proof hashes,
                         std::string_view checkpoint) {
    const LogProof proof{extra_text(disclosure), index, std::move(hashes), std::string{checkpoint}};
    return print_proof(proof);
}

text::Result<Receipt> parse_receipt(std::string_view text) {
    auto proof = parse_proof(text);
    if (!proof) return proof.error();
    if (!proof->extra || !text::is_canonical(*proof->extra, {.bytes_max = proof_bytes_max}))
        return text::mistaken(text::Kind::format, "Biên nhận thiếu phần bổ sung (extra) hợp lệ.",
                              "The receipt has no valid extra part.");
    const auto extra = text::from_text<Extra>(*proof->extra, {.bytes_max = proof_bytes_max});
    if (!extra) return extra.error();
    Receipt receipt;
    receipt.disclosure = {extra->received_at, extra->salt, extra->time, extra->payload};
    receipt.proof = *std::move(proof);
    return receipt;
}

text::Result<Proven> check_receipt(std::string_view receipt, const Sent& sent,
                                   const VerifierKey& log) {
    const auto parsed = parse_receipt(receipt);
    if (!parsed) return parsed.error();
    if (!text::is_text(sent.payload) || !text::is_text(sent.sig))
        return text::mistaken(text::Kind::encoding, "Nội dung đã gửi không phải là UTF-8.",
                              "What was sent is not UTF-8.");
    const auto& told = parsed->disclosure;
    if (core::to_ms(told.received_at) < 0 || core::to_ms(told.at) < 0)
        return text::mistaken(text::Kind::range, "Thời điểm trước năm 1970.",
                              "An instant before 1970.");
    const Leaf leaf{std::string{leaf_type(sent.fate)}, told.at,
                    commit(told.salt, logged_payload(sent, told.received_at))};
    const auto hash = leaf_hash(print_leaf(leaf));
    auto checkpoint = verify_proof(parsed->proof, hash, log);
    if (!checkpoint) return checkpoint.error();
    return Proven{parsed->proof.index, hash, *std::move(checkpoint), told.received_at, told.at};
}

} // namespace thi::journal
