#include "core/result/resit.h"

#include "core/plan/calendar.h"
#include "core/plan/check_parts.h"
#include "core/plan/duties.h"
#include "core/reason.h"
#include "core/refusal.h"
#include "core/result/appeal_decide.h"
#include "core/result/remedies.h"
#include "core/sitting/lookup.h"
#include "core/sitting/pool.h"

#include <algorithm>
#include <string>

namespace thi::core {

namespace {

Fault not_now(std::string vi, std::string en) {
    return refuse(Code::wrong_state, std::move(vi), std::move(en));
}

bool is_under_way(const Contest& contest, const Round& round) {
    const auto progress = contest.rounds.find(round.round);
    if (progress == contest.rounds.end() || round.practice) return false;
    return std::any_of(progress->second.sittings.begin(), progress->second.sittings.end(),
                       [&](SittingId id) {
                           const auto& sitting = contest.sittings.at(id);
                           return sitting.admitted_at && !sitting.ended;
                       });
}

// Places were given, or the council has begun to hear.
bool has_begun(const Contest& contest, const Round& round) {
    const auto progress = contest.rounds.find(round.round);
    if (progress != contest.rounds.end() && !progress->second.sittings.empty()) return true;
    if (round.type != RoundType::defence) return false;
    return std::any_of(contest.draws.begin(), contest.draws.end(),
                       [&](const auto& entry) {
                           return entry.second.round == round.round && entry.second.order;
                       }) ||
           (contest.defences.contains(round.round) &&
            !contest.defences.at(round.round).days.empty());
}

Result<void> can_be_set_aside(const Contest& contest, const Round& round) {
    const bool here = contest.stage == Stage::sitting || contest.stage == Stage::marking ||
                      contest.stage == Stage::scored || contest.stage == Stage::released;
    if (!here || contest.final_hash)
        return not_now("Bước này không tổ chức thi lại được.",
                       "A round cannot be held again at this step.");
    if (!stands(round) || round.type == RoundType::defence)
        return not_now("Vòng này không tổ chức thi lại được.", "This round cannot be held again.");
    if (!is_over(contest, round))
        return not_now("Vòng thi chưa kết thúc.", "The round is not over.");
    bool behind = false;
    for (const auto& other : *contest.plan.rounds) {
        if (is_under_way(contest, other))
            return not_now("Đang có ca thi của vòng khác.",
                           "A sitting of another round is under way.");
        if (behind && round.gate && stands(other) && has_begun(contest, other))
            return not_now(
                "Vòng sau đã bắt đầu với những người qua vòng này; không thể chỉ thi lại vòng này.",
                "A round has begun with those who passed this one; it cannot be held again alone.");
        behind = behind || other.round == round.round;
    }
    return {};
}

// As before any contest: candidates are summoned the plan's working days ahead.
Result<void> can_be_summoned(const Contest& contest, const HoldRoundAgain& command, Instant now) {
    const Calendar calendar{contest.plan.calendar};
    const auto days = contest.plan.summons.min_days.value_or(0);
    if (command.opens > now &&
        calendar.working_days_after(calendar.date_of(now), days) <= calendar.date_of(command.opens))
        return {};
    return refuse(Code::invalid_field,
                  "Giờ thi lại không để đủ số ngày làm việc triệu tập thí sinh.",
                  "The new time leaves too few working days to summon the candidates.");
}

// The contest prepares one round after the other: the next bell is that of the round held again.
Result<void> comes_next(const Contest& contest, const HoldRoundAgain& command) {
    for (const auto& other : *contest.plan.rounds)
        if (other.round != command.round && is_to_come(contest, other) &&
            *other.opens <= command.opens)
            return refuse(
                Code::invalid_field,
                "Phải thi lại trước các vòng chưa thi, hoặc sau khi thi xong các vòng đó.",
                "The round is held again before those still to come, or once they are "
                "over.");
    return {};
}

Result<void> fits_plan(const Contest& contest, const HoldRoundAgain& command) {
    if (auto next = comes_next(contest, command); !next) return next;
    if (!command.again || find_round(contest.plan, command.again) != nullptr)
        return refuse(Code::invalid_field, "Mã vòng thi lại bị trùng hoặc thiếu.",
                      "The new round has no id of its own.");
    const auto plan = with_round_again(
        contest.plan, command.round,
        round_again(contest.plan, command.round, command.again, command.opens, command.closes));
    Faults faults;
    check_rounds(plan, faults);
    if (faults.empty()) return {};
    return refuse(Code::invalid_field, "Giờ thi lại không hợp với các quy định của kế hoạch.",
                  "The new time does not agree with the plan.", std::move(faults));
}

// What was computed and released rests on what is set aside. Equals are told apart anew.
void forget_results(Contest& contest) {
    contest.trace_hash.reset();
    contest.score_index.reset();
    contest.ties.clear();
    contest.released_hash.reset();
    contest.released_at.reset();
    contest.released_score.reset();
    contest.appeals_extended_to.reset();
}

} // namespace

Result<std::vector<CandidateId>> who_sits_again(const Contest& contest, RoundId round) {
    const Round* found = find_round(contest.plan, round);
    if (found == nullptr)
        return refuse(Code::not_found, "Không có vòng thi này.", "There is no such round.");
    if (auto can = can_be_set_aside(contest, *found); !can) return can.error();
    return who_may_sit(contest, *found);
}

Round round_again(const Plan& plan, RoundId round, RoundId again, Instant opens,
                  const std::optional<Instant>& closes) {
    Round next = *find_round(plan, round);
    auto title = next.title;
    Whole time = 1;
    RoundId earliest = round;
    // As many steps back as there are rounds: a foreign plan may go in a circle.
    for (std::size_t i = 0; i < plan.rounds->size(); ++i)
        for (const auto& earlier : *plan.rounds)
            if (earlier.held_again_as == earliest) {
                earliest = earlier.round;
                title = earlier.title;
                ++time;
                break;
            }
    next.round = again;
    next.title = title + ", thi lại" + (time > 1 ? " lần " + std::to_string(time) : "");
    next.opens = opens;
    next.closes = closes;
    next.held_again_as.reset();
    return next;
}

Plan with_round_again(const Plan& plan, RoundId round, const Round& again) {
    Plan next = plan;
    auto& rounds = *next.rounds.value;
    const auto at = std::find_if(rounds.begin(), rounds.end(),
                                 [&](const Round& one) { return one.round == round; });
    at->held_again_as = again.round;
    rounds.insert(at + 1, again);
    return next;
}

Result<Events> decide_on(const Contest& contest, const HoldRoundAgain& command, Instant now) {
    const auto people = who_sits_again(contest, command.round);
    if (!people) return people.error();
    if (people->empty())
        return refuse(Code::incomplete, "Không có ai để thi lại.", "There is nobody to sit it.");
    if (auto summoned = can_be_summoned(contest, command, now); !summoned) return summoned.error();
    if (auto fits = fits_plan(contest, command); !fits) return fits.error();
    if (auto cited = cites(contest, command.appeal); !cited) return cited.error();
    if (auto why = reasoned(command.reason); !why) return why.error();
    if (auto two = approved_by_two(contest, command.approvals,
                                   {Role::chair, Role::vice_chair, Role::secretary}, now);
        !two)
        return two.error();
    return Events{RoundHeldAgain{.by = command.by,
                                 .round = command.round,
                                 .again = command.again,
                                 .opens = command.opens,
                                 .closes = command.closes,
                                 .reason = command.reason,
                                 .appeal = command.appeal,
                                 .approvals = command.approvals}};
}

void apply_on(Contest& contest, const RoundHeldAgain& event, const Record& record) {
    contest.plan = with_round_again(
        contest.plan, event.round,
        round_again(contest.plan, event.round, event.again, event.opens, event.closes));
    contest.resits.push_back({event.round, event.again, record.index, event.appeal});
    contest.stage = Stage::preparing;
    forget_results(contest);
}

} // namespace thi::core
