#include "core/marking/remark.h"

#include "core/marking/assigning.h"
#include "core/marking/blinding.h"
#include "core/marking/packets.h"
#include "core/marking/scripts.h"
#include "core/plan/duties.h"
#include "core/refusal.h"

#include <set>

namespace thi::core {

namespace {

const Script* script_of(const Contest& contest, const Round& round, CandidateId candidate) {
    const auto code = code_of(contest, round.round, candidate);
    return code ? find_script(contest.markings.at(round.round), *code) : nullptr;
}

// How many scripts each has to mark again, of those who may have this one.
std::map<PersonId, Whole> remark_loads(const Contest& contest, const Marking& marking,
                                       CandidateId candidate) {
    std::map<PersonId, Whole> loads;
    for (const auto& marker : markers_of(contest, marking))
        if (is_qualified(contest, marking, marker) && keeps_distance(contest, marker, candidate))
            loads.emplace(marker, 0);
    for (const auto& [code, script] : marking.scripts)
        for (const auto& one : script.assignments)
            if (const auto own = loads.find(one.marker);
                own != loads.end() && one.counts && is_remark(one.turn))
                ++own->second;
    return loads;
}

} // namespace

std::vector<PersonId> first_markers(const Contest& contest, const Round& round,
                                    CandidateId candidate) {
    std::set<PersonId> people;
    if (const Script* script = script_of(contest, round, candidate))
        for (const auto& one : script->assignments)
            if (is_live(one.turn) || one.turn == Turn::reference) people.insert(one.marker);
    return {people.begin(), people.end()};
}

std::vector<Fraction> remarks(const Contest& contest, const Round& round, CandidateId candidate) {
    std::vector<Fraction> marks;
    const Script* script = script_of(contest, round, candidate);
    if (script == nullptr) return marks;
    const SealedPaper* paper = paper_of(contest, round.round, script->code);
    if (paper == nullptr) return marks;
    for (const Turn turn : {Turn::remark_first, Turn::remark_second, Turn::remark_third})
        if (const auto total = total_of(*script, turn, *paper->content))
            marks.push_back({total->hundredths * round.scale.hundredths,
                             script_max(*paper->content).hundredths});
    return marks;
}

Result<Events> assign_remarks(const Contest& contest, const Round& round, CandidateId candidate,
                              const std::vector<Turn>& turns, PersonId by) {
    const auto marking = remark_marking(contest, round.round);
    if (!marking) return marking.error();
    const Script* script = script_of(contest, round, candidate);
    if (script == nullptr) return script_not_found();
    WantedMarks wanted{.code = script->code, .turns = {}, .barred = {}};
    for (const Turn turn : turns)
        if (is_remark(turn) && find_turn(*script, turn) == nullptr) wanted.turns.push_back(turn);
    if (wanted.turns.empty())
        return refuse(Code::already_done, "Không còn lượt chấm phúc khảo nào chờ phân công.",
                      "No mark of this script waits for a marker.");
    for (const auto& one : script->assignments)
        wanted.barred.insert(one.marker);
    const auto seed = next_markers_seed(contest, **marking, round.round);
    const auto drawn = draw_markers(seed, markers_draw_name(round.round), {wanted},
                                    remark_loads(contest, **marking, candidate));
    if (std::holds_alternative<NoMarkerFor>(drawn))
        return refuse(Code::incomplete, "Không còn đủ người chấm khác để chấm phúc khảo bài này.",
                      "Too few others are left to mark this script again.");
    Events events;
    for (const auto& one : std::get<std::vector<GivenMark>>(drawn))
        events.push_back(MarkAssigned{.by = by,
                                      .round = round.round,
                                      .marker = one.marker,
                                      .turn = one.turn,
                                      .codes = {one.code},
                                      .seed = seed});
    return events;
}

} // namespace thi::core
