#include "http/handlers/acts_plan.h"

#include "core/refusal.h"
#include "http/exchange.h"
#include "http/handlers/accounts.h"
#include "http/handlers/contest_view.h"
#include "http/handlers/lists.h"
#include "http/handlers/site.h"
#include "http/new_id.h"
#include "http/refusals.h"
#include "journal/note.h"
#include "journal/plan_json.h"
#include "store/committer.h"
#include "store/keys.h"
#include "store/store.h"

#include <algorithm>

namespace thi::http {
namespace {

core::Fault another_draft() {
    return core::refuse(core::Code::wrong_state,
                        "Bản dự thảo đã thay đổi sau khi anh/chị đọc; hãy xem lại trước khi duyệt.",
                        "The draft has changed since it was read; look at it again first.");
}

core::Fault not_governing() {
    return core::refuse(core::Code::forbidden, "Anh/chị không giữ nhiệm vụ được công bố kỳ thi.",
                        "You do not hold a duty that may publish the contest.");
}

core::Fault list_changed() {
    return core::refuse(core::Code::wrong_state, "Danh sách vừa thay đổi; hãy xem lại.",
                        "The list has just changed; look at it again.");
}

bool governs(const std::vector<store::OfficialRow>& officials, core::PersonId person) {
    const auto found = std::find_if(officials.begin(), officials.end(),
                                    [&](const auto& row) { return row.person == person; });
    if (found == officials.end()) return false;
    return std::any_of(found->roles.begin(), found->roles.end(), [](core::Role role) {
        return role == core::Role::administrator || role == core::Role::chair ||
               role == core::Role::vice_chair;
    });
}

} // namespace

core::Result<PreparedAct> publish_act(Exchange& exchange, const ActContext& context,
                                      const api::PublishAct& body) {
    auto contest = visible_contest(exchange);
    if (!contest) return contest.error();
    if (crypto::sha256(contest->row.plan) != body.plan_hash) return another_draft();
    const auto officials = exchange.store().ask(
        [&](const store::Reader& reader) { return reader.officials(context.contest); });
    if (!governs(officials, context.by)) return not_governing();
    const auto origin = exchange.services().log_host + "/contest/" + contest->row.site.code;
    const auto key = exchange.keys().make_log_key(context.contest);
    core::PublishContest publish;
    publish.contest = context.contest;
    publish.plan = std::move(contest->plan);
    publish.log_vkey = journal::print_vkey(
        journal::make_verifier_key(origin, journal::NoteAlgorithm::ed25519, key.public_key()));
    publish.build = "thituyen " + std::string{handlers::version()};
    for (const auto& official : officials)
        for (const auto role : official.roles)
            publish.officials.push_back({official.person, role});
    publish.approvals = context.approvals;
    return PreparedAct{std::move(publish)};
}

core::Result<PreparedAct> amend_act(Exchange& exchange, const ActContext& context,
                                    const api::AmendAct& body) {
    const auto contest = published_contest(exchange);
    if (!contest) return contest.error();
    auto plan = journal::read_plan(text::canonical(body.plan.value));
    if (!plan) return plan.error();
    core::AmendPlan amend;
    amend.by = context.by;
    amend.changes = journal::plan_changes(contest->plan, *plan);
    amend.plan = std::move(*plan);
    amend.reason = body.reason;
    amend.approvals = context.approvals;
    return PreparedAct{std::move(amend)};
}

core::Result<PreparedAct> advance_act(Exchange&, const ActContext& context,
                                      const api::AdvanceAct& body) {
    return PreparedAct{core::AdvanceStage{
        .by = context.by, .to = body.to, .reason = body.reason, .approvals = context.approvals}};
}

core::Result<PreparedAct> extend_act(Exchange&, const ActContext& context,
                                     const api::ExtendAct& body) {
    return PreparedAct{core::ExtendDeadline{.by = context.by,
                                            .deadline = body.deadline,
                                            .new_at = body.new_at,
                                            .reason = body.reason,
                                            .approvals = context.approvals}};
}

core::Result<PreparedAct> grant_role_act(Exchange& exchange, const ActContext& context,
                                         const api::GrantRoleAct& body) {
    std::optional<store::Account> account;
    std::optional<core::PersonId> known;
    exchange.store().read([&](const store::Reader& reader) {
        account = reader.account_named(normal_identifier(body.identifier));
        if (account) known = reader.person_of(context.contest, account->account);
    });
    if (!account || account->disabled)
        return core::refuse(core::Code::invalid_field,
                            "Chưa có tài khoản nào với tên đăng nhập này.",
                            "There is no account with this identifier.");
    const auto person = known ? *known : new_id<core::PersonId>();
    PreparedAct act;
    act.command = core::GrantRole{
        .by = context.by, .person = person, .role = body.role, .approvals = context.approvals};
    act.also = [contest = context.contest, owner = account->account,
                person](store::SiteWriter& write, const core::Events&) -> core::Result<void> {
        if (write.join_person(contest, owner, person) == person) return {};
        return server_full(); // Somebody appointed the same account just now: ask again.
    };
    return act;
}

core::Result<PreparedAct> decide_petition_act(Exchange&, const ActContext& context,
                                              const api::DecidePetitionAct& body) {
    return PreparedAct{core::DecidePetition{.by = context.by,
                                            .petition = body.petition,
                                            .upheld = body.upheld,
                                            .reason = body.reason,
                                            .approvals = context.approvals}};
}

boost::asio::awaitable<core::Result<PreparedAct>>
post_list_act(Exchange& exchange, const ActContext& context, const api::PostListAct& body) {
    const auto list = co_await exchange.committer().read(context.contest, core::eligible_list);
    if (!list) co_return list.error();
    if (static_cast<core::Whole>(list->eligible.size()) != body.eligible) co_return list_changed();
    PreparedAct act;
    act.command =
        core::PostList{.by = context.by, .hash = hash_of(*list), .approvals = context.approvals};
    act.also = same_list(*list);
    co_return act;
}

} // namespace thi::http
