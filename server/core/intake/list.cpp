#include "core/intake/list.h"

#include "core/intake/decide.h"
#include "core/intake/standing.h"

#include <algorithm>

namespace thi::core {
namespace {

constexpr std::string_view below_min_ground = "below_min_candidates";

std::vector<const Application*> of_post(const Contest& contest, PostId post) {
    std::vector<const Application*> of;
    for (const auto& [id, application] : contest.applications)
        if (application.post == post && may_sit(application)) of.push_back(&application);
    std::sort(of.begin(), of.end(),
              [](const auto* a, const auto* b) { return a->number < b->number; });
    return of;
}

} // namespace

std::vector<EligibilityResulted> posts_leaving(const Contest& contest) {
    std::vector<EligibilityResulted> refusals;
    const auto& rules = contest.plan.elig;
    const bool leaves =
        rules.below_min_action.value_or(BelowMinAction::extend) == BelowMinAction::cancel;
    if (!leaves || contest.list_posted_at) return refusals;
    for (const auto post : short_posts(contest))
        for (const auto* application : of_post(contest, post))
            refusals.push_back(EligibilityResulted{.application = application->application,
                                                   .eligible = false,
                                                   .grounds = {std::string{below_min_ground}},
                                                   .deciders = {}});
    return refusals;
}

EligibleList eligible_list(const Contest& contest) {
    auto after = contest.applications;
    for (const auto& refusal : posts_leaving(contest)) {
        after[refusal.application].eligible = refusal.eligible;
        after[refusal.application].grounds = refusal.grounds;
    }
    EligibleList list{
        .contest = contest.contest, .eligible = {}, .refused = 0, .refused_by_ground = {}};
    for (const auto& post : *contest.plan.post.list)
        for (const auto* application : of_post(contest, post.post))
            if (may_sit(after.at(application->application)))
                list.eligible.push_back(EligibleEntry{.post = post.post,
                                                      .number = application->number,
                                                      .candidate = application->candidate});
    for (const auto& [id, application] : after) {
        if (application.withdrawn || may_sit(application)) continue;
        ++list.refused;
        for (const auto& ground : application.grounds)
            ++list.refused_by_ground[ground];
    }
    return list;
}

} // namespace thi::core
