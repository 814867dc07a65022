#include "catch.h"
#include "journal/checkpoint.h"
#include "journal/kat.h"
#include "journal/line.h"
#include "journal/note.h"
#include "text/base64.h"

namespace {

using namespace thi;
using journal::VerifierKey;

// The public example keys and texts of Go's note package.
const std::string peter_vkey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const std::string enoch_vkey = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
const std::string quote = "If you think cryptography is the answer to your problem,\n"
                          "then you don't know what your problem is.\n";
const std::string peter_line =
    "\xE2\x80\x94 PeterNeumann "
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
    "\n";
const std::string enoch_line =
    "\xE2\x80\x94 EnochRoot "
    "rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ="
    "\n";

VerifierKey peter() {
    return journal::parse_vkey(peter_vkey).value();
}
VerifierKey enoch() {
    return journal::parse_vkey(enoch_vkey).value();
}
text::Result<journal::Note> open(const std::string& note, const std::vector<VerifierKey>& known) {
    return journal::open_note(note, known);
}
std::string repeated(const std::string& line, int times) {
    std::string out;
    for (int i = 0; i < times; ++i)
        out += line;
    return out;
}
// A line of a signature nobody knows, with a name of its own.
std::string stranger(int number) {
    return "\xE2\x80\x94 stranger" + std::to_string(number) + " " +
           text::encode_base64("id.." + std::string(64, 'x')) + "\n";
}

} // namespace

TEST_CASE("V-03: a vkey parses and prints back", "[journal][note]") {
    CHECK(peter().name == "PeterNeumann");
    CHECK(peter().id == 0xc74f20a3);
    CHECK(journal::print_vkey(peter()) == peter_vkey);
    CHECK(journal::print_vkey(journal::parse_vkey(kat::witness_vkey).value()) == kat::witness_vkey);
}

TEST_CASE("V-03: a mangled vkey is refused", "[journal][note]") {
    for (std::size_t begin = 0; begin < peter_vkey.size(); ++begin)
        for (std::size_t end = begin; end <= peter_vkey.size(); ++end)
            if (end - begin < peter_vkey.size())
                REQUIRE_FALSE(journal::parse_vkey(peter_vkey.substr(begin, end - begin)));
    for (std::size_t i = 0; i < peter_vkey.size(); ++i) {
        auto changed = peter_vkey;
        ++changed[i];
        INFO(changed);
        REQUIRE_FALSE(journal::parse_vkey(changed));
    }
    // A key of another length, and an unknown algorithm, each with its own right hash.
    CHECK_FALSE(journal::parse_vkey(
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=="));
    CHECK_FALSE(
        journal::parse_vkey("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"));
    CHECK_FALSE(journal::parse_vkey("PeterNeumann+C74F20A3" + peter_vkey.substr(21)));
}

TEST_CASE("V-03: signing gives the published note", "[journal][note]") {
    // Go's form of a private key is the algorithm byte and the seed.
    const auto encoded =
        text::decode_base64("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz").value();
    const journal::NoteSigner signer{
        "PeterNeumann", crypto::Ed25519Key::from_seed(crypto::Secret{encoded.substr(1)})};
    CHECK(signer.verifier() == peter());
    CHECK(signer.sign(quote) == quote + "\n" + peter_line);
    CHECK_THROWS_AS(signer.sign("no end of line"), std::logic_error);
    CHECK_THROWS_AS(signer.sign("bell\a\n"), std::logic_error);
    CHECK_THROWS_AS(signer.sign("\xff\n"), std::logic_error);
}

TEST_CASE("V-03: known signatures are verified, unknown ones are set aside", "[journal][note]") {
    const auto one = open(quote + "\n" + peter_line + enoch_line, {peter()});
    REQUIRE(one);
    CHECK(one->text == quote);
    REQUIRE(one->verified.size() == 1);
    CHECK(one->verified[0].name == "PeterNeumann");
    REQUIRE(one->unverified.size() == 1);
    CHECK(one->unverified[0].name == "EnochRoot");

    const auto both = open(quote + "\n" + peter_line + enoch_line, {peter(), enoch()});
    REQUIRE(both);
    CHECK(both->verified.size() == 2);
    CHECK(both->unverified.empty());

    CHECK_FALSE(open(quote + "\n" + peter_line + enoch_line, {}));
}

TEST_CASE("V-03: a bad signature of a known key refuses the whole note", "[journal][note]") {
    const auto bad = peter_line.substr(0, 60) + "ABCD" + peter_line.substr(60);
    CHECK_FALSE(open(quote + "\n" + bad, {peter()}));
    CHECK_FALSE(open(quote + "\n" + bad + enoch_line, {peter(), enoch()}));
    CHECK_FALSE(open(quote + "\n" + peter_line + bad, {peter()}));
    CHECK(open(quote + "\n" + bad + enoch_line, {enoch()}));
    CHECK_FALSE(open("X" + quote + "\n" + peter_line, {peter()}));
}

TEST_CASE("V-03: a name or an id alone does not make a key known", "[journal][note]") {
    auto renamed = peter_line;
    renamed.replace(renamed.find("PeterNeumann"), 12, "CarmenSandiego");
    CHECK_FALSE(open(quote + "\n" + renamed, {peter()}));
    auto other_id = peter_line;
    other_id.replace(other_id.find("x08g"), 4, "xxxx");
    CHECK_FALSE(open(quote + "\n" + other_id, {peter()}));
}

TEST_CASE("V-03: two known keys of one name and id are refused when used", "[journal][note]") {
    CHECK_FALSE(open(quote + "\n" + enoch_line, {enoch(), peter(), enoch()}));
    CHECK(open(quote + "\n" + peter_line, {enoch(), peter(), enoch()}));
}

TEST_CASE("V-03: at least 16 signatures are taken, repeated ones once", "[journal][note]") {
    std::string many;
    for (int i = 0; i < 20; ++i)
        many += stranger(i);
    const auto note = open(quote + "\n" + many + peter_line, {peter()});
    REQUIRE(note);
    CHECK(note->unverified.size() == 20);

    const auto twice =
        open(quote + "\n" + repeated(peter_line, 2) + repeated(enoch_line, 2), {peter()});
    REQUIRE(twice);
    CHECK(twice->verified.size() == 1);
    CHECK(twice->unverified.size() == 1);

    CHECK(open(quote + "\n" + repeated(peter_line, 100), {peter()}));
    CHECK_FALSE(open(quote + "\n" + repeated(peter_line, 101), {peter()}));
}

TEST_CASE("V-03: what is no note is refused", "[journal][note]") {
    const auto note = GENERATE_COPY(
        as<std::string>{}, quote, quote + "\n",
        quote + "\n" + peter_line.substr(0, peter_line.size() - 1),
        "\x01" + quote + "\n" + peter_line, "\xff" + quote + "\n" + peter_line,
        quote + "\n" + "\xE2\x80\x94 Bad Name" + peter_line.substr(16),
        quote + "\n" + peter_line + "Unexpected line.\n",
        quote + "\n" + "\xE2\x80\x94 Peter+Neumann" + peter_line.substr(16),
        quote + "\n" + "\xE2\x80\x94 PeterNeumann AAAA\n" + peter_line, std::string{});
    CHECK_FALSE(open(note, {peter()}));
}

TEST_CASE("V-03: a text may have empty lines", "[journal][note]") {
    const auto signer = kat::log_signer();
    const auto note = signer.sign("one\n\ntwo\n");
    const auto opened = open(note, {signer.verifier()});
    REQUIRE(opened);
    CHECK(opened->text == "one\n\ntwo\n");
}

TEST_CASE("names with any white space are no key names", "[journal][note]") {
    CHECK(journal::is_key_name("exam.example.org/contest/2026-01"));
    CHECK(journal::is_key_name("kỳ-thi"));
    const auto bad = GENERATE(as<std::string>{}, "", "a b", "a+b", "a\nb",
                              "a\xC2\xA0"
                              "b",
                              "a\xE3\x80\x80", "\xff");
    CHECK_FALSE(journal::is_key_name(bad));
}

TEST_CASE("the known answer of the signed checkpoint and its cosignature",
          "[journal][checkpoint][kat]") {
    const auto signer = kat::log_signer();
    CHECK(journal::print_vkey(signer.verifier()) == kat::log_vkey);
    const journal::Checkpoint checkpoint{std::string{kat::origin}, 5,
                                         journal::parse_digest(kat::records[4].root).value()};
    const auto note = journal::sign_checkpoint(checkpoint, signer);
    CHECK(note == journal::print_checkpoint(checkpoint) + "\n" + std::string{kat::log_signature});
    CHECK(journal::open_checkpoint(note, signer.verifier()).value() == checkpoint);

    const auto witness = journal::parse_vkey(kat::witness_vkey).value();
    const auto cosigned =
        open(note + std::string{kat::witness_signature}, {signer.verifier(), witness});
    REQUIRE(cosigned);
    CHECK(cosigned->verified.size() == 2);
}

TEST_CASE("a checkpoint of another log or another key is refused", "[journal][checkpoint]") {
    const auto signer = kat::log_signer();
    const journal::Checkpoint checkpoint{std::string{kat::origin}, 5, {}};
    const auto note = journal::sign_checkpoint(checkpoint, signer);
    const journal::NoteSigner forger{std::string{kat::origin}, kat::key("another key")};
    CHECK_FALSE(journal::open_checkpoint(note, forger.verifier()));

    // The right key, over a text that names another origin.
    const auto elsewhere = signer.sign("exam.example.org/contest/2026-02\n5\n" +
                                       text::encode_base64(std::string(32, '\0')) + "\n");
    CHECK_FALSE(journal::open_checkpoint(elsewhere, signer.verifier()));
    CHECK_THROWS_AS(journal::sign_checkpoint({"elsewhere", 1, {}}, signer), std::logic_error);
}

TEST_CASE("what is no checkpoint is refused", "[journal][checkpoint]") {
    const std::string root = text::encode_base64(std::string(32, '\0'));
    CHECK(journal::parse_checkpoint("log\n0\n" + root + "\n"));
    const auto bad =
        GENERATE_COPY(as<std::string>{}, "log\n00\n" + root + "\n", "log\n-1\n" + root + "\n",
                      "\n5\n" + root + "\n", "log\n5\n" + root, "log\n5\nAAAA\n",
                      "log\n5\n" + root + "\nextension\n",
                      "log\n18446744073709551616\n" + root + "\n", std::string{"log\n5\n"});
    CHECK_FALSE(journal::parse_checkpoint(bad));
}
