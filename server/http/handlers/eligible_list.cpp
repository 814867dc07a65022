// The eligible list: posting it and showing it. See register.h.

#include "core/refusal.h"
#include "http/api/intake.h"
#include "http/exchange.h"
#include "http/handlers/contest_view.h"
#include "http/handlers/lists.h"
#include "http/handlers/register.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "store/committer.h"
#include "store/store.h"
#include "text/unicode.h"

#include <algorithm>
#include <tuple>

namespace thi::http::handlers {
namespace {

struct Sorted {
    std::size_t post = 0; // In the plan's order.
    std::string name;     // A sort key; "" where names are not shown.
    api::EligibleLine line;
};

std::size_t place_of(const core::Plan& plan, core::PostId post) {
    const auto& posts = *plan.post.list;
    const auto found = std::find_if(posts.begin(), posts.end(),
                                    [&](const auto& each) { return each.post == post; });
    return static_cast<std::size_t>(found - posts.begin());
}

// By post, then by given name in the Vietnamese order, or by number where names stay out.
std::vector<api::EligibleLine> lines_of(const core::Plan& plan,
                                        const std::vector<store::ApplicationRow>& rows) {
    const bool names = plan.publish.profile.value_or(core::Profile::names) == core::Profile::names;
    std::vector<Sorted> sorted;
    for (const auto& row : rows) {
        if (row.withdrawn || !row.eligible.value_or(false)) continue;
        Sorted one;
        one.post = place_of(plan, row.post);
        one.line = {row.post, row.number, names ? row.names.full_name : "", row.roll_number};
        if (names) one.name = text::name_sort_key(row.names.given_name, row.names.full_name);
        sorted.push_back(std::move(one));
    }
    std::sort(sorted.begin(), sorted.end(), [](const Sorted& a, const Sorted& b) {
        return std::tie(a.post, a.name, a.line.number) < std::tie(b.post, b.name, b.line.number);
    });
    std::vector<api::EligibleLine> lines;
    for (auto& one : sorted)
        lines.push_back(std::move(one.line));
    return lines;
}

core::Result<Reply> answer(Exchange& exchange, const ContestSeen& contest) {
    const auto id = contest.row.site.contest;
    std::optional<api::EligibleList> body;
    exchange.store().read([&](const store::Reader& reader) {
        const auto posted = reader.eligible_list(id);
        if (!posted) return;
        body = api::EligibleList{posted->at, lines_of(contest.plan, reader.applications(id)),
                                 posted->refused, posted->refused_by_ground, posted->hash};
    });
    if (!body) return no_such_thing();
    return Reply::ok(*body);
}

std::vector<core::AccountId> applicants(const store::Reader& reader, core::ContestId contest) {
    std::vector<core::AccountId> accounts;
    for (const auto& row : reader.applications(contest))
        if (!row.withdrawn)
            if (const auto account = reader.account_of(row.candidate)) accounts.push_back(*account);
    return accounts;
}

} // namespace

net::awaitable<core::Result<Reply>> post_eligible_list(Exchange& exchange) {
    const auto contest = published_contest(exchange);
    if (!contest) co_return contest.error();
    const auto id = contest->row.site.contest;
    const auto list = co_await exchange.committer().read(id, core::eligible_list);
    if (!list) co_return list.error();
    const auto told =
        exchange.store().ask([&](const store::Reader& reader) { return applicants(reader, id); });
    const auto same = same_list(*list);
    const auto now = exchange.now();
    store::SiteWrite also = [&](store::SiteWriter& write, const core::Events& events) {
        auto as_hashed = same(write, events);
        if (!as_hashed) return as_hashed;
        for (const auto account : told) {
            store::Message message;
            message.account = account;
            message.subject = "Đã công bố danh sách đủ điều kiện dự thi";
            message.text = "Kết quả xét hồ sơ của anh/chị trong " +
                           contest->plan.contest.title.value_or("") +
                           " có ở trang hồ sơ; nếu không đồng ý, anh/chị có thể kiến nghị.";
            message.created_at = now;
            write.add_message(message);
        }
        return as_hashed;
    };
    core::Command command =
        core::PostList{.by = exchange.person(), .hash = hash_of(*list), .approvals = {}};
    const auto done = co_await exchange.committer().commit(id, std::move(command), std::move(also));
    if (!done) co_return done.error();
    co_return answer(exchange, *contest);
}

net::awaitable<core::Result<Reply>> read_eligible_list(Exchange& exchange) {
    const auto contest = published_contest(exchange);
    if (!contest) co_return contest.error();
    co_return answer(exchange, *contest);
}

} // namespace thi::http::handlers
