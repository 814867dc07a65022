// Events of intake: applications, findings, decisions, lists, petitions. Dossiers themselves are
// personal data and stay outside the log; it holds their hashes.

#pragma once
#include "core/people.h"
#include "core/plan/plan.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thi::core {

enum class ApplicationSource { self, introduced, nominee };
BOOST_DESCRIBE_ENUM(ApplicationSource, self, introduced, nominee)

// Not `unknown`: what the machine cannot read from the dossier is `unclear` and is for people.
enum class FindingVerdict { pass, fail, unclear };
BOOST_DESCRIBE_ENUM(FindingVerdict, pass, fail, unclear)
enum class DecisionVerdict { pass, fail, waived };
BOOST_DESCRIBE_ENUM(DecisionVerdict, pass, fail, waived)

struct Applied {
    static constexpr std::string_view leaf = "intake.apply";
    ApplicationId application;
    CandidateId candidate;
    PostId post;
    Whole number = 0; // In the register of the contest, from 1.
    crypto::Digest
        dossier_hash; // Over the dossier's fields and documents (docs/formats/dossier.md).
    ApplicationSource source = ApplicationSource::self;
    std::optional<std::string> introducing_body;
    std::optional<crypto::Digest> letter_hash;  // The letter of introduction or nomination.
    std::optional<crypto::Digest> consent_hash; // The candidate's or the committee's consent.
    Instant received_at;
};
BOOST_DESCRIBE_STRUCT(Applied, (),
                      (application, candidate, post, number, dossier_hash, source, introducing_body,
                       letter_hash, consent_hash, received_at))

// Either the council's request (`by` and `request_hash`) or the candidate's reply (`dossier_hash`).
struct Supplemented {
    static constexpr std::string_view leaf = "intake.supplement";
    std::optional<PersonId> by;
    ApplicationId application;
    std::optional<crypto::Digest> request_hash;
    std::optional<crypto::Digest> dossier_hash;
};
BOOST_DESCRIBE_STRUCT(Supplemented, (), (by, application, request_hash, dossier_hash))

struct Withdrawn {
    static constexpr std::string_view leaf = "intake.withdraw";
    ApplicationId application;
    CandidateId candidate;
};
BOOST_DESCRIBE_STRUCT(Withdrawn, (), (application, candidate))

struct Finding {
    std::string criterion;
    FindingVerdict verdict = FindingVerdict::unclear;
    std::string reason; // A code of the criterion: "age_over", "rank_below", ...
    std::optional<DocumentKind> evidence;
    std::optional<std::string> claims; // Of "priority": a name of result.priority_points.
};
BOOST_DESCRIBE_STRUCT(Finding, (), (criterion, verdict, reason, evidence, claims))

struct Found {
    static constexpr std::string_view leaf = "intake.find";
    ApplicationId application;
    crypto::Digest dossier_hash;
    std::vector<Finding> findings;
};
BOOST_DESCRIBE_STRUCT(Found, (), (application, dossier_hash, findings))

struct CriterionDecided {
    static constexpr std::string_view leaf = "intake.decide";
    PersonId by;
    ApplicationId application;
    std::string criterion;
    DecisionVerdict verdict = DecisionVerdict::pass;
    std::string reason; // A code; free text only where the machine is overridden.
};
BOOST_DESCRIBE_STRUCT(CriterionDecided, (), (by, application, criterion, verdict, reason))

struct EligibilityResulted {
    static constexpr std::string_view leaf = "intake.result";
    ApplicationId application;
    bool eligible = false;
    std::vector<std::string> grounds; // The criteria failed.
    std::vector<PersonId> deciders;   // Two different people where the plan says four eyes.
};
BOOST_DESCRIBE_STRUCT(EligibilityResulted, (), (application, eligible, grounds, deciders))

struct ListPosted {
    static constexpr std::string_view leaf = "intake.list";
    PersonId by;
    crypto::Digest hash; // Of the canonical JSON of the list (docs/formats/lists.md).
    Whole eligible = 0;
    Whole refused = 0;
    std::map<std::string, Whole> refused_by_ground; // One refusal may have several grounds.
    Approvals approvals; // Empty unless posted below the minimum of candidates by approval.
};
BOOST_DESCRIBE_STRUCT(ListPosted, (), (by, hash, eligible, refused, refused_by_ground, approvals))

struct PetitionFiled {
    static constexpr std::string_view leaf = "petition.file";
    PetitionId petition;
    ApplicationId application;
    crypto::Digest text_hash;
    Instant filed_at;
};
BOOST_DESCRIBE_STRUCT(PetitionFiled, (), (petition, application, text_hash, filed_at))

struct PetitionDecided {
    static constexpr std::string_view leaf = "petition.decide";
    PersonId by;
    PetitionId petition;
    bool upheld = false; // Upheld: the application becomes eligible.
    std::string reason;
    Approvals approvals;
};
BOOST_DESCRIBE_STRUCT(PetitionDecided, (), (by, petition, upheld, reason, approvals))

} // namespace thi::core
