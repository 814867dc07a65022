#include "exam_day.h"

#include "catch.h"
#include "core/intake/criteria.h"
#include "core/plan/sample.h"
#include "text/base64.h"

namespace thi::http::test {
namespace {

using namespace core;

std::string base64(const crypto::Digest& digest) {
    return text::encode_base64(crypto::view(digest));
}

bank::Bank small_bank() {
    bank::Bank bank;
    bank.bank = bank_name;
    bank.language = "vi";
    bank.title = {"Kiến thức", "Knowledge"};
    for (unsigned int i = 1; i <= 2; ++i) {
        bank::BankItem item;
        item.item = store::test::numbered<ItemId>(10 + i);
        item.topic = "chung";
        item.stem = "Câu " + std::to_string(i);
        item.options = {{"A", "một"}, {"B", "hai"}, {"C", "ba"}};
        item.key = std::vector<std::string>{"B"};
        item.points = Points{100};
        bank.items.push_back(item);
    }
    return bank;
}

void apply_and_pass(ExamSite& site, unsigned int number) {
    const auto id = sample::id<ApplicationId>(number);
    auto application = sample::application(id, sample::id<CandidateId>(number));
    application.dossier_hash = crypto::sha256("dossier " + std::to_string(number));
    application.received_at = site.clock.now();
    const FindEligibility find{id, application.dossier, application.dossier_hash};
    site.play(std::move(application));
    site.play(find);
}

std::string seal(ExamSite& site, const std::string& variant) {
    const auto made = site.post(
        't', in_contest(site, "/papers"),
        R"({"parts":[{"bank":"kien-thuc","items":[],"part":"general","questions":2,)"
        R"("title":"Kiến thức chung","topics":["chung"]}],"round":")" +
            sample::round.str() + R"(","title":"Đề thi","variant":")" + variant + R"("})");
    INFO(made.body);
    REQUIRE(made.status == 200);
    CHECK(made.at("state") == "draft");
    const auto sealed = site.both('t', 'h', "seal_paper",
                                  R"({"content_hash":")" + made.at("content_hash") +
                                      R"(","paper":")" + made.at("paper") + R"("})");
    INFO(sealed.body);
    REQUIRE(sealed.at("state") == "done");
    return made.at("paper");
}

void draw_seats(ExamSite& site) {
    const auto draws = in_contest(site, "/draws");
    const std::string draw = "seats/" + sample::round.str();
    const auto frozen = site.post(
        's', draws, R"({"pool":[],"purpose":"seats","round":")" + sample::round.str() + R"("})");
    INFO(frozen.body);
    REQUIRE(frozen.status == 200);
    const auto nonce = [](char who) {
        return crypto::sha256(std::string{who});
    };
    const auto send = [&](char who, const char* step, const std::string& field,
                          const crypto::Digest& digest) {
        const auto said = site.post(who, draws + step,
                                    R"({")" + field + R"(":")" + base64(digest) + R"(","draw":")" +
                                        draw + R"("})");
        INFO(said.body);
        REQUIRE(said.status == 200);
    };
    for (const char who : {'h', 's'})
        send(who, "/commit", "commitment", crypto::sha256(crypto::view(nonce(who))));
    for (const char who : {'s', 'h'})
        send(who, "/reveal", "nonce", nonce(who));
    const auto resolved = site.post('s', draws + "/resolve", R"({"draw":")" + draw + R"("})");
    INFO(resolved.body);
    REQUIRE(resolved.status == 200);
    CHECK(resolved.json.at("order").as_array().size() == 2);
}

} // namespace

std::string in_contest(const ExamSite& site, const std::string& rest) {
    return ExamSite::path("contests", site.contest.text(), rest);
}

void hold_intake(ExamSite& site) {
    site.clock.set(sample::at("2026-03-10 10:00"));
    site.play(AdvanceStage{sample::secretary, Stage::intake, {}, {}});
    for (unsigned int i = 1; i <= 2; ++i)
        apply_and_pass(site, i);
    site.clock.set(sample::at("2026-04-06 09:00"));
    site.play(AdvanceStage{{}, Stage::verification, {}, {}});
    for (unsigned int i = 1; i <= 2; ++i)
        for (const auto* rule : asked_criteria(sample::plan()))
            for (const auto verifier : {sample::verifier_a, sample::verifier_b})
                site.play(DecideCriterion{verifier, sample::id<ApplicationId>(i),
                                          std::string{rule->criterion}, DecisionVerdict::pass, ""});
    site.clock.set(sample::at("2026-04-10 09:00"));
    site.play(PostList{sample::secretary, crypto::sha256("list"), site.approvals()});
    site.clock.set(sample::at("2026-04-27 09:00"));
    site.play(AdvanceStage{sample::chair, Stage::preparing, {}, {}});
    for (const char who : {'c', 'd', 'h', 'v', 's', 't', 'i', 'k', 'a'})
        site.prove(who);
}

Prepared prepare_round(ExamSite& site) {
    site.banks = {small_bank()};
    Prepared prepared;
    prepared.paper = seal(site, "official");
    seal(site, "backup");
    const auto rooms = in_contest(site, "/rounds/" + sample::round.str() + "/rooms");
    const auto planned = site.put('s', rooms,
                                  R"({"rooms":[{"invigilators":[")" + officials::keeper.str() +
                                      R"("],"name":"Phòng 1","seats":10}]})");
    INFO(planned.body);
    REQUIRE(planned.status == 200);
    prepared.room = planned.at("rooms/0/room");
    draw_seats(site);
    site.clock.set(sample::at("2026-05-14 09:00"));
    site.play(AdvanceStage{sample::chair, Stage::sitting, {}, {}});
    return prepared;
}

} // namespace thi::http::test
