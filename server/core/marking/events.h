// Events of marking: blinding, assigning, marks, bands, settling, standardisation, unblinding.
//
// A script is everything that one candidate wrote in one written round. Until script.unblind the
// log names it by its blind code alone; the code follows from a secret draw
// (docs/formats/marking.md).

#pragma once
#include "core/people.h"
#include "core/plan/plan.h"
#include "core/points.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thi::core {

// Why a script is marked this time. A marker has one script in one turn at most.
enum class Turn {
    first,
    second,
    third,
    fourth,        // With `third`: the "two other markers" of a band.
    reference,     // The head's own mark of a standard script.
    standard,      // A marker's trial mark of a standard script; counts for nothing.
    repeat,        // A script that its marker has had before; shows drift, counts for nothing.
    remark_first,  // Marking again after an appeal, by two others ...
    remark_second, //
    remark_third,  // ... and a third where those differ.
};
BOOST_DESCRIBE_ENUM(Turn, first, second, third, fourth, reference, standard, repeat, remark_first,
                    remark_second, remark_third)

struct ScriptBlinded {
    static constexpr std::string_view leaf = "script.blind";
    PersonId by;
    RoundId round;
    std::string code;
    crypto::Digest script_hash; // Of the body that markers see (docs/formats/marking.md).
};
BOOST_DESCRIBE_STRUCT(ScriptBlinded, (), (by, round, code, script_hash))

// A reveal of the blinding draw: secret until script.unblind, then open to auditors.
struct SeedRevealed {
    static constexpr std::string_view leaf = "script.seed";
    PersonId by;
    std::string draw;
    crypto::Digest nonce;
};
BOOST_DESCRIBE_STRUCT(SeedRevealed, (), (by, draw, nonce))

enum class AnomalyKind { name, agency, signature, unrelated, other };
BOOST_DESCRIBE_ENUM(AnomalyKind, name, agency, signature, unrelated, other)
enum class AnomalyOutcome { dismissed, upheld };
BOOST_DESCRIBE_ENUM(AnomalyOutcome, dismissed, upheld)

// Flagged (`outcome` absent) by the machine (`by` absent) or a marker; then decided by the head of
// marking with a reason. Upheld: the script is worth nothing.
struct AnomalyNoted {
    static constexpr std::string_view leaf = "mark.anomaly";
    std::optional<PersonId> by;
    RoundId round;
    std::string code;
    Whole anomaly = 0; // In the round, from 1.
    AnomalyKind kind = AnomalyKind::other;
    std::optional<ItemId> item;
    std::string text; // What was seen, or the reason of the decision.
    std::optional<AnomalyOutcome> outcome;
};
BOOST_DESCRIBE_STRUCT(AnomalyNoted, (), (by, round, code, anomaly, kind, item, text, outcome))

// A packet: these scripts to this marker, for this turn, in this order.
struct MarkAssigned {
    static constexpr std::string_view leaf = "mark.assign";
    std::optional<PersonId> by; // Absent: the server, after a band or a stop.
    RoundId round;
    PersonId marker;
    Turn turn = Turn::first;
    std::vector<std::string> codes;
    crypto::Digest seed; // Of the draw that chose them (docs/formats/marking.md).
};
BOOST_DESCRIBE_STRUCT(MarkAssigned, (), (by, round, marker, turn, codes, seed))

// One line of a rubric as it was marked. A comment is required below the maximum.
struct RubricMark {
    std::string criterion;
    Points points;
    std::string comment;
};
BOOST_DESCRIBE_STRUCT(RubricMark, (), (criterion, points, comment))

// The mark of one item of a script. Not edited once it is committed.
struct MarkCommitted {
    static constexpr std::string_view leaf = "mark.commit";
    PersonId by; // The marker.
    RoundId round;
    std::string code;
    Turn turn = Turn::first;
    ItemId item;
    Points points; // The sum of the lines.
    std::vector<RubricMark> lines;
};
BOOST_DESCRIBE_STRUCT(MarkCommitted, (), (by, round, code, turn, item, points, lines))

// A band asks for further marks of the script.
struct FurtherMarkingCalled {
    static constexpr std::string_view leaf = "mark.third";
    std::optional<PersonId> by; // Absent: the band's rule.
    RoundId round;
    std::string code;
    Whole from_pct = 0; // The band met.
    std::string action;
    std::vector<Turn> turns; // Which marks are missing now.
};
BOOST_DESCRIBE_STRUCT(FurtherMarkingCalled, (), (by, round, code, from_pct, action, turns))

// The mark of the whole script, in hundredths of its paper's points. Also a word after a
// discussion, a leader's, a collective's: then with minutes and approvals.
struct MarkSettled {
    static constexpr std::string_view leaf = "mark.settle";
    std::optional<PersonId> by; // Absent: the band's rule settles.
    RoundId round;
    std::string code;
    Whole from_pct = 0; // The band met.
    std::string action; // What the band says, from the closed list of core/marking/bands.h.
    Fraction mark;
    std::string minutes; // Empty where the rule settles alone.
    Approvals approvals;
};
BOOST_DESCRIBE_STRUCT(MarkSettled, (),
                      (by, round, code, from_pct, action, mark, minutes, approvals))

struct Requeued {
    std::string code;
    Turn turn = Turn::first;
};
BOOST_DESCRIBE_STRUCT(Requeued, (), (code, turn))

// A marker is stopped: what he has not settled goes back, to be drawn to others.
struct MarkerStopped {
    static constexpr std::string_view leaf = "marker.stop";
    PersonId by;
    RoundId round;
    PersonId marker;
    std::string reason;
    std::vector<Requeued> requeued;
};
BOOST_DESCRIBE_STRUCT(MarkerStopped, (), (by, round, marker, reason, requeued))

// What a marker's trial marks of the standard scripts say.
struct MarkerQualified {
    static constexpr std::string_view leaf = "marker.qualify";
    std::optional<PersonId> by; // Absent: by the plan's tolerance; else the head, with a reason.
    RoundId round;
    PersonId marker;
    Whole within = 0; // So many of ...
    Whole of = 0;     // ... so many within the tolerance.
    bool qualified = false;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(MarkerQualified, (), (by, round, marker, within, of, qualified, reason))

// From here on codes and candidates are known to belong together: the reveals of the blinding draw
// are opened to auditors and the map follows from them.
struct ScriptsUnblinded {
    static constexpr std::string_view leaf = "script.unblind";
    PersonId by;
    RoundId round;
    Approvals approvals;
};
BOOST_DESCRIBE_STRUCT(ScriptsUnblinded, (), (by, round, approvals))

} // namespace thi::core
