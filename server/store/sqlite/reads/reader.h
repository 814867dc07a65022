// What screens ask, in SQL (store/reader.h has the contract). One connection, one thread at a time.

#pragma once
#include "store/reader.h"
#include "store/sqlite/sealed.h"

namespace thi::store::sqlite {

class Reader final : public store::Reader {
  public:
    Reader(Connection& db, const Vault& vault) : db_(db), sealed_(db, vault) {}

    std::vector<LogHead> heads() const override;
    std::optional<LogHead> head(core::ContestId contest) const override;
    std::optional<LogEntry> entry(core::ContestId contest, std::uint64_t index) const override;
    std::vector<LogEntry> entries(core::ContestId contest, std::uint64_t from, std::size_t count,
                                  std::string_view type) const override;
    void each_entry(core::ContestId contest, std::uint64_t from,
                    const std::function<void(LogEntry&&)>& visit) const override;
    void each_leaf(core::ContestId contest, std::uint64_t from,
                   const std::function<void(std::uint64_t index, std::string_view leaf)>& visit)
        const override;
    std::optional<crypto::Digest> node(core::ContestId contest, unsigned int level,
                                       std::uint64_t index) const override;
    std::vector<Checkpoint> checkpoints(core::ContestId contest) const override;
    std::optional<Checkpoint> checkpoint(core::ContestId contest,
                                         std::uint64_t size) const override;

    std::optional<Session> session(const crypto::Digest& token_hash) const override;
    std::vector<Session> sessions_of(core::AccountId account) const override;
    std::optional<Account> account(core::AccountId account) const override;
    std::optional<Account> account_named(std::string_view identifier) const override;
    std::vector<Account> accounts() const override;
    std::vector<Candidacy> candidacies(core::AccountId account) const override;
    std::vector<Duty> duties(core::AccountId account) const override;
    std::optional<core::CandidateId> candidate_of(core::ContestId contest,
                                                  core::AccountId account) const override;
    std::optional<core::PersonId> person_of(core::ContestId contest,
                                            core::AccountId account) const override;
    std::optional<core::AccountId> account_of(core::CandidateId candidate) const override;
    std::optional<core::AccountId> account_of(core::PersonId person) const override;
    PersonNames names(core::AccountId account) const override;
    std::map<core::CandidateId, PersonNames>
    candidate_names(core::ContestId contest) const override;
    std::vector<Message> messages(core::AccountId account) const override;
    std::vector<Message> unsent_messages(core::Whole attempts_max,
                                         std::size_t count) const override;
    std::optional<std::string> value(std::string_view name) const override;
    std::optional<Place> place(std::string_view id) const override;

    std::vector<ContestRow> contests() const override;
    std::optional<ContestRow> contest(core::ContestId contest) const override;
    std::optional<core::ContestId> contest_coded(std::string_view code) const override;
    std::vector<StageRow> stages(core::ContestId contest) const override;
    std::vector<OfficialRow> officials(core::ContestId contest) const override;
    std::vector<Proposal> proposals(core::ContestId contest) const override;
    std::optional<Proposal> proposal(core::ProposalId proposal) const override;

    std::vector<ApplicationRow> applications(core::ContestId contest) const override;
    std::optional<ApplicationRow> application(core::ApplicationId application) const override;
    std::vector<ApplicationRow> applications_of(core::AccountId account) const override;
    std::vector<FindingRow> findings(core::ApplicationId application) const override;
    std::vector<DecisionRow> decisions(core::ApplicationId application) const override;
    std::vector<SupplementRow> supplements(core::ApplicationId application) const override;
    std::optional<core::DossierFacts> dossier(core::CandidateId candidate) const override;
    std::optional<core::Dossier> dossier_version(core::CandidateId candidate,
                                                 const crypto::Digest& dossier_hash) const override;
    std::vector<Document> documents(core::CandidateId candidate) const override;
    std::optional<Document> document(core::DocumentId document) const override;
    std::optional<std::string> document_content(core::DocumentId document) const override;
    std::optional<std::string> private_text(core::ContestId contest,
                                            const crypto::Digest& hash) const override;
    std::optional<std::string> appeal_text(core::ContestId contest,
                                           core::AppealId appeal) const override;
    std::optional<PetitionRow> petition_of(core::ApplicationId application) const override;
    std::vector<PetitionRow> petitions(core::ContestId contest) const override;
    std::optional<EligibleListRow> eligible_list(core::ContestId contest) const override;

    std::vector<PaperRow> papers(core::ContestId contest) const override;
    std::optional<PaperContent> paper_content(core::PaperId paper) const override;
    std::optional<std::string> paper_ciphertext(core::PaperId paper) const override;
    std::optional<std::string> paper_cipher_key(core::PaperId paper) const override;
    std::optional<std::string> paper_key_document(core::PaperId paper) const override;
    std::vector<DrawRow> draws(core::ContestId contest) const override;
    std::vector<RoomRow> rooms(core::ContestId contest) const override;
    std::optional<RoomRow> room(core::RoomId room) const override;
    std::vector<SeatRow> seats(core::RoomId room) const override;
    std::optional<SittingRow> sitting(core::SittingId sitting) const override;
    std::vector<SittingRow> sittings_of(core::AccountId account) const override;
    std::vector<SittingRow> sittings(core::ContestId contest) const override;
    std::vector<AnswerRow> answers(core::SittingId sitting) const override;
    std::vector<SaveRow> saves(core::SittingId sitting) const override;
    std::vector<LeaseRow> leases(core::SittingId sitting) const override;
    std::optional<std::string> note(core::SittingId sitting) const override;
    std::vector<IncidentRow> incidents(core::ContestId contest) const override;

    std::vector<MarkRow> marks(core::ContestId contest, core::RoundId round,
                               std::string_view code) const override;
    std::vector<std::uint64_t> own_entries(core::ContestId contest,
                                           core::CandidateId candidate) const override;
    std::vector<ScoreRow> scores(core::ContestId contest) const override;
    std::vector<ScoreRow> scores_of(core::CandidateId candidate) const override;
    std::vector<ReleaseRow> releases(core::ContestId contest) const override;
    std::vector<ResitRow> resits(core::ContestId contest) const override;
    std::optional<PublishedFile> file(core::ContestId contest,
                                      const crypto::Digest& sha256) const override;

    std::vector<core::BoxedBallot> ballot_box(core::RoundId round,
                                              core::CandidateId candidate) const override;
    std::vector<BallotRow> ballots(core::RoundId round, core::CandidateId candidate) const override;
    std::optional<std::string> ballot_key(core::RoundId round,
                                          core::CandidateId candidate) const override;
    std::optional<ProjectFile> project_file(core::CandidateId candidate,
                                            const crypto::Digest& sha256) const override;

  private:
    // Queries are const for screens; SQLite's handle is not.
    Connection& db_;
    Sealed sealed_;
};

} // namespace thi::store::sqlite
