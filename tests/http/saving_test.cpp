// Saving over the API: one candidate at a practice paper, from the lobby to the receipt of the end.

#include "catch.h"
#include "crypto/aead.h"
#include "exam_browser.h"
#include "journal/paper.h"
#include "journal/receipt.h"
#include "text/base64.h"
#include "text/crockford.h"
#include "text/described.h"

using namespace thi;
using namespace thi::http::test;
using namespace std::chrono_literals;

namespace {

const core::Value chosen_b = std::vector<std::string>{"B"};

journal::VerifierKey pinned(const ExamSite& site) {
    const auto key = journal::parse_vkey(site.vkey);
    REQUIRE(key);
    return *key;
}

} // namespace

TEST_CASE("an answer is saved, its receipt holds, and after a restart it is there (R-01)",
          "[http][sitting]") {
    ExamSite site;
    ExamBrowser browser{site, 'c'};
    browser.begin();
    CHECK(site.get('c', browser.mine()).at("state") == "open");
    CHECK(site.get('c', browser.mine()).at("log/vkey") == site.vkey);
    REQUIRE(browser.go_in().status == 200);

    const auto key = site.get('c', browser.mine("/key"));
    REQUIRE(key.status == 200);
    const auto sealed = site.get('c', ExamSite::path("papers", site.paper.text(), "/ciphertext"));
    const auto plain = crypto::unseal(crypto::Secret{*text::decode_base64(key.at("key"))},
                                      sealed.body, site.paper.text());
    REQUIRE(plain);
    CHECK(journal::read_paper(plain->view())->items.size() == 2);
    CHECK(key.json.at("order").at("items").as_array().size() == 2);

    const auto first = browser.freeze(1, chosen_b);
    const auto second = browser.freeze(2, std::string{"Hà Nội"});
    const auto saved = browser.send({first, second});
    REQUIRE(saved.status == 200);
    CHECK(saved.at("results/0/counts") == "yes");
    const journal::Sent sent{first.payload, first.sig, journal::Fate::counts};
    CHECK(journal::check_receipt(saved.at("results/0/receipt"), sent, pinned(site)));
    const journal::Sent forged{second.payload, second.sig, journal::Fate::counts};
    CHECK_FALSE(journal::check_receipt(saved.at("results/0/receipt"), forged, pinned(site)));

    site.reopen();
    const auto answers = site.get('c', browser.mine("/answers"));
    REQUIRE(answers.status == 200);
    CHECK(answers.at("answers/0/value") == R"(["B"])");
    CHECK(answers.at("answers/1/value") == "Hà Nội");
    CHECK(answers.at("last_seq") == "2");
    CHECK(answers.at("last_prev") == text::encode_base64(crypto::view(browser.prev)));
}

TEST_CASE("handing in gives a code, and asking again gives the same leaf (R-19)",
          "[http][sitting]") {
    ExamSite site;
    ExamBrowser browser{site, 'c'};
    browser.begin();
    REQUIRE(browser.go_in().status == 200);
    CHECK(site.get('c', browser.mine("/submission")).status == 404);
    REQUIRE(browser.send({browser.freeze(1, chosen_b)}).status == 200);
    const auto end = browser.freeze_end();
    const auto body = text::to_text(end);
    const auto first = site.post('c', browser.mine("/submit"), body);
    REQUIRE(first.status == 200);
    const journal::Sent sent{end.payload, end.sig, journal::Fate::submitted};
    const auto proven = journal::check_receipt(first.at("receipt"), sent, pinned(site));
    REQUIRE(proven);
    CHECK(text::receipt_code(proven->leaf) == first.at("code"));
    CHECK(first.json.at("answers").as_array().size() == 1);

    site.clock.set(site.clock.now() + 1min);
    const auto again = site.post('c', browser.mine("/submit"), body);
    CHECK(again.at("index") == first.at("index"));
    CHECK(again.at("code") == first.at("code"));
    site.reopen();
    const auto later = site.get('c', browser.mine("/submission"));
    CHECK(later.at("code") == first.at("code"));
    CHECK(later.at("received_at") == first.at("received_at"));
    CHECK(journal::check_receipt(later.at("receipt"), sent, pinned(site)));
    CHECK(site.get('c', browser.mine()).at("state") == "submitted");
}

TEST_CASE("R-16: the same bytes are harmless, other bytes under a number are kept and refused",
          "[http][sitting]") {
    ExamSite site;
    ExamBrowser browser{site, 'c'};
    browser.begin();
    REQUIRE(browser.go_in().status == 200);
    const auto first = browser.freeze(1, chosen_b);
    const auto saved = browser.send({first});
    const auto repeated = browser.send({first});
    CHECK(repeated.at("results/0/counts") == "yes");
    const journal::Sent sent{first.payload, "", journal::Fate::counts};
    const auto one = journal::check_receipt(saved.at("results/0/receipt"), sent, pinned(site));
    const auto two = journal::check_receipt(repeated.at("results/0/receipt"), sent, pinned(site));
    REQUIRE((one && two));
    CHECK(one->index == two->index);

    ExamBrowser other = browser;
    other.seq = 0;
    other.prev = {};
    const auto taken = browser.send({other.freeze(1, std::vector<std::string>{"A"})});
    CHECK(taken.status == 200);
    CHECK(taken.at("results/0/problem/code") == "seq_conflict");
    CHECK(taken.at("results/0/problem/status") == "409");
    CHECK(taken.at("results/0/receipt") == "-");

    static_cast<void>(browser.freeze(2, std::string{"mất"}));
    const auto gap = browser.send({browser.freeze(2, std::string{"sau"})});
    CHECK(gap.at("results/0/problem/code") == "seq_gap");
    CHECK(site.get('c', browser.mine("/answers")).at("answers/0/value") == R"(["B"])");
}

TEST_CASE("R-17: another machine takes over, and the older one's journal never counts",
          "[http][sitting]") {
    ExamSite site;
    ExamBrowser old{site, 'c', "b2xk"};
    old.begin();
    REQUIRE(old.go_in().status == 200);
    REQUIRE(old.send({old.freeze(1, chosen_b)}).status == 200);
    ExamBrowser journal = old;
    CHECK(old.go_in().at("lease") == "1");

    ExamBrowser fresh{site, 'c', "bmV3"};
    fresh.sitting = old.sitting;
    CHECK(fresh.go_in().code() == "lease_superseded");
    const auto moved = fresh.go_in(true);
    REQUIRE(moved.status == 200);
    CHECK(moved.at("lease") == "2");
    const auto late = journal.send({journal.freeze(1, std::vector<std::string>{"A"})});
    CHECK(late.at("results/0/counts") == "superseded");
    CHECK(site.get('c', old.mine("/answers")).at("answers/0/value") == R"(["B"])");
}

TEST_CASE("R-13: what arrives after end and grace is kept as late; an end moves with its grant",
          "[http][sitting]") {
    ExamSite site;
    ExamBrowser browser{site, 'c'};
    browser.begin();
    const auto begun = browser.go_in();
    const auto ends_at = std::stoll(begun.at("ends_at"));
    CHECK(ends_at == core::to_ms(site.clock.now() + 60min));
    CHECK(browser.send({browser.freeze(1, chosen_b)}).at("ends_at") == begun.at("ends_at"));
    core::GrantTime grant;
    grant.by = *core::PersonId::parse("per_0000000000000002");
    grant.sitting = browser.sitting;
    grant.ms = 60'000;
    grant.reason = "Mất điện";
    grant.approvals = site.approvals();
    site.play(grant);
    CHECK(std::stoll(browser.send({browser.freeze(1, chosen_b)}).at("ends_at")) ==
          ends_at + 60'000);
    site.clock.set(core::from_ms(ends_at + 60'000 + 30'000));
    CHECK(browser.send({browser.freeze(2, std::string{"kịp"})}).at("results/0/counts") == "yes");
    site.clock.set(site.clock.now() + 1ms);
    CHECK(browser.send({browser.freeze(2, std::string{"muộn"})}).at("results/0/counts") == "late");
    site.clock.set(site.clock.now() + 601s);
    const auto closed = browser.send({browser.freeze(2, std::string{"quá"})});
    CHECK(closed.at("results/0/problem/code") == "sitting_closed");
    CHECK(closed.at("results/0/problem/status") == "410");
}

TEST_CASE("R-18: what is not NFC, not of the paper or not a payload is refused with its number",
          "[http][sitting]") {
    ExamSite site;
    ExamBrowser browser{site, 'c'};
    browser.begin();
    REQUIRE(browser.go_in().status == 200);
    const auto good = browser.freeze(1, chosen_b);
    const auto decomposed = browser.freeze(2, std::string{"Ha\xCC\x80"});
    const auto both = browser.send({good, decomposed});
    CHECK(both.at("results/0/counts") == "yes");
    CHECK(both.at("results/1/problem/code") == "bad_value");
    CHECK(both.at("results/1/seq") == "2");
    browser.seq = 1;
    browser.prev = crypto::sha256(good.payload);
    CHECK(browser.send({browser.freeze(9, chosen_b)}).at("results/0/problem/code") ==
          "unknown_item");
    CHECK(browser.send({{"{}", ""}}).at("results/0/problem/code") == "invalid_field");
    CHECK(browser.send({{"no", ""}}).at("results/0/problem/code") == "bad_json");
    CHECK(browser.send({}).status == 422);
}

TEST_CASE("S-03: another candidate's sitting is not there", "[http][sitting]") {
    ExamSite site;
    ExamBrowser browser{site, 'c'};
    browser.begin();
    REQUIRE(browser.go_in().status == 200);
    for (const char who : {'d', 'x', 'h'})
        for (const auto* rest : {"", "/key", "/answers", "/notes", "/submission", "/events"}) {
            INFO(who << rest);
            const auto status = site.get(who, browser.mine(rest)).status;
            CHECK((status == 404 || (who != 'x' && status == 403)));
        }
    ExamBrowser thief{site, 'd'};
    thief.sitting = browser.sitting;
    thief.lease = browser.lease;
    CHECK(thief.send({thief.freeze(1, chosen_b)}).status == 404);
}

TEST_CASE("marks that are no answers follow the candidate and are not logged", "[http][sitting]") {
    ExamSite site;
    ExamBrowser browser{site, 'c'};
    browser.begin();
    const auto size = [&] {
        return site.store().ask(
            [&](const store::Reader& reader) { return reader.head(site.contest)->size; });
    };
    const auto before = size();
    CHECK(site.get('c', browser.mine("/notes")).at("flags") == "[]");
    const auto item = store::test::numbered<core::ItemId>(1).str();
    const auto marks = R"({"flags":[")" + item + R"("],"struck":{},"text_size":20,"visited":[]})";
    CHECK(site.put('c', browser.mine("/notes"), marks).status == 204);
    CHECK(site.get('c', browser.mine("/notes")).at("flags/0") == item);
    CHECK(size() == before);
}
