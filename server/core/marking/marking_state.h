// What the contest knows of a written round's marking: scripts by code, who marks them, what is
// missing. Grown by apply() alone.

#pragma once
#include "core/marking/events.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace thi::core {

// One script given to one marker for one turn.
struct Assignment {
    PersonId marker;
    Turn turn = Turn::first;
    Whole draw = 0;                 // Which draw of markers gave it, from 1.
    bool counts = true;             // Not once its marker was stopped before the script settled.
    std::map<ItemId, Points> items; // What is marked so far.
    std::uint64_t last_index = 0;   // Of mark.assign, then of the last mark.commit.
};

// A band has asked for further marks.
struct FurtherCall {
    Whole from_pct = 0;
    std::string action;
    std::uint64_t index = 0;
};

struct Settlement {
    Fraction mark; // In hundredths of the paper's points.
    std::string action;
    std::uint64_t index = 0;
};

struct Script {
    std::string code;
    crypto::Digest hash;
    std::uint64_t index = 0; // Of script.blind.
    std::vector<Assignment> assignments;
    std::optional<FurtherCall> called;
    std::optional<Settlement> settled;
};

struct Anomaly {
    std::string code;
    AnomalyKind kind = AnomalyKind::other;
    std::optional<ItemId> item;
    std::string text;
    std::optional<PersonId> by;
    std::optional<AnomalyOutcome> outcome; // Absent: open.
};

struct MarkerStanding {
    std::optional<bool> qualified; // Absent: neither rule nor head has spoken.
    bool stopped = false;
};

struct Marking {
    std::map<std::string, Script> scripts;
    // Of each code, computed from the draw when the first script is blinded; empty where the log
    // at hand lacks the draw.
    std::map<std::string, CandidateId> candidates;
    std::set<std::string> standards; // Codes of the standard scripts.
    std::vector<Anomaly> anomalies;  // Number 1 stands first.
    std::map<PersonId, MarkerStanding> markers;
    Whole draws = 0;                           // Of markers, so far.
    std::optional<crypto::Digest> last_seed;   // Of the last of them.
    std::optional<std::uint64_t> unblinded_at; // Index of script.unblind.
};

} // namespace thi::core
