// See people.h. In a draft duties are written down; from publication on they are granted and
// revoked in the log.

#include "http/handlers/people.h"

#include "core/plan/duties.h"
#include "core/reason.h"
#include "core/refusal.h"
#include "http/exchange.h"
#include "http/handlers/accounts.h"
#include "http/handlers/contest_view.h"
#include "http/new_id.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "store/committer.h"
#include "store/store.h"

#include <algorithm>

namespace thi::http::handlers {
namespace {

api::OfficialLine official_line(const store::OfficialRow& row) {
    return {row.person, row.names.full_name, row.names.identifier, row.roles};
}

core::Fault unknown_account() {
    return core::refuse(
        core::Code::invalid_field, "Chưa có tài khoản nào với tên đăng nhập này.",
        "There is no account with this identifier.",
        {core::wrong("/identifier", "Chưa có tài khoản này.", "There is no such account.")});
}

core::Fault clashing() {
    return core::refuse(core::Code::role_conflict,
                        "Hai nhiệm vụ này không được giao cho cùng một người.",
                        "These two duties must not meet in one person.");
}

// Whether a draft's people may take one more duty, by the same table as later grants.
bool fits(const core::Plan& plan, const std::vector<store::OfficialRow>& officials,
          core::PersonId person, core::Role role) {
    core::Contest contest;
    contest.plan = plan;
    for (const auto& official : officials)
        contest.officials[official.person].roles.insert(official.roles.begin(),
                                                        official.roles.end());
    return !core::clashing_role(contest, person, role);
}

} // namespace

net::awaitable<core::Result<Reply>> list_officials(Exchange& exchange) {
    const auto contest = exchange.path<core::ContestId>("contest");
    api::OfficialList body;
    for (const auto& row : exchange.store().ask(
             [&](const store::Reader& reader) { return reader.officials(contest); }))
        body.officials.push_back(official_line(row));
    co_return Reply::ok(body);
}

net::awaitable<core::Result<Reply>> appoint(Exchange& exchange) {
    const auto body = exchange.body<api::Appoint>();
    if (!body) co_return body.error();
    const auto contest = visible_contest(exchange);
    if (!contest) co_return contest.error();
    const auto id = contest->row.site.contest;
    if (contest->row.plan_version > 0)
        co_return core::refuse(core::Code::wrong_state,
                               "Kỳ thi đã công bố: nhiệm vụ được giao bằng đề xuất grant_role.",
                               "The contest is published: duties are given by the act grant_role.");
    std::optional<store::Account> account;
    std::optional<core::PersonId> known;
    std::vector<store::OfficialRow> officials;
    exchange.store().read([&](const store::Reader& reader) {
        account = reader.account_named(normal_identifier(body->identifier));
        if (account) known = reader.person_of(id, account->account);
        officials = reader.officials(id);
    });
    if (!account || account->disabled) co_return unknown_account();
    auto person = known ? *known : new_id<core::PersonId>();
    if (!fits(contest->plan, officials, person, body->role)) co_return clashing();
    store::SiteWrite add = [&](store::SiteWriter& write,
                               const core::Events&) -> core::Result<void> {
        person = write.join_person(id, account->account, person);
        write.add_draft_role(id, person, body->role);
        return {};
    };
    const auto written = co_await exchange.committer().site(std::move(add));
    if (!written) co_return written.error();
    officials =
        exchange.store().ask([&](const store::Reader& reader) { return reader.officials(id); });
    const auto found = std::find_if(officials.begin(), officials.end(),
                                    [&](const auto& row) { return row.person == person; });
    if (found == officials.end()) co_return no_such_thing();
    co_return Reply::ok(official_line(*found));
}

net::awaitable<core::Result<Reply>> revoke(Exchange& exchange) {
    const auto body = exchange.body<api::Revoke>();
    if (!body) co_return body.error();
    const auto contest = visible_contest(exchange);
    if (!contest) co_return contest.error();
    const auto id = contest->row.site.contest;
    const auto person = exchange.path<core::PersonId>("person");
    if (contest->row.plan_version == 0) {
        store::SiteWrite drop = [&](store::SiteWriter& write,
                                    const core::Events&) -> core::Result<void> {
            write.drop_draft_role(id, person, body->role);
            return {};
        };
        const auto written = co_await exchange.committer().site(std::move(drop));
        if (!written) co_return written.error();
        co_return Reply::no_content();
    }
    const auto& standing = exchange.any_standing();
    if (!standing || !standing->person) co_return not_allowed();
    core::Command command = core::RevokeRole{
        .by = *standing->person, .person = person, .role = body->role, .reason = body->reason};
    const auto done = co_await exchange.committer().commit(id, std::move(command));
    if (!done) co_return done.error();
    co_return Reply::no_content();
}

net::awaitable<core::Result<Reply>> declare_conflict(Exchange& exchange) {
    const auto body = exchange.body<api::Conflict>();
    if (!body) co_return body.error();
    core::Command command = core::DeclareConflict{.by = exchange.person(),
                                                  .person = exchange.person(),
                                                  .candidate = body->candidate,
                                                  .relation = body->relation};
    const auto done = co_await exchange.committer().commit(
        exchange.path<core::ContestId>("contest"), std::move(command));
    if (!done) co_return done.error();
    co_return Reply::no_content();
}

} // namespace thi::http::handlers
