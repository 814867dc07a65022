#include "catch.h"
#include "core/intake/standing.h"
#include "core/plan/sample.h"

using namespace thi;
using namespace thi::core;

namespace {

std::string apply_at(Contest contest, const char* text) {
    auto command = sample::application();
    command.received_at = sample::at(text);
    return sample::said(decide_on(contest, command, sample::at(text)));
}

const Application& lans(const Contest& contest) {
    return contest.applications.at(sample::lan_applies);
}

} // namespace

TEST_CASE("applications are taken from the opening to the end of intake", "[core][intake]") {
    const auto contest = sample::published();
    CHECK(apply_at(contest, "2026-03-02 07:59") == "too_early");
    CHECK(apply_at(contest, "2026-03-02 08:00") == "ok");
    CHECK(apply_at(contest, "2026-03-31 17:00") == "ok");
    CHECK(apply_at(contest, "2026-03-31 17:01") == "deadline_passed");
    CHECK(apply_at(Contest{}, "2026-03-10 10:00") == "wrong_state");
    CHECK(apply_at(sample::listed(sample::plan()), "2026-03-31 16:00") == "deadline_passed");
}

TEST_CASE("an application is judged by when it arrived in full, not when it was decided",
          "[core][intake]") {
    auto command = sample::application();
    command.received_at = sample::at("2026-03-31 17:00");
    CHECK(sample::said(decide_on(sample::published(), command, sample::at("2026-03-31 17:05"))) ==
          "ok");
}

TEST_CASE("an extended intake takes applications until its new end", "[core][intake]") {
    auto contest = sample::published();
    const auto now = sample::at("2026-04-02 09:00");
    const ExtendDeadline longer{sample::secretary, Deadline::intake_closes,
                                sample::at("2026-04-10 17:00"), "Ít hồ sơ", sample::approvals(now)};
    REQUIRE(sample::act(contest, AdvanceStage{{}, Stage::intake, {}, {}}, now));
    REQUIRE(sample::act(contest, AdvanceStage{{}, Stage::verification, {}, {}}, now));
    CHECK(apply_at(contest, "2026-04-05 10:00") == "deadline_passed");
    REQUIRE(sample::act(contest, longer, now));
    CHECK(apply_at(contest, "2026-04-10 17:00") == "ok");
    CHECK(apply_at(contest, "2026-04-10 17:01") == "deadline_passed");
}

TEST_CASE("the first application opens an intake whose time has come", "[core][intake]") {
    auto contest = sample::published();
    const auto events = sample::act(contest, sample::application(), sample::at("2026-03-10 10:00"));
    REQUIRE(events);
    CHECK(leaf_type(events->front()) == "contest.state");
    CHECK(contest.stage == Stage::intake);
}

TEST_CASE("the register numbers applications, withdrawn ones too", "[core][intake]") {
    auto contest = sample::with_application(sample::plan());
    const auto now = sample::at("2026-03-11 10:00");
    CHECK(lans(contest).number == 1);
    REQUIRE(sample::act(contest, Withdraw{sample::lan, sample::lan_applies}, now));
    REQUIRE(sample::act(contest, sample::application(sample::minh_applies, sample::minh), now));
    CHECK(contest.applications.at(sample::minh_applies).number == 2);
}

TEST_CASE("a candidate applies for as many posts as the plan allows", "[core][intake]") {
    auto contest = sample::with_application(sample::plan());
    const auto now = sample::at("2026-03-11 10:00");
    const auto second = sample::id<ApplicationId>(3);
    const auto apply = [&](PostId to) {
        return sample::said(decide_on(contest, sample::application(second, sample::lan, to), now));
    };
    CHECK(apply(sample::post) == "already_done");
    CHECK(apply(sample::other_post) == "limit_reached");
    CHECK(apply(sample::id<PostId>(9)) == "not_found");
    contest.plan.post.max_posts_per_candidate.value = 2;
    CHECK(apply(sample::other_post) == "ok");
    contest.plan.post.max_posts_per_candidate.value = 1;
    REQUIRE(sample::act(contest, Withdraw{sample::lan, sample::lan_applies}, now));
    CHECK(apply(sample::post) == "ok");
    CHECK(sample::said(decide_on(contest, sample::application(), now)) == "already_done");
}

TEST_CASE("an application without a required document is refused, naming each", "[core][intake]") {
    auto command = sample::application();
    command.dossier.documents.clear();
    const auto refused = decide_on(sample::published(), command, sample::at("2026-03-10 10:00"));
    REQUIRE(sample::said(refused) == "incomplete");
    REQUIRE(refused.error().errors.size() == 3);
    CHECK(refused.error().errors.front().pointer == "/documents/application_form");
    auto plan = sample::plan();
    plan.dossier.required_documents.value->clear();
    CHECK(sample::said(
              decide_on(sample::published(plan), command, sample::at("2026-03-10 10:00"))) == "ok");
}

TEST_CASE("an introduced candidate names the body and brings its letter", "[core][intake]") {
    auto command = sample::application();
    command.source = ApplicationSource::introduced;
    const auto contest = sample::published();
    const auto said = [&] {
        return sample::said(decide_on(contest, command, sample::at("2026-03-10 10:00")));
    };
    CHECK(said() == "invalid_field");
    command.introducing_body = "Đảng ủy Khối";
    command.letter_hash = crypto::Digest{};
    CHECK(said() == "incomplete"); // The letter itself is not among the documents.
    command.dossier.documents.push_back(
        DocumentFact{sample::id<DocumentId>(9), DocumentKind::introduction_letter, {}, 1});
    CHECK(said() == "ok");
}

TEST_CASE("a dossier is supplemented while intake is open, later only when asked",
          "[core][intake]") {
    auto contest = sample::with_application(sample::plan());
    const auto late = sample::at("2026-04-01 09:00");
    const auto reply = [&](const char* text, Instant now) {
        return sample::said(sample::act(
            contest, Supplement{sample::lan, sample::lan_applies, crypto::sha256(text)}, now));
    };
    CHECK(reply("new", sample::at("2026-03-20 09:00")) == "ok");
    CHECK(lans(contest).findings.empty());
    CHECK(reply("newer", late) == "deadline_passed");
    const RequestSupplement request{sample::verifier_a, sample::lan_applies, {}};
    CHECK(sample::said(decide_on(contest, RequestSupplement{sample::chair, sample::lan_applies, {}},
                                 late)) == "forbidden");
    CHECK(sample::said(sample::act(contest, request, late)) == "ok");
    CHECK(lans(contest).supplement_requested);
    CHECK(reply("newer", late) == "ok");
    CHECK_FALSE(lans(contest).supplement_requested);
    CHECK(lans(contest).dossier_hash == crypto::sha256("newer"));
    CHECK(reply("newest", late) == "deadline_passed");
    const Supplement foreign{sample::minh, sample::lan_applies, {}};
    CHECK(sample::said(decide_on(contest, foreign, late)) == "not_found");
}

TEST_CASE("a request for a supplement opens a decided application again", "[core][intake]") {
    auto contest = sample::with_application(sample::plan());
    const auto now = sample::at("2026-03-12 09:00");
    sample::verify(contest, sample::lan_applies, now);
    REQUIRE(lans(contest).eligible == true);
    REQUIRE(
        sample::act(contest, RequestSupplement{sample::secretary, sample::lan_applies, {}}, now));
    CHECK_FALSE(lans(contest).eligible);
    REQUIRE(sample::act(contest,
                        Supplement{sample::lan, sample::lan_applies, crypto::sha256("new")}, now));
    CHECK(lans(contest).decisions.empty());
}

TEST_CASE("withdrawal is allowed until the draw", "[core][intake]") {
    auto contest = sample::listed(sample::plan());
    const auto now = sample::at("2026-05-01 09:00");
    const Withdraw withdraw{sample::lan, sample::lan_applies};
    CHECK(sample::said(decide_on(contest, Withdraw{sample::minh, sample::lan_applies}, now)) ==
          "not_found");
    CHECK(sample::said(decide_on(contest, withdraw, now)) == "ok");
    auto drawn = contest;
    drawn.draws["seats/x"].pool = {sample::minh, sample::lan};
    CHECK(sample::said(decide_on(drawn, withdraw, now)) == "deadline_passed");
    REQUIRE(sample::act(contest, withdraw, now));
    CHECK_FALSE(may_sit(lans(contest)));
    const auto again = decide_on(contest, withdraw, now);
    REQUIRE(again);
    CHECK(again->empty());
}
