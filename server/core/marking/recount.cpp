#include "core/marking/recount.h"

#include "core/marking/assigning.h"
#include "core/marking/blinding.h"
#include "core/marking/decide.h"
#include "core/marking/scripts.h"
#include "core/marking/settling.h"
#include "core/plan/duties.h"

#include <algorithm>
#include <set>

namespace thi::core {

namespace {

using Said = std::optional<Sentence>;

Said against(const char* vi, const char* en) {
    return Sentence{vi, en};
}

std::optional<CandidateId> owner_of(const Contest& contest, RoundId round,
                                    const std::string& code) {
    if (is_blinded(contest, round)) return candidate_of(contest, round, code);
    for (const auto& one : blind_codes(contest, round))
        if (one.code == code) return one.candidate;
    return std::nullopt;
}

// Marks of the script that the rule demands, each by somebody else.
bool is_marked_whole(const Contest& contest, const Script& script, const Paper& paper) {
    std::set<PersonId> markers;
    for (const Turn turn : needed_turns(contest.plan, script)) {
        const Assignment* own = find_turn(script, turn);
        if (own == nullptr || !total_of(*own, paper) || !markers.insert(own->marker).second)
            return false;
    }
    return true;
}

Said against_rule(const Contest& before, const MarkSettled& event, const Script& script,
                  const Paper& paper) {
    const Marking& marking = before.markings.at(event.round);
    for (const auto& followed : ruling(before, marking, event.round, script, paper))
        if (const auto* settled = std::get_if<MarkSettled>(&followed);
            settled != nullptr && settled->mark == event.mark && settled->action == event.action &&
            settled->from_pct == event.from_pct)
            return {};
    return against("Điểm không phải là điểm mà các lượt chấm và mức chênh lệch cho ra.",
                   "Not the mark that the marks and the band come to.");
}

Said against_anomaly(const Contest& before, const MarkSettled& event) {
    const auto& anomalies = before.markings.at(event.round).anomalies;
    const bool upheld = std::any_of(anomalies.begin(), anomalies.end(), [&](const Anomaly& one) {
        return one.code == event.code && one.outcome == AnomalyOutcome::upheld;
    });
    if (upheld && event.mark == Fraction{0, 1}) return {};
    return against("Không có nghi vấn nào của bài này được xác nhận.",
                   "No anomaly of this script was upheld.");
}

} // namespace

Said contradiction(const Contest& before, const ScriptBlinded& event, ScriptHash hash) {
    const auto owner = owner_of(before, event.round, event.code);
    const Sitting* sitting = owner ? script_sitting(before, event.round, *owner) : nullptr;
    if (sitting == nullptr)
        return against("Số phách không phải của thí sinh nào đã thi, theo lần bốc thăm.",
                       "By the draw the code is nobody's who sat.");
    if (!sitting->ended)
        return against("Đánh phách khi lượt thi chưa kết thúc.",
                       "Blinded while the sitting went on.");
    const auto paper = before.papers.find(*sitting->paper);
    if (paper == before.papers.end() || !paper->second.content) return {};
    if (hash(*paper->second.content, script_answers(before, *sitting)) != event.script_hash)
        return against("Mã băm của bài tính lại không khớp.",
                       "The hash of the script's body does not recompute.");
    return {};
}

Said contradiction(const Contest& before, const MarkAssigned& event) {
    const auto draw = before.draws.find(blinding_draw_name(event.round));
    const auto marking = before.markings.find(event.round);
    if (draw == before.draws.end() || marking == before.markings.end())
        return against("Chưa có bài nào được đánh phách.", "No script is blinded yet.");
    if (event.seed != marking->second.last_seed &&
        event.seed != next_markers_seed(before, marking->second, event.round))
        return against("Hạt giống phân công tính lại không khớp.",
                       "The seed of the assignment does not recompute.");
    for (const auto& code : event.codes) {
        const Script* script = find_script(marking->second, code);
        const auto owner = candidate_of(before, event.round, code);
        if (script == nullptr || !owner)
            return against("Không có bài này.", "There is no such script.");
        if (!keeps_distance(before, event.marker, *owner))
            return against("Người chấm có quan hệ phải tránh với thí sinh của bài.",
                           "The marker has declared a relation with the script's candidate.");
        const bool again = std::any_of(
            script->assignments.begin(), script->assignments.end(), [&](const Assignment& one) {
                return one.marker == event.marker &&
                       (one.turn == event.turn || (is_live(one.turn) && is_live(event.turn)));
            });
        if (again && event.turn != Turn::reference)
            return against("Người chấm đã có bài này.", "The marker has had this script.");
    }
    return {};
}

Said contradiction(const Contest& before, const MarkCommitted& event, Instant at) {
    const auto again = decide_on(before,
                                 CommitMark{.by = event.by,
                                            .round = event.round,
                                            .code = event.code,
                                            .turn = event.turn,
                                            .item = event.item,
                                            .lines = event.lines},
                                 at);
    if (!again) return again.error().detail;
    if (std::get<MarkCommitted>(again->front()).points != event.points)
        return against("Điểm không bằng tổng điểm các tiêu chí.",
                       "The points are not the sum of the lines.");
    return {};
}

Said contradiction(const Contest& before, const FurtherMarkingCalled& event) {
    const auto marking = before.markings.find(event.round);
    const SealedPaper* paper = paper_of(before, event.round, event.code);
    if (marking == before.markings.end() || paper == nullptr) return {};
    const auto standing =
        standing_of(before.plan, marking->second.scripts.at(event.code), *paper->content);
    if (standing.further == event.turns && standing.action == event.action &&
        standing.from_pct == event.from_pct)
        return {};
    return against("Mức chênh lệch không đòi hỏi các lượt chấm này.",
                   "The band does not ask for these marks.");
}

Said contradiction(const Contest& before, const MarkSettled& event, Instant at) {
    const auto marking = before.markings.find(event.round);
    const SealedPaper* paper = paper_of(before, event.round, event.code);
    if (marking == before.markings.end() || paper == nullptr) return {};
    const Script& script = marking->second.scripts.at(event.code);
    if (script.settled) return against("Bài đã có điểm chính thức.", "It was settled before.");
    if (event.action == action_anomaly) return against_anomaly(before, event);
    if (!event.by) return against_rule(before, event, script, *paper->content);
    const auto again = decide_on(before,
                                 SettleMark{.by = *event.by,
                                            .round = event.round,
                                            .code = event.code,
                                            .mark = event.mark,
                                            .minutes = event.minutes,
                                            .approvals = event.approvals},
                                 at);
    if (!again) return again.error().detail;
    const auto& settled = std::get<MarkSettled>(again->front());
    if (settled.mark == event.mark && settled.action == event.action &&
        settled.from_pct == event.from_pct)
        return {};
    return against("Điểm được quyết định không đúng mức chênh lệch hoặc cách làm tròn.",
                   "What was decided does not fit the band or the rounding.");
}

Said contradiction(const Contest& before, const ScriptsUnblinded& event, Instant at) {
    const auto again = decide_on(
        before, UnblindScripts{.by = event.by, .round = event.round, .approvals = event.approvals},
        at);
    if (!again) return again.error().detail;
    for (const auto& [code, script] : before.markings.at(event.round).scripts) {
        const SealedPaper* paper = paper_of(before, event.round, code);
        if (paper == nullptr || script.settled->action == action_anomaly) continue;
        if (!is_marked_whole(before, script, *paper->content))
            return Sentence{"Bài " + code + " không đủ lượt chấm của những người khác nhau.",
                            "Script " + code + " has too few marks by different people."};
    }
    return {};
}

} // namespace thi::core
