// See proposals.h. An act is tried at once: core answers whether one person suffices, two are
// needed, or it is refused anyway.

#include "http/handlers/proposals.h"

#include "core/plan/duties.h"
#include "core/refusal.h"
#include "http/exchange.h"
#include "http/handlers/acts.h"
#include "http/handlers/contest_view.h"
#include "http/new_id.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "store/committer.h"
#include "store/store.h"

#include <algorithm>

namespace thi::http::handlers {
namespace {

constexpr std::string_view method = "password";
constexpr std::string_view action_prefix = "exam-action/v1\n";

struct Action {
    std::string act;
    text::Raw body;
    core::ContestId contest;
};
BOOST_DESCRIBE_STRUCT(Action, (), (act, body, contest))

core::Fault password_again() {
    return core::refuse(core::Code::needs_approval,
                        "Việc này cần anh/chị nhập lại mật khẩu (có hiệu lực 5 phút).",
                        "Enter your password again for this act; it holds for 5 minutes.");
}

core::Fault same_person() {
    return core::refuse(core::Code::same_person, "Anh/chị đã phê duyệt; cần một người khác.",
                        "You have approved already; another person must.");
}

bool fresh(core::Instant at, core::Instant now) {
    return at <= now && now - at <= core::approval_age_max;
}

bool has_proved(const Exchange& exchange) {
    return fresh(exchange.session().reauth_at, exchange.now());
}

store::ProposalApproval own_approval(const Exchange& exchange) {
    return {exchange.person(), std::string{method}, exchange.session().reauth_at};
}

core::Approvals approvals_of(const store::Proposal& proposal) {
    core::Approvals approvals;
    for (const auto& each : proposal.approvals)
        approvals.push_back({each.person, each.method, each.at, proposal.action_hash});
    return approvals;
}

// While a proposal waits, only approvals that still count are shown.
api::Proposal view_of(const store::Reader& reader, const store::Proposal& proposal,
                      core::Instant now) {
    api::Proposal view;
    view.proposal = proposal.proposal;
    view.act = proposal.act;
    const auto body = text::parse(proposal.body);
    if (body) view.body.value = *body;
    view.action_hash = proposal.action_hash;
    for (const auto& each : proposal.approvals)
        if (proposal.state != store::ProposalState::waiting || fresh(each.at, now))
            view.approvals.push_back({each.person, person_name(reader, each.person), each.at});
    view.needed = proposal.needed;
    view.state = static_cast<api::ProposalState>(proposal.state);
    view.created_at = proposal.created_at;
    if (!proposal.result) return view;
    if (const auto result = text::parse(*proposal.result)) view.result = text::Raw{*result};
    return view;
}

core::Result<Reply> answer(Exchange& exchange, const store::Proposal& proposal) {
    const auto body = exchange.store().ask(
        [&](const store::Reader& reader) { return view_of(reader, proposal, exchange.now()); });
    return Reply::ok(body);
}

// Tries the act with the approvals that the proposal has; `settle` records that it was done.
net::awaitable<core::Result<store::Committed>>
carry_out(Exchange& exchange, const store::Proposal& proposal, store::SiteWrite settle) {
    const auto* act = find_act(proposal.act);
    if (act == nullptr) co_return no_such_thing();
    const auto body = text::parse(proposal.body);
    if (!body) co_return fault_of(body.error());
    const ActContext context{proposal.contest, proposal.approvals.front().person,
                             approvals_of(proposal)};
    auto prepared = co_await act->prepare(exchange, context, *body);
    if (!prepared) co_return prepared.error();
    store::SiteWrite also = [&prepared, &settle](store::SiteWriter& write,
                                                 const core::Events& events) {
        if (prepared->also) {
            if (auto done = prepared->also(write, events); !done) return done;
        }
        return settle(write, events);
    };
    co_return co_await exchange.committer().commit(proposal.contest, std::move(prepared->command),
                                                   std::move(also));
}

core::Result<store::Proposal> proposal_of(Exchange& exchange, const api::NewProposal& asked) {
    if (find_act(asked.act) == nullptr)
        return core::refuse(core::Code::invalid_field, "Không có việc này.",
                            "There is no such act.",
                            {core::wrong("/act", "Không có việc này.", "There is no such act.")});
    store::Proposal proposal;
    proposal.proposal = new_id<core::ProposalId>();
    proposal.contest = exchange.path<core::ContestId>("contest");
    proposal.act = asked.act;
    proposal.body = text::canonical(asked.body.value);
    const Action action{asked.act, asked.body, proposal.contest};
    proposal.action_hash = crypto::sha256({action_prefix, text::to_text(action)});
    proposal.created_at = exchange.now();
    proposal.approvals.push_back(own_approval(exchange));
    return proposal;
}

} // namespace

net::awaitable<core::Result<Reply>> list_proposals(Exchange& exchange) {
    const auto contest = exchange.path<core::ContestId>("contest");
    api::ProposalList body;
    exchange.store().read([&](const store::Reader& reader) {
        for (const auto& proposal : reader.proposals(contest))
            body.proposals.push_back(view_of(reader, proposal, exchange.now()));
    });
    co_return Reply::ok(body);
}

net::awaitable<core::Result<Reply>> propose(Exchange& exchange) {
    const auto body = exchange.body<api::NewProposal>();
    if (!body) co_return body.error();
    auto proposal = proposal_of(exchange, *body);
    if (!proposal) co_return proposal.error();
    if (!has_proved(exchange)) co_return password_again();

    proposal->needed = 1;
    proposal->state = store::ProposalState::done;
    store::SiteWrite add = [&proposal](store::SiteWriter& write,
                                       const core::Events&) -> core::Result<void> {
        write.add_proposal(*proposal);
        return {};
    };
    const auto done = co_await carry_out(exchange, *proposal, add);
    if (done) co_return answer(exchange, *proposal);
    if (done.error().code != core::Code::needs_approval) co_return done.error();

    proposal->needed = 2;
    proposal->state = store::ProposalState::waiting;
    const auto waiting = co_await exchange.committer().site(std::move(add));
    if (!waiting) co_return waiting.error();
    co_return answer(exchange, *proposal);
}

net::awaitable<core::Result<Reply>> approve(Exchange& exchange) {
    const auto id = exchange.path<core::ProposalId>("proposal");
    auto proposal =
        exchange.store().ask([&](const store::Reader& reader) { return reader.proposal(id); });
    if (!proposal) co_return no_such_thing();
    if (proposal->state != store::ProposalState::waiting)
        co_return core::refuse(core::Code::already_done, "Đề xuất này đã được giải quyết.",
                               "This proposal was settled already.");
    if (!has_proved(exchange)) co_return password_again();
    const auto mine = own_approval(exchange);
    auto& approvals = proposal->approvals;
    std::erase_if(approvals, [&](const auto& each) { return !fresh(each.at, exchange.now()); });
    const bool twice = std::any_of(approvals.begin(), approvals.end(),
                                   [&](const auto& each) { return each.person == mine.person; });
    if (twice) co_return same_person();
    approvals.push_back(mine);

    if (static_cast<core::Whole>(approvals.size()) < proposal->needed) {
        store::SiteWrite keep = [&](store::SiteWriter& write, const core::Events&) {
            return write.approve_proposal(id, mine);
        };
        const auto kept = co_await exchange.committer().site(std::move(keep));
        if (!kept) co_return kept.error();
        co_return answer(exchange, *proposal);
    }
    store::SiteWrite settle = [&](store::SiteWriter& write, const core::Events&) {
        if (auto given = write.approve_proposal(id, mine); !given) return given;
        return write.settle_proposal(id, store::ProposalState::done, std::nullopt);
    };
    const auto done = co_await carry_out(exchange, *proposal, std::move(settle));
    if (!done) co_return done.error();
    proposal->state = store::ProposalState::done;
    co_return answer(exchange, *proposal);
}

// By whoever approved it, or whoever leads.
net::awaitable<core::Result<Reply>> withdraw_proposal(Exchange& exchange) {
    const auto id = exchange.path<core::ProposalId>("proposal");
    const auto proposal =
        exchange.store().ask([&](const store::Reader& reader) { return reader.proposal(id); });
    if (!proposal) co_return no_such_thing();
    const auto& roles = exchange.standing().roles;
    const bool own =
        std::any_of(proposal->approvals.begin(), proposal->approvals.end(),
                    [&](const auto& approval) { return approval.person == exchange.person(); });
    if (!own && !roles.has(core::Role::chair) && !roles.has(core::Role::vice_chair))
        co_return not_allowed();
    store::SiteWrite settle = [&](store::SiteWriter& write, const core::Events&) {
        return write.settle_proposal(id, store::ProposalState::withdrawn, std::nullopt);
    };
    const auto written = co_await exchange.committer().site(std::move(settle));
    if (!written) co_return written.error();
    co_return Reply::no_content();
}

} // namespace thi::http::handlers
