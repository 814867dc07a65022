#include "core/sitting/pool.h"

#include "core/marking/scripts.h"
#include "core/refusal.h"
#include "core/result/round_score.h"
#include "core/sitting/sanctions.h"

#include <algorithm>
#include <set>

namespace thi::core {

namespace {

Result<void> keep_who_passed(const Contest& contest, const Round& gate,
                             std::set<CandidateId>& pool) {
    if (gate.type == RoundType::defence)
        return refuse(Code::not_supported_yet, "Chưa hỗ trợ vòng thi sau vòng bảo vệ đề án.",
                      "A round behind a defence is not supported yet.");
    if (gate.type == RoundType::written)
        if (auto over = marking_over(contest, gate); !over) return over;
    if (!is_over(contest, gate))
        return refuse(Code::wrong_state, "Vòng thi trước chưa kết thúc.",
                      "The round before has not ended.");
    for (auto one = pool.begin(); one != pool.end();)
        one = round_score(contest, gate, *one).passed ? std::next(one) : pool.erase(one);
    return {};
}

} // namespace

bool is_over(const Contest& contest, const Round& round) {
    const auto progress = contest.rounds.find(round.round);
    if (progress == contest.rounds.end() || progress->second.sittings.empty()) return false;
    return std::all_of(progress->second.sittings.begin(), progress->second.sittings.end(),
                       [&](SittingId id) { return contest.sittings.at(id).ended.has_value(); });
}

bool is_to_come(const Contest& contest, const Round& round) {
    const auto defence = contest.defences.find(round.round);
    const bool heard = defence != contest.defences.end() && !defence->second.days.empty();
    return stands(round) && round.opens && !heard && !is_over(contest, round);
}

Result<std::vector<CandidateId>> who_may_sit(const Contest& contest, const Round& round) {
    std::set<CandidateId> pool;
    for (const auto& [id, application] : contest.applications)
        if (application.eligible == true && !application.withdrawn)
            pool.insert(application.candidate);
    std::erase_if(pool, [&](const CandidateId& one) { return is_suspended(contest, one); });
    for (const auto& before : *contest.plan.rounds) {
        if (before.round == round.round) break;
        if (!stands(before) || !before.gate || pool.empty()) continue;
        if (auto kept = keep_who_passed(contest, before, pool); !kept) return kept.error();
    }
    return std::vector<CandidateId>{pool.begin(), pool.end()};
}

Result<void> was_held(const Contest& contest, const Round& round) {
    const auto progress = contest.rounds.find(round.round);
    if (progress != contest.rounds.end() && !progress->second.sittings.empty()) return {};
    // Behind a written gate nobody knows who sits it before that is marked.
    const auto pool = who_may_sit(contest, round);
    if (!pool || pool->empty()) return {};
    return refuse(Code::incomplete, "Có vòng thi chưa được tổ chức.", "A round has not been held.");
}

} // namespace thi::core
