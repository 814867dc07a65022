#include "catch.h"
#include "journal/batch.h"
#include "journal/kat.h"
#include "journal/naive.h"
#include "journal/receipt.h"
#include "text/base64.h"
#include "text/json.h"

namespace {

using namespace thi;
using journal::Fate;

constexpr auto received_at = core::from_ms(1767229200100);
constexpr auto leaf_at = core::from_ms(1767229200123);

const std::string payload =
    R"({"client_time":1767229200000,"item":"itm_0000000000000001","lease":1,)"
    R"("prev":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=","seq":1,)"
    R"("sitting":"sit_0000000000000001","value":["B"]})";
// The same bytes of another lease.
const std::string other_lease = [] {
    auto changed = payload;
    changed.replace(changed.find("\"lease\":1"), 9, "\"lease\":2");
    return changed;
}();

// A log of ten leaves, the seventh of which is what was sent.
struct Server {
    journal::NoteSigner signer;
    std::string receipt;

    explicit Server(journal::NoteSigner log, const journal::Sent& sent,
                    std::optional<std::string> kept = {})
        : signer(std::move(log)) {
        const journal::Disclosure told{received_at, kat::salt(7), leaf_at, std::move(kept)};
        const journal::Leaf leaf{
            std::string{journal::leaf_type(sent.fate)}, leaf_at,
            journal::commit(told.salt, journal::logged_payload(sent, received_at))};
        auto leaves = naive::leaves(10);
        leaves[6] = journal::leaf_hash(journal::print_leaf(leaf));
        const journal::Batch batch{{}, leaves};
        const auto note = journal::sign_checkpoint(
            {signer.verifier().name, batch.after().size(), batch.root()}, signer);
        receipt = journal::make_receipt(told, 6, batch.inclusion(6), note);
    }
};

Server honest(Fate fate = Fate::counts) {
    return Server{kat::log_signer(), {payload, "c2ln", fate}};
}

} // namespace

TEST_CASE("V-06: a receipt proves what was sent, and tells when it came", "[journal][receipt]") {
    const auto fate =
        GENERATE(Fate::counts, Fate::late, Fate::superseded, Fate::conflict, Fate::submitted);
    const auto server = honest(fate);
    const auto proven =
        journal::check_receipt(server.receipt, {payload, "c2ln", fate}, server.signer.verifier());
    if (!proven) FAIL(text::describe(proven.error()));
    CHECK(proven->index == 6);
    CHECK(proven->checkpoint.size == 10);
    CHECK(proven->received_at == received_at);
    CHECK(proven->at == leaf_at);
}

TEST_CASE("V-06: a receipt for other bytes is rejected", "[journal][receipt]") {
    const auto server = honest();
    const auto log = server.signer.verifier();
    const auto rejected = [&](std::string_view sent, std::string_view sig, Fate fate) {
        return !journal::check_receipt(server.receipt, {sent, sig, fate}, log);
    };
    CHECK(rejected(payload + " ", "c2ln", Fate::counts));
    CHECK(rejected(payload, "", Fate::counts));
    CHECK(rejected(payload, "c2ln", Fate::late));
    CHECK(rejected(payload, "c2ln", Fate::submitted));
}

TEST_CASE("V-06: bytes that no browser can have sent are rejected", "[journal][receipt]") {
    const auto server = honest();
    CHECK_FALSE(journal::check_receipt(server.receipt, {"\xff", "c2ln"}, server.signer.verifier()));
}

TEST_CASE("V-06: a receipt replayed to another lease is rejected", "[journal][receipt]") {
    const auto server = honest();
    CHECK_FALSE(
        journal::check_receipt(server.receipt, {other_lease, "c2ln"}, server.signer.verifier()));
}

TEST_CASE("V-06: a receipt replayed from another contest is rejected", "[journal][receipt]") {
    const journal::NoteSigner other{"exam.example.org/contest/2026-02", kat::key("kat log key")};
    const auto server =
        Server{{other.verifier().name, kat::key("kat log key")}, {payload, "c2ln", Fate::counts}};
    CHECK(journal::check_receipt(server.receipt, {payload, "c2ln"}, other.verifier()));
    CHECK_FALSE(
        journal::check_receipt(server.receipt, {payload, "c2ln"}, kat::log_signer().verifier()));
}

TEST_CASE("V-06: a receipt forged with another key is rejected", "[journal][receipt]") {
    const auto server =
        Server{{std::string{kat::origin}, kat::key("a forger")}, {payload, "c2ln", Fate::counts}};
    CHECK_FALSE(
        journal::check_receipt(server.receipt, {payload, "c2ln"}, kat::log_signer().verifier()));
}

TEST_CASE("V-06: a receipt with any byte changed is rejected", "[journal][receipt]") {
    const auto server = honest();
    const auto log = server.signer.verifier();
    for (std::size_t i = 0; i < server.receipt.size(); ++i) {
        auto changed = server.receipt;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        INFO(i);
        REQUIRE_FALSE(journal::check_receipt(changed, {payload, "c2ln"}, log));
        REQUIRE_FALSE(journal::check_receipt(server.receipt.substr(0, i), {payload, "c2ln"}, log));
    }
}

TEST_CASE("the receipt's extra part is canonical JSON in base64", "[journal][receipt]") {
    const auto receipt = journal::parse_receipt(honest().receipt).value();
    CHECK(receipt.proof.extra == R"({"received_at":1767229200100,"salt":")" +
                                     text::encode_base64(view(crypto::sha256("kat salt 7"))) +
                                     R"(","time":1767229200123})");
    CHECK(receipt.disclosure.salt == kat::salt(7));
}

TEST_CASE("a receipt to take home also holds the payload", "[journal][receipt]") {
    const auto server = Server{kat::log_signer(), {payload, "", Fate::counts}, payload};
    const auto receipt = journal::parse_receipt(server.receipt).value();
    REQUIRE(receipt.disclosure.payload == payload);
    CHECK(journal::check_receipt(server.receipt, {*receipt.disclosure.payload, ""},
                                 server.signer.verifier()));
}

TEST_CASE("the logged payload is canonical and holds the client's text as it was",
          "[journal][receipt]") {
    const auto fate =
        GENERATE(Fate::counts, Fate::late, Fate::superseded, Fate::conflict, Fate::submitted);
    const auto logged = journal::logged_payload({payload, "c2ln", fate}, received_at);
    CHECK(text::is_canonical(logged));
    CHECK(text::parse(logged)->at("client").as_string() == payload);
}

TEST_CASE("V-02: a proof prints and parses to the same", "[journal][proof]") {
    for (const std::size_t hashes : {0U, 1U, 5U, 64U}) {
        journal::LogProof proof;
        if (hashes != 1) proof.extra = "any \xff bytes";
        proof.index = hashes * 1000;
        proof.hashes = naive::leaves(hashes);
        proof.checkpoint = "anything\n";
        const auto parsed = journal::parse_proof(journal::print_proof(proof));
        REQUIRE(parsed);
        CHECK(*parsed == proof);
    }
}

TEST_CASE("V-02: what is no proof is refused", "[journal][proof]") {
    const std::string hash = text::encode_base64(std::string(32, 'h'));
    const auto bad = GENERATE_COPY(
        as<std::string>{}, std::string{}, std::string{"c2sp.org/tlog-proof@v1\n"},
        "c2sp.org/tlog-proof@v2\nindex 0\n\nx\n", "c2sp.org/tlog-proof@v1\nindex 00\n\nx\n",
        "c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\nx\n",
        "c2sp.org/tlog-proof@v1\nindex 0\n" + hash + "\n", "c2sp.org/tlog-proof@v1\nindex 0\n\n",
        "c2sp.org/tlog-proof@v1\nextra \nindex 0\n\nx\n",
        "c2sp.org/tlog-proof@v1\nextra x\nindex 0\n\nx\n",
        "c2sp.org/tlog-proof@v1\nindex 0\nextra eA==\n\nx\n");
    CHECK_FALSE(journal::parse_proof(bad));
    std::string many = "c2sp.org/tlog-proof@v1\nindex 0\n";
    for (int i = 0; i < 65; ++i)
        many += hash + "\n";
    CHECK_FALSE(journal::parse_proof(many + "\nx\n"));
}
