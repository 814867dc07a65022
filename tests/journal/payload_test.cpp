#include "catch.h"
#include "journal/client.h"
#include "journal/payload.h"
#include "journal/receipt.h"
#include "journal/sample.h"
#include "text/base64.h"
#include "text/json.h"

#include <set>

namespace {

using namespace thi;
using sample::Draw;
using sample::Random;

template <class Client> Client client(Random& random) {
    Client out;
    out.client_time = Draw<core::Instant>::one(random);
    out.lease = 1 + static_cast<core::Whole>(random() % 3);
    out.prev = Draw<crypto::Digest>::one(random);
    out.seq = 1 + static_cast<core::Whole>(random() % 1000);
    out.sitting = Draw<core::SittingId>::one(random);
    out.sig = random() % 2 == 0 ? "" : text::encode_base64(std::string(64, 's'));
    if constexpr (requires { out.item; }) {
        out.item = Draw<core::ItemId>::one(random);
        out.value = Draw<core::Value>::one(random);
    }
    out.text = journal::client_text(out);
    return out;
}

template <class T> core::Event draw(Random& random) {
    if constexpr (text::DescribedStruct<T>) {
        return Draw<T>::one(random);
    } else {
        T event;
        event.client = client<decltype(event.client)>(random);
        event.received_at = Draw<core::Instant>::one(random);
        if constexpr (requires { event.why; }) event.why = Draw<core::LateWhy>::one(random);
        return event;
    }
}

template <class List> struct All;
template <class... T> struct All<std::variant<T...>> {
    static std::vector<core::Event> one_of_each(Random& random) { return {draw<T>(random)...}; }
};

std::vector<core::Event> one_of_each(Random& random) {
    return All<core::AnyEvent>::one_of_each(random);
}

// What the payload of an event with a candidate's text holds besides the text.
template <class T> bool same_wrapping(const T& a, const T& b) {
    bool same = true;
    if constexpr (requires { a.client; })
        same = a.client.text == b.client.text && a.client.sig == b.client.sig &&
               a.client.seq == b.client.seq && a.client.prev == b.client.prev &&
               a.received_at == b.received_at;
    if constexpr (requires { a.why; }) same = same && a.why == b.why;
    return same;
}

core::AnswerSaved saved() {
    Random random{7};
    return {client<core::ClientSave>(random), core::from_ms(1767229200100)};
}

} // namespace

TEST_CASE("V-02: every event is encoded and decoded without loss", "[journal][payload]") {
    Random random{1};
    for (int round = 0; round < 30; ++round)
        for (const auto& event : one_of_each(random)) {
            const auto payload = journal::encode(event);
            const auto decoded = journal::decode(core::leaf_type(event), payload);
            INFO(core::leaf_type(event) << " " << payload);
            if (!decoded) FAIL(text::describe(decoded.error()));
            REQUIRE(decoded->index() == event.index());
            REQUIRE(journal::encode(*decoded) == payload);
            std::visit(
                [&decoded](const auto& one) {
                    using T = std::remove_cvref_t<decltype(one)>;
                    REQUIRE(same_wrapping(one, std::get<T>(*decoded)));
                },
                event);
            REQUIRE(text::is_canonical(payload));
        }
}

TEST_CASE("S-59: a payload with a member more or less is refused", "[journal][payload]") {
    Random random{2};
    for (const auto& event : one_of_each(random)) {
        const auto type = core::leaf_type(event);
        const auto object = text::parse(journal::encode(event))->get_object();
        INFO(type);
        auto more = object;
        more.emplace("zzz", 1);
        REQUIRE_FALSE(journal::decode(type, text::canonical(boost::json::value(more))));
        for (const auto& member : object) {
            auto less = object;
            less.erase(member.key());
            const auto payload = text::canonical(boost::json::value(less));
            const auto decoded = journal::decode(type, payload);
            // What an optional member leaves behind is another event; nothing is made up.
            if (decoded) REQUIRE(journal::encode(*decoded) == payload);
            if (decoded) REQUIRE(payload != journal::encode(event));
        }
    }
}

TEST_CASE("check 04.02: a payload that is not canonical is refused", "[journal][payload]") {
    Random random{3};
    for (const auto& event : one_of_each(random)) {
        const auto type = core::leaf_type(event);
        const auto payload = journal::encode(event);
        INFO(type);
        CHECK_FALSE(journal::decode(type, payload + " "));
        CHECK_FALSE(journal::decode(type, "{ " + payload.substr(1)));
        CHECK_FALSE(journal::decode(type, payload.substr(1)));
    }
    CHECK_FALSE(journal::decode("answer.steal", "{}"));
}

TEST_CASE("every event has a leaf type of the closed list, each its own", "[journal][payload]") {
    std::set<std::string_view> seen;
    for (const auto type : journal::payload_types()) {
        INFO(type);
        CHECK(journal::find_leaf_type(type) != nullptr);
        CHECK(seen.insert(type).second);
    }
    CHECK(seen.size() == std::variant_size_v<core::AnyEvent>);
}

TEST_CASE("the candidate's text is in the payload byte for byte", "[journal][payload]") {
    const auto event = saved();
    const auto payload = journal::encode(event);
    CHECK(payload ==
          journal::logged_payload({event.client.text, event.client.sig}, event.received_at));
    const auto decoded = journal::decode("answer.save", payload);
    REQUIRE(decoded);
    const auto& back = std::get<core::AnswerSaved>(*decoded).client;
    CHECK(back.text == event.client.text);
    CHECK(back.item == event.client.item);
    CHECK(back.seq == event.client.seq);
    CHECK(back.value == event.client.value);
    CHECK(back.sig == event.client.sig);
}

TEST_CASE("why an answer is late stands in late answers only", "[journal][payload]") {
    const auto event = saved();
    const auto payload = journal::encode(event);
    CHECK_FALSE(journal::decode("answer.late", payload));
    const auto late = journal::encode(core::AnswerLate{event.client, event.received_at, {}});
    CHECK(journal::decode("answer.late", late));
    CHECK_FALSE(journal::decode("answer.save", late));
}

TEST_CASE("an answer received before 1970 is refused", "[journal][payload]") {
    auto payload = journal::encode(saved());
    payload.replace(payload.find("1767229200100"), 13, "-1");
    CHECK_FALSE(journal::decode("answer.save", payload));
}

TEST_CASE("R-18: a browser's text is taken only in its canonical form", "[journal][client]") {
    const auto good = saved().client;
    REQUIRE(journal::read_client_save(good.text, good.sig));
    CHECK_FALSE(journal::read_client_save(good.text + " ", good.sig));
    CHECK_FALSE(journal::read_client_save(good.text, "not base64"));
    CHECK_FALSE(journal::read_client_save(good.text, std::string(200, 'A')));
    CHECK_FALSE(journal::read_client_submit(good.text, good.sig));

    auto large = good;
    large.value = std::string(journal::client_text_bytes_max, 'x');
    CHECK_FALSE(journal::read_client_save(journal::client_text(large), good.sig));
    auto decomposed = good;
    decomposed.value = std::string{"Nguye\xcc\x82\xcc\x83n 😀"};
    const auto kept = journal::read_client_save(journal::client_text(decomposed), good.sig);
    REQUIRE(kept);
    CHECK(kept->value == decomposed.value);
}

TEST_CASE("a submission says that it is final", "[journal][client]") {
    Random random{9};
    const auto submit = client<core::ClientSubmit>(random);
    CHECK(journal::read_client_submit(submit.text, submit.sig));
    auto not_final = submit.text;
    not_final.replace(not_final.find("true"), 4, "false");
    CHECK_FALSE(journal::read_client_submit(not_final, submit.sig));
}

TEST_CASE("an entry's leaf commits to its payload", "[journal][payload]") {
    const auto event = saved();
    const auto at = core::from_ms(1767229200123);
    const journal::Salt salt{1, 2, 3};
    const auto entry = journal::make_entry(event, at, salt);
    const auto leaf = journal::parse_leaf(entry.leaf);
    REQUIRE(leaf);
    CHECK(leaf->type == "answer.save");
    CHECK(leaf->at == at);
    CHECK(leaf->commitment == journal::commit(salt, journal::encode(event)));
    CHECK(entry.hash == journal::leaf_hash(entry.leaf));
}
