// Bodies of registration, dossiers, eligibility and petitions.

#pragma once
#include "core/contest.h"
#include "core/intake/dossier.h"

namespace thi::http::api {

struct DocumentLine {
    core::DocumentId document;
    core::DocumentKind kind = core::DocumentKind::other;
    std::string file_name;
    std::string media_type;
    core::Whole bytes = 0;
    crypto::Digest sha256;
    core::Whole version = 1;
    core::Instant received_at;
};
BOOST_DESCRIBE_STRUCT(DocumentLine, (),
                      (document, kind, file_name, media_type, bytes, sha256, version, received_at))

// The candidate's dossier for one contest: a draft until applied, then a new version with each
// supplement.
struct DossierView {
    core::DossierFacts facts;
    std::vector<DocumentLine> documents;
    std::vector<core::DocumentKind> missing;
    std::vector<core::Finding> self_check; // What the machine would find; not a decision.
};
BOOST_DESCRIBE_STRUCT(DossierView, (), (facts, documents, missing, self_check))

struct NewApplication {
    core::PostId post;
    core::ApplicationSource source = core::ApplicationSource::self;
    std::optional<std::string> introducing_body;
};
BOOST_DESCRIBE_STRUCT(NewApplication, (), (post, source, introducing_body))

// The numbered receipt of an application.
struct ApplicationReceipt {
    core::ApplicationId application;
    core::CandidateId candidate;
    core::Whole number = 0;
    crypto::Digest dossier_hash;
    core::Instant received_at;
    core::Whole index = 0;
    std::string code;
    std::string receipt; // tlog-proof
};
BOOST_DESCRIBE_STRUCT(ApplicationReceipt, (),
                      (application, candidate, number, dossier_hash, received_at, index, code,
                       receipt))

enum class ApplicationState {
    submitted,
    supplement_requested,
    eligible,
    refused,
    withdrawn,
};
BOOST_DESCRIBE_ENUM(ApplicationState, submitted, supplement_requested, eligible, refused, withdrawn)

struct PetitionView {
    core::PetitionId petition;
    core::Instant filed_at;
    std::string text;
    std::optional<bool> upheld;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(PetitionView, (), (petition, filed_at, text, upheld, reason))

struct Ground {
    std::string criterion;
    std::string reason; // A code; the client has the words and the citation.
};
BOOST_DESCRIBE_STRUCT(Ground, (), (criterion, reason))

// The candidate's own view of an application.
struct MyApplication {
    core::ApplicationId application;
    core::ContestId contest;
    std::string contest_title;
    core::Stage stage = core::Stage::intake;
    core::CandidateId candidate;
    core::PostId post;
    std::string post_title;
    core::Whole number = 0;
    ApplicationState state = ApplicationState::submitted;
    core::Instant received_at;
    core::ApplicationSource source = core::ApplicationSource::self;
    std::vector<Ground> grounds;
    std::optional<std::string> supplement_request;
    std::optional<PetitionView> petition;
    std::optional<core::Instant> petition_closes_at;
    std::optional<std::string> roll_number;
    std::string code;
};
BOOST_DESCRIBE_STRUCT(MyApplication, (),
                      (application, contest, contest_title, stage, candidate, post, post_title,
                       number, state, received_at, source, grounds, supplement_request, petition,
                       petition_closes_at, roll_number, code))

struct MyApplications {
    std::vector<MyApplication> applications;
    core::Instant server_now;
};
BOOST_DESCRIBE_STRUCT(MyApplications, (), (applications, server_now))

struct NewPetition {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(NewPetition, (), (text))

// One line of the register, for officials.
struct RegisterLine {
    core::ApplicationId application;
    core::CandidateId candidate;
    core::Whole number = 0;
    core::PostId post;
    std::string full_name;
    std::string given_name;
    ApplicationState state = ApplicationState::submitted;
    core::ApplicationSource source = core::ApplicationSource::self;
    std::optional<std::string> introducing_body;
    core::Instant received_at;
    core::Whole criteria = 0;
    core::Whole decided = 0;   // Criteria with all decisions they need.
    core::Whole attention = 0; // Findings that are not a pass.
    bool mine_open = false;    // I may decide something here.
    std::optional<std::string> roll_number;
};
BOOST_DESCRIBE_STRUCT(RegisterLine, (),
                      (application, candidate, number, post, full_name, given_name, state, source,
                       introducing_body, received_at, criteria, decided, attention, mine_open,
                       roll_number))

struct Register {
    std::vector<RegisterLine> applications;
};
BOOST_DESCRIBE_STRUCT(Register, (), (applications))

struct DecisionLine {
    core::PersonId by;
    std::string name;
    core::DecisionVerdict verdict = core::DecisionVerdict::pass;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(DecisionLine, (), (by, name, verdict, reason))

struct CriterionLine {
    std::string criterion;
    std::string title_vi;
    std::string title_en;
    std::string rule; // The parameter it obeys: "elig.age_rule".
    core::FindingVerdict finding = core::FindingVerdict::unclear;
    std::string finding_reason;
    std::optional<core::DocumentKind> evidence;
    std::optional<std::string> claims; // Of "priority": the group that is claimed.
    std::vector<DecisionLine> decisions;
    std::optional<core::DecisionVerdict> settled;
};
BOOST_DESCRIBE_STRUCT(CriterionLine, (),
                      (criterion, title_vi, title_en, rule, finding, finding_reason, evidence,
                       claims, decisions, settled))

struct DossierForDecision {
    RegisterLine line;
    core::DossierFacts facts;
    std::vector<DocumentLine> documents;
    std::vector<CriterionLine> criteria;
    std::optional<std::string> supplement_request;
    std::optional<PetitionView> petition;
};
BOOST_DESCRIBE_STRUCT(DossierForDecision, (),
                      (line, facts, documents, criteria, supplement_request, petition))

struct DecideOne {
    std::string criterion;
    core::DecisionVerdict verdict = core::DecisionVerdict::pass;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(DecideOne, (), (criterion, verdict, reason))

struct DecideMany {
    std::vector<DecideOne> decisions;
};
BOOST_DESCRIBE_STRUCT(DecideMany, (), (decisions))

struct SupplementRequest {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(SupplementRequest, (), (text))

struct EligibleLine {
    core::PostId post;
    core::Whole number = 0;
    std::string name; // By publish.profile: the name, or nothing.
    std::optional<std::string> roll_number;
};
BOOST_DESCRIBE_STRUCT(EligibleLine, (), (post, number, name, roll_number))

// The posted list: sorted by given name in Vietnamese order by the server.
struct EligibleList {
    core::Instant posted_at;
    std::vector<EligibleLine> eligible;
    core::Whole refused = 0;
    std::map<std::string, core::Whole> refused_by_ground;
    crypto::Digest hash;
};
BOOST_DESCRIBE_STRUCT(EligibleList, (), (posted_at, eligible, refused, refused_by_ground, hash))

} // namespace thi::http::api
