// Events of defence rounds: projects, the defence day, questions, ballots and sheets.

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

// A candidate's project, each version; the last one before the deadline counts.
struct ProjectFiled {
    static constexpr std::string_view leaf = "project.file";
    RoundId round;
    CandidateId candidate;
    Whole version = 0; // From 1.
    crypto::Digest hash;
    Whole bytes = 0;
    Instant received_at;
};
BOOST_DESCRIBE_STRUCT(ProjectFiled, (), (round, candidate, version, hash, bytes, received_at))

struct Excluded {
    PersonId member;
    CandidateId candidate; // Whose defence he neither questions nor scores.
};
BOOST_DESCRIBE_STRUCT(Excluded, (), (member, candidate))

// The council opens the defences of one post: who is present, who is excluded, in which order
// candidates are heard.
struct DefenceOpened {
    static constexpr std::string_view leaf = "defence.open";
    PersonId by;
    RoundId round;
    PostId post;
    std::vector<PersonId> present; // Voting members, sorted.
    std::vector<Excluded> excluded;
    std::vector<CandidateId> order;
};
BOOST_DESCRIBE_STRUCT(DefenceOpened, (), (by, round, post, present, excluded, order))

// What happens in one candidate's defence, in this order; `absent` instead of all others.
enum class DefenceStep {
    presentation,
    questions,
    deliberation,
    closed,
    roll_closed, // A member who was present has left: nobody gets a ballot any more.
    absent,
};
BOOST_DESCRIBE_ENUM(DefenceStep, presentation, questions, deliberation, closed, roll_closed, absent)

// A step begins. The server itself steps on where the plan cuts off a presentation or questions.
struct DefenceStepped {
    static constexpr std::string_view leaf = "defence.step";
    std::optional<PersonId> by; // Absent: the server, by the plan's minutes.
    RoundId round;
    CandidateId candidate;
    DefenceStep step = DefenceStep::presentation;
    std::string reason; // Of `absent` and `roll_closed`; else empty.
};
BOOST_DESCRIBE_STRUCT(DefenceStepped, (), (by, round, candidate, step, reason))

struct QuestionAsked {
    static constexpr std::string_view leaf = "defence.question";
    PersonId by; // Who wrote it down.
    RoundId round;
    CandidateId candidate;
    Whole number = 0; // From 1.
    PersonId member;  // Who asked.
    std::string text;
};
BOOST_DESCRIBE_STRUCT(QuestionAsked, (), (by, round, candidate, number, member, text))

// A member has got a ballot for this candidate: the roll. Says nothing of the ballot.
struct BallotIssued {
    static constexpr std::string_view leaf = "ballot.issue";
    PersonId member;
    RoundId round;
    CandidateId candidate;
};
BOOST_DESCRIBE_STRUCT(BallotIssued, (), (member, round, candidate))

// One ballot of the box, appended at the count in the order of the random ids. No member, no time.
struct BallotCast {
    static constexpr std::string_view leaf = "ballot.cast";
    RoundId round;
    CandidateId candidate;
    BallotId ballot;
    crypto::Digest token_digest;
    std::optional<Points>
        score; // Absent: blank, an invalid ballot. What was cast, also out of range.
    crypto::Digest salt;
};
BOOST_DESCRIBE_STRUCT(BallotCast, (), (round, candidate, ballot, token_digest, score, salt))

struct BallotsCounted {
    static constexpr std::string_view leaf = "ballot.count";
    PersonId by;
    RoundId round;
    CandidateId candidate;
    Whole issued = 0;
    Whole cast = 0;
    Whole invalid = 0;
    Fraction mark; // By panel.aggregate over the valid ballots, in hundredths; 0/1 where none.
    Approvals approvals;
};
BOOST_DESCRIBE_STRUCT(BallotsCounted, (),
                      (by, round, candidate, issued, cast, invalid, mark, approvals))

struct SheetLine {
    std::string criterion;
    Points points;
};
BOOST_DESCRIBE_STRUCT(SheetLine, (), (criterion, points))

// Open ballots: a member's sheet, signed with his name, once.
struct SheetScored {
    static constexpr std::string_view leaf = "sheet.score";
    PersonId by; // The member.
    RoundId round;
    CandidateId candidate;
    std::vector<SheetLine>
        lines; // One for each criterion of panel.rubric; one "" without a rubric.
    Points total;
};
BOOST_DESCRIBE_STRUCT(SheetScored, (), (by, round, candidate, lines, total))

} // namespace thi::core
