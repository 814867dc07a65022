// Commands of results and of the log itself.

#pragma once
#include "core/result/events.h"

namespace thi::core {

struct Tally; // core/result/tally.h

struct ComputeScores {
    PersonId by;
    // How a tally is written down, and so hashed, is not core's business: journal hands it in.
    crypto::Digest (*trace_hash)(const Tally&) = nullptr;
};

// A rung that needs people: a vote, a decision, a draw.
struct StepTie {
    PersonId by;
    PostId post;
    TieRung rung = TieRung::council_vote;
    std::vector<std::vector<CandidateId>> order;
    std::string reason;
    Approvals approvals;
};

struct ReleaseResult {
    crypto::Digest file_hash;
    crypto::Digest root;
    bool audit_clean = false; // What verify said, just now, over the whole log.
    Approvals approvals;
};

struct FinaliseResult {
    crypto::Digest file_hash;
    crypto::Digest root;
    bool audit_clean = false;
    Approvals approvals;
};

struct Beat {
    Instant wall_at;
    Whole monotonic_ms = 0;
};

struct DigestSecurity {
    std::string day;
    crypto::Digest hash;
    Whole entries = 0;
};

struct CloseLog {
    PersonId by;
    Approvals approvals;
};

} // namespace thi::core
