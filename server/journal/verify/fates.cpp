#include "journal/verify/fates.h"

#include "core/result/tally.h"
#include "core/sitting/lookup.h"

#include <algorithm>

namespace thi::journal {
namespace {

struct Places {
    std::ptrdiff_t given = 0;
    std::ptrdiff_t taken = 0; // On which he has sat down.
};

Places places_of(const core::Contest& contest, core::RoundId round, core::CandidateId candidate) {
    Places places;
    const auto progress = contest.rounds.find(round);
    if (progress == contest.rounds.end()) return places;
    for (const auto& id : progress->second.sittings) {
        const auto sitting = contest.sittings.find(id);
        if (sitting == contest.sittings.end() || sitting->second.candidate != candidate) continue;
        ++places.given;
        if (sitting->second.started_at) ++places.taken;
    }
    return places;
}

// Called before the council, and either heard to the end or noted as absent.
bool was_heard(const core::Contest& contest, core::RoundId round, core::CandidateId candidate) {
    const auto defence = contest.defences.find(round);
    if (defence == contest.defences.end()) return false;
    const auto hearing = defence->second.hearings.find(candidate);
    if (hearing == defence->second.hearings.end() || !hearing->second.step) return false;
    return *hearing->second.step == core::DefenceStep::absent || hearing->second.roll_closed ||
           *hearing->second.step == core::DefenceStep::closed;
}

} // namespace

void check_fates(const core::Contest& contest, const std::string& where, Report& report) {
    auto& check = report["01.06"];
    // Lifted over a gate by a remedy or an amendment, after the rounds behind it were held.
    const bool corrected = !contest.remedies.empty() || !contest.amendments.empty();
    for (const auto& score : core::tally(contest).candidates) {
        ++check.examined;
        if (score.outcome == core::Outcome::withdrawn) continue;
        bool reached = true;
        for (const auto& own : score.rounds) {
            if (!reached) break;
            const auto* round = core::find_round(contest.plan, own.round);
            reached = own.fate == core::RoundFate::sat && (own.passed || !round->gate);
            if (own.fate == core::RoundFate::not_reached && corrected) break;
            const auto at = where + ", " + score.candidate.str() + ", " + own.round.str();
            if (round->type == core::RoundType::defence) {
                if (!was_heard(contest, own.round, score.candidate))
                    check.fail(at, "Chưa bảo vệ và cũng không được ghi vắng.",
                               "Neither heard nor noted as absent.");
                continue;
            }
            const auto places = places_of(contest, own.round, score.candidate);
            if (places.given == 0)
                check.fail(at, "Không được xếp chỗ và không có lý do.",
                           "Was given no place, and no reason.");
            if (places.taken > 1)
                check.fail(at, "Đã làm bài nhiều hơn một lần.", "Has sat it more than once.");
        }
    }
}

} // namespace thi::journal
