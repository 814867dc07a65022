// The rules of appeals: filed within one window, decided by people who have not dealt with the
// matter, answered by marking again.

#include "core/marking/hearing.h"
#include "core/marking/remark.h"
#include "core/plan/duties.h"
#include "core/reason.h"
#include "core/refusal.h"
#include "core/result/amended.h"
#include "core/result/appeal_decide.h"
#include "core/result/appeal_window.h"
#include "core/result/remark_result.h"
#include "core/sitting/lookup.h"

#include <algorithm>

namespace thi::core {

namespace {

constexpr std::ptrdiff_t appeals_max = 20; // Of one candidate.

Fault no_such_appeal() {
    return refuse(Code::not_found, "Không có đơn này.", "There is no such appeal.");
}

const Appeal* find_appeal(const Contest& contest, AppealId id) {
    const auto found = contest.appeals.find(id);
    return found == contest.appeals.end() ? nullptr : &found->second;
}

// Released and not final: while appeals can still change something.
bool provisional(const Contest& contest) {
    return contest.stage == Stage::released && !contest.final_hash;
}

Result<void> window_open(const Contest& contest, Instant received_at) {
    const auto closes = appeals_close(contest);
    if (!provisional(contest) || !closes)
        return refuse(Code::wrong_state, "Chỉ nhận đơn khi kết quả đã công bố và chưa chính thức.",
                      "Appeals are taken while results are released and not final.");
    if (received_at <= *closes) return {};
    return refuse(Code::deadline_passed, "Đã hết thời hạn nộp đơn.",
                  "The window for appeals is over.");
}

bool has_item(const Contest& contest, RoundId round, ItemId item) {
    return std::any_of(contest.papers.begin(), contest.papers.end(), [&](const auto& entry) {
        const auto& paper = entry.second;
        return paper.round == round && paper.content && find_item(*paper.content, item) != nullptr;
    });
}

// The candidate's own mark: in a round that the plan names, where there is one, once.
Result<void> may_be_remarked(const Contest& contest, const FileAppeal& command,
                             const Round& round) {
    const auto allowed = contest.plan.remark.allowed_round_types.value_or({});
    if (!allowed.contains(round.type))
        return refuse(Code::forbidden, "Kế hoạch không cho phúc khảo vòng thi này.",
                      "The plan does not let this round be marked again.");
    if (round.type != RoundType::written)
        return refuse(Code::not_supported_yet, "Chưa hỗ trợ phúc khảo vòng này.",
                      "Marking this round again is not supported yet.");
    for (const auto& [id, appeal] : contest.appeals)
        if (appeal.candidate == command.candidate && appeal.round == command.round &&
            appeal.track == AppealTrack::own_mark)
            return refuse(Code::already_done, "Đã nộp đơn phúc khảo vòng này.",
                          "You have asked for this round to be marked again.");
    if (written_mark(contest, round, command.candidate)) return {};
    return refuse(Code::incomplete, "Thí sinh không có bài ở vòng này.",
                  "There is no marked script of yours in this round.");
}

Result<void> may_file(const Contest& contest, const FileAppeal& command) {
    if (contest.appeals.contains(command.appeal))
        return refuse(Code::already_done, "Đơn này đã nộp.", "This appeal is filed already.");
    const Round* round = find_round(contest.plan, command.round);
    if (round == nullptr || !stands(*round))
        return refuse(Code::not_found, "Không có vòng thi này.", "There is no such round.");
    const bool took_part = std::any_of(
        contest.applications.begin(), contest.applications.end(), [&](const auto& entry) {
            return entry.second.candidate == command.candidate && entry.second.eligible == true;
        });
    if (!took_part)
        return refuse(Code::forbidden, "Chỉ thí sinh của kỳ thi được nộp đơn.",
                      "Only candidates of the contest appeal.");
    const auto own =
        std::count_if(contest.appeals.begin(), contest.appeals.end(), [&](const auto& entry) {
            return entry.second.candidate == command.candidate;
        });
    if (own >= appeals_max)
        return refuse(Code::limit_reached, "Đã nộp quá nhiều đơn.", "Too many appeals.");
    if (command.item && !has_item(contest, round->round, *command.item))
        return refuse(Code::unknown_item, "Vòng thi không có câu này.",
                      "The round has no such item.");
    if (command.track == AppealTrack::own_mark) return may_be_remarked(contest, command, *round);
    return {};
}

// Who gave the mark: markers of the script, or the council that heard the candidate.
bool has_marked(const Contest& contest, const Round& round, CandidateId candidate,
                PersonId person) {
    if (round.type == RoundType::written) {
        const auto first = first_markers(contest, round, candidate);
        return std::binary_search(first.begin(), first.end(), person);
    }
    const auto* hearing = find_hearing(contest, round.round, candidate);
    if (hearing == nullptr) return false;
    const auto& day = contest.defences.at(round.round).days.at(hearing->post);
    return std::find(day.present.begin(), day.present.end(), person) != day.present.end() &&
           !day.excluded.contains({person, candidate});
}

// Nobody decides about a candidate he is related to, or about what he marked himself.
Result<void> impartial(const Contest& contest, const Appeal& appeal, PersonId person) {
    if (auto apart = keeps_distance(contest, person, appeal.candidate); !apart) return apart;
    if (!has_marked(contest, *find_round(contest.plan, appeal.round), appeal.candidate, person))
        return {};
    return refuse(Code::role_conflict, "Người đã chấm thí sinh này không xét đơn.",
                  "Who marked this candidate does not decide about the appeal.");
}

Result<void> all_impartial(const Contest& contest, const Appeal& appeal, PersonId by,
                           const Approvals& approvals) {
    if (auto apart = impartial(contest, appeal, by); !apart) return apart;
    for (const auto& approval : approvals)
        if (auto apart = impartial(contest, appeal, approval.person); !apart) return apart;
    return {};
}

Result<void> may_amend(const Contest& contest, const Appeal& appeal) {
    if (!provisional(contest))
        return refuse(Code::wrong_state, "Kết quả chưa công bố hoặc đã chính thức.",
                      "Results are not released, or are final.");
    if (appeal.track != AppealTrack::own_mark || !appeal.verdict || !appeal.verdict->upheld)
        return refuse(Code::wrong_state, "Đơn chưa được chấp nhận phúc khảo.",
                      "The appeal was not granted a marking again.");
    return {};
}

bool differs(const Contest& contest, const Round& round, Fraction a, Fraction b) {
    return changes_mark(contest.plan, round, a, b);
}

// What the marks that are in come to; refused while one is missing.
Result<Fraction> remarked(const Contest& contest, const Round& round,
                          const std::vector<Fraction>& marks) {
    if (std::ssize(marks) < contest.plan.remark.markers.value_or(2))
        return refuse(Code::incomplete, "Chưa chấm phúc khảo xong.",
                      "The script is not marked again yet.");
    if (const auto mark = remark_result(contest.plan, round, marks)) return *mark;
    return refuse(Code::incomplete, "Hai người phúc khảo lệch nhau, cần người thứ ba.",
                  "The two who marked again differ; a third is needed.");
}

// A decision that was carried out for everybody cannot be taken back for one.
Result<std::optional<Whole>> may_replace(const Contest& contest, const Appeal& appeal,
                                         bool upheld) {
    if (!appeal.verdict) return std::optional<Whole>{};
    if (appeal.verdict->upheld == upheld)
        return refuse(Code::already_done, "Đã có quyết định như vậy.",
                      "This has been decided already.");
    for (const auto& remedy : contest.remedies)
        if (remedy.appeal == appeal.appeal)
            return refuse(Code::wrong_state, "Đề thi đã được xử lý theo quyết định này.",
                          "A remedy of the paper rests on this decision.");
    return std::optional<Whole>{static_cast<Whole>(appeal.verdict->index)};
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
    if (!provisional(contest))
        return refuse(Code::wrong_state, "Kết quả đã chính thức.", "Results are final.");
    if (auto may = holds_role(contest, command.by, {Role::appeals_panel}); !may) return may.error();
    if (auto why = reasoned(command.reason); !why) return why.error();
    if (auto apart = all_impartial(contest, *appeal, command.by, command.approvals); !apart)
        return apart.error();
    if (auto two = approved_by_two(contest, command.approvals, {Role::appeals_panel}, now); !two)
        return two.error();
    const auto replaces = may_replace(contest, *appeal, command.upheld);
    if (!replaces) return replaces.error();
    return Events{AppealDecided{.by = command.by,
                                .appeal = command.appeal,
                                .upheld = command.upheld,
                                .reason = command.reason,
                                .replaces = *replaces,
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
    if (marks.size() == 2 && differs(contest, round, marks[0], marks[1]))
        turns = {Turn::remark_third};
    return assign_remarks(contest, round, appeal->candidate, turns, command.by);
}

// Below the threshold the mark stays, and the log says that it was looked at.
Result<Events> decide_on(const Contest& contest, const AmendMark& command, Instant now) {
    const auto* appeal = find_appeal(contest, command.appeal);
    if (appeal == nullptr) return no_such_appeal();
    if (auto may =
            holds_role(contest, command.by, {Role::appeals_panel, Role::chair, Role::vice_chair});
        !may)
        return may.error();
    if (auto may = may_amend(contest, *appeal); !may) return may.error();
    if (appeal->amended)
        return refuse(Code::already_done, "Đơn này đã xử lý xong.", "This appeal is settled.");
    const auto& round = *find_round(contest.plan, appeal->round);
    const auto old_mark = written_mark(contest, round, appeal->candidate);
    if (!old_mark)
        return refuse(Code::incomplete, "Bài này chưa có điểm.", "The script has no mark.");
    const auto fresh = remarked(contest, round, remarks(contest, round, appeal->candidate));
    if (!fresh) return fresh.error();
    if (auto apart = all_impartial(contest, *appeal, command.by, command.approvals); !apart)
        return apart.error();
    if (auto two = approved_by_two(contest, command.approvals,
                                   {Role::appeals_panel, Role::chair, Role::vice_chair}, now);
        !two)
        return two.error();
    const bool changed = differs(contest, round, *fresh, old_mark->mark);
    return Events{MarkAmended{.by = command.by,
                              .appeal = command.appeal,
                              .candidate = appeal->candidate,
                              .round = appeal->round,
                              .old_mark = old_mark->mark,
                              .new_mark = changed ? *fresh : old_mark->mark,
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

// What was amended by a decision that no longer stands is amended no longer.
void apply_on(Contest& contest, const AppealDecided& event, const Record& record) {
    auto& appeal = contest.appeals.at(event.appeal);
    appeal.verdict = AppealVerdict{event.upheld, record.index};
    appeal.amended = false;
    for (auto& amendment : contest.amendments)
        if (amendment.appeal == event.appeal && amendment.in_force) {
            amendment.in_force = false;
            contest.trace_hash.reset();
        }
}

void apply_on(Contest& contest, const MarkAmended& event, const Record& record) {
    contest.appeals.at(event.appeal).amended = true;
    contest.amendments.push_back(
        {event.appeal, event.candidate, event.round, event.new_mark, record.index});
    if (event.new_mark != event.old_mark) contest.trace_hash.reset();
}

} // namespace thi::core
