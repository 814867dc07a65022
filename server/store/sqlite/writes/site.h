// The site's own data in SQLite (store/site.h has the contract).

#pragma once
#include "store/site.h"
#include "store/sqlite/sealed.h"

#include <utility>

namespace thi::store::sqlite {

class SiteWriter final : public store::SiteWriter {
  public:
    SiteWriter(Connection& db, const Vault& vault) : db_(db), sealed_(db, vault) {}

    core::Result<void> add_account(const Account& account) override;
    void set_password(core::AccountId account, std::string_view phc) override;
    void set_administrator(core::AccountId account, bool administrator) override;
    void set_disabled(core::AccountId account, bool disabled) override;
    void erase_person(core::AccountId account) override;
    void add_session(const Session& session) override;
    void touch_session(const crypto::Digest& token_hash, core::Instant seen_at,
                       core::Instant expires_at) override;
    void prove_session(const crypto::Digest& token_hash, core::Instant at) override;
    void end_session(const crypto::Digest& token_hash) override;
    core::Result<void> end_session_of(core::AccountId account, std::string_view session) override;
    void end_sessions_of(core::AccountId account) override;
    void drop_expired(core::Instant now) override;
    void add_link(const Link& link) override;
    core::Result<core::AccountId> use_link(const crypto::Digest& token_hash,
                                           core::Instant now) override;
    void add_message(const Message& message) override;
    void message_sent(std::int64_t message, core::Instant at) override;
    void message_failed(std::int64_t message) override;

    core::Result<void> add_contest(const ContestSite& contest) override;
    core::Result<void> set_draft_plan(core::ContestId contest, std::string_view plan,
                                      core::Instant read_at, core::Instant now) override;
    core::CandidateId join_candidate(core::ContestId contest, core::AccountId account,
                                     core::CandidateId fresh) override;
    core::PersonId join_person(core::ContestId contest, core::AccountId account,
                               core::PersonId fresh) override;
    void add_draft_role(core::ContestId contest, core::PersonId person, core::Role role) override;
    void drop_draft_role(core::ContestId contest, core::PersonId person, core::Role role) override;
    void add_proposal(const Proposal& proposal) override;
    core::Result<void> approve_proposal(core::ProposalId proposal,
                                        const ProposalApproval& approval) override;
    core::Result<void> settle_proposal(core::ProposalId proposal, ProposalState state,
                                       const std::optional<std::string>& result) override;
    void add_file(const PublishedFile& file) override;

    void put_dossier(core::CandidateId candidate, const core::DossierFacts& facts,
                     core::Instant now) override;
    void keep_dossier(core::CandidateId candidate, const core::Dossier& dossier,
                      const crypto::Digest& dossier_hash, core::Instant now) override;
    core::Whole add_document(const Document& document, std::string_view content) override;
    void put_text(core::ContestId contest, const crypto::Digest& hash, core::AccountId account,
                  std::string_view text, core::Instant now) override;

    void put_paper(const PaperContent& paper) override;
    void put_paper_secrets(const PaperSecrets& secrets) override;
    void put_note(core::SittingId sitting, std::string_view body, core::Instant now) override;

    core::Result<void> box_ballot(core::RoundId round, core::CandidateId candidate,
                                  const core::BoxedBallot& ballot) override;
    core::Result<void> empty_box(core::RoundId round, core::CandidateId candidate,
                                 std::size_t counted) override;
    void put_ballot_key(core::RoundId round, core::CandidateId candidate,
                        std::string_view key) override;
    void put_project(core::CandidateId candidate, const ProjectFile& project) override;

    void set_value(std::string_view name, std::string_view value) override;

    // Whether something was deleted that the WAL must not keep; says so once.
    bool take_forget() { return std::exchange(forget_, false); }

  private:
    core::AccountId owner(core::CandidateId candidate);

    struct BoxRow {
        core::BallotId ballot;
        core::RoundId round;
        core::CandidateId candidate;
        crypto::Digest token_digest;
        std::optional<std::int64_t> hundredths;
        crypto::Digest salt;
    };
    std::vector<BoxRow> whole_box();

    Connection& db_;
    Sealed sealed_;
    bool forget_ = false;
};

} // namespace thi::store::sqlite
