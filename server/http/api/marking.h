// Bodies of marking: what the head sees, what a marker sees, what each does.

#pragma once
#include "core/marking/agreement.h"
#include "core/marking/events.h"
#include "core/marking/settling.h"
#include "core/sitting/paper.h"
#include "text/described.h"

namespace thi::http::api {

// The blinding draw of a round and what became of it. Seeds and codes' owners are nobody's to see.
struct BlindingView {
    core::RoundId round;
    std::string draw; // Its name, for commitments and reveals.
    bool frozen = false;
    core::Whole committed = 0;
    core::Whole revealed = 0;
    core::Whole scripts = 0; // With a code; 0: not blinded yet.
    bool unblinded = false;
};
BOOST_DESCRIBE_STRUCT(BlindingView, (),
                      (round, draw, frozen, committed, revealed, scripts, unblinded))

// One turn of a script. Points are absent until they may be seen: two marks are independent.
struct TurnLine {
    core::Turn turn = core::Turn::first;
    core::PersonId marker;
    std::string name;
    bool done = false;
    std::optional<core::Points> points;
};
BOOST_DESCRIBE_STRUCT(TurnLine, (), (turn, marker, name, done, points))

struct ScriptLine {
    std::string code;
    std::vector<TurnLine> turns;
    std::optional<core::Awaits> awaits;    // Absent: settled.
    std::string action;                    // Of the band met; "" before.
    std::optional<core::Fraction> settled; // In hundredths of the paper's points.
    core::Whole open_anomalies = 0;
    bool standard = false;
};
BOOST_DESCRIBE_STRUCT(ScriptLine, (),
                      (code, turns, awaits, action, settled, open_anomalies, standard))

// Gap, severity and drift are in hundredths of a point: core/marking/agreement.h says which.
struct MarkerLine {
    core::PersonId marker;
    std::string name;
    core::Whole assigned = 0;
    core::Whole done = 0;
    bool stopped = false;
    bool qualified = false;
    core::Fraction gap;
    core::Fraction severity;
    core::Whole pairs = 0;
    core::Whole far = 0;
    core::Fraction drift;
    core::Whole repeats = 0;
    core::Whole trials = 0; // Standard scripts given, ...
    core::Whole within = 0; // and those marked within the tolerance.
};
BOOST_DESCRIBE_STRUCT(MarkerLine, (),
                      (marker, name, assigned, done, stopped, qualified, gap, severity, pairs, far,
                       drift, repeats, trials, within))

struct AnomalyLine {
    core::Whole anomaly = 0; // Its number in the round.
    std::string code;
    core::AnomalyKind kind = core::AnomalyKind::other;
    std::optional<core::ItemId> item;
    std::string text;
    bool by_machine = false;
    std::optional<core::AnomalyOutcome> outcome;
};
BOOST_DESCRIBE_STRUCT(AnomalyLine, (), (anomaly, code, kind, item, text, by_machine, outcome))

struct ProgressLine {
    core::Whole scripts = 0;
    core::Whole settled = 0;
    core::Whole unassigned = 0;
    core::Whole marking = 0;
    core::Whole people = 0;
    core::Whole anomalies = 0;
};
BOOST_DESCRIBE_STRUCT(ProgressLine, (), (scripts, settled, unassigned, marking, people, anomalies))

// For the head of marking.
struct MarkingView {
    core::RoundId round;
    std::string title;
    core::Points max; // Of a script.
    ProgressLine progress;
    std::vector<ScriptLine> scripts;
    std::vector<MarkerLine> markers;
    std::vector<AnomalyLine> anomalies;
    bool unblinded = false;
};
BOOST_DESCRIBE_STRUCT(MarkingView, (),
                      (round, title, max, progress, scripts, markers, anomalies, unblinded))

// A marker's own scripts. Nothing here, and in no reply to a marker, says whose a script is, when
// it was written, or what another has given (S-04).
struct PacketLine {
    std::string code;
    core::Turn turn = core::Turn::first;
    core::Whole items = 0;
    core::Whole marked = 0;
    bool locked = false; // A repeat that waits for the rest of its packet.
};
BOOST_DESCRIBE_STRUCT(PacketLine, (), (code, turn, items, marked, locked))

struct Packet {
    core::RoundId round;
    std::string title;
    std::vector<PacketLine> scripts;
};
BOOST_DESCRIBE_STRUCT(Packet, (), (round, title, scripts))

struct ItemToMark {
    core::ItemId item;
    std::string stem;
    std::string answer; // As written; "" where nothing was.
    core::Points max;
    std::vector<core::Criterion> rubric;
    std::optional<core::Points> marked;  // The asker's own mark; not edited.
    std::vector<core::RubricMark> lines; // Of that mark; none before.
};
BOOST_DESCRIBE_STRUCT(ItemToMark, (), (item, stem, answer, max, rubric, marked, lines))

struct ScriptPage {
    core::RoundId round;
    std::string code;
    core::Turn turn = core::Turn::first;
    std::vector<ItemToMark> items;
};
BOOST_DESCRIBE_STRUCT(ScriptPage, (), (round, code, turn, items))

struct MarkBody {
    core::Turn turn = core::Turn::first;
    core::ItemId item;
    std::vector<core::RubricMark> lines;
};
BOOST_DESCRIBE_STRUCT(MarkBody, (), (turn, item, lines))

struct AnomalyBody {
    std::string code;
    core::AnomalyKind kind = core::AnomalyKind::other;
    std::optional<core::ItemId> item;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(AnomalyBody, (), (code, kind, item, text))

struct AnomalyDecision {
    core::Whole anomaly = 0;
    core::AnomalyOutcome outcome = core::AnomalyOutcome::dismissed;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(AnomalyDecision, (), (anomaly, outcome, reason))

struct StopBody {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(StopBody, (), (reason))

struct QualifyBody {
    bool qualified = true;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(QualifyBody, (), (qualified, reason))

} // namespace thi::http::api
