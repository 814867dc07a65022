#include "core/plan/life.h"

#include "core/marking/scripts.h"
#include "core/plan/calendar.h"
#include "core/plan/duties.h"
#include "core/plan/parameters.h"
#include "core/reason.h"
#include "core/refusal.h"
#include "core/sitting/pool.h"

#include <algorithm>
#include <cassert>

namespace thi::core {
namespace {

bool has_round(const Plan& plan, RoundType type) {
    if (!plan.rounds.is_set()) return false;
    return std::any_of(plan.rounds->begin(), plan.rounds->end(),
                       [&](const Round& round) { return round.type == type && stands(round); });
}

Fault too_early(std::string vi, std::string en) {
    return refuse(Code::too_early, std::move(vi), std::move(en));
}

// The people of a step that one person takes. Only the calendar's own steps are the server's.
Result<void> may_ask(const Contest& contest, const AdvanceStage& command) {
    if (command.by) return holds_role(contest, *command.by, office_roles);
    if (command.to == Stage::intake || command.to == Stage::verification) return {};
    return refuse(Code::forbidden, "Bước này phải do người có nhiệm vụ thực hiện.",
                  "This step must be taken by an official.");
}

Result<void> may_open_intake(const Contest& contest, Instant now) {
    if (now >= *contest.plan.intake.opens) return {};
    return too_early("Chưa đến ngày nhận hồ sơ.", "Intake has not opened yet.");
}

Result<void> may_verify(const Contest& contest, Instant now) {
    if (contest.intake_closes && now > *contest.intake_closes) return {};
    return too_early("Chưa hết hạn nhận hồ sơ.", "Intake has not closed yet.");
}

Result<void> petitions_over(const Contest& contest, Instant now) {
    if (contest.petition_closes && now <= *contest.petition_closes)
        return too_early("Chưa hết thời hạn kiến nghị.", "The petition window is still open.");
    const bool open = std::any_of(
        contest.applications.begin(), contest.applications.end(),
        [](const auto& entry) { return entry.second.petition && !entry.second.petition->upheld; });
    if (!open) return {};
    return refuse(Code::incomplete, "Còn kiến nghị chưa được giải quyết.",
                  "A petition has not been decided yet.");
}

// Entering `preparing` summons the candidates, so it leaves them the plan's working days.
Result<void> may_prepare(const Contest& contest, Instant now) {
    if (auto over = petitions_over(contest, now); !over) return over;
    const Calendar calendar{contest.plan.calendar};
    assert(contest.list_posted_at);
    const auto posted_days = contest.plan.eligible_list.posting_days.value_or(0);
    const auto posted_until =
        calendar.date_of(*contest.list_posted_at) + std::chrono::days{posted_days};
    if (calendar.date_of(now) < posted_until)
        return too_early("Danh sách chưa niêm yết đủ số ngày quy định.",
                         "The list has not been posted for the days that the plan says.");
    const auto bell = first_bell(contest.plan);
    const auto summons_days = contest.plan.summons.min_days.value_or(0);
    if (bell &&
        calendar.working_days_after(calendar.date_of(now), summons_days) > calendar.date_of(*bell))
        return refuse(Code::deadline_passed,
                      "Không còn đủ số ngày làm việc để triệu tập trước ngày thi.",
                      "Too few working days are left to summon the candidates before the contest.");
    return {};
}

Whole sealed_papers(const Contest& contest, RoundId round, Variant variant) {
    return std::count_if(contest.papers.begin(), contest.papers.end(), [&](const auto& entry) {
        return entry.second.round == round && entry.second.variant == variant;
    });
}

Result<void> round_ready(const Contest& contest, const Round& round) {
    const auto& rules = contest.plan.paper;
    const auto short_of = [&](Variant variant, Whole needed) {
        return sealed_papers(contest, round.round, variant) < needed;
    };
    if (short_of(Variant::official, rules.official_count.value_or(1)) ||
        short_of(Variant::backup, rules.backup_count.value_or(0)))
        return refuse(Code::incomplete, "Chưa niêm phong đủ đề chính thức và đề dự phòng.",
                      "Official and backup papers are not all sealed.");
    const auto progress = contest.rounds.find(round.round);
    if (progress == contest.rounds.end() || progress->second.rooms.empty())
        return refuse(Code::incomplete, "Chưa lập phòng thi.", "Rooms are not planned.");
    const auto draw = contest.draws.find("seats/" + round.round.str());
    if (draw == contest.draws.end() || !draw->second.order)
        return refuse(Code::incomplete, "Chưa bốc thăm chỗ ngồi.", "Seats are not drawn.");
    return {};
}

// Who sits it is known only when another round is over.
bool behind_gate(const Plan& plan, const Round& round) {
    for (const auto& before : *plan.rounds) {
        if (before.round == round.round) return false;
        if (stands(before) && before.gate) return true;
    }
    return false;
}

// The first bell of a round that is still to be held: one that is held again follows others.
std::optional<Instant> next_bell(const Contest& contest) {
    std::optional<Instant> next;
    for (const auto& round : *contest.plan.rounds)
        if (is_to_come(contest, round) && (!next || *round.opens < *next)) next = round.opens;
    return next;
}

// Entering `sitting` posts the lists of rooms, so it leaves the plan's working days to the bell.
Result<void> may_sit(const Contest& contest, Instant now) {
    const auto& rounds = *contest.plan.rounds;
    if (auto possible = supported(contest.plan); !possible) return possible;
    for (const auto& round : rounds) {
        const bool later = round.type == RoundType::written && behind_gate(contest.plan, round);
        if (!stands(round) || round.type == RoundType::defence || later) continue;
        if (auto ready = round_ready(contest, round); !ready) return ready;
    }
    const Calendar calendar{contest.plan.calendar};
    const auto days = contest.plan.lists_posting.min_days.value_or(0);
    const auto bell = next_bell(contest);
    if (bell && calendar.working_days_after(calendar.date_of(now), days) > calendar.date_of(*bell))
        return refuse(Code::deadline_passed,
                      "Không còn đủ số ngày làm việc để niêm yết danh sách phòng thi.",
                      "Too few working days are left to post the lists of rooms.");
    return {};
}

Result<void> sittings_over(const Contest& contest) {
    for (const auto& round : *contest.plan.rounds) {
        if (!stands(round) || round.type == RoundType::defence) continue;
        if (auto held = was_held(contest, round); !held) return held;
        const auto progress = contest.rounds.find(round.round);
        if (progress == contest.rounds.end()) continue;
        for (const auto& id : progress->second.sittings) {
            const auto sitting = contest.sittings.find(id);
            if (sitting != contest.sittings.end() && !sitting->second.ended)
                return refuse(Code::incomplete, "Còn ca thi chưa kết thúc.",
                              "A sitting has not ended yet.");
        }
    }
    return {};
}

Result<void> when(bool done, const char* vi, const char* en) {
    if (done) return {};
    return refuse(Code::incomplete, vi, en);
}

Result<void> may_cancel(const Contest& contest, const AdvanceStage& command, Instant now) {
    if (auto why = reasoned(command.reason.value_or("")); !why) return why;
    return approved_by_two(contest, command.approvals, leading_roles, now);
}

Result<void> may_enter(const Contest& contest, Stage to, Instant now) {
    switch (to) {
    case Stage::intake:
        return may_open_intake(contest, now);
    case Stage::verification:
        return may_verify(contest, now);
    case Stage::listed:
        return when(contest.list_posted_at.has_value(), "Chưa công bố danh sách đủ điều kiện.",
                    "The eligible list is not posted.");
    case Stage::preparing:
        return may_prepare(contest, now);
    case Stage::sitting:
        return may_sit(contest, now);
    case Stage::marking:
        return sittings_over(contest);
    case Stage::defence:
        if (auto over = marking_over(contest); !over) return over;
        return sittings_over(contest);
    case Stage::scored:
        if (auto over = sittings_over(contest); !over) return over;
        if (auto over = marking_over(contest); !over) return over;
        return when(contest.trace_hash.has_value(), "Chưa tính điểm.", "Scores are not computed.");
    case Stage::released:
        return when(contest.released_hash.has_value(), "Chưa công bố kết quả.",
                    "Results are not released.");
    case Stage::final_:
        return when(contest.final_hash.has_value(), "Kết quả chưa chính thức.",
                    "Results are not final.");
    case Stage::archived:
        return {};
    case Stage::draft:
    case Stage::published:
    case Stage::cancelled:
        break;
    }
    return refuse(Code::wrong_state, "Không có bước này.", "There is no such step.");
}

} // namespace

std::vector<Stage> stages_of(const Plan& plan) {
    std::vector<Stage> stages = {Stage::draft,        Stage::published, Stage::intake,
                                 Stage::verification, Stage::listed,    Stage::preparing};
    const bool written = has_round(plan, RoundType::written);
    if (written || has_round(plan, RoundType::objective)) stages.push_back(Stage::sitting);
    if (written) stages.push_back(Stage::marking);
    if (has_round(plan, RoundType::defence)) stages.push_back(Stage::defence);
    for (const auto last : {Stage::scored, Stage::released, Stage::final_, Stage::archived})
        stages.push_back(last);
    return stages;
}

std::optional<Stage> next_stage(const Plan& plan, Stage stage) {
    const auto stages = stages_of(plan);
    const auto at = std::find(stages.begin(), stages.end(), stage);
    if (at == stages.end() || at + 1 == stages.end()) return std::nullopt;
    return *(at + 1);
}

std::vector<Stage> next_stages(const Contest& contest) {
    std::vector<Stage> next;
    if (const auto following = next_stage(contest.plan, contest.stage)) next.push_back(*following);
    const bool over = contest.stage == Stage::final_ || contest.stage == Stage::archived ||
                      contest.stage == Stage::cancelled;
    if (!over && contest.stage != Stage::draft) next.push_back(Stage::cancelled);
    return next;
}

bool takes_a_place(const Plan& plan, RoundId round) {
    return std::any_of(plan.rounds->begin(), plan.rounds->end(),
                       [&](const Round& one) { return one.held_again_as == round; });
}

bool reached(const Contest& contest, Stage stage) {
    const auto stages = stages_of(contest.plan);
    const auto wanted = std::find(stages.begin(), stages.end(), stage);
    const auto at = std::find(stages.begin(), stages.end(), contest.stage);
    return wanted != stages.end() && at != stages.end() && at >= wanted;
}

Result<void> may_advance(const Contest& contest, const AdvanceStage& command, Instant now) {
    if (contest.stage == command.to)
        return refuse(Code::already_done, "Kỳ thi đang ở bước này.",
                      "The contest is at this step already.");
    const auto next = next_stages(contest);
    if (std::find(next.begin(), next.end(), command.to) == next.end())
        return refuse(Code::wrong_state, "Các bước của kỳ thi không được bỏ qua hay lặp lại.",
                      "The steps of a contest cannot be skipped or repeated.");
    if (command.to == Stage::cancelled) return may_cancel(contest, command, now);
    if (auto asked = may_ask(contest, command); !asked) return asked;
    return may_enter(contest, command.to, now);
}

std::optional<Instant> first_bell(const Plan& plan) {
    std::optional<Instant> first;
    if (!plan.rounds.is_set()) return first;
    for (const auto& round : *plan.rounds)
        if (stands(round) && round.opens && (!first || *round.opens < *first)) first = round.opens;
    return first;
}

std::optional<Instant> verification_deadline(const Contest& contest) {
    if (contest.verification_closes) return contest.verification_closes;
    const auto& days = contest.plan.verify.max_days;
    if (!days.is_set() || !contest.intake_closes) return std::nullopt;
    const Calendar calendar{contest.plan.calendar};
    return calendar.end_of(calendar.date_of(*contest.intake_closes) + std::chrono::days{*days});
}

} // namespace thi::core
