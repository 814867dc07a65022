// Site data: what a site keeps that no log holds. The seam through which it is written; the same
// structs come back from store/reader.h.
//
// All of it runs on the writer's thread, inside the batch's transaction.

#pragma once
#include "core/fault.h"
#include "core/intake/dossier.h"
#include "core/marking/defence_commands.h"
#include "core/people.h"
#include "core/sitting/events.h"
#include "core/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thi::store {

// Sealed under the person's key.
struct PersonNames {
    std::string identifier; // As the person wrote it.
    std::string full_name;
    std::string given_name;
};
BOOST_DESCRIBE_STRUCT(PersonNames, (), (identifier, full_name, given_name))

struct Account {
    core::AccountId account;
    PersonNames names;    // Empty where the person was erased.
    std::string password; // PHC string; "" where no password signs in.
    bool administrator = false;
    bool demo = false;
    bool disabled = false;
    core::Instant created_at;
};

enum class SessionKind { staff, candidate, demo };
BOOST_DESCRIBE_ENUM(SessionKind, staff, candidate, demo)

struct Session {
    crypto::Digest token_hash;
    std::string session; // A public id, for lists.
    core::AccountId account;
    SessionKind kind = SessionKind::candidate;
    std::string csrf;
    std::string device;
    core::Instant created_at;
    core::Instant seen_at;
    core::Instant expires_at;
    core::Instant reauth_at;
    bool administrator = false; // Read with it, from the account.
};

struct Link {
    crypto::Digest token_hash;
    core::AccountId account;
    bool reusable = false;
    core::Instant expires_at;
    std::optional<core::Instant> used_at;
};

struct ContestSite {
    core::ContestId contest;
    std::string code;
    std::string draft_plan; // JSON.
    bool demo = false;
    core::AccountId created_by;
    core::Instant created_at;
    core::Instant updated_at;
};

struct Document {
    core::DocumentId document;
    core::CandidateId candidate;
    core::DocumentKind kind = core::DocumentKind::other;
    core::Whole version = 0; // Given by the store: 1, 2, ... of its kind.
    crypto::Digest sha256;
    std::string media_type;
    core::Whole bytes = 0;
    std::string file_name;
    core::Instant received_at;
};

enum class ProposalState { waiting, done, withdrawn };
BOOST_DESCRIBE_ENUM(ProposalState, waiting, done, withdrawn)

struct ProposalApproval {
    core::PersonId person;
    std::string method;
    core::Instant at;
};

struct Proposal {
    core::ProposalId proposal;
    core::ContestId contest;
    std::string act;
    std::string body; // Canonical JSON.
    crypto::Digest action_hash;
    core::Whole needed = 2;
    ProposalState state = ProposalState::waiting;
    std::optional<std::string> result;
    core::Instant created_at;
    std::vector<ProposalApproval> approvals;
};

// A paper with its key, before or after it is sealed.
struct PaperContent {
    core::PaperId paper;
    core::ContestId contest;
    core::RoundId round;
    core::Variant variant = core::Variant::official;
    crypto::Digest content_hash;
    core::Paper content;
    core::AnswerKey key;
    std::optional<core::AccountId> created_by;
    core::Instant created_at;
};

struct PaperSecrets {
    core::PaperId paper;
    std::string ciphertext;
    std::string cipher_key;   // 32 bytes.
    std::string key_document; // Canonical JSON of salt and answer key, whose hash was committed.
};

// A candidate's project as it was filed; the log has its hash.
struct ProjectFile {
    crypto::Digest sha256;
    std::string file_name;
    std::string content;
};

struct Message {
    std::int64_t message = 0;
    core::AccountId account;
    std::string subject;
    std::string text;
    core::Instant created_at;
    std::optional<core::Instant> sent_at;
    core::Whole attempts = 0;
};

struct PublishedFile {
    core::ContestId contest;
    crypto::Digest sha256;
    std::string name;
    std::string media_type;
    std::string content;
};

class SiteWriter {
  public:
    SiteWriter() = default;
    SiteWriter(const SiteWriter&) = delete;
    SiteWriter& operator=(const SiteWriter&) = delete;
    virtual ~SiteWriter() = default;

    // People and sessions.
    virtual core::Result<void> add_account(const Account& account) = 0; // already_done: identifier.
    virtual void set_password(core::AccountId account, std::string_view phc) = 0;
    virtual void set_administrator(core::AccountId account, bool administrator) = 0;
    virtual void set_disabled(core::AccountId account, bool disabled) = 0; // Ends its sessions.
    virtual void erase_person(core::AccountId account) = 0; // Deletes the key, ends the sessions.
    virtual void add_session(const Session& session) = 0;
    virtual void touch_session(const crypto::Digest& token_hash, core::Instant seen_at,
                               core::Instant expires_at) = 0;
    virtual void prove_session(const crypto::Digest& token_hash, core::Instant at) = 0;
    virtual void end_session(const crypto::Digest& token_hash) = 0;
    virtual core::Result<void> end_session_of(core::AccountId account,
                                              std::string_view session) = 0; // not_found.
    virtual void end_sessions_of(core::AccountId account) = 0;
    virtual void drop_expired(core::Instant now) = 0; // Sessions and links.
    virtual void add_link(const Link& link) = 0;
    virtual core::Result<core::AccountId> use_link(const crypto::Digest& token_hash,
                                                   core::Instant now) = 0; // not_found.
    virtual void add_message(const Message& message) = 0; // `message` is given by the store.
    virtual void message_sent(std::int64_t message, core::Instant at) = 0;
    virtual void message_failed(std::int64_t message) = 0;

    // Contests.
    virtual core::Result<void> add_contest(const ContestSite& contest) = 0; // already_done: code.
    // wrong_state where the draft is not the one read at `read_at` any more.
    virtual core::Result<void> set_draft_plan(core::ContestId contest, std::string_view plan,
                                              core::Instant read_at, core::Instant now) = 0;
    // The pseudonym of an account in a contest: the known one, or `fresh`.
    virtual core::CandidateId join_candidate(core::ContestId contest, core::AccountId account,
                                             core::CandidateId fresh) = 0;
    virtual core::PersonId join_person(core::ContestId contest, core::AccountId account,
                                       core::PersonId fresh) = 0;
    virtual void add_draft_role(core::ContestId contest, core::PersonId person,
                                core::Role role) = 0;
    virtual void drop_draft_role(core::ContestId contest, core::PersonId person,
                                 core::Role role) = 0;
    virtual void add_proposal(const Proposal& proposal) = 0; // With its approvals.
    virtual core::Result<void> approve_proposal(core::ProposalId proposal,
                                                const ProposalApproval& approval) = 0;
    virtual core::Result<void> settle_proposal(core::ProposalId proposal, ProposalState state,
                                               const std::optional<std::string>& result) = 0;
    virtual void add_file(const PublishedFile& file) = 0;

    // Intake.
    virtual void put_dossier(core::CandidateId candidate, const core::DossierFacts& facts,
                             core::Instant now) = 0;
    virtual void keep_dossier(core::CandidateId candidate, const core::Dossier& dossier,
                              const crypto::Digest& dossier_hash, core::Instant now) = 0;
    // Returns the version that it became.
    virtual core::Whole add_document(const Document& document, std::string_view content) = 0;
    virtual void put_text(core::ContestId contest, const crypto::Digest& hash,
                          core::AccountId account, std::string_view text, core::Instant now) = 0;

    // Papers and sittings.
    virtual void put_paper(const PaperContent& paper) = 0;
    virtual void put_paper_secrets(const PaperSecrets& secrets) = 0;
    virtual void put_note(core::SittingId sitting, std::string_view body, core::Instant now) = 0;

    // Ballots and projects.
    virtual core::Result<void> box_ballot(core::RoundId round, core::CandidateId candidate,
                                          const core::BoxedBallot& ballot) = 0; // already_done.
    // The count: empties the box of a candidate and forgets its key, and after the batch every
    // trace of them in the write-ahead log. wrong_state where not `counted` ballots lay in it.
    virtual core::Result<void> empty_box(core::RoundId round, core::CandidateId candidate,
                                         std::size_t counted) = 0;
    virtual void put_ballot_key(core::RoundId round, core::CandidateId candidate,
                                std::string_view key) = 0; // The first one stays.
    virtual void put_project(core::CandidateId candidate, const ProjectFile& project) = 0;

    virtual void set_value(std::string_view name, std::string_view value) = 0;
};

} // namespace thi::store
