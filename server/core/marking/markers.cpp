// The rules of markers: stopped, with what they have not settled going back; qualified by the
// head's word where the standard scripts did not say so.

#include "core/marking/agreement.h"
#include "core/marking/decide.h"
#include "core/marking/scripts.h"
#include "core/plan/duties.h"
#include "core/reason.h"
#include "core/refusal.h"

#include <algorithm>

namespace thi::core {

namespace {

Result<void> is_marker(const Contest& contest, const Marking& marking, PersonId person) {
    const bool has_marked =
        std::any_of(marking.scripts.begin(), marking.scripts.end(), [&](const auto& entry) {
            return std::any_of(entry.second.assignments.begin(), entry.second.assignments.end(),
                               [&](const Assignment& one) { return one.marker == person; });
        });
    if (has_marked || holds_role(contest, person, {Role::marker})) return {};
    return refuse(Code::not_found, "Không có người chấm này.", "There is no such marker.");
}

bool is_stopped(const Marking& marking, PersonId person) {
    const auto standing = marking.markers.find(person);
    return standing != marking.markers.end() && standing->second.stopped;
}

Fault stopped_already() {
    return refuse(Code::already_done, "Người này đã được cho dừng chấm.",
                  "This marker has been stopped.");
}

} // namespace

Result<Events> decide_on(const Contest& contest, const StopMarker& command, Instant) {
    if (auto may = holds_role(contest, command.by, {Role::head_of_marking}); !may)
        return may.error();
    const auto marking = open_marking(contest, command.round);
    if (!marking) return marking.error();
    if (auto known = is_marker(contest, **marking, command.marker); !known) return known.error();
    if (is_stopped(**marking, command.marker)) return stopped_already();
    if (auto why = reasoned(command.reason); !why) return why.error();
    MarkerStopped stopped{.by = command.by,
                          .round = command.round,
                          .marker = command.marker,
                          .reason = command.reason,
                          .requeued = {}};
    for (const auto& [code, script] : (*marking)->scripts) {
        if (script.settled) continue;
        for (const auto& one : script.assignments)
            if (one.counts && one.marker == command.marker && is_live(one.turn))
                stopped.requeued.push_back({code, one.turn});
    }
    return Events{std::move(stopped)};
}

Result<Events> decide_on(const Contest& contest, const QualifyMarker& command, Instant) {
    if (auto may = holds_role(contest, command.by, {Role::head_of_marking}); !may)
        return may.error();
    const auto marking = open_marking(contest, command.round);
    if (!marking) return marking.error();
    if (auto known = is_marker(contest, **marking, command.marker); !known) return known.error();
    if (is_stopped(**marking, command.marker)) return stopped_already();
    if (auto why = reasoned(command.reason); !why) return why.error();
    const auto standing = (*marking)->markers.find(command.marker);
    if (standing != (*marking)->markers.end() && standing->second.qualified == command.qualified)
        return refuse(Code::already_done, "Người này đã được xếp như vậy.",
                      "This marker stands so already.");
    const auto trial = trial_of(contest, **marking, command.round, command.marker);
    return Events{MarkerQualified{.by = command.by,
                                  .round = command.round,
                                  .marker = command.marker,
                                  .within = trial.within,
                                  .of = trial.of,
                                  .qualified = command.qualified,
                                  .reason = command.reason}};
}

// The marks stay in the log and in the assignment; they only count no more. Whether two marks
// differ is asked anew when another's mark is in.
void apply_on(Contest& contest, const MarkerStopped& event, const Record&) {
    auto& marking = contest.markings.at(event.round);
    marking.markers[event.marker].stopped = true;
    for (const auto& [code, turn] : event.requeued) {
        auto& script = marking.scripts.at(code);
        for (auto& one : script.assignments)
            if (one.marker == event.marker && one.turn == turn) one.counts = false;
        if (turn == Turn::first || turn == Turn::second) script.called.reset();
    }
}

void apply_on(Contest& contest, const MarkerQualified& event, const Record&) {
    contest.markings.at(event.round).markers[event.marker].qualified = event.qualified;
}

} // namespace thi::core
