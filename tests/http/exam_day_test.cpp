// An exam's day over the API: rooms, check-in, the bell, machines, times, results, the log.

#include "core/plan/sample.h"
#include "crypto/hash.h"
#include "exam_browser.h"
#include "exam_day.h"
#include "http/event_hub.h"
#include "http/store_auditor.h"
#include "journal/proof.h"
#include "journal/receipt.h"
#include "journal/tiles.h"
#include "text/base64.h"

#include <set>

using namespace thi;
using namespace thi::http;
using namespace thi::http::test;
using namespace std::chrono_literals;

namespace {

const core::Value right = std::vector<std::string>{"B"};
const core::Value wrong = std::vector<std::string>{"A"};

// Two candidates before the door at 07:45.
class Day {
  public:
    Day() : prepared_(prepared()), c{site, 'c', "Yw=="}, d{site, 'd', "ZA=="} {
        site.clock.set(sample::at("2026-05-16 07:45"));
        for (auto* browser : {&c, &d})
            browser->sitting = sitting_of(*browser);
    }

    Said room(char who = 'k') {
        return site.get(who, in_contest(site, "/rooms/" + prepared_.room));
    }
    void admit() {
        for (const auto* browser : {&c, &d})
            REQUIRE(
                site.post('k', browser->mine("/admit"), R"({"late_by_decision":false})").status ==
                204);
    }
    void sit_down() {
        admit();
        REQUIRE(c.go_in().status == 200);
        REQUIRE(d.go_in().status == 200);
        site.clock.set(bell);
        site.play(core::OpenDuePapers{});
    }
    std::string paper() const { return prepared_.paper; }

    ExamSite site;
    core::Instant bell = sample::at("2026-05-16 08:00");

  private:
    Prepared prepared() {
        hold_intake(site);
        return prepare_round(site);
    }
    core::SittingId sitting_of(const ExamBrowser& browser) {
        const auto mine = site.get(browser.who(), "/api/me/sittings");
        REQUIRE(mine.status == 200);
        for (const auto& line : mine.json.at("sittings").as_array()) {
            const auto& card = line.as_object();
            if (card.at("practice").as_bool()) continue;
            const auto& id = card.at("sitting").as_string();
            return *core::SittingId::parse(std::string_view{id.data(), id.size()});
        }
        FAIL("no sitting");
        return {};
    }
    Prepared prepared_;

  public:
    ExamBrowser c;
    ExamBrowser d;
};

std::string heard(const std::shared_ptr<EventStream>& stream) {
    return stream->take();
}

} // namespace

TEST_CASE("candidates are let in, wait for the bell, and get the key when it goes (R-20)",
          "[http][day]") {
    Day day;
    CHECK(day.c.go_in().code() == "wrong_state");
    const auto before = day.room();
    REQUIRE(before.status == 200);
    CHECK(before.json.at("seats").as_array().size() == 2);
    CHECK(before.at("seats/0/state") == "scheduled");
    CHECK(before.at("seats/0/full_name") == "Nguyễn Thị Hà");
    day.admit();
    REQUIRE(day.c.go_in().status == 200);
    CHECK(day.room().at("seats/0/state") == "admitted");
    CHECK(day.site.get('c', day.c.mine("/key")).status == 425);
    CHECK(day.c.send({day.c.freeze(11, right)}).at("results/0/problem/code") == "too_early");
    day.site.clock.set(day.bell);
    const auto key = day.site.get('c', day.c.mine("/key"));
    REQUIRE(key.status == 200);
    CHECK(key.at("paper") == day.paper());
    // The log says that the paper was opened, whoever asked first.
    const auto opened = day.site.get(nobody, in_contest(day.site, "/log?type=paper.open"));
    CHECK(opened.body.find(day.paper()) != std::string::npos);
    CHECK(day.site.get('d', day.d.mine("/key")).status == 409);
}

TEST_CASE("R-17: in an invigilated room another machine waits for the invigilator", "[http][day]") {
    Day day;
    day.sit_down();
    REQUIRE(day.c.send({day.c.freeze(11, right)}).status == 200);
    auto stream = day.site.events().subscribe({"sitting:" + day.c.sitting.str()}, "old machine");
    REQUIRE(stream);
    ExamBrowser fresh{day.site, 'c', "bmV3"};
    fresh.sitting = day.c.sitting;
    CHECK(day.site.post('k', day.c.mine("/takeover")).status == 404);
    CHECK(fresh.go_in(true).code() == "takeover_needs_approval");
    const auto room = day.room();
    const auto seat = room.at("seats/0/sitting") == day.c.sitting.str() ? "0" : "1";
    CHECK(room.at("seats/" + std::string{seat} + "/takeover_waiting") == "true");
    CHECK(room.at("seats/" + std::string{seat} + "/takeover_device") == "Test");
    CHECK(day.site.post('c', day.c.mine("/takeover")).status == 403);
    CHECK(day.site.post('k', day.c.mine("/takeover")).status == 204);
    CHECK(heard(*stream).find("event: takeover\ndata: {\"approved\":true}") != std::string::npos);
    const auto moved = fresh.go_in(true);
    REQUIRE(moved.status == 200);
    CHECK(moved.at("lease") == "2");
    CHECK(heard(*stream).find("event: lease\ndata: {\"lease\":2}") != std::string::npos);
    CHECK(day.c.send({day.c.freeze(11, wrong)}).at("results/0/counts") == "superseded");
    CHECK(day.site.get('c', day.c.mine("/answers")).at("answers/0/value") == R"(["B"])");
    CHECK(day.room().at("seats/" + std::string{seat} + "/takeover_waiting") == "false");
}

TEST_CASE("R-12: time granted by two reaches the candidate, and who works is seen", "[http][day]") {
    Day day;
    day.sit_down();
    auto stream = day.site.events().subscribe({"sitting:" + day.c.sitting.str()}, "c");
    auto staff = day.site.events().subscribe({"contest:" + day.site.contest.str()}, "k");
    const auto ends = std::stoll(day.site.get('c', day.c.mine()).at("ends_at"));
    CHECK(ends == core::to_ms(day.bell + 60min));
    const auto granted = day.site.both('k', 'i', "grant_time",
                                       R"({"ms":300000,"reason":"Máy hỏng","sitting":")" +
                                           day.c.sitting.str() + R"("})");
    INFO(granted.body);
    REQUIRE(granted.at("state") == "done");
    day.site.live().tell(day.site.committer(), day.site.clock.now());
    const auto news = heard(*stream);
    CHECK(news.find("event: time\ndata: {\"ends_at\":" + std::to_string(ends + 300'000)) !=
          std::string::npos);
    CHECK(heard(*staff).find("event: rooms") != std::string::npos);
    CHECK(day.site.get('d', day.d.mine()).at("ends_at") == std::to_string(ends));

    CHECK(day.site.post('c', day.c.mine("/calls"), R"({"reason":"Chuột hỏng"})").status == 204);
    const auto room = day.room();
    const auto seat = room.at("seats/0/sitting") == day.c.sitting.str() ? "0" : "1";
    CHECK(room.at("seats/" + std::string{seat} + "/called") == "true");
    const auto incident = day.site.post('k', in_contest(day.site, "/incidents"),
                                        R"({"kind":"other","sitting":")" + day.c.sitting.str() +
                                            R"(","text":"Thay chuột"})");
    INFO(incident.body);
    REQUIRE(incident.status == 200);
    const auto after = day.room();
    CHECK(after.at("seats/" + std::string{seat} + "/called") == "false");
    CHECK(after.at("incidents/0/text") == "Thay chuột");
    const auto closed =
        day.site.post('k', in_contest(day.site, "/incidents/" + incident.at("incident") + "/close"),
                      R"({"outcome":"Đã thay"})");
    CHECK(closed.at("outcome") == "Đã thay");
}

TEST_CASE("a room is seen by who keeps it, and papers by who sets or approves them",
          "[http][day]") {
    Day day;
    CHECK(day.room('h').status == 200);
    CHECK(day.room('t').status == 403);
    CHECK(day.room('c').status == 403);
    CHECK(day.room('x').status == 404);
    const auto paper = in_contest(day.site, "/papers/" + day.paper());
    CHECK(day.site.get('t', paper).status == 200);
    CHECK(day.site.get('h', paper).status == 403);
    CHECK(day.site.get('a', paper).status == 403);
    CHECK(day.site.get('s', paper).status == 403);
    CHECK(day.site.get('c', paper).status == 403);
    const auto lines = day.site.get('h', in_contest(day.site, "/papers"));
    CHECK(lines.body.find("\"state\":\"sealed\"") != std::string::npos);
    CHECK(lines.body.find("một") == std::string::npos);
}

namespace {

// The machine's part of a candidate's file.
boost::json::value data_of(const std::string& page) {
    const std::string opening = "<script id=\"receipts\" type=\"application/json\">";
    const auto from = page.find(opening);
    REQUIRE(from != std::string::npos);
    const auto end = page.find("</script>", from);
    auto parsed = text::parse(
        std::string_view{page}.substr(from + opening.size(), end - from - opening.size()));
    REQUIRE(parsed);
    return *parsed;
}

// docs/formats/candidate-file.md, step by step, by nothing but the file and the pinned key.
void check_entry(const boost::json::value& entry, const journal::VerifierKey& key) {
    const auto text = [&](const char* name) {
        return std::string{std::string_view{entry.at(name).as_string()}};
    };
    const auto receipt = journal::parse_receipt(text("receipt"));
    REQUIRE(receipt);
    CHECK(receipt->proof.index == static_cast<std::uint64_t>(entry.at("index").as_int64()));
    REQUIRE(receipt->disclosure.payload);
    const auto commitment = journal::commit(receipt->disclosure.salt, *receipt->disclosure.payload);
    const auto leaf = journal::print_leaf({text("type"), receipt->disclosure.at, commitment});
    CHECK(journal::verify_proof(receipt->proof, journal::leaf_hash(leaf), key));
}

void check_file(Day& day) {
    auto& site = day.site;
    const auto file = site.get('c', in_contest(site, "/candidate-file"));
    REQUIRE(file.status == 200);
    CHECK(file.body.find("Nguyễn Thị Hà") != std::string::npos);
    CHECK(file.body.find("Trúng tuyển") != std::string::npos);
    const auto data = data_of(file.body);
    CHECK(data.at("format").as_string() == "exam-candidate-file/v1");
    const auto& entries = data.at("entries").as_array();
    std::size_t saves = 0;
    for (const auto& entry : entries) {
        check_entry(entry, *journal::parse_vkey(site.vkey));
        if (entry.at("type").as_string() == "answer.save") ++saves;
    }
    CHECK(saves == 2);
    CHECK(entries.front().at("type").as_string() == "intake.apply");
    // The other candidate's file holds the other's one save, and nothing of this one's.
    const auto other = data_of(site.get('d', in_contest(site, "/candidate-file")).body);
    for (const auto& entry : other.at("entries").as_array())
        for (const auto& own : entries)
            CHECK(entry.at("index").as_int64() != own.at("index").as_int64());
}

void check_minutes(Day& day) {
    auto& site = day.site;
    const auto list = site.get('s', in_contest(site, "/minutes"));
    REQUIRE(list.status == 200);
    std::set<std::string> kinds;
    for (const auto& line : list.json.at("minutes").as_array()) {
        kinds.insert(std::string{std::string_view{line.at("kind").as_string()}});
        const std::string name{std::string_view{line.at("name").as_string()}};
        const auto page = site.get('s', in_contest(site, "/minutes/" + name));
        REQUIRE(page.status == 200);
        CHECK(page.body.find("[mục " + std::to_string(line.at("index").as_int64()) + "]") !=
              std::string::npos);
    }
    CHECK(kinds == std::set<std::string>{"opening", "draw", "sitting", "result"});
    CHECK(site.get('s', in_contest(site, "/minutes/none")).status == 404);
    CHECK(site.get('c', in_contest(site, "/minutes")).status == 403);
    CHECK(site.get(nobody, in_contest(site, "/minutes")).status == 401);
}

void check_papers(Day& day) {
    check_file(day);
    check_minutes(day);
}

} // namespace

TEST_CASE("scores are computed, read, released by two, and are the bytes that the log holds",
          "[http][day]") {
    Day day;
    day.sit_down();
    auto& site = day.site;
    REQUIRE(day.c.send({day.c.freeze(11, right), day.c.freeze(12, right)}).status == 200);
    REQUIRE(day.d.send({day.d.freeze(11, wrong)}).status == 200);
    site.clock.set(day.bell + 61min);
    site.play(core::EndDueSittings{});
    CHECK(site.get('d', day.d.mine("/submission")).status == 200);
    CHECK(site.get('s', in_contest(site, "/scores")).at("computed") == "false");
    const auto preview = site.post('s', in_contest(site, "/scores"));
    INFO(preview.body);
    REQUIRE(preview.status == 200);
    CHECK(preview.at("candidates/0/score/outcome") == "winner");
    CHECK(preview.at("candidates/0/full_name") == "Nguyễn Thị Hà");
    const auto trace = in_contest(site, "/scores/" + preview.at("candidates/0/score/candidate"));
    CHECK(site.get('c', trace).status == 404);
    CHECK(site.get('c', in_contest(site, "/candidate-file")).status == 404);
    site.play(core::AdvanceStage{sample::chair, core::Stage::scored, {}, {}});

    const auto body = R"({"file_hash":")" + preview.at("file_hash") + R"("})";
    site.auditor.clean = false;
    site.prove('h');
    CHECK(site.post('h', in_contest(site, "/proposals"), R"({"act":"release","body":)" + body + "}")
              .code() == "not_clean");
    site.auditor.clean = true;
    const auto report = StoreAuditor{site.database(), site.vault()}.audit(site.contest);
    for (const auto& check : report.checks)
        for (const auto& position : check.positions)
            FAIL_CHECK(check.check << " " << position);
    CHECK(report.clean);
    CHECK(report.checks.size() > 10);
    CHECK(site.get(nobody, in_contest(site, "/results")).status == 404);
    const auto released = site.both('h', 's', "release", body);
    INFO(released.body);
    REQUIRE(released.at("state") == "done");
    site.play(core::AdvanceStage{sample::chair, core::Stage::released, {}, {}});

    const auto view = site.get(nobody, in_contest(site, "/results"));
    REQUIRE(view.status == 200);
    CHECK(view.at("lines/0/outcome") == "winner");
    CHECK(view.at("lines/1/outcome") == "not_passed");
    const auto file = site.get(nobody, view.at("file_url"));
    CHECK(text::encode_base64(crypto::view(crypto::sha256(file.body))) == view.at("file_hash"));
    const auto leaf = site.get(nobody, in_contest(site, "/log?type=result.release"));
    CHECK(leaf.at("lines/0/payload/file_hash") == view.at("file_hash"));
    CHECK(leaf.at("lines/0/index") == view.at("index"));
    const auto own = site.get('c', trace);
    REQUIRE(own.status == 200);
    CHECK(own.at("items/0/answer") == R"(["B"])");
    CHECK(own.at("items/0/key/options") == R"(["B"])");
    CHECK(site.get('d', trace).status == 404);
    check_papers(day);
}

TEST_CASE("the log is everybody's to check and only an auditor's to read", "[http][day]") {
    Day day;
    day.sit_down();
    auto& site = day.site;
    REQUIRE(day.c.send({day.c.freeze(11, right)}).status == 200);
    const auto saves = in_contest(site, "/log?type=answer.save&from=0&count=10");
    CHECK(site.get(nobody, saves).at("lines/0/payload") == "-");
    CHECK(site.get('c', saves).at("lines/0/payload") == "-");
    CHECK(site.get('a', saves).at("lines/0/payload/received_at") ==
          std::to_string(core::to_ms(day.bell)));
    CHECK(site.get(nobody, in_contest(site, "/log?from=x")).status == 400);
    CHECK(site.post('a', in_contest(site, "/verify")).at("clean") == "true");
    CHECK(site.post('c', in_contest(site, "/verify")).status == 403);

    const auto page = site.get(nobody, saves);
    const auto index = std::stoull(page.at("lines/0/index"));
    const auto proof =
        site.get(nobody, in_contest(site, "/log/" + std::to_string(index) + "/proof"));
    REQUIRE(proof.status == 200);
    const auto read = journal::parse_proof(proof.body);
    REQUIRE(read);
    const auto leaf = text::decode_base64(page.at("lines/0/leaf_hash"));
    crypto::Digest hash;
    std::copy(leaf->begin(), leaf->end(), hash.bytes.begin());
    CHECK(journal::verify_proof(*read, hash, *journal::parse_vkey(site.vkey)));
    CHECK(site.get(nobody, in_contest(site, "/log/999999/proof")).status == 404);

    const auto log = "/log/" + site.contest.str();
    const auto checkpoint = site.get(nobody, log + "/checkpoint");
    const auto head = journal::open_checkpoint(checkpoint.body, *journal::parse_vkey(site.vkey));
    REQUIRE(head);
    const auto width = std::to_string(head->size);
    const auto tile = site.get(nobody, log + "/tile/0/000.p/" + width);
    REQUIRE(tile.status == 200);
    CHECK(tile.body.size() == head->size * 32);
    CHECK(tile.body.substr(index * 32, 32) == *leaf);
    const auto entries = site.get(nobody, log + "/tile/entries/000.p/" + width);
    const auto leaves = journal::parse_entries(entries.body, static_cast<unsigned int>(head->size));
    REQUIRE(leaves);
    CHECK(journal::leaf_hash((*leaves)[index]) == hash);
    CHECK(site.get(nobody, log + "/tile/0/001").status == 404);
    CHECK(site.get(nobody, log + "/tile/0/../x").status == 404);
}
