// The rules of anomalies: whoever sees one says so, the head of marking decides with a reason, and
// until then the script is not settled.

#include "core/marking/decide.h"
#include "core/marking/scripts.h"
#include "core/marking/settling.h"
#include "core/plan/duties.h"
#include "core/reason.h"
#include "core/refusal.h"

#include <algorithm>

namespace thi::core {

namespace {

constexpr std::ptrdiff_t anomalies_of_script_max = 50;

// The head of marking, or who has the script before him.
Result<void> may_note(const Contest& contest, const Script& script, PersonId person) {
    if (holds_role(contest, person, {Role::head_of_marking})) return {};
    const bool has_it =
        std::any_of(script.assignments.begin(), script.assignments.end(),
                    [&](const Assignment& one) { return one.counts && one.marker == person; });
    if (has_it) return {};
    return script_not_found();
}

Result<void> another_anomaly(const Marking& marking, const std::string& code) {
    const auto own = std::count_if(marking.anomalies.begin(), marking.anomalies.end(),
                                   [&](const Anomaly& one) { return one.code == code; });
    if (own < anomalies_of_script_max) return {};
    return refuse(Code::limit_reached, "Bài này đã có quá nhiều nghi vấn.",
                  "This script has too many anomalies already.");
}

// The machine and people may say the same thing again; while it is open nothing is added.
bool is_noted(const Marking& marking, const NoteAnomaly& command) {
    return std::any_of(marking.anomalies.begin(), marking.anomalies.end(), [&](const Anomaly& one) {
        return !one.outcome && one.code == command.code && one.kind == command.kind &&
               one.item == command.item && one.text == command.text;
    });
}

// Of several anomalies of a script the first that is upheld settles it; the others are decided for
// the record.
Events what_follows(const Contest& contest, const Marking& marking, RoundId round, Whole anomaly,
                    const AnomalyNoted& decided) {
    const Script& script = marking.scripts.at(decided.code);
    if (script.settled) return {};
    if (decided.outcome == AnomalyOutcome::upheld)
        return {MarkSettled{.by = {},
                            .round = round,
                            .code = decided.code,
                            .from_pct = 0,
                            .action = std::string{action_anomaly},
                            .mark = {0, 1},
                            .minutes = "",
                            .approvals = {}}};
    const SealedPaper* paper = paper_of(contest, round, decided.code);
    if (paper == nullptr) return {};
    Marking after = marking;
    after.anomalies[static_cast<std::size_t>(anomaly - 1)].outcome = decided.outcome;
    return ruling(contest, after, round, script, *paper->content);
}

} // namespace

Result<Events> decide_on(const Contest& contest, const NoteAnomaly& command, Instant) {
    const auto marking = open_marking(contest, command.round);
    if (!marking) return marking.error();
    const Script* script = find_script(**marking, command.code);
    if (script == nullptr) return script_not_found();
    if (command.by) {
        if (auto may = may_note(contest, *script, *command.by); !may) return may.error();
    }
    if (auto said = reasoned(command.text); !said) return said.error();
    if (is_noted(**marking, command)) return Events{};
    if (script->settled)
        return refuse(Code::wrong_state, "Bài này đã có điểm chính thức.",
                      "This script is settled.");
    if (command.item) {
        const SealedPaper* paper = paper_of(contest, command.round, command.code);
        if (paper == nullptr || find_marked_item(*paper->content, *command.item) == nullptr)
            return refuse(Code::unknown_item, "Bài thi không có câu này.",
                          "The script has no such item.");
    }
    if (auto room = another_anomaly(**marking, command.code); !room) return room.error();
    return Events{AnomalyNoted{.by = command.by,
                               .round = command.round,
                               .code = command.code,
                               .anomaly = std::ssize((*marking)->anomalies) + 1,
                               .kind = command.kind,
                               .item = command.item,
                               .text = command.text,
                               .outcome = {}}};
}

Result<Events> decide_on(const Contest& contest, const DecideAnomaly& command, Instant) {
    if (auto may = holds_role(contest, command.by, {Role::head_of_marking}); !may)
        return may.error();
    const auto marking = open_marking(contest, command.round);
    if (!marking) return marking.error();
    if (command.anomaly < 1 || command.anomaly > std::ssize((*marking)->anomalies))
        return refuse(Code::not_found, "Không có nghi vấn này.", "There is no such anomaly.");
    const Anomaly& noted = (*marking)->anomalies[static_cast<std::size_t>(command.anomaly - 1)];
    if (noted.outcome)
        return refuse(Code::already_done, "Nghi vấn này đã được quyết định.",
                      "This anomaly is decided already.");
    if (auto why = reasoned(command.reason); !why) return why.error();
    AnomalyNoted decided{.by = command.by,
                         .round = command.round,
                         .code = noted.code,
                         .anomaly = command.anomaly,
                         .kind = noted.kind,
                         .item = noted.item,
                         .text = command.reason,
                         .outcome = command.outcome};
    Events events{decided};
    for (auto& event : what_follows(contest, **marking, command.round, command.anomaly, decided))
        events.push_back(std::move(event));
    return events;
}

void apply_on(Contest& contest, const AnomalyNoted& event, const Record&) {
    auto& anomalies = contest.markings.at(event.round).anomalies;
    if (event.outcome)
        anomalies.at(static_cast<std::size_t>(event.anomaly - 1)).outcome = event.outcome;
    else
        anomalies.push_back({.code = event.code,
                             .kind = event.kind,
                             .item = event.item,
                             .text = event.text,
                             .by = event.by,
                             .outcome = {}});
}

} // namespace thi::core
