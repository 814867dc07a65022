// The rules of the defence day: the opening, the steps of each hearing, questions.

#include "core/marking/council.h"
#include "core/marking/defence_decide.h"
#include "core/marking/hearing.h"
#include "core/plan/calendar.h"
#include "core/plan/duties.h"
#include "core/plan/parameters.h"
#include "core/reason.h"
#include "core/refusal.h"

#include <algorithm>

namespace thi::core {

namespace {

constexpr std::size_t question_bytes_max = 2000;
constexpr std::size_t questions_max = 200; // Of one hearing.

Result<void> runs_the_day(const Contest& contest, PersonId by) {
    return holds_role(contest, by, {Role::secretary, Role::chair, Role::vice_chair});
}

Result<void> rules_are_obeyed(const Plan& plan) {
    if (plan.panel.scores_per_member.value_or(1) > 1)
        return refuse(Code::not_supported_yet, "Chưa hỗ trợ mỗi thành viên chấm nhiều lần.",
                      "Several scores of one member are not supported yet.");
    if (!plan.panel.discrepancy_rule.value_or({}).empty())
        return refuse(Code::not_supported_yet,
                      "Chưa hỗ trợ xử lý chênh lệch điểm giữa các thành viên.",
                      "A rule for scores that differ is not supported yet.");
    return {};
}

Result<void> may_open(const Contest& contest, const Round& round, PostId post, Instant now) {
    if (contest.stage != Stage::defence)
        return refuse(Code::wrong_state, "Chưa đến giai đoạn bảo vệ đề án.",
                      "The contest is not at the stage of defences.");
    const Calendar calendar{contest.plan.calendar};
    if (round.opens && calendar.date_of(now) < calendar.date_of(*round.opens))
        return refuse(Code::too_early, "Chưa đến ngày bảo vệ đề án.",
                      "The day of the defences has not come.");
    if (auto obeyed = rules_are_obeyed(contest.plan); !obeyed) return obeyed;
    const auto defence = contest.defences.find(round.round);
    if (defence == contest.defences.end()) return {};
    for (const auto& [other, day] : defence->second.days) {
        if (other == post)
            return refuse(Code::already_done, "Đã khai mạc bảo vệ đề án của chức danh này.",
                          "The defences of this post are open already.");
        if (!post_is_over(contest, round.round, other))
            return refuse(Code::wrong_state, "Chức danh trước chưa bảo vệ xong.",
                          "The defences of the post before are not over.");
    }
    return {};
}

// What follows a step, in its order.
bool follows(const Hearing& hearing, DefenceStep step) {
    switch (step) {
    case DefenceStep::presentation:
    case DefenceStep::absent:
        return !hearing.step;
    case DefenceStep::questions:
        return hearing.step == DefenceStep::presentation;
    case DefenceStep::deliberation:
        return hearing.step == DefenceStep::questions;
    case DefenceStep::closed:
        return hearing.step == DefenceStep::deliberation;
    case DefenceStep::roll_closed:
        return hearing.step == DefenceStep::closed && !hearing.count;
    }
    return false;
}

Result<void> may_step(const Contest& contest, const Hearing& hearing, const StepDefence& command) {
    if (!follows(hearing, command.step))
        return refuse(Code::wrong_state, "Các bước của buổi bảo vệ không được bỏ qua hay lặp lại.",
                      "The steps of a defence cannot be skipped or repeated.");
    const bool first =
        command.step == DefenceStep::presentation || command.step == DefenceStep::absent;
    if (first && next_to_be_heard(contest, command.round, hearing.post) != command.candidate)
        return refuse(Code::wrong_state, "Chưa đến lượt thí sinh này theo thứ tự đã bốc thăm.",
                      "It is not this candidate's turn in the order.");
    if (command.step == DefenceStep::roll_closed &&
        contest.plan.panel.ballot.value_or(BallotKind::secret) != BallotKind::secret)
        return refuse(Code::wrong_state, "Hội đồng chấm công khai, không có danh sách phát phiếu.",
                      "There is no roll where the council scores openly.");
    if (command.step == DefenceStep::absent || command.step == DefenceStep::roll_closed)
        return reasoned(command.reason);
    if (!command.reason.empty())
        return refuse(Code::invalid_field, "Bước này không ghi lý do.",
                      "This step takes no reason.");
    return {};
}

} // namespace

Result<Events> decide_on(const Contest& contest, const OpenDefence& command, Instant now) {
    if (auto may = runs_the_day(contest, command.by); !may) return may.error();
    const auto round = defence_round(contest, command.round);
    if (!round) return round.error();
    if (auto may = may_open(contest, **round, command.post, now); !may) return may.error();
    DefenceOpened opened{.by = command.by,
                         .round = command.round,
                         .post = command.post,
                         .present = command.present,
                         .excluded = {},
                         .order = {}};
    std::sort(opened.present.begin(), opened.present.end());
    if (auto enough = quorate(contest, opened.present); !enough) return enough.error();
    auto order = heard_order(contest, **round, command.post);
    if (!order) return order.error();
    if (order->empty())
        return refuse(Code::incomplete, "Không có thí sinh nào bảo vệ đề án cho chức danh này.",
                      "No candidate is heard for this post.");
    opened.order = std::move(*order);
    for (const auto& candidate : opened.order) {
        if (find_hearing(contest, command.round, candidate) != nullptr)
            return refuse(Code::not_supported_yet,
                          "Chưa hỗ trợ một thí sinh bảo vệ cho hai chức danh trong một vòng.",
                          "One candidate heard for two posts in a round is not supported yet.");
        for (const auto& member : opened.present)
            if (!keeps_distance(contest, member, candidate))
                opened.excluded.push_back({member, candidate});
    }
    return Events{std::move(opened)};
}

Result<Events> decide_on(const Contest& contest, const StepDefence& command, Instant) {
    if (auto may = runs_the_day(contest, command.by); !may) return may.error();
    const auto* hearing = find_hearing(contest, command.round, command.candidate);
    if (hearing == nullptr)
        return refuse(Code::not_found, "Chưa khai mạc bảo vệ đề án của thí sinh này.",
                      "This candidate's defence is not open.");
    if (contest.stage != Stage::defence)
        return refuse(Code::wrong_state, "Giai đoạn bảo vệ đề án đã kết thúc.",
                      "The stage of defences is over.");
    if (hearing->step == command.step) return Events{};
    if (auto may = may_step(contest, *hearing, command); !may) return may.error();
    return Events{DefenceStepped{.by = command.by,
                                 .round = command.round,
                                 .candidate = command.candidate,
                                 .step = command.step,
                                 .reason = command.reason}};
}

// Only what the plan cuts off; a repeat finds nothing due.
Result<Events> decide_on(const Contest& contest, const StepDueDefences&, Instant now) {
    Events events;
    if (contest.stage != Stage::defence ||
        contest.plan.defence.late_overrun_action.value_or(Overrun::warn) != Overrun::cut_off)
        return events;
    for (const auto& [round, defence] : contest.defences)
        for (const auto& [candidate, hearing] : defence.hearings) {
            const auto clock = defence_clock(contest, hearing, now);
            if (!clock || !clock->overrun) continue;
            const auto next = clock->step == DefenceStep::presentation ? DefenceStep::questions
                                                                       : DefenceStep::deliberation;
            events.push_back(DefenceStepped{
                .by = {}, .round = round, .candidate = candidate, .step = next, .reason = {}});
        }
    return events;
}

Result<Events> decide_on(const Contest& contest, const AskQuestion& command, Instant) {
    if (command.by != command.member)
        if (auto may = runs_the_day(contest, command.by); !may) return may.error();
    const auto* hearing = find_hearing(contest, command.round, command.candidate);
    if (hearing == nullptr || hearing->step != DefenceStep::questions)
        return refuse(Code::wrong_state, "Chưa đến hoặc đã qua phần hỏi đáp.",
                      "It is not the time of questions.");
    const auto all = scorers(contest, command.round, command.candidate);
    if (std::find(all.begin(), all.end(), command.member) == all.end())
        return refuse(Code::forbidden, "Chỉ thành viên có mặt và không vướng quan hệ được hỏi.",
                      "Only members who are present and not excluded ask questions.");
    if (command.text.empty() || command.text.size() > question_bytes_max)
        return refuse(Code::invalid_field, "Câu hỏi dài 1 đến 2000 byte.",
                      "A question has 1 to 2000 bytes.");
    if (hearing->questions.size() >= questions_max)
        return refuse(Code::limit_reached, "Đã quá nhiều câu hỏi.", "Too many questions.");
    return Events{QuestionAsked{.by = command.by,
                                .round = command.round,
                                .candidate = command.candidate,
                                .number = std::ssize(hearing->questions) + 1,
                                .member = command.member,
                                .text = command.text}};
}

void apply_on(Contest& contest, const DefenceOpened& event, const Record& record) {
    auto& defence = contest.defences[event.round];
    DefenceDay day{.post = event.post,
                   .present = event.present,
                   .excluded = {},
                   .order = event.order,
                   .opened_at = record.at,
                   .index = record.index};
    for (const auto& one : event.excluded)
        day.excluded.emplace(one.member, one.candidate);
    for (const auto& candidate : event.order) {
        auto& hearing = defence.hearings[candidate];
        hearing.candidate = candidate;
        hearing.post = event.post;
    }
    defence.days.insert_or_assign(event.post, std::move(day));
}

void apply_on(Contest& contest, const DefenceStepped& event, const Record& record) {
    auto& hearing = contest.defences.at(event.round).hearings.at(event.candidate);
    hearing.step = event.step;
    hearing.step_at = record.at;
    hearing.step_index = record.index;
    hearing.roll_closed = hearing.roll_closed || event.step == DefenceStep::roll_closed;
}

void apply_on(Contest& contest, const QuestionAsked& event, const Record& record) {
    contest.defences.at(event.round)
        .hearings.at(event.candidate)
        .questions.push_back({event.number, event.member, event.text, record.index});
}

} // namespace thi::core
