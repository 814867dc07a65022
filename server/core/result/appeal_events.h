// Events of appeals and of what follows from them: amendments of marks, remedies of keys.

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

enum class AppealTrack {
    procedure, // Against key, paper or procedure: what is decided is for everybody.
    own_mark,  // Against the appellant's own mark: marked again, blind, by others.
};
BOOST_DESCRIBE_ENUM(AppealTrack, procedure, own_mark)

struct AppealFiled {
    static constexpr std::string_view leaf = "appeal.file";
    AppealId appeal;
    CandidateId candidate;
    AppealTrack track = AppealTrack::procedure;
    RoundId round;
    std::optional<ItemId> item;
    crypto::Digest text_hash;
    Instant filed_at;
};
BOOST_DESCRIBE_STRUCT(AppealFiled, (), (appeal, candidate, track, round, item, text_hash, filed_at))

// A decision is corrected by a new decision only (`replaces`: the index of the one before).
struct AppealDecided {
    static constexpr std::string_view leaf = "appeal.decide";
    PersonId by;
    AppealId appeal;
    bool upheld = false;
    std::string reason;
    std::optional<Whole> replaces;
    Approvals approvals;
};
BOOST_DESCRIBE_STRUCT(AppealDecided, (), (by, appeal, upheld, reason, replaces, approvals))

// The candidate's mark in a written or, where the plan allows it, defence round. Both marks on the
// round's scale, in hundredths.
struct MarkAmended {
    static constexpr std::string_view leaf = "mark.amend";
    PersonId by;
    AppealId appeal;
    CandidateId candidate;
    RoundId round;
    Fraction old_mark;
    Fraction new_mark;
    Approvals approvals;
};
BOOST_DESCRIBE_STRUCT(MarkAmended, (),
                      (by, appeal, candidate, round, old_mark, new_mark, approvals))

enum class RemedyKind {
    drop,         // The item leaves the paper: it pays nothing and its points leave the maximum.
    all_credit,   // Everybody is paid in full.
    several_keys, // Further answers pay as the key does.
};
BOOST_DESCRIBE_ENUM(RemedyKind, drop, all_credit, several_keys)

struct RemedyApplied {
    static constexpr std::string_view leaf = "remedy.apply";
    PersonId by;
    PaperId paper;
    ItemId item;
    RemedyKind kind = RemedyKind::all_credit;
    std::vector<std::vector<std::string>> keys; // several_keys: each a whole further answer.
    std::string reason;
    std::optional<AppealId> appeal;
    Approvals approvals;
};
BOOST_DESCRIBE_STRUCT(RemedyApplied, (), (by, paper, item, kind, keys, reason, appeal, approvals))

// The remedy of a whole round: what was sat is set aside and counts for nothing, and `again`, a
// round like it at another time, takes its place. Everybody whom the plan summons sits it.
struct RoundHeldAgain {
    static constexpr std::string_view leaf = "round.resit";
    PersonId by;
    RoundId round;
    RoundId again;
    Instant opens;
    std::optional<Instant> closes; // With ClockMode::on_login.
    std::string reason;
    std::optional<AppealId> appeal;
    Approvals approvals;
};
BOOST_DESCRIBE_STRUCT(RoundHeldAgain, (),
                      (by, round, again, opens, closes, reason, appeal, approvals))

} // namespace thi::core
