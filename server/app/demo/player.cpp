#include "app/demo/player.h"

#include "core/plan/life.h"
#include "http/api/acts.h"
#include "http/new_id.h"
#include "journal/note.h"
#include "journal/plan_json.h"

#include <stdexcept>

namespace thi::app::demo {

namespace {

constexpr std::string_view log_host = "localhost";

[[noreturn]] void refused(const core::Fault& fault) {
    std::string words = "the demo was refused: " + fault.detail.en;
    for (const auto& one : fault.errors)
        words += "; " + one.pointer + " " + one.detail.en;
    throw std::runtime_error(words);
}

} // namespace

Player::Player(Site& site, SetClock& clock, const Cast& cast)
    : site_(site), clock_(clock), cast_(cast), contest_(http::new_id<core::ContestId>()) {}

void Player::publish(const core::Plan& plan) {
    plan_ = plan;
    const auto& code = *plan.contest.code.value;
    const auto key = site_.keys().make_log_key(contest_);
    vkey_ = journal::print_vkey(
        journal::make_verifier_key(std::string{log_host} + "/contest/" + code,
                                   journal::NoteAlgorithm::ed25519, key.public_key()));
    const auto add = [&](store::SiteWriter& write, const core::Events&) -> core::Result<void> {
        store::ContestSite row;
        row.contest = contest_;
        row.code = code;
        row.draft_plan = journal::write_plan(plan);
        row.demo = true;
        row.created_by = cast_.administrator;
        row.created_at = row.updated_at = now();
        if (auto added = write.add_contest(row); !added) return added;
        for (const auto& official : cast_.officials) {
            const auto person =
                write.join_person(contest_, official.account, http::new_id<core::PersonId>());
            for (const auto role : official.roles)
                duties_.emplace_back(person, role);
        }
        return {};
    };
    if (const auto added = site_.committer().site_now(add); !added) refused(added.error());
    core::PublishContest publish;
    publish.contest = contest_;
    publish.plan = plan;
    publish.log_vkey = vkey_;
    publish.build = "thituyen demo";
    for (const auto& [person, role] : duties_)
        publish.officials.push_back({person, role});
    publish.approvals = leaders(
        "publish", text::to_text(http::api::PublishAct{crypto::sha256(journal::write_plan(plan))}));
    play(std::move(publish));
}

store::Committed Player::play(core::Command command, store::SiteWrite also) {
    auto outcome = site_.committer().commit_now(contest_, std::move(command), std::move(also));
    if (!outcome) refused(outcome.error());
    return std::move(*outcome);
}

void Player::advance(core::Stage to) {
    play(core::AdvanceStage{
        .by = who(core::Role::secretary),
        .to = to,
        .reason = {},
        .approvals = leaders("advance_stage", text::to_text(http::api::AdvanceAct{to, {}}))});
}

core::PersonId Player::who(core::Role role, std::size_t n) const {
    for (const auto& [person, held] : duties_)
        if (held == role && n-- == 0) return person;
    throw std::logic_error("nobody in the demo holds this role");
}

core::Approvals Player::both(core::PersonId first, core::PersonId second, std::string_view act,
                             std::string_view body) const {
    const auto hash = crypto::sha256({"exam-action/v1\n", R"({"act":")", act, R"(","body":)", body,
                                      R"(,"contest":")", contest_.text(), R"("})"});
    return {{first, "password", now(), hash}, {second, "password", now(), hash}};
}

core::Approvals Player::leaders(std::string_view act, std::string_view body) const {
    return both(who(core::Role::chair), who(core::Role::vice_chair), act, body);
}

void Player::ask(const std::function<void(const core::Contest&)>& question) {
    if (const auto asked = site_.committer().read_now(contest_, question); !asked)
        refused(asked.error());
}

} // namespace thi::app::demo
