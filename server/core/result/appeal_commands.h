// Commands of appeals, amendments and remedies.

#pragma once
#include "core/result/appeal_events.h"

namespace thi::core {

struct FileAppeal {
    AppealId appeal;
    CandidateId candidate;
    AppealTrack track = AppealTrack::procedure;
    RoundId round;
    std::optional<ItemId> item;
    crypto::Digest text_hash;
    Instant received_at;
};

struct DecideAppeal {
    PersonId by;
    AppealId appeal;
    bool upheld = false;
    std::string reason;
    Approvals approvals;
};

// Track 2, upheld: gives the script to others; again, where they differ, to a third.
struct AssignRemarks {
    PersonId by;
    AppealId appeal;
};

// Track 2, upheld and marked again: the amendment that the marks and the plan's threshold make.
struct AmendMark {
    PersonId by;
    AppealId appeal;
    Approvals approvals;
};

struct ApplyRemedy {
    PersonId by;
    PaperId paper;
    ItemId item;
    RemedyKind kind = RemedyKind::all_credit;
    std::vector<std::vector<std::string>> keys;
    std::string reason;
    std::optional<AppealId> appeal;
    Approvals approvals;
};

// `again` is a new id.
struct HoldRoundAgain {
    PersonId by;
    RoundId round;
    RoundId again;
    Instant opens;
    std::optional<Instant> closes;
    std::string reason;
    std::optional<AppealId> appeal;
    Approvals approvals;
};

} // namespace thi::core
