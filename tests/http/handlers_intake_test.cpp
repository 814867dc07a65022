// Dossiers, documents, applications, decisions, the list and petitions: through the real table and
// a real store.

#include "catch.h"
#include "council.h"
#include "http/handlers/media.h"
#include "text/base64.h"

using namespace thi;
using namespace thi::http;
using namespace thi::http::test;

namespace {

constexpr std::string_view a_pdf =
    "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\nstartxref\n0\n%%EOF\n";

const std::string sample_facts = text::to_text(sample::dossier().facts);

Told hand_in(Council& council, Browser& browser, const std::string& kind,
             std::string_view bytes = a_pdf) {
    return browser.ask("POST", council.path("/documents?kind=" + kind + "&name=ban-quet.pdf"),
                       bytes, "application/pdf");
}

void prepare(Council& council, Browser& browser) {
    REQUIRE(browser.put(council.path("/dossier"), sample_facts).status == 200);
    for (const auto* kind : {"application_form", "cv_2c", "agency_consent"})
        REQUIRE(hand_in(council, browser, kind).status == 201);
}

std::string post_body(core::PostId post = sample::post) {
    return R"({"post":")" + post.str() + R"(","source":"self"})";
}

// A published contest on 10 March 2026, while intake is open.
struct Intake : Council {
    Intake() {
        publish();
        set_clock(sample::at("2026-03-10 10:00"));
    }
    Browser& ready(std::string_view who, std::string_view name) {
        auto& browser = candidate(who, name);
        prepare(*this, browser);
        return browser;
    }
    std::string apply(Browser& browser, core::PostId post = sample::post) {
        const auto told = browser.post(path("/applications"), post_body(post));
        INFO(told.text);
        REQUIRE(told.status == 201);
        return told.str("/application");
    }
    // All criteria by both verifiers; `failed` is failed.
    void decide(const std::string& application, std::string_view failed = {}) {
        const auto target = path("/applications/" + application);
        const auto seen = (*this)["verifier_a"].get(target);
        std::string body;
        for (const auto& line : seen.at("/criteria").as_array()) {
            const std::string criterion{line.at("criterion").as_string()};
            const bool fails = criterion == failed;
            body += body.empty() ? "" : ",";
            body += R"({"criterion":")" + criterion + R"(","verdict":")" +
                    (fails ? "fail" : "pass") + R"(","reason":")" +
                    (fails ? "Thẩm định bản gốc" : "") + "\"}";
        }
        for (const auto* who : {"verifier_a", "verifier_b"}) {
            const auto told =
                (*this)[who].post(target + "/decisions", R"({"decisions":[)" + body + "]}");
            INFO(told.text);
            REQUIRE(told.status == 200);
        }
    }
    void verification() {
        set_clock(sample::at("2026-04-01 09:00"));
        REQUIRE(act("advance_stage", R"({"to":"verification"})").str("/state") == "done");
    }
};

} // namespace

TEST_CASE("a dossier shows what is missing and what the machine would find", "[http][intake]") {
    Intake intake;
    auto& lan = intake.candidate("lan", "Hoàng Thị Lan");
    const auto empty = lan.get(intake.path("/dossier"));
    CHECK(empty.at("/missing").as_array().size() == 3);
    CHECK(lan.get("/api/session").at("/candidacies").as_array().empty());
    prepare(intake, lan);
    const auto full = lan.get(intake.path("/dossier"));
    CHECK(full.at("/missing").as_array().empty());
    CHECK(full.at("/documents").as_array().size() == 3);
    for (const auto& finding : full.at("/self_check").as_array())
        CHECK(finding.at("verdict") == "pass");
    const auto wrong = lan.put(intake.path("/dossier"),
                               R"({"born_on":"01/01/1980","appraisals":[],"discipline":[]})");
    CHECK(wrong.code() == "invalid_field");
    CHECK(wrong.str("/errors/0/pointer") == "/born_on");
}

TEST_CASE("an application gets a number, a code and a receipt; its hash is that of the dossier",
          "[http][intake]") {
    Intake intake;
    auto& lan = intake.ready("lan", "Hoàng Thị Lan");
    const auto told = lan.post(intake.path("/applications"), post_body());
    REQUIRE(told.status == 201);
    CHECK(told.whole("/number") == 1);
    CHECK(told.str("/code").size() == 14);
    CHECK(told.str("/receipt").starts_with("c2sp.org/tlog-proof@v1\n"));
    CHECK(lan.post(intake.path("/applications"), post_body()).code() == "already_done");
    CHECK(lan.post(intake.path("/applications"), post_body(sample::other_post)).code() ==
          "limit_reached");
    const auto mine = lan.get("/api/me/applications");
    CHECK(mine.str("/applications/0/state") == "submitted");
    CHECK(mine.str("/applications/0/code") == told.str("/code"));
    CHECK(mine.str("/applications/0/post_title") == "Vụ trưởng Vụ Mẫu");
    CHECK(lan.get("/api/messages").at("/messages").as_array().size() == 1);
    CHECK(intake["secretary"].get(intake.path("/overview")).str("/notice/contest/stage") ==
          "intake");
}

TEST_CASE("an application is refused outside of intake, without documents, from an official",
          "[http][intake]") {
    Intake intake;
    auto& an = intake.candidate("an", "Lê Văn An");
    CHECK(an.post(intake.path("/applications"), post_body()).code() == "incomplete");
    prepare(intake, an);
    CHECK(intake["secretary"].post(intake.path("/applications"), post_body()).code() ==
          "role_conflict");
    intake.set_clock(sample::at("2026-03-31 17:01"));
    CHECK(an.post(intake.path("/applications"), post_body()).code() == "deadline_passed");
}

TEST_CASE("an introduced candidate names who introduces, with the letter", "[http][intake]") {
    Intake intake;
    auto& an = intake.ready("an", "Lê Văn An");
    const auto ask = [&](const std::string& body) {
        return an.post(intake.path("/applications"), R"({"post":")" + sample::post.str() +
                                                         R"(","source":"introduced")" + body + "}");
    };
    CHECK(ask("").code() == "invalid_field");
    REQUIRE(hand_in(intake, an, "introduction_letter").status == 201);
    CHECK(ask(R"(,"introducing_body":"  ")").code() == "invalid_field");
    CHECK(ask(R"(,"introducing_body":"Đảng ủy Bộ Mẫu")").status == 201);
    const auto line = intake["secretary"].get(intake.path("/applications"));
    CHECK(line.str("/applications/0/introducing_body") == "Đảng ủy Bộ Mẫu");
}

TEST_CASE("S-34: documents are PDF, PNG or JPEG by content, kept as versions, told by hash",
          "[http][intake]") {
    Intake intake;
    auto& lan = intake.candidate("lan", "Hoàng Thị Lan");
    const auto first = hand_in(intake, lan, "diploma");
    REQUIRE(first.status == 201);
    CHECK(first.str("/sha256") == text::encode_base64(crypto::view(crypto::sha256(a_pdf))));
    CHECK(first.whole("/version") == 1);
    CHECK(hand_in(intake, lan, "diploma").whole("/version") == 2);
    CHECK(hand_in(intake, lan, "diploma", "MZ\x90 not a document").code() == "unsupported_type");
    CHECK(hand_in(intake, lan, "selfie").code() == "invalid_field");
    const auto bytes = lan.get("/api/documents/" + first.str("/document"));
    CHECK(bytes.status == 200);
    CHECK(bytes.text == a_pdf);
    CHECK(bytes.reply.attachment == "ban-quet.pdf");
    CHECK(bytes.reply.type == "application/pdf");
}

TEST_CASE("S-34: what a file is, is read from its bytes", "[http][media]") {
    const auto with = [](std::string_view inside) {
        return "%PDF-1.7\n" + std::string{inside} + "\nstartxref\n0\n%%EOF\n";
    };
    CHECK(*media_type_of(with("<< /Type /Page >>")) == "application/pdf");
    CHECK_FALSE(media_type_of("%PDF-1.7\n<< /Type /Page >>").has_value());
    CHECK(media_type_of(with("<< /S /JavaScript /JS (x) >>")).error().code ==
          core::Code::unsupported_type);
    CHECK(media_type_of(with("<< /JSomething 1 >>")).has_value());
    CHECK_FALSE(media_type_of(with("<< /Encrypt 5 0 R >>")).has_value());
    std::string pages;
    for (std::size_t i = 0; i <= pdf_pages_max; ++i)
        pages += "<</Type/Page>>";
    CHECK(media_type_of(with(pages)).error().code == core::Code::too_large);

    const auto picture = [](std::string_view width) {
        return std::string{"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16} + std::string{width} +
               std::string{"\0\0\x10\0\x08\x02\0\0\0crc4\0\0\0\0IENDcrc4", 25};
    };
    CHECK(*media_type_of(picture(std::string_view{"\0\0\x10\0", 4})) == "image/png");
    CHECK(media_type_of(picture(std::string_view{"\0\1\0\0", 4})).error().code ==
          core::Code::too_large);
    CHECK_FALSE(
        media_type_of(picture(std::string_view{"\0\0\x10\0", 4}).substr(0, 40)).has_value());
    CHECK_FALSE(media_type_of(picture(std::string_view{"\0\0\x10\0", 4}) + "PK\3\4").has_value());

    const std::string photo{"\xFF\xD8\xFF\xE0\0\4ab\xFF\xC0\0\x0B\x08\0\x10\0\x20\1\1\x11\0"
                            "\xFF\xDA\0\2x\xFF\xD9",
                            28};
    CHECK(*media_type_of(photo) == "image/jpeg");
    CHECK_FALSE(media_type_of(photo.substr(0, 20)).has_value());
    CHECK_FALSE(media_type_of("").has_value());
}

TEST_CASE("S-03: another candidate's application and documents are not there", "[http][intake]") {
    Intake intake;
    auto& lan = intake.ready("lan", "Hoàng Thị Lan");
    auto& minh = intake.ready("minh", "Đặng Văn Minh");
    const auto application = intake.apply(lan);
    const auto document = hand_in(intake, lan, "diploma").str("/document");
    CHECK(minh.get("/api/documents/" + document).code() == "not_found");
    CHECK(minh.post("/api/applications/" + application + "/withdraw").code() == "not_found");
    CHECK(minh.get(intake.path("/applications/" + application)).code() == "not_found");
    CHECK(intake["verifier_a"].get("/api/documents/" + document).status == 200);
    CHECK(intake["setter"].get("/api/documents/" + document).code() == "forbidden");
    CHECK(intake["setter"].get(intake.path("/applications")).code() == "forbidden");
    CHECK(lan.post("/api/applications/" + application + "/withdraw").status == 204);
    CHECK(lan.get("/api/me/applications").str("/applications/0/state") == "withdrawn");
}

TEST_CASE("two verifiers decide each criterion; the candidate learns it from the list",
          "[http][intake]") {
    Intake intake;
    auto& lan = intake.ready("lan", "Hoàng Thị Lan");
    auto& minh = intake.ready("minh", "Đặng Văn Minh");
    const auto lans = intake.apply(lan);
    const auto minhs = intake.apply(minh, sample::other_post);
    auto& a = intake["verifier_a"];
    const auto before = a.get(intake.path("/applications"));
    CHECK(before.str("/applications/0/full_name") == "Hoàng Thị Lan");
    CHECK(before.at("/applications/0/mine_open").as_bool());
    CHECK(before.whole("/applications/0/decided") == 0);
    const auto target = intake.path("/applications/" + lans);
    CHECK(a.post(target + "/decisions",
                 R"({"decisions":[{"criterion":"age","verdict":"fail","reason":""}]})")
              .code() == "invalid_field");
    CHECK(intake["secretary"].post(target + "/decisions", R"({"decisions":[]})").code() ==
          "forbidden");
    intake.verification();
    intake.decide(lans);
    intake.decide(minhs, "age");
    const auto after = intake["verifier_b"].get(target);
    CHECK(after.str("/line/state") == "eligible");
    CHECK(after.str("/criteria/0/settled") == "pass");
    CHECK(after.str("/criteria/0/decisions/1/name") == "Vũ Kiểm Tra");
    CHECK_FALSE(after.at("/line/mine_open").as_bool());
    lan.prove();
    CHECK(minh.get("/api/me/applications").str("/applications/0/state") == "submitted");
    CHECK(intake.house.browser().get(intake.path("/eligible-list")).code() == "not_found");

    intake.set_clock(sample::at("2026-04-10 09:00"));
    const auto posted = intake["secretary"].post(intake.path("/eligible-list"));
    INFO(posted.text);
    REQUIRE(posted.status == 200);
    CHECK(posted.str("/eligible/0/name") == "Hoàng Thị Lan");
    CHECK(posted.whole("/refused") == 1);
    CHECK(posted.whole("/refused_by_ground/age") == 1);
    CHECK(intake.house.browser().get(intake.path("/eligible-list")).text == posted.text);
    const auto mine = minh.get("/api/me/applications");
    CHECK(mine.str("/applications/0/state") == "refused");
    CHECK(mine.str("/applications/0/grounds/0/criterion") == "age");
    CHECK(mine.str("/applications/0/grounds/0/reason") == "Thẩm định bản gốc");
    CHECK(minh.get("/api/messages").at("/messages").as_array().size() == 2);
}

TEST_CASE("a petition is filed once and decided by two members of the council", "[http][intake]") {
    Intake intake;
    auto& lan = intake.ready("lan", "Hoàng Thị Lan");
    const auto lans = intake.apply(lan);
    intake.verification();
    intake.decide(lans, "age");
    const auto petition = "/api/applications/" + lans + "/petition";
    const std::string body = R"({"text":"Ngày sinh ghi nhầm."})";
    CHECK(lan.post(petition, body).code() == "wrong_state");
    intake.set_clock(sample::at("2026-04-10 09:00"));
    REQUIRE(intake["secretary"].post(intake.path("/eligible-list")).status == 200);
    CHECK(lan.post(petition, R"({"text":"  "})").code() == "invalid_field");
    const auto filed = lan.post(petition, body);
    REQUIRE(filed.status == 200);
    CHECK(lan.post(petition, body).code() == "already_done");
    CHECK(intake["secretary"].get(intake.path("/applications/" + lans)).str("/petition/text") ==
          "Ngày sinh ghi nhầm.");
    const auto told = intake.act("decide_petition", R"({"petition":")" + filed.str("/petition") +
                                                        R"(","upheld":true,"reason":"đúng"})");
    CHECK(told.str("/state") == "done");
    CHECK(lan.get("/api/me/applications").str("/applications/0/state") == "eligible");
    CHECK(intake.house.browser()
              .get(intake.path("/eligible-list"))
              .at("/eligible")
              .as_array()
              .size() == 1);
}

TEST_CASE("a supplement is asked for in words and answered with another dossier",
          "[http][intake]") {
    Intake intake;
    auto& lan = intake.ready("lan", "Hoàng Thị Lan");
    const auto lans = intake.apply(lan);
    const auto request = intake.path("/applications/" + lans + "/supplement-request");
    CHECK(intake["chair"].post(request, R"({"text":"Thiếu bằng."})").code() == "forbidden");
    REQUIRE(intake["secretary"].post(request, R"({"text":"Thiếu bằng."})").status == 204);
    const auto mine = lan.get("/api/me/applications");
    CHECK(mine.str("/applications/0/state") == "supplement_requested");
    CHECK(mine.str("/applications/0/supplement_request") == "Thiếu bằng.");
    const auto answer = "/api/applications/" + lans + "/supplement";
    CHECK(lan.post(answer).code() == "incomplete");
    REQUIRE(hand_in(intake, lan, "diploma").status == 201);
    const auto told = lan.post(answer);
    REQUIRE(told.status == 200);
    CHECK(told.whole("/number") == 1);
    CHECK(intake["verifier_a"]
              .get(intake.path("/applications/" + lans))
              .at("/documents")
              .as_array()
              .size() == 4);
}

TEST_CASE("S-07: an official with a declared relation does not decide", "[http][intake]") {
    Intake intake;
    auto& lan = intake.ready("lan", "Hoàng Thị Lan");
    const auto lans = intake.apply(lan);
    auto& a = intake["verifier_a"];
    const auto candidate = a.get(intake.path("/applications")).str("/applications/0/candidate");
    CHECK(a.post(intake.path("/conflicts"),
                 R"({"candidate":")" + candidate + R"(","relation":"sibling"})")
              .status == 204);
    CHECK(a.post(intake.path("/applications/" + lans + "/decisions"),
                 R"({"decisions":[{"criterion":"age","verdict":"pass","reason":""}]})")
              .code() == "declared_conflict");
    CHECK_FALSE(a.get(intake.path("/applications")).at("/applications/0/mine_open").as_bool());
}
