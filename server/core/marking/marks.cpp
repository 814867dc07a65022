// The rules of marks: each once, item by item, by the sealed rubric; and what follows by rule.

#include "core/marking/agreement.h"
#include "core/marking/assigning.h"
#include "core/marking/decide.h"
#include "core/marking/scripts.h"
#include "core/marking/settling.h"
#include "core/plan/duties.h"
#include "core/reason.h"
#include "core/refusal.h"

#include <algorithm>

namespace thi::core {

namespace {

std::string line_at(std::size_t i, const char* field) {
    return "/lines/" + std::to_string(i) + '/' + field;
}

// Every criterion of the rubric once, in any order; a comment wherever a mark is not full.
std::vector<FieldFault> check_lines(const std::vector<RubricMark>& lines,
                                    const std::vector<Criterion>& rubric) {
    std::vector<FieldFault> faults;
    std::vector<bool> marked(rubric.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& line = lines[i];
        const auto own = std::find_if(rubric.begin(), rubric.end(), [&](const Criterion& one) {
            return one.criterion == line.criterion;
        });
        if (own == rubric.end() || marked[static_cast<std::size_t>(own - rubric.begin())]) {
            faults.push_back(wrong(line_at(i, "criterion"),
                                   "Tiêu chí bị trùng hoặc không có trong hướng dẫn chấm.",
                                   "Not a criterion of the rubric, or a second time."));
            continue;
        }
        marked[static_cast<std::size_t>(own - rubric.begin())] = true;
        if (line.points < Points{} || line.points > own->max)
            faults.push_back(wrong(line_at(i, "points"), "Điểm ngoài khung của tiêu chí.",
                                   "Points outside of the criterion's range."));
        if (line.comment.size() > reason_max_bytes)
            faults.push_back(wrong(line_at(i, "comment"), "Nhận xét quá dài.",
                                   "The comment is too long.", Code::too_large));
        else if (line.points < own->max && !reasoned(line.comment))
            faults.push_back(wrong(line_at(i, "comment"), "Cần nhận xét khi không cho điểm tối đa.",
                                   "A comment is needed below the maximum."));
    }
    if (std::find(marked.begin(), marked.end(), false) != marked.end())
        faults.push_back(wrong("/lines", "Còn tiêu chí chưa chấm.", "A criterion is not marked."));
    return faults;
}

// In the rubric's order, whatever the order they came in.
std::vector<RubricMark> in_order(const std::vector<RubricMark>& lines,
                                 const std::vector<Criterion>& rubric) {
    std::vector<RubricMark> ordered;
    for (const auto& criterion : rubric)
        for (const auto& line : lines)
            if (line.criterion == criterion.criterion) ordered.push_back(line);
    return ordered;
}

// Repeats wait until the packets of their draw are done: a marker's second look comes later.
Result<void> repeat_is_due(const Contest& contest, const Marking& marking, RoundId round,
                           PersonId marker, Whole draw) {
    for (const auto& [code, script] : marking.scripts)
        for (const auto& one : script.assignments) {
            if (one.marker != marker || one.draw != draw || !one.counts || !is_live(one.turn))
                continue;
            const SealedPaper* paper = paper_of(contest, round, code);
            if (script.settled || paper == nullptr || total_of(one, *paper->content)) continue;
            return refuse(Code::too_early, "Hãy chấm xong các bài của túi này trước.",
                          "Mark the other scripts of this packet first.");
        }
    return {};
}

Result<void> may_mark(const Contest& contest, const Marking& marking, const Script& script,
                      const CommitMark& command, const Assignment& assignment) {
    const Role role = command.turn == Turn::reference ? Role::head_of_marking : Role::marker;
    if (auto held = holds_role(contest, command.by, {role}); !held) return held;
    const auto standing = marking.markers.find(command.by);
    if (standing != marking.markers.end() && standing->second.stopped)
        return refuse(Code::forbidden, "Anh/chị đã được cho dừng chấm.",
                      "You have been stopped from marking.");
    if (command.turn == Turn::repeat)
        return repeat_is_due(contest, marking, command.round, command.by, assignment.draw);
    if (!is_live(command.turn) && !is_remark(command.turn)) return {};
    if (script.settled && is_live(command.turn))
        return refuse(Code::wrong_state, "Bài này đã có điểm chính thức.",
                      "This script is settled.");
    if (is_qualified(contest, marking, command.by)) return {};
    return refuse(Code::forbidden, "Anh/chị chưa đủ điều kiện chấm chính thức.",
                  "You are not qualified for live scripts.");
}

// The script with this mark in it.
Script with_mark(Script script, const MarkCommitted& mark) {
    for (auto& assignment : script.assignments)
        if (assignment.counts && assignment.marker == mark.by && assignment.turn == mark.turn)
            assignment.items[mark.item] = mark.points;
    return script;
}

void append_all(Events& events, Events more) {
    for (auto& event : more)
        events.push_back(std::move(event));
}

// What the mark of a standard script brings about: packets for the markers, or a qualification.
Events after_standard(const Contest& contest, const Marking& marking, const MarkCommitted& mark) {
    Marking after = marking;
    after.scripts.at(mark.code) = with_mark(std::move(after.scripts.at(mark.code)), mark);
    if (mark.turn == Turn::reference) {
        if (!references_complete(contest, after, mark.round)) return {};
        return standards_to_markers(contest, after, mark.round, {});
    }
    const auto trial = trial_of(contest, after, mark.round, mark.by);
    if (trial.done < trial.of) return {};
    return {MarkerQualified{.by = {},
                            .round = mark.round,
                            .marker = mark.by,
                            .within = trial.within,
                            .of = trial.of,
                            .qualified = trial.within == trial.of,
                            .reason = ""}};
}

} // namespace

Result<Events> decide_on(const Contest& contest, const CommitMark& command, Instant) {
    const auto marking = is_remark(command.turn) ? remark_marking(contest, command.round)
                                                 : open_marking(contest, command.round);
    if (!marking) return marking.error();
    const Script* script = find_script(**marking, command.code);
    const Assignment* assignment =
        script == nullptr ? nullptr : find_assignment(*script, command.by, command.turn);
    if (assignment == nullptr) return script_not_found();
    if (auto may = may_mark(contest, **marking, *script, command, *assignment); !may)
        return may.error();
    const SealedPaper* paper = paper_of(contest, command.round, command.code);
    const Item* item = paper == nullptr ? nullptr : find_marked_item(*paper->content, command.item);
    if (item == nullptr)
        return refuse(Code::unknown_item, "Bài thi không có câu này.",
                      "The script has no such item.");
    if (assignment->items.contains(command.item))
        return refuse(Code::already_done, "Câu này đã chấm; điểm đã ghi không sửa được.",
                      "This item is marked; what is committed is not edited.");
    const auto rubric = rubric_of(*item, *paper->key);
    if (auto faults = check_lines(command.lines, rubric); !faults.empty())
        return refuse(Code::invalid_field, "Phiếu chấm chưa đúng.", "The score sheet is wrong.",
                      std::move(faults));
    MarkCommitted mark{.by = command.by,
                       .round = command.round,
                       .code = command.code,
                       .turn = command.turn,
                       .item = command.item,
                       .points = {},
                       .lines = in_order(command.lines, rubric)};
    for (const auto& line : mark.lines)
        mark.points += line.points;
    Events events{mark};
    if (is_live(command.turn))
        append_all(events, ruling(contest, **marking, command.round, with_mark(*script, mark),
                                  *paper->content));
    else if (command.turn == Turn::reference || command.turn == Turn::standard)
        append_all(events, after_standard(contest, **marking, mark));
    return events;
}

void apply_on(Contest& contest, const MarkCommitted& event, const Record& record) {
    auto& script = contest.markings.at(event.round).scripts.at(event.code);
    for (auto& assignment : script.assignments) {
        if (!assignment.counts || assignment.marker != event.by || assignment.turn != event.turn)
            continue;
        assignment.items[event.item] = event.points;
        assignment.last_index = record.index;
    }
}

void apply_on(Contest& contest, const FurtherMarkingCalled& event, const Record& record) {
    contest.markings.at(event.round).scripts.at(event.code).called = {
        .from_pct = event.from_pct, .action = event.action, .index = record.index};
}

void apply_on(Contest& contest, const MarkSettled& event, const Record& record) {
    contest.markings.at(event.round).scripts.at(event.code).settled = {
        .mark = event.mark, .action = event.action, .index = record.index};
}

} // namespace thi::core
