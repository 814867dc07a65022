#include "http/handlers/marking_view.h"

#include "core/marking/blinding.h"
#include "core/marking/scripts.h"
#include "core/sitting/lookup.h"
#include "http/refusals.h"

#include <algorithm>

namespace thi::http::handlers {
namespace {

const core::Marking* find_marking(const core::Contest& contest, core::RoundId round) {
    const auto found = contest.markings.find(round);
    return found == contest.markings.end() ? nullptr : &found->second;
}

// Marks that everybody has given for himself: seen when they cannot sway each other any more.
bool may_show(const core::Assignment& assignment, bool open) {
    return open || !core::is_live(assignment.turn);
}

api::TurnLine turn_line(const core::Assignment& assignment, const core::Paper& paper, bool open,
                        const OfficialNames& names) {
    api::TurnLine line;
    line.turn = assignment.turn;
    line.marker = assignment.marker;
    line.name = name_in(names, assignment.marker);
    const auto total = core::total_of(assignment, paper);
    line.done = total.has_value();
    if (total && may_show(assignment, open)) line.points = total;
    return line;
}

api::ScriptLine script_line(const core::Contest& contest, const core::Marking& marking,
                            core::RoundId round, const core::Script& script,
                            const OfficialNames& names) {
    api::ScriptLine line;
    line.code = script.code;
    line.standard = marking.standards.contains(script.code);
    line.open_anomalies = std::count_if(
        marking.anomalies.begin(), marking.anomalies.end(),
        [&](const core::Anomaly& one) { return one.code == script.code && !one.outcome; });
    if (script.called) line.action = script.called->action;
    if (script.settled) {
        line.action = script.settled->action;
        line.settled = script.settled->mark;
    }
    const auto* paper = core::paper_of(contest, round, script.code);
    if (paper == nullptr) return line;
    const bool open = script.settled || core::marks_are_open(contest.plan, script, *paper->content);
    for (const auto& assignment : script.assignments)
        if (assignment.counts)
            line.turns.push_back(turn_line(assignment, *paper->content, open, names));
    if (script.settled) return line;
    const auto standing = core::standing_of(contest.plan, script, *paper->content);
    line.awaits = standing.awaits;
    if (!standing.action.empty()) line.action = standing.action;
    return line;
}

api::MarkerLine marker_line(const core::MarkerFigures& figures, const OfficialNames& names) {
    return {.marker = figures.marker,
            .name = name_in(names, figures.marker),
            .assigned = figures.assigned,
            .done = figures.done,
            .stopped = figures.stopped,
            .qualified = figures.qualified,
            .gap = figures.gap,
            .severity = figures.severity,
            .pairs = figures.pairs,
            .far = figures.far,
            .drift = figures.drift,
            .repeats = figures.repeats,
            .trials = figures.trial.of,
            .within = figures.trial.within};
}

api::ProgressLine progress_line(const core::MarkingProgress& progress) {
    return {.scripts = progress.scripts,
            .settled = progress.settled,
            .unassigned = progress.unassigned,
            .marking = progress.marking,
            .people = progress.people,
            .anomalies = progress.anomalies};
}

void add_anomalies(api::MarkingView& view, const core::Marking& marking) {
    for (const auto& one : marking.anomalies)
        view.anomalies.push_back({.anomaly = std::ssize(view.anomalies) + 1,
                                  .code = one.code,
                                  .kind = one.kind,
                                  .item = one.item,
                                  .text = one.text,
                                  .by_machine = !one.by,
                                  .outcome = one.outcome});
}

std::string answer_text(const core::Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text == nullptr ? std::string{} : *text;
}

// What the candidate wrote to each item; found by the code alone.
std::vector<std::pair<core::ItemId, core::Value>>
answers_of(const core::Contest& contest, core::RoundId round, const std::string& code) {
    const auto candidate = core::candidate_of(contest, round, code);
    if (!candidate) return {};
    const auto* sitting = core::script_sitting(contest, round, *candidate);
    if (sitting == nullptr) return {};
    return core::script_answers(contest, *sitting);
}

} // namespace

core::Result<const core::Round*> written_round(const core::Contest& contest, core::RoundId round) {
    const auto* found = core::find_round(contest.plan, round);
    if (found == nullptr || found->type != core::RoundType::written) return no_such_thing();
    return found;
}

api::BlindingView blinding_view(const core::Contest& contest, core::RoundId round) {
    api::BlindingView view;
    view.round = round;
    view.draw = core::blinding_draw_name(round);
    const auto draw = contest.draws.find(view.draw);
    if (draw != contest.draws.end()) {
        view.frozen = true;
        view.committed = std::ssize(draw->second.commitments);
        view.revealed = std::ssize(draw->second.reveals);
    }
    if (const auto* marking = find_marking(contest, round)) {
        view.scripts = std::ssize(marking->scripts);
        view.unblinded = marking->unblinded_at.has_value();
    }
    return view;
}

api::MarkingView marking_view(const core::Contest& contest, const core::Round& round,
                              const OfficialNames& names) {
    api::MarkingView view;
    view.round = round.round;
    view.title = round.title;
    const auto* marking = find_marking(contest, round.round);
    if (marking == nullptr) return view;
    view.unblinded = marking->unblinded_at.has_value();
    view.progress = progress_line(core::progress_of(contest, round.round));
    for (const auto& [code, script] : marking->scripts) {
        view.scripts.push_back(script_line(contest, *marking, round.round, script, names));
        if (const auto* paper = core::paper_of(contest, round.round, code))
            view.max = std::max(view.max, core::script_max(*paper->content));
    }
    for (const auto& figures : core::figures_of(contest, round.round))
        view.markers.push_back(marker_line(figures, names));
    add_anomalies(view, *marking);
    return view;
}

api::Packet packet_of(const core::Contest& contest, const core::Round& round,
                      core::PersonId marker) {
    api::Packet packet;
    packet.round = round.round;
    packet.title = round.title;
    const auto* marking = find_marking(contest, round.round);
    if (marking == nullptr) return packet;
    for (const auto& [code, script] : marking->scripts) {
        const auto* paper = core::paper_of(contest, round.round, code);
        if (paper == nullptr) continue;
        for (const auto& own : script.assignments)
            if (own.counts && own.marker == marker)
                packet.scripts.push_back({.code = code,
                                          .turn = own.turn,
                                          .items = std::ssize(core::marked_items(*paper->content)),
                                          .marked = std::ssize(own.items),
                                          .locked = false});
    }
    const bool busy =
        std::any_of(packet.scripts.begin(), packet.scripts.end(), [](const auto& one) {
            return core::is_live(one.turn) && one.marked < one.items;
        });
    for (auto& line : packet.scripts)
        line.locked = busy && line.turn == core::Turn::repeat;
    return packet;
}

core::Result<api::ScriptPage> page_of(const core::Contest& contest, core::RoundId round,
                                      core::PersonId marker, const std::string& code,
                                      core::Turn turn) {
    const auto* marking = find_marking(contest, round);
    const auto* script = marking == nullptr ? nullptr : core::find_script(*marking, code);
    const auto* own = script == nullptr ? nullptr : core::find_assignment(*script, marker, turn);
    const auto* paper = own == nullptr ? nullptr : core::paper_of(contest, round, code);
    if (paper == nullptr) return core::script_not_found();
    api::ScriptPage page{.round = round, .code = code, .turn = turn, .items = {}};
    const auto answers = answers_of(contest, round, code);
    for (const auto* item : core::marked_items(*paper->content)) {
        api::ItemToMark one;
        one.item = item->item;
        one.stem = item->stem;
        one.max = item->points;
        one.rubric = core::rubric_of(*item, *paper->key);
        for (const auto& [id, value] : answers)
            if (id == item->item) one.answer = answer_text(value);
        if (const auto marked = own->items.find(item->item); marked != own->items.end())
            one.marked = marked->second;
        page.items.push_back(std::move(one));
    }
    return page;
}

} // namespace thi::http::handlers
