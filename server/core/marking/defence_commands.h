// Commands of defence rounds.

#pragma once
#include "core/marking/defence_events.h"

namespace thi::core {

struct FileProject {
    RoundId round;
    CandidateId candidate;
    crypto::Digest hash;
    Whole bytes = 0;
    Instant received_at;
};

struct OpenDefence {
    PersonId by;
    RoundId round;
    PostId post;
    std::vector<PersonId> present;
};

struct StepDefence {
    PersonId by;
    RoundId round;
    CandidateId candidate;
    DefenceStep step = DefenceStep::presentation;
    std::string reason;
};

// The server's own: steps on every defence whose minutes are over, where the plan cuts off.
struct StepDueDefences {};

struct AskQuestion {
    PersonId by;
    RoundId round;
    CandidateId candidate;
    PersonId member;
    std::string text;
};

struct IssueBallot {
    PersonId member;
    RoundId round;
    CandidateId candidate;
};

// A ballot as it lay in the box.
struct BoxedBallot {
    BallotId ballot;
    crypto::Digest token_digest;
    std::optional<Points> score;
    crypto::Digest salt;
};

// `box`: all ballots of this candidate, whose tokens the caller has checked.
struct CountBallots {
    PersonId by;
    RoundId round;
    CandidateId candidate;
    std::vector<BoxedBallot> box;
    Approvals approvals;
};

struct ScoreSheet {
    PersonId by;
    RoundId round;
    CandidateId candidate;
    std::vector<SheetLine> lines;
};

} // namespace thi::core
