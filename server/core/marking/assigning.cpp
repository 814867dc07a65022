#include "core/marking/assigning.h"

#include "core/marking/blinding.h"
#include "core/marking/decide.h"
#include "core/marking/packets.h"
#include "core/marking/scripts.h"
#include "core/marking/settling.h"
#include "core/plan/duties.h"
#include "core/refusal.h"
#include "core/sitting/draw.h"

#include <algorithm>

namespace thi::core {

namespace {

bool keeps_distance_from(const Contest& contest, RoundId round, PersonId person,
                         const std::string& code) {
    const auto candidate = candidate_of(contest, round, code);
    return candidate && keeps_distance(contest, person, *candidate).has_value();
}

bool has_standards(const Marking& marking, PersonId marker) {
    return std::any_of(
        marking.standards.begin(), marking.standards.end(), [&](const std::string& code) {
            return find_assignment(marking.scripts.at(code), marker, Turn::standard) != nullptr;
        });
}

// Drawn among the scripts that neither the head nor any marker has a relation with.
std::vector<std::string> drawn_standards(const Contest& contest, const Marking& marking,
                                         RoundId round, PersonId head, const crypto::Digest& seed) {
    const auto markers = markers_of(contest, marking);
    std::vector<std::string> codes;
    for (const auto& [code, script] : marking.scripts) {
        const auto apart = [&, &of = code](PersonId person) {
            return keeps_distance_from(contest, round, person, of);
        };
        if (apart(head) && std::all_of(markers.begin(), markers.end(), apart))
            codes.push_back(code);
    }
    const std::string draw = markers_draw_name(round) + "/standards";
    auto order = drawn_order(seed, draw, std::span<const std::string>{codes});
    const auto count = static_cast<std::size_t>(contest.plan.marking.standard_scripts.value_or(0));
    if (order.size() > count) order.resize(count);
    return order;
}

// Codes of the standard scripts whose reference mark was given to somebody who is the head no more
// and has not finished.
std::vector<std::string> orphaned_references(const Contest& contest, const Marking& marking,
                                             RoundId round) {
    std::vector<std::string> codes;
    for (const auto& code : marking.standards) {
        const Assignment* own = find_turn(marking.scripts.at(code), Turn::reference);
        const SealedPaper* paper = paper_of(contest, round, code);
        if (own == nullptr || paper == nullptr || total_of(*own, *paper->content)) continue;
        if (!holds_role(contest, own->marker, {Role::head_of_marking})) codes.push_back(code);
    }
    return codes;
}

// Everything that waits for a marker, with who cannot be the one.
std::vector<WantedMarks> wanted_marks(const Contest& contest, const Marking& marking, RoundId round,
                                      const std::vector<PersonId>& markers) {
    std::vector<WantedMarks> wanted;
    for (const auto& [code, script] : marking.scripts) {
        if (script.settled) continue;
        WantedMarks one{.code = code, .turns = {}, .barred = {}};
        for (const Turn turn : needed_turns(contest.plan, script))
            if (find_turn(script, turn) == nullptr) one.turns.push_back(turn);
        if (one.turns.empty()) continue;
        for (const auto& assignment : script.assignments)
            if (is_live(assignment.turn)) one.barred.insert(assignment.marker);
        for (const auto& marker : markers)
            if (!keeps_distance_from(contest, round, marker, code)) one.barred.insert(marker);
        wanted.push_back(std::move(one));
    }
    return wanted;
}

std::map<PersonId, Whole> loads_of(const Marking& marking, const std::vector<PersonId>& markers) {
    std::map<PersonId, Whole> loads;
    for (const auto& marker : markers)
        loads.emplace(marker, 0);
    for (const auto& [code, script] : marking.scripts)
        for (const auto& assignment : script.assignments)
            if (const auto own = loads.find(assignment.marker);
                own != loads.end() && assignment.counts && is_live(assignment.turn))
                ++own->second;
    return loads;
}

// One event for each marker and turn, then what he will be given a second time.
Events packets_of(const AssignMarkers& command, const std::vector<GivenMark>& given,
                  const crypto::Digest& seed, Whole repeat_pct) {
    std::map<PersonId, std::map<Turn, std::vector<std::string>>> packets;
    for (const auto& one : given)
        packets[one.marker][one.turn].push_back(one.code);
    const std::string draw = markers_draw_name(command.round);
    Events events;
    for (const auto& [marker, turns] : packets) {
        std::vector<std::string> repeatable;
        for (const auto& [turn, codes] : turns) {
            events.push_back(MarkAssigned{.by = command.by,
                                          .round = command.round,
                                          .marker = marker,
                                          .turn = turn,
                                          .codes = packet_order(seed, draw, marker, codes),
                                          .seed = seed});
            if (turn == Turn::first || turn == Turn::second)
                repeatable.insert(repeatable.end(), codes.begin(), codes.end());
        }
        auto again = repeats_of(seed, draw, marker, repeatable, repeat_pct);
        if (again.empty()) continue;
        events.push_back(MarkAssigned{.by = command.by,
                                      .round = command.round,
                                      .marker = marker,
                                      .turn = Turn::repeat,
                                      .codes = std::move(again),
                                      .seed = seed});
    }
    return events;
}

} // namespace

crypto::Digest next_markers_seed(const Contest& contest, const Marking& marking, RoundId round) {
    const auto draw = contest.draws.find(blinding_draw_name(round));
    const auto seed = draw == contest.draws.end() ? crypto::Digest{} : seed_of(draw->second);
    return markers_seed(seed, round, marking.draws + 1);
}

Events standards_to_markers(const Contest& contest, const Marking& marking, RoundId round,
                            std::optional<PersonId> by) {
    const auto seed = next_markers_seed(contest, marking, round);
    Events events;
    for (const auto& marker : markers_of(contest, marking)) {
        if (has_standards(marking, marker)) continue;
        std::vector<std::string> codes;
        for (const auto& code : marking.standards)
            if (keeps_distance_from(contest, round, marker, code)) codes.push_back(code);
        if (codes.empty()) continue;
        events.push_back(
            MarkAssigned{.by = by,
                         .round = round,
                         .marker = marker,
                         .turn = Turn::standard,
                         .codes = packet_order(seed, markers_draw_name(round), marker, codes),
                         .seed = seed});
    }
    return events;
}

bool references_complete(const Contest& contest, const Marking& marking, RoundId round) {
    return !marking.standards.empty() &&
           std::all_of(marking.standards.begin(), marking.standards.end(),
                       [&](const std::string& code) {
                           const SealedPaper* paper = paper_of(contest, round, code);
                           return paper != nullptr && total_of(marking.scripts.at(code),
                                                               Turn::reference, *paper->content);
                       });
}

// Asked first: the head's own. Asked again, when the head is done: whoever has not got them.
Result<Events> decide_on(const Contest& contest, const AssignStandards& command, Instant) {
    if (auto may = holds_role(contest, command.by, {Role::head_of_marking}); !may)
        return may.error();
    const auto marking = open_marking(contest, command.round);
    if (!marking) return marking.error();
    const Whole count = contest.plan.marking.standard_scripts.value_or(0);
    if (count == 0)
        return refuse(Code::wrong_state, "Kế hoạch không có bài chuẩn.",
                      "The plan has no standard scripts.");
    const auto references = [&](std::vector<std::string> codes, const crypto::Digest& seed) {
        return Events{MarkAssigned{.by = command.by,
                                   .round = command.round,
                                   .marker = command.by,
                                   .turn = Turn::reference,
                                   .codes = std::move(codes),
                                   .seed = seed}};
    };
    const auto seed = next_markers_seed(contest, **marking, command.round);
    if ((*marking)->standards.empty()) {
        auto codes = drawn_standards(contest, **marking, command.round, command.by, seed);
        if (std::ssize(codes) < count)
            return refuse(Code::incomplete,
                          "Không đủ bài chuẩn mà trưởng ban và mọi người chấm đều được chấm.",
                          "There are too few scripts that the head and all markers may mark.");
        return references(std::move(codes), seed);
    }
    if (auto left = orphaned_references(contest, **marking, command.round); !left.empty())
        return references(std::move(left), seed);
    if (!references_complete(contest, **marking, command.round))
        return refuse(Code::incomplete, "Trưởng ban chưa chấm xong các bài chuẩn.",
                      "The head has not marked all standard scripts.");
    auto events = standards_to_markers(contest, **marking, command.round, command.by);
    if (events.empty())
        return refuse(Code::already_done, "Mọi người chấm đã có bài chuẩn.",
                      "Every marker has the standard scripts.");
    return events;
}

Result<Events> decide_on(const Contest& contest, const AssignMarkers& command, Instant) {
    if (auto may = holds_role(contest, command.by, {Role::head_of_marking}); !may)
        return may.error();
    if (auto possible = supported_marking(contest.plan); !possible) return possible.error();
    const auto marking = open_marking(contest, command.round);
    if (!marking) return marking.error();
    auto markers = markers_of(contest, **marking);
    std::erase_if(markers, [&](PersonId one) { return !is_qualified(contest, **marking, one); });
    auto wanted = wanted_marks(contest, **marking, command.round, markers);
    if (wanted.empty())
        return refuse(Code::already_done, "Không còn bài nào chờ phân công.",
                      "No script waits for a marker.");
    if (markers.empty())
        return refuse(Code::incomplete, "Chưa có người chấm nào đủ điều kiện chấm.",
                      "No marker is qualified yet.");
    const auto seed = next_markers_seed(contest, **marking, command.round);
    const auto drawn = draw_markers(seed, markers_draw_name(command.round), std::move(wanted),
                                    loads_of(**marking, markers));
    if (const auto* none = std::get_if<NoMarkerFor>(&drawn))
        return refuse(Code::incomplete,
                      "Không còn đủ người chấm cho bài " + none->code +
                          ": người chấm khác nhau, chưa chấm bài này và không có quan hệ phải "
                          "tránh.",
                      "Too few markers are left for script " + none->code +
                          ": different ones, who have not marked it and have no relation to it.");
    return packets_of(command, std::get<std::vector<GivenMark>>(drawn), seed,
                      contest.plan.marking.repeat_pct.value_or(0));
}

// Packets of one draw share its seed. A reference given anew takes the place of the one before.
void apply_on(Contest& contest, const MarkAssigned& event, const Record& record) {
    auto& marking = contest.markings.at(event.round);
    if (marking.last_seed != event.seed) {
        ++marking.draws;
        marking.last_seed = event.seed;
    }
    for (const auto& code : event.codes) {
        auto& script = marking.scripts.at(code);
        if (event.turn == Turn::reference) {
            marking.standards.insert(code);
            for (auto& before : script.assignments)
                if (before.turn == Turn::reference) before.counts = false;
        }
        script.assignments.push_back({.marker = event.marker,
                                      .turn = event.turn,
                                      .draw = marking.draws,
                                      .counts = true,
                                      .items = {},
                                      .last_index = record.index});
    }
}

} // namespace thi::core
