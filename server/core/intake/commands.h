// Commands of intake. Candidates act as `candidate`, officials as `by`.

#pragma once
#include "core/intake/dossier.h"
#include "core/intake/events.h"

namespace thi::core {

struct Apply {
    ApplicationId application; // Drawn by the caller.
    CandidateId candidate;
    PostId post;
    Dossier dossier; // To refuse what lacks a required document.
    crypto::Digest dossier_hash;
    ApplicationSource source = ApplicationSource::self;
    std::optional<std::string> introducing_body;
    std::optional<crypto::Digest> letter_hash;
    std::optional<crypto::Digest> consent_hash;
    Instant received_at;
};

struct RequestSupplement {
    PersonId by;
    ApplicationId application;
    crypto::Digest request_hash;
};

struct Supplement {
    CandidateId candidate;
    ApplicationId application;
    crypto::Digest dossier_hash;
};

struct Withdraw {
    CandidateId candidate;
    ApplicationId application;
};

struct FindEligibility {
    ApplicationId application;
    Dossier dossier;
    crypto::Digest dossier_hash;
};

struct DecideCriterion {
    PersonId by;
    ApplicationId application;
    std::string criterion;
    DecisionVerdict verdict = DecisionVerdict::pass;
    std::string reason;
};

struct PostList {
    PersonId by;
    crypto::Digest hash;
    Approvals approvals; // Needed where a post has too few candidates and the plan asks for them.
};

struct FilePetition {
    CandidateId candidate;
    PetitionId petition;
    ApplicationId application;
    crypto::Digest text_hash;
    Instant filed_at;
};

struct DecidePetition {
    PersonId by;
    PetitionId petition;
    bool upheld = false;
    std::string reason;
    Approvals approvals;
};

} // namespace thi::core
