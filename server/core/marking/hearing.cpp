#include "core/marking/hearing.h"

#include "core/refusal.h"
#include "core/sitting/lookup.h"
#include "core/sitting/pool.h"

#include <algorithm>
#include <tuple>

namespace thi::core {

namespace {

const Application* application_of(const Contest& contest, PostId post, CandidateId candidate) {
    for (const auto& [id, application] : contest.applications)
        if (application.post == post && application.candidate == candidate) return &application;
    return nullptr;
}

std::string roll_number_of(const Contest& contest, CandidateId candidate) {
    for (const auto& round : *contest.plan.rounds) {
        const auto progress = contest.rounds.find(round.round);
        if (round.practice || progress == contest.rounds.end()) continue;
        const auto latest = progress->second.latest.find(candidate);
        if (latest != progress->second.latest.end())
            return contest.sittings.at(latest->second).roll_number;
    }
    return "";
}

std::optional<Whole> minutes_of(const Plan& plan, DefenceStep step) {
    const auto& rules = plan.defence;
    if (step == DefenceStep::presentation && rules.presentation_max.is_set())
        return *rules.presentation_max;
    if (step == DefenceStep::questions && rules.qa_max.is_set()) return *rules.qa_max;
    return std::nullopt;
}

} // namespace

const Hearing* find_hearing(const Contest& contest, RoundId round, CandidateId candidate) {
    const auto defence = contest.defences.find(round);
    if (defence == contest.defences.end()) return nullptr;
    const auto hearing = defence->second.hearings.find(candidate);
    return hearing == defence->second.hearings.end() ? nullptr : &hearing->second;
}

Result<const Round*> defence_round(const Contest& contest, RoundId round) {
    const Round* found = find_round(contest.plan, round);
    if (found != nullptr && found->type == RoundType::defence) return found;
    return refuse(Code::not_found, "Không có vòng bảo vệ đề án này.",
                  "There is no such defence round.");
}

bool is_over(const Hearing& hearing) {
    return hearing.step == DefenceStep::closed || hearing.step == DefenceStep::roll_closed ||
           hearing.step == DefenceStep::absent;
}

bool post_is_over(const Contest& contest, RoundId round, PostId post) {
    const auto defence = contest.defences.find(round);
    if (defence == contest.defences.end()) return false;
    const auto opened = defence->second.days.find(post);
    if (opened == defence->second.days.end()) return false;
    return std::all_of(
        opened->second.order.begin(), opened->second.order.end(),
        [&](const CandidateId& one) { return is_over(defence->second.hearings.at(one)); });
}

std::optional<CandidateId> next_to_be_heard(const Contest& contest, RoundId round, PostId post) {
    const auto& defence = contest.defences.at(round);
    for (const auto& candidate : defence.days.at(post).order) {
        const auto& hearing = defence.hearings.at(candidate);
        if (!hearing.step) return candidate;
        if (!is_over(hearing)) return std::nullopt;
    }
    return std::nullopt;
}

Result<std::vector<CandidateId>> who_is_heard(const Contest& contest, const Round& round,
                                              PostId post) {
    auto pool = who_may_sit(contest, round);
    if (!pool) return pool;
    std::erase_if(*pool, [&](const CandidateId& one) {
        const auto* own = application_of(contest, post, one);
        return own == nullptr || own->eligible != true || own->withdrawn;
    });
    return pool;
}

std::string order_draw_name(RoundId round, PostId post) {
    return "order/" + round.str() + "/" + post.str();
}

Result<std::vector<CandidateId>> heard_order(const Contest& contest, const Round& round,
                                             PostId post) {
    auto pool = who_is_heard(contest, round, post);
    if (!pool) return pool;
    if (contest.plan.defence.order.value_or(OrderRule::public_draw) == OrderRule::roll_number) {
        std::sort(pool->begin(), pool->end(), [&](const CandidateId& a, const CandidateId& b) {
            const auto key = [&](const CandidateId& one) {
                return std::tuple{roll_number_of(contest, one),
                                  application_of(contest, post, one)->number};
            };
            return key(a) < key(b);
        });
        return pool;
    }
    const auto draw = contest.draws.find(order_draw_name(round.round, post));
    if (draw == contest.draws.end() || !draw->second.order)
        return refuse(Code::incomplete, "Chưa bốc thăm thứ tự trình bày.",
                      "The order of presentation is not drawn.");
    std::vector<CandidateId> order;
    for (const auto& one : *draw->second.order)
        if (std::find(pool->begin(), pool->end(), one) != pool->end()) order.push_back(one);
    return order;
}

std::optional<DefenceClock> defence_clock(const Contest& contest, const Hearing& hearing,
                                          Instant now) {
    if (!hearing.step) return std::nullopt;
    DefenceClock clock{.step = *hearing.step, .since = hearing.step_at, .ends = {}, .overrun = {}};
    if (const auto minutes = minutes_of(contest.plan, *hearing.step))
        clock.ends = hearing.step_at + std::chrono::minutes{*minutes};
    clock.overrun = clock.ends && now >= *clock.ends;
    return clock;
}

} // namespace thi::core
