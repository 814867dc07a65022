#include "targets.h"

#include "bank/gift_import.h"
#include "bank/json.h"
#include "core/event.h"
#include "http/edge_filter.h"
#include "http/guard.h"
#include "http/handlers/media.h"
#include "http/target.h"
#include "journal/checkpoint.h"
#include "journal/leaf.h"
#include "journal/payload.h"
#include "journal/plan_json.h"
#include "journal/proof.h"
#include "journal/receipt.h"
#include "journal/tiles.h"
#include "text/json.h"

#include <cstdlib>

namespace thi::fuzz {
namespace {

// What a strict parser took, it prints as it was: our own mistake where it does not.
void must(bool holds) {
    if (!holds) std::abort();
}

void feed_head(std::string_view bytes) {
    const auto scan = http::scan_head(bytes, 0);
    if (scan.refusal != http::HeadRefusal::none || scan.end == 0) return;
    must(scan.end <= bytes.size());
    http::Head head;
    if (http::filter_head(bytes.substr(0, scan.end), head) != http::HeadRefusal::none) return;
    static_cast<void>(http::query_of(head.target));
    static_cast<void>(http::is_plain_path(http::path_of(head.target)));
    static_cast<void>(http::session_token(head.field("cookie")));
    static_cast<void>(http::origin_fault(head, true, {}));
}

void feed_json(std::string_view bytes) {
    const auto parsed = text::parse_with_lines(bytes);
    if (!parsed) return;
    const auto canonical = text::canonical(parsed->value);
    must(text::is_canonical(canonical));
    must(*text::parse(canonical) == parsed->value);
}

void feed_leaf(std::string_view bytes) {
    if (const auto leaf = journal::parse_leaf(bytes)) must(journal::print_leaf(*leaf) == bytes);
}

// The type, a line break, the payload.
void feed_payload(std::string_view bytes) {
    const auto end = bytes.find('\n');
    if (end == std::string_view::npos) return;
    const auto payload = bytes.substr(end + 1);
    if (const auto event = journal::decode(bytes.substr(0, end), payload))
        must(journal::encode(*event) == payload);
}

const journal::NoteSigner& signer() {
    static const journal::NoteSigner one{
        "fuzz.test/contest/A", crypto::Ed25519Key::from_seed(crypto::Secret{std::string(32, 's')})};
    return one;
}

void feed_note(std::string_view bytes) {
    static_cast<void>(journal::parse_vkey(bytes));
    static_cast<void>(journal::parse_checkpoint(bytes));
    static_cast<void>(journal::open_checkpoint(bytes, signer().verifier()));
}

void feed_proof(std::string_view bytes) {
    if (const auto proof = journal::parse_proof(bytes)) {
        must(journal::print_proof(*proof) == bytes);
        static_cast<void>(
            journal::verify_proof(*proof, crypto::sha256("leaf"), signer().verifier()));
    }
    static_cast<void>(journal::parse_receipt(bytes));
}

// The width, then a bundle of entries; or the path of a tile.
void feed_tiles(std::string_view bytes) {
    static_cast<void>(journal::parse_tile_path(bytes));
    if (bytes.empty()) return;
    const auto width = static_cast<unsigned char>(bytes[0]) + 1U;
    if (const auto entries = journal::parse_entries(bytes.substr(1), width))
        must(entries->size() == width);
}

void feed_plan(std::string_view bytes) {
    const auto plan = journal::read_plan(bytes);
    if (!plan) return;
    static_cast<void>(journal::faults_of(bytes, *plan));
    const auto written = journal::write_plan(*plan);
    must(journal::write_plan(*journal::read_plan(written)) == written);
}

void feed_bank(std::string_view bytes) {
    if (const auto bank = bank::read(bytes)) must(bank::read(bank::write(*bank)).has_value());
}

void feed_gift(std::string_view bytes) {
    static_cast<void>(bank::import_gift(bytes, {}));
}

void feed_media(std::string_view bytes) {
    static_cast<void>(http::media_type_of(bytes));
}

std::string a_proof() {
    const journal::Checkpoint checkpoint{"fuzz.test/contest/A", 2, crypto::sha256("root")};
    return journal::print_proof({std::nullopt,
                                 1,
                                 {crypto::sha256("left")},
                                 journal::sign_checkpoint(checkpoint, signer())});
}

std::string a_bundle() {
    return std::string{'\0', '\0', '\3'} + "abc";
}

std::string a_picture() {
    std::string png{"\x89PNG\r\n\x1a\n"};
    png += std::string{'\0', '\0', '\0', '\r'} + "IHDR" + std::string{'\0', '\0', '\0', '\1'} +
           std::string{'\0', '\0', '\0', '\1', '\b', '\2', '\0', '\0', '\0'} + "crc!" +
           std::string(4, '\0') + "IENDcrc!";
    return png;
}

} // namespace

const std::vector<Target>& targets() {
    static const std::vector<Target> all{
        {"head",
         feed_head,
         {"POST /api/session?a=b%20c HTTP/1.1\r\nHost: thi.test\r\nCookie: __Host-session=abc\r\n"
          "Content-Length: 2\r\nOrigin: https://thi.test\r\n\r\n"}},
        {"json", feed_json, {R"({"a":[1,-2,true,null,"\u00e9\n"],"b":{"":9007199254740991}})"}},
        {"leaf",
         feed_leaf,
         {journal::print_leaf({"answer.save", core::from_ms(1), crypto::sha256("c")})}},
        {"payload",
         feed_payload,
         {"clock.beat\n" + journal::encode(core::ClockBeat{core::from_ms(5), 7}),
          "sec.digest\n" +
              journal::encode(core::SecurityDigest{"2026-03-14", crypto::sha256("x"), 3})}},
        {"note",
         feed_note,
         {journal::print_vkey(signer().verifier()),
          journal::sign_checkpoint({"fuzz.test/contest/A", 0, crypto::sha256("")}, signer())}},
        {"proof", feed_proof, {a_proof()}},
        {"tiles", feed_tiles, {"0/x001/x234/067.p/8", a_bundle()}},
        {"plan", feed_plan, {journal::write_plan(journal::preset_plan(core::Preset::MOHA_2424))}},
        {"bank",
         feed_bank,
         {R"({"bank":"a","items":[],"language":"vi","title":{"en":"A","vi":"A"}})"}},
        {"gift",
         feed_gift,
         {"$CATEGORY: a\n\n::Q1::Hai cộng hai? {=4 ~3 ~%50%bốn}\n\nSố {#3.14:0.01}\n\nĐúng {T}\n"}},
        {"media", feed_media, {a_picture(), "%PDF-1.7\n1 0 obj\n<</Type/Page>>\nendobj\n%%EOF\n"}},
    };
    return all;
}

} // namespace thi::fuzz
