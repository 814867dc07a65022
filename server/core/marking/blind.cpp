// The rules of blinding and of its end: who opens the draw, when scripts get their codes, and when
// codes and candidates are known to belong together again.

#include "core/marking/blinding.h"
#include "core/marking/decide.h"
#include "core/marking/scripts.h"
#include "core/plan/duties.h"
#include "core/refusal.h"
#include "core/sitting/answers.h"
#include "core/sitting/draw.h"
#include "core/sitting/lookup.h"

#include <algorithm>
#include <cassert>

namespace thi::core {

namespace {

Result<const Round*> written_round(const Contest& contest, RoundId round) {
    const Round* found = find_round(contest.plan, round);
    if (found != nullptr && found->type == RoundType::written && !found->practice) return found;
    return refuse(Code::not_found, "Không có vòng thi viết này.",
                  "There is no such written round.");
}

Result<const Draw*> blinding_draw(const Contest& contest, const std::string& name) {
    const auto draw = contest.draws.find(name);
    if (draw != contest.draws.end() && draw->second.purpose == DrawPurpose::blinding &&
        draw->second.round)
        return &draw->second;
    return refuse(Code::not_found, "Không có lần bốc thăm số phách này.",
                  "There is no such blinding draw.");
}

Result<void> sittings_are_over(const Contest& contest, RoundId round) {
    const auto progress = contest.rounds.find(round);
    if (progress == contest.rounds.end() || progress->second.sittings.empty())
        return refuse(Code::incomplete, "Vòng thi chưa được tổ chức.",
                      "The round has not been held.");
    const bool reviewed =
        contest.plan.sitting.late_rule.value_or(LateRule::refuse) == LateRule::review;
    for (const auto& id : progress->second.sittings) {
        const auto& sitting = contest.sittings.at(id);
        if (!sitting.ended)
            return refuse(Code::incomplete, "Còn lượt thi chưa kết thúc.",
                          "A sitting has not ended.");
        if (reviewed && undecided_late_answers(contest, sitting) > 0)
            return refuse(Code::incomplete, "Còn câu trả lời gửi muộn chưa được quyết định.",
                          "Late answers are not decided about.");
    }
    return {};
}

Result<void> draw_is_open(const Contest& contest, RoundId round) {
    const auto draw = blinding_draw(contest, blinding_draw_name(round));
    if (!draw) return draw.error();
    if ((*draw)->commitments.size() < commitments_min || (*draw)->reveals.size() < commitments_min)
        return refuse(Code::incomplete, "Cần ít nhất hai người mở cam kết số phách.",
                      "At least two people open their commitments to the blinding draw.");
    return {};
}

// All scripts settled; an open anomaly keeps its script from it.
Result<void> all_settled(const Marking& marking) {
    const bool open = std::any_of(marking.anomalies.begin(), marking.anomalies.end(),
                                  [](const Anomaly& one) { return !one.outcome; });
    if (open)
        return refuse(Code::incomplete, "Còn bài nghi vấn chưa được quyết định.",
                      "An anomaly is not decided.");
    const bool waits =
        std::any_of(marking.scripts.begin(), marking.scripts.end(),
                    [](const auto& entry) { return !entry.second.settled.has_value(); });
    if (waits)
        return refuse(Code::incomplete, "Còn bài chưa có điểm chính thức.",
                      "A script is not settled.");
    return {};
}

// One keeps the codes, the other answers for the marks.
Result<void> approved_by_both_sides(const Contest& contest, const Approvals& approvals,
                                    Instant now) {
    if (auto two = approved_by_two(
            contest, approvals,
            {Role::blinder, Role::head_of_marking, Role::chair, Role::vice_chair}, now);
        !two)
        return two;
    const auto any = [&](std::initializer_list<Role> roles) {
        return std::any_of(approvals.begin(), approvals.end(), [&](const Approval& one) {
            return holds_role(contest, one.person, roles).has_value();
        });
    };
    if (any({Role::blinder}) && any({Role::head_of_marking, Role::chair, Role::vice_chair}))
        return {};
    return refuse(Code::needs_approval,
                  "Ghép phách cần người làm phách cùng trưởng ban chấm thi hoặc Chủ tịch.",
                  "Unblinding takes a blinder together with the head of marking or the chair.");
}

} // namespace

// Not before the bell, after which nobody commits any more; not once codes were made of it.
Result<Events> decide_on(const Contest& contest, const RevealSeed& command, Instant now) {
    const auto draw = blinding_draw(contest, command.draw);
    if (!draw) return draw.error();
    const auto round = written_round(contest, *(*draw)->round);
    if (!round) return round.error();
    if (auto open = not_blinded_yet(contest, (*round)->round); !open) return open.error();
    if (now < (*round)->opens.value_or(Instant::max()))
        return refuse(Code::too_early, "Chưa đến giờ thi.", "The bell has not gone.");
    if (auto may = may_reveal(**draw, command.by, command.nonce); !may) return may.error();
    return Events{SeedRevealed{.by = command.by, .draw = command.draw, .nonce = command.nonce}};
}

Result<Events> decide_on(const Contest& contest, const BlindScripts& command, Instant) {
    if (auto may = holds_role(contest, command.by, {Role::blinder}); !may) return may.error();
    const auto round = written_round(contest, command.round);
    if (!round) return round.error();
    if (auto possible = supported_marking(contest.plan); !possible) return possible.error();
    if (is_blinded(contest, command.round))
        return refuse(Code::already_done, "Bài của vòng thi này đã đánh phách.",
                      "The scripts of this round are blinded already.");
    if (contest.stage != Stage::sitting && contest.stage != Stage::marking)
        return refuse(Code::wrong_state, "Cuộc thi không ở giai đoạn đánh phách.",
                      "The contest is not at a stage of blinding.");
    if (auto over = sittings_are_over(contest, command.round); !over) return over.error();
    if (auto open = draw_is_open(contest, command.round); !open) return open.error();
    assert(command.script_hash != nullptr);
    Events events;
    for (const auto& [candidate, code] : blind_codes(contest, command.round)) {
        const Sitting* sitting = script_sitting(contest, command.round, candidate);
        if (sitting == nullptr) continue;
        const auto& paper = contest.papers.at(*sitting->paper);
        if (!paper.content || !paper.key)
            return refuse(Code::incomplete, "Đề thi chưa có trên máy chủ.",
                          "The paper's contents are not here.");
        const auto answers = script_answers(contest, *sitting);
        events.push_back(
            ScriptBlinded{.by = command.by,
                          .round = command.round,
                          .code = code,
                          .script_hash = command.script_hash(*paper.content, answers)});
    }
    if (events.empty())
        return refuse(Code::incomplete, "Không có thí sinh nào làm bài.", "Nobody sat the round.");
    return events;
}

Result<Events> decide_on(const Contest& contest, const UnblindScripts& command, Instant now) {
    if (auto may =
            holds_role(contest, command.by,
                       {Role::blinder, Role::head_of_marking, Role::chair, Role::vice_chair});
        !may)
        return may.error();
    const auto marking = open_marking(contest, command.round);
    if (!marking) return marking.error();
    if (auto settled = all_settled(**marking); !settled) return settled.error();
    if (auto two = approved_by_both_sides(contest, command.approvals, now); !two)
        return two.error();
    return Events{
        ScriptsUnblinded{.by = command.by, .round = command.round, .approvals = command.approvals}};
}

// The draw is the same for all scripts of the round, so its map is computed once.
void apply_on(Contest& contest, const ScriptBlinded& event, const Record& record) {
    if (!is_blinded(contest, event.round)) {
        std::map<std::string, CandidateId> candidates;
        for (const auto& [candidate, code] : blind_codes(contest, event.round))
            candidates.emplace(code, candidate);
        contest.markings[event.round].candidates = std::move(candidates);
    }
    Script script;
    script.code = event.code;
    script.hash = event.script_hash;
    script.index = record.index;
    contest.markings.at(event.round).scripts.emplace(event.code, std::move(script));
}

void apply_on(Contest& contest, const SeedRevealed& event, const Record&) {
    contest.draws.at(event.draw).reveals.emplace(event.by, event.nonce);
}

void apply_on(Contest& contest, const ScriptsUnblinded& event, const Record& record) {
    contest.markings.at(event.round).unblinded_at = record.index;
}

} // namespace thi::core
