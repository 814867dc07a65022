// The rules of appeals: filed within one window, decided by people who have not dealt with the
// matter, answered by marking again.

#include "core/marking/remark.h"
#include "core/marking/script_score.h"
#include "core/plan/duties.h"
#include "core/reason.h"
#include "core/refusal.h"
#include "core/result/amended.h"
#include "core/result/appeal_decide.h"
#include "core/result/appeal_window.h"
#include "core/result/sums.h"
#include "core/sitting/lookup.h"

#include <algorithm>

namespace thi::core {

namespace {

constexpr std::size_t appeals_max = 20; // Of one candidate.

Fault no_such_appeal() {
    return refuse(Code::not_found, "Không có đơn này.", "There is no such appeal.");
}

const Appeal* find_appeal(const Contest& contest, AppealId id) {
    const auto found = contest.appeals.find(id);
    return found == contest.appeals.end() ? nullptr : &found->second;
}

Result<void> window_open(const Contest& contest, Instant received_at) {
    const auto closes = appeals_close(contest);
    if (contest.stage != Stage::released || !closes)
        return refuse(Code::wrong_state, "Chỉ nhận đơn khi kết quả đã công bố và chưa chính thức.",
                      "Appeals are taken while results are released and not final.");
    if (received_at <= *closes) return {};
    return refuse(Code::deadline_passed, "Đã hết thời hạn nộp đơn.",
                  "The window for appeals is over.");
}

Result<void> may_file(const Contest& contest, const FileAppeal& command) {
    const Round* round = find_round(contest.plan, command.round);
    if (round == nullptr || round->practice)
        return refuse(Code::not_found, "Không có vòng thi này.", "There is no such round.");
    const bool took_part = std::any_of(
        contest.applications.begin(), contest.applications.end(), [&](const auto& entry) {
            return entry.second.candidate == command.candidate && entry.second.eligible == true;
        });
    if (!took_part)
        return refuse(Code::forbidden, "Chỉ thí sinh của kỳ thi được nộp đơn.",
                      "Only candidates of the contest appeal.");
    std::size_t own = 0;
    for (const auto& [id, appeal] : contest.appeals) {
        if (appeal.candidate != command.candidate) continue;
        ++own;
        if (command.track == AppealTrack::own_mark && appeal.track == command.track &&
            appeal.round == command.round)
            return refuse(Code::already_done, "Đã nộp đơn phúc khảo vòng này.",
                          "You have asked for this round to be marked again.");
    }
    if (own >= appeals_max)
        return refuse(Code::limit_reached, "Đã nộp quá nhiều đơn.", "Too many appeals.");
    const auto allowed = contest.plan.remark.allowed_round_types.value_or({});
    if (command.track == AppealTrack::own_mark && !allowed.contains(round->type))
        return refuse(Code::forbidden, "Kế hoạch không cho phúc khảo vòng thi này.",
                      "The plan does not let this round be marked again.");
    return {};
}

// Nobody decides about a candidate he is related to, or about what he marked himself.
Result<void> impartial(const Contest& contest, const Appeal& appeal, PersonId person) {
    if (auto apart = keeps_distance(contest, person, appeal.candidate); !apart) return apart;
    const auto& round = *find_round(contest.plan, appeal.round);
    if (round.type != RoundType::written) return {};
    const auto first = first_markers(contest, round, appeal.candidate);
    if (!std::binary_search(first.begin(), first.end(), person)) return {};
    return refuse(Code::role_conflict, "Người đã chấm bài này không xét đơn.",
                  "Who marked this script does not decide about it.");
}

Result<void> may_amend(const Contest& contest, const Appeal& appeal) {
    if (contest.stage != Stage::released)
        return refuse(Code::wrong_state, "Kết quả chưa công bố hoặc đã chính thức.",
                      "Results are not released, or are final.");
    if (appeal.track != AppealTrack::own_mark || !appeal.verdict || !appeal.verdict->upheld)
        return refuse(Code::wrong_state, "Đơn chưa được chấp nhận phúc khảo.",
                      "The appeal was not granted a marking again.");
    if (find_round(contest.plan, appeal.round)->type != RoundType::written)
        return refuse(Code::not_supported_yet, "Chưa hỗ trợ phúc khảo vòng này.",
                      "Marking this round again is not supported yet.");
    return {};
}

Points threshold(const Contest& contest) {
    return contest.plan.remark.change_threshold.value_or(Points{1});
}

bool differs(const Contest& contest, Fraction a, Fraction b) {
    const auto gap = plus_weighted(a, -1, b);
    const Fraction size{gap.numerator < 0 ? -gap.numerator : gap.numerator, gap.denominator};
    return size >= Fraction{threshold(contest).hundredths, 1};
}

Fraction mean(const std::vector<Fraction>& marks) {
    Fraction sum;
    for (const auto& mark : marks)
        sum = plus_weighted(sum, 1, mark);
    return reduced({sum.numerator, sum.denominator * std::ssize(marks)});
}

// remark.third_rule: of three, two equal ones decide; else their mean.
Result<Fraction> remarked(const Contest& contest, const std::vector<Fraction>& marks) {
    const auto needed = static_cast<std::size_t>(contest.plan.remark.markers.value_or(2));
    if (marks.size() < needed)
        return refuse(Code::incomplete, "Chưa chấm phúc khảo xong.",
                      "The script is not marked again yet.");
    if (marks.size() >= 3) {
        for (std::size_t i = 0; i < 3; ++i)
            if (marks[i] == marks[(i + 1) % 3]) return marks[i];
        return mean({marks[0], marks[1], marks[2]});
    }
    if (marks.size() == 2 && differs(contest, marks[0], marks[1]))
        return refuse(Code::incomplete, "Hai người phúc khảo lệch nhau, cần người thứ ba.",
                      "The two who marked again differ; a third is needed.");
    return mean(marks);
}

} // namespace

Result<Events> decide_on(const Contest& contest, const FileAppeal& command, Instant) {
    if (auto open = window_open(contest, command.received_at); !open) return open.error();
    if (auto may = may_file(contest, command); !may) return may.error();
    return Events{AppealFiled{.appeal = command.appeal,
                              .candidate = command.candidate,
                              .track = command.track,
                              .round = command.round,
                              .item = command.item,
                              .text_hash = command.text_hash,
                              .filed_at = command.received_at}};
}

Result<Events> decide_on(const Contest& contest, const DecideAppeal& command, Instant now) {
    const auto* appeal = find_appeal(contest, command.appeal);
    if (appeal == nullptr) return no_such_appeal();
    if (contest.stage != Stage::released)
        return refuse(Code::wrong_state, "Kết quả đã chính thức.", "Results are final.");
    if (auto may = holds_role(contest, command.by, {Role::appeals_panel}); !may) return may.error();
    if (auto why = reasoned(command.reason); !why) return why.error();
    if (auto apart = impartial(contest, *appeal, command.by); !apart) return apart.error();
    for (const auto& approval : command.approvals)
        if (auto apart = impartial(contest, *appeal, approval.person); !apart) return apart.error();
    if (auto two = approved_by_two(contest, command.approvals, {Role::appeals_panel}, now); !two)
        return two.error();
    std::optional<Whole> replaces;
    if (appeal->verdict) {
        if (appeal->verdict->upheld == command.upheld)
            return refuse(Code::already_done, "Đã có quyết định như vậy.",
                          "This has been decided already.");
        replaces = static_cast<Whole>(appeal->verdict->index);
    }
    return Events{AppealDecided{.by = command.by,
                                .appeal = command.appeal,
                                .upheld = command.upheld,
                                .reason = command.reason,
                                .replaces = replaces,
                                .approvals = command.approvals}};
}

Result<Events> decide_on(const Contest& contest, const AssignRemarks& command, Instant) {
    const auto* appeal = find_appeal(contest, command.appeal);
    if (appeal == nullptr) return no_such_appeal();
    if (auto may = holds_role(contest, command.by, {Role::appeals_panel, Role::head_of_marking});
        !may)
        return may.error();
    if (auto may = may_amend(contest, *appeal); !may) return may.error();
    const auto& round = *find_round(contest.plan, appeal->round);
    const auto marks = remarks(contest, round, appeal->candidate);
    std::vector<Turn> turns{Turn::remark_first};
    if (contest.plan.remark.markers.value_or(2) > 1) turns.push_back(Turn::remark_second);
    if (marks.size() == 2 && differs(contest, marks[0], marks[1])) turns = {Turn::remark_third};
    return assign_remarks(contest, round, appeal->candidate, turns, command.by);
}

// Below the threshold the mark stays, and the log says that it was looked at.
Result<Events> decide_on(const Contest& contest, const AmendMark& command, Instant now) {
    const auto* appeal = find_appeal(contest, command.appeal);
    if (appeal == nullptr) return no_such_appeal();
    if (auto may = may_amend(contest, *appeal); !may) return may.error();
    if (appeal->amended)
        return refuse(Code::already_done, "Đơn này đã xử lý xong.", "This appeal is settled.");
    const auto& round = *find_round(contest.plan, appeal->round);
    const auto old_mark = written_mark(contest, round, appeal->candidate);
    if (!old_mark)
        return refuse(Code::incomplete, "Bài này chưa có điểm.", "The script has no mark.");
    const auto fresh = remarked(contest, remarks(contest, round, appeal->candidate));
    if (!fresh) return fresh.error();
    for (const auto& approval : command.approvals)
        if (auto apart = impartial(contest, *appeal, approval.person); !apart) return apart.error();
    if (auto two = approved_by_two(contest, command.approvals,
                                   {Role::appeals_panel, Role::chair, Role::vice_chair}, now);
        !two)
        return two.error();
    return Events{
        MarkAmended{.by = command.by,
                    .appeal = command.appeal,
                    .candidate = appeal->candidate,
                    .round = appeal->round,
                    .old_mark = old_mark->mark,
                    .new_mark = differs(contest, *fresh, old_mark->mark) ? *fresh : old_mark->mark,
                    .approvals = command.approvals}};
}

void apply_on(Contest& contest, const AppealFiled& event, const Record& record) {
    contest.appeals[event.appeal] = {.appeal = event.appeal,
                                     .candidate = event.candidate,
                                     .track = event.track,
                                     .round = event.round,
                                     .item = event.item,
                                     .filed_at = event.filed_at,
                                     .index = record.index,
                                     .verdict = {},
                                     .amended = false};
}

void apply_on(Contest& contest, const AppealDecided& event, const Record& record) {
    auto& appeal = contest.appeals.at(event.appeal);
    appeal.verdict = AppealVerdict{event.upheld, record.index};
    appeal.amended = false;
}

void apply_on(Contest& contest, const MarkAmended& event, const Record& record) {
    contest.appeals.at(event.appeal).amended = true;
    contest.amendments.push_back(
        {event.appeal, event.candidate, event.round, event.new_mark, record.index});
    if (event.new_mark != event.old_mark) contest.trace_hash.reset();
}

} // namespace thi::core
