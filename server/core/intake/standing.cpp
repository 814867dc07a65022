#include "core/intake/standing.h"

#include "core/refusal.h"

#include <algorithm>

namespace thi::core {
namespace {

Fault no_application() {
    return refuse(Code::not_found, "Không tìm thấy hồ sơ.", "There is no such application.");
}

} // namespace

bool may_sit(const Application& application) {
    return application.eligible.value_or(false) && !application.withdrawn;
}

Whole candidates_of(const Contest& contest, PostId post) {
    return std::count_if(
        contest.applications.begin(), contest.applications.end(),
        [&](const auto& entry) { return entry.second.post == post && may_sit(entry.second); });
}

std::vector<PostId> short_posts(const Contest& contest) {
    std::vector<PostId> posts;
    const auto& least = contest.plan.elig.min_candidates_per_post;
    if (!least.is_set()) return posts;
    for (const auto& post : *contest.plan.post.list)
        if (candidates_of(contest, post.post) < *least) posts.push_back(post.post);
    return posts;
}

Result<const Application*> find_application(const Contest& contest, ApplicationId id) {
    const auto found = contest.applications.find(id);
    if (found == contest.applications.end()) return no_application();
    return &found->second;
}

Result<const Application*> own_application(const Contest& contest, ApplicationId id,
                                           CandidateId candidate) {
    const auto found = contest.applications.find(id);
    if (found == contest.applications.end() || found->second.candidate != candidate)
        return no_application();
    return &found->second;
}

Result<void> still_in(const Application& application) {
    if (!application.withdrawn) return {};
    return refuse(Code::already_done, "Hồ sơ đã được rút.", "The application was withdrawn.");
}

bool drawn(const Contest& contest, CandidateId candidate) {
    return std::any_of(contest.draws.begin(), contest.draws.end(), [&](const auto& entry) {
        const auto& pool = entry.second.pool;
        return entry.second.purpose == DrawPurpose::seats &&
               std::find(pool.begin(), pool.end(), candidate) != pool.end();
    });
}

std::size_t deciders_needed(const Plan& plan) {
    return plan.elig.four_eyes_check.value_or(false) ? 2 : 1;
}

Agreement agreement_on(const Contest& contest, const Application& application,
                       std::string_view criterion) {
    const auto found = application.decisions.find(std::string{criterion});
    if (found == application.decisions.end()) return Agreement::open;
    const auto& decisions = found->second;
    const bool one_voice =
        std::all_of(decisions.begin(), decisions.end(), [&](const Decision& decision) {
            return decision.verdict == decisions.front().verdict;
        });
    if (!one_voice) return Agreement::disagreed;
    return decisions.size() < deciders_needed(contest.plan) ? Agreement::open : Agreement::agreed;
}

} // namespace thi::core
