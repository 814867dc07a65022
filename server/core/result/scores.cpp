// The rules of scores and ties: computed when every round that counts is over, then told apart.

#include "core/marking/hearing.h"
#include "core/marking/panel_score.h"
#include "core/marking/scripts.h"
#include "core/plan/duties.h"
#include "core/reason.h"
#include "core/refusal.h"
#include "core/result/decide.h"
#include "core/result/ladder.h"
#include "core/result/tally.h"
#include "core/sitting/answers.h"
#include "core/sitting/lookup.h"
#include "core/sitting/pool.h"

#include <algorithm>

namespace thi::core {

namespace {

Fault not_supported(std::string vi, std::string en) {
    return refuse(Code::not_supported_yet, std::move(vi), std::move(en));
}

// Every candidate who goes on to the round was heard and scored, or did not come.
Result<void> defence_over(const Contest& contest, const Round& round) {
    for (const auto& post : *contest.plan.post.list) {
        const auto heard = who_is_heard(contest, round, post.post);
        if (!heard) return heard.error();
        for (const auto& candidate : *heard)
            if (!panel_score(contest, round, candidate))
                return refuse(Code::incomplete,
                              "Còn thí sinh chưa bảo vệ xong, hoặc chưa kiểm phiếu.",
                              "A candidate is not heard yet, or the ballots are not counted.");
    }
    return {};
}

// Of the stages: sittings over, then every script settled, then every hearing counted.
Result<void> round_over(const Contest& contest, const Round& round) {
    if (round.type == RoundType::defence) return defence_over(contest, round);
    if (auto held = was_held(contest, round); !held) return held;
    const auto progress = contest.rounds.find(round.round);
    if (progress == contest.rounds.end()) return {}; // Nobody has reached it.
    for (const auto& id : progress->second.sittings) {
        const auto& sitting = contest.sittings.at(id);
        if (!sitting.ended)
            return refuse(Code::incomplete, "Còn lượt thi chưa kết thúc.",
                          "A sitting has not ended.");
        const bool reviewed =
            contest.plan.sitting.late_rule.value_or(LateRule::refuse) == LateRule::review;
        if (reviewed && undecided_late_answers(contest, sitting) > 0)
            return refuse(Code::incomplete, "Còn câu trả lời gửi muộn chưa được quyết định.",
                          "Late answers are not decided about.");
    }
    return {};
}

bool is_recorded(const Contest& contest, const ComputedStep& step) {
    return std::any_of(contest.ties.begin(), contest.ties.end(), [&](const TieResolution& tie) {
        return tie.post == step.post && tie.rung == step.rung && tie.order == step.order;
    });
}

std::vector<CandidateId> all_of_order(const std::vector<std::vector<CandidateId>>& order) {
    std::vector<CandidateId> ids;
    for (const auto& group : order)
        ids.insert(ids.end(), group.begin(), group.end());
    std::sort(ids.begin(), ids.end());
    return ids;
}

// A draw's outcome is not anybody's to write: it is read from the draw.
Result<void> follows_the_draw(const Contest& contest, const OpenTie& tie, const StepTie& command) {
    const auto draw = contest.draws.find(tie_draw_name(contest, tie));
    if (draw == contest.draws.end() || !draw->second.order)
        return refuse(Code::incomplete, "Chưa bốc thăm.", "There has been no draw.");
    std::vector<std::vector<CandidateId>> drawn;
    for (const auto& one : *draw->second.order)
        drawn.push_back({one});
    if (drawn == command.order) return {};
    return refuse(Code::invalid_field, "Thứ tự không khớp kết quả bốc thăm.",
                  "The order is not the one drawn.");
}

Result<void> may_step(const Contest& contest, const OpenTie& tie, const StepTie& command,
                      Instant now) {
    const bool some_empty = std::any_of(command.order.begin(), command.order.end(),
                                        [](const auto& group) { return group.empty(); });
    if (some_empty || all_of_order(command.order) != tie.candidates)
        return refuse(Code::invalid_field, "Phải xếp đủ và đúng các thí sinh bằng điểm.",
                      "The order must name exactly the equals, once each.");
    if (command.rung == TieRung::public_draw) {
        if (auto drawn = follows_the_draw(contest, tie, command); !drawn) return drawn;
    } else if (auto why = reasoned(command.reason); !why) {
        return why;
    }
    for (const auto& candidate : tie.candidates)
        for (const auto& approval : command.approvals)
            if (auto apart = keeps_distance(contest, approval.person, candidate); !apart)
                return apart;
    return approved_by_two(contest, command.approvals,
                           {Role::chair, Role::vice_chair, Role::secretary, Role::council_member},
                           now);
}

} // namespace

Result<Events> decide_on(const Contest& contest, const ComputeScores& command, Instant) {
    if (auto may =
            holds_role(contest, command.by, {Role::chair, Role::vice_chair, Role::secretary});
        !may)
        return may.error();
    const bool again =
        contest.stage == Stage::released && !contest.trace_hash && !contest.final_hash;
    if ((contest.stage < Stage::sitting || contest.stage > Stage::scored) && !again)
        return refuse(Code::wrong_state, "Chưa đến giai đoạn tính điểm.",
                      "The contest is not at the stage of scoring.");
    // After a release no round is held any more, whoever a remedy has lifted over a gate.
    for (const auto& round : *contest.plan.rounds)
        if (stands(round) && !again)
            if (auto over = round_over(contest, round); !over) return over.error();
    if (auto over = marking_over(contest); !over) return over.error();
    const Tally computed = tally(contest);
    for (const auto& tie : computed.open_ties)
        if (tie.next == TieRung::earlier_birth)
            return not_supported("Chưa hỗ trợ phân định bằng ngày sinh.",
                                 "Telling apart by date of birth is not supported yet.");
    assert(command.trace_hash != nullptr);
    Events events{ScoreComputed{.by = command.by,
                                .hash = command.trace_hash(computed),
                                .candidates = std::ssize(computed.candidates)}};
    for (const auto& step : computed.computed_steps)
        if (!is_recorded(contest, step))
            events.push_back(TieStepped{.by = {},
                                        .post = step.post,
                                        .rung = step.rung,
                                        .order = step.order,
                                        .reason = {},
                                        .approvals = {}});
    return events;
}

Result<Events> decide_on(const Contest& contest, const StepTie& command, Instant now) {
    if (auto may =
            holds_role(contest, command.by, {Role::chair, Role::vice_chair, Role::secretary});
        !may)
        return may.error();
    const bool here = contest.stage == Stage::scored || contest.stage == Stage::released;
    if (!here || !contest.trace_hash || contest.final_hash)
        return refuse(Code::wrong_state, "Chưa tính điểm.", "Scores are not computed.");
    const Tally computed = tally(contest);
    const auto tie =
        std::find_if(computed.open_ties.begin(), computed.open_ties.end(), [&](const OpenTie& one) {
            return one.post == command.post && one.next == command.rung;
        });
    if (tie == computed.open_ties.end())
        return refuse(Code::wrong_state, "Không có nhóm bằng điểm nào ở bước phân định này.",
                      "No equals wait at this rung.");
    if (auto may = may_step(contest, *tie, command, now); !may) return may.error();
    return Events{TieStepped{.by = command.by,
                             .post = command.post,
                             .rung = command.rung,
                             .order = command.order,
                             .reason = command.reason,
                             .approvals = command.approvals}};
}

void apply_on(Contest& contest, const ScoreComputed& event, const Record& record) {
    contest.trace_hash = event.hash;
    contest.score_index = record.index;
}

void apply_on(Contest& contest, const TieStepped& event, const Record& record) {
    contest.ties.push_back(
        {.post = event.post, .rung = event.rung, .order = event.order, .index = record.index});
}

} // namespace thi::core
