// The council's first page: counts, what waits for whom, the head of the log.

#include "core/intake/standing.h"
#include "core/marking/blinding.h"
#include "core/plan/life.h"
#include "core/plan/parameters.h"
#include "http/exchange.h"
#include "http/handlers/contest_view.h"
#include "http/handlers/contests.h"
#include "http/reply.h"
#include "store/committer.h"
#include "store/store.h"

#include <algorithm>
#include <map>

namespace thi::http::handlers {
namespace {

// A blinding draw has no result of its own: it is over when scripts have their codes.
bool is_drawn(const core::Contest& contest, const core::Draw& draw) {
    if (draw.purpose != core::DrawPurpose::blinding) return draw.order.has_value();
    return draw.round && core::is_blinded(contest, *draw.round);
}

// Counted in the writer's contest: what the tables would say, without their joins.
struct Counted {
    std::vector<core::Stage> next;
    std::vector<api::PostCounts> posts;
    std::vector<api::Task> tasks;
};

void add_task(std::vector<api::Task>& tasks, const char* kind, std::ptrdiff_t count) {
    if (count > 0) tasks.push_back({kind, static_cast<core::Whole>(count), std::nullopt});
}

void count_sittings(const core::Contest& contest,
                    const std::map<core::CandidateId, api::PostCounts*>& post_of) {
    for (const auto& [id, sitting] : contest.sittings) {
        const auto found = post_of.find(sitting.candidate);
        if (found == post_of.end() || !sitting.room) continue;
        auto& post = *found->second;
        if (sitting.admitted_at) ++post.present;
        if (sitting.started_at && !sitting.submitted_at && !sitting.ended) ++post.working;
        if (sitting.submitted_at) ++post.submitted;
    }
}

std::vector<api::PostCounts> count_posts(const core::Contest& contest) {
    std::vector<api::PostCounts> posts;
    if (!contest.plan.post.list.is_set()) return posts;
    for (const auto& post : *contest.plan.post.list) {
        posts.emplace_back();
        posts.back().post = post.post;
    }
    std::map<core::CandidateId, api::PostCounts*> post_of;
    for (const auto& [id, application] : contest.applications) {
        const auto wanted = application.post;
        const auto post = std::find_if(posts.begin(), posts.end(),
                                       [&](const auto& each) { return each.post == wanted; });
        if (post == posts.end() || application.withdrawn) continue;
        ++post->applications;
        if (application.eligible) ++(*application.eligible ? post->eligible : post->refused);
        if (core::may_sit(application)) post_of[application.candidate] = &*post;
    }
    count_sittings(contest, post_of);
    return posts;
}

std::vector<api::Task> count_tasks(const core::Contest& contest) {
    std::vector<api::Task> tasks;
    const auto& applications = contest.applications;
    if (contest.stage <= core::Stage::verification)
        add_task(tasks, "dossier",
                 std::count_if(applications.begin(), applications.end(), [](const auto& entry) {
                     const auto& each = entry.second;
                     return !each.withdrawn && !each.eligible && !each.supplement_requested;
                 }));
    add_task(tasks, "petition",
             std::count_if(applications.begin(), applications.end(), [](const auto& entry) {
                 return entry.second.petition && !entry.second.petition->upheld;
             }));
    add_task(tasks, "incident",
             std::count_if(contest.incidents.begin(), contest.incidents.end(),
                           [](const auto& entry) { return !entry.second.closed; }));
    std::ptrdiff_t late = 0;
    for (const auto& [id, sitting] : contest.sittings)
        late += std::count_if(
            sitting.late_answers.begin(), sitting.late_answers.end(), [](const auto& answer) {
                return answer.why == core::LateWhy::late && !answer.counts.has_value();
            });
    add_task(tasks, "late_answers", late);
    add_task(tasks, "draw",
             std::count_if(contest.draws.begin(), contest.draws.end(),
                           [&](const auto& entry) { return !is_drawn(contest, entry.second); }));
    return tasks;
}

Counted count(const core::Contest& contest) {
    return {core::next_stages(contest), count_posts(contest), count_tasks(contest)};
}

} // namespace

net::awaitable<core::Result<Reply>> read_overview(Exchange& exchange) {
    const auto contest = visible_contest(exchange);
    if (!contest) co_return contest.error();
    const auto id = contest->row.site.contest;
    api::Overview body;
    body.stages = core::stages_of(contest->plan);
    if (contest->row.plan_version > 0) {
        auto counted = co_await exchange.committer().read(id, count);
        if (!counted) co_return counted.error();
        body.next = std::move(counted->next);
        body.posts = std::move(counted->posts);
        body.tasks = std::move(counted->tasks);
    } else {
        body.next = {core::Stage::published};
        add_task(body.tasks, "unset_rules",
                 static_cast<std::ptrdiff_t>(core::unset(contest->plan).size()));
    }
    exchange.store().read([&](const store::Reader& reader) {
        body.notice = notice_of(reader, *contest, exchange.now());
        const auto proposals = reader.proposals(id);
        add_task(body.tasks, "proposal",
                 std::count_if(proposals.begin(), proposals.end(), [](const auto& proposal) {
                     return proposal.state == store::ProposalState::waiting;
                 }));
        if (const auto head = reader.head(id)) {
            body.log_size = static_cast<core::Whole>(head->size);
            body.log_root = head->root;
            if (const auto last = reader.entry(id, head->size - 1)) body.log_at = last->at;
        }
    });
    co_return Reply::ok(body);
}

} // namespace thi::http::handlers
