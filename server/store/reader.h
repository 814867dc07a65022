// Reader: what screens may ask, over one snapshot. Decides nothing and writes nothing.
//
// `optional` means absent. Lists are whole where a contest bounds them, and paged where only the
// log does. Breakage is StoreError.

#pragma once
#include "store/views.h"

#include <functional>
#include <span>

namespace thi::store {

class LogReader {
  public:
    virtual ~LogReader() = default;
    virtual std::vector<LogHead> heads() const = 0;
    virtual std::optional<LogHead> head(core::ContestId contest) const = 0;
    virtual std::optional<LogEntry> entry(core::ContestId contest, std::uint64_t index) const = 0;
    // Entries from index `from` on, at most `count`; only of `type` where it is not "".
    virtual std::vector<LogEntry> entries(core::ContestId contest, std::uint64_t from,
                                          std::size_t count, std::string_view type = {}) const = 0;
    // Every entry in order, one at a time: for replay, verify and export.
    virtual void each_entry(core::ContestId contest, std::uint64_t from,
                            const std::function<void(LogEntry&&)>& visit) const = 0;
    // The leaves alone, in order, without their openings.
    virtual void each_leaf(
        core::ContestId contest, std::uint64_t from,
        const std::function<void(std::uint64_t index, std::string_view leaf)>& visit) const = 0;
    // The root of the complete subtree of 2^level leaves at `index`; level 0 is a leaf's hash.
    virtual std::optional<crypto::Digest> node(core::ContestId contest, unsigned int level,
                                               std::uint64_t index) const = 0;
    virtual std::vector<Checkpoint> checkpoints(core::ContestId contest) const = 0;
    virtual std::optional<Checkpoint> checkpoint(core::ContestId contest,
                                                 std::uint64_t size) const = 0;
};

class SiteReader {
  public:
    virtual ~SiteReader() = default;
    virtual std::optional<Session> session(const crypto::Digest& token_hash) const = 0;
    virtual std::vector<Session> sessions_of(core::AccountId account) const = 0;
    virtual std::optional<Account> account(core::AccountId account) const = 0;
    virtual std::optional<Account> account_named(std::string_view identifier) const = 0;
    virtual std::vector<Account> accounts() const = 0;
    virtual std::vector<Candidacy> candidacies(core::AccountId account) const = 0;
    virtual std::vector<Duty> duties(core::AccountId account) const = 0;
    virtual std::optional<core::CandidateId> candidate_of(core::ContestId contest,
                                                          core::AccountId account) const = 0;
    virtual std::optional<core::PersonId> person_of(core::ContestId contest,
                                                    core::AccountId account) const = 0;
    virtual std::optional<core::AccountId> account_of(core::CandidateId candidate) const = 0;
    virtual std::optional<core::AccountId> account_of(core::PersonId person) const = 0;
    virtual PersonNames names(core::AccountId account) const = 0; // Empty where erased.
    virtual std::map<core::CandidateId, PersonNames>
    candidate_names(core::ContestId contest) const = 0;
    virtual std::vector<Message> messages(core::AccountId account) const = 0; // Newest first.
    virtual std::vector<Message> unsent_messages(core::Whole attempts_max,
                                                 std::size_t count) const = 0;
    virtual std::optional<std::string> value(std::string_view name) const = 0;
    // The contest, and the candidate where it is one's, of any id that stands in a path: contest,
    // application, sitting, document, room, paper, petition, proposal, incident, candidate, person.
    virtual std::optional<Place> place(std::string_view id) const = 0;
};

class PlanReader {
  public:
    virtual ~PlanReader() = default;
    virtual std::vector<ContestRow> contests() const = 0; // Newest first.
    virtual std::optional<ContestRow> contest(core::ContestId contest) const = 0;
    virtual std::optional<core::ContestId> contest_coded(std::string_view code) const = 0;
    virtual std::vector<StageRow> stages(core::ContestId contest) const = 0;
    virtual std::vector<OfficialRow> officials(core::ContestId contest) const = 0;
    virtual std::vector<Proposal> proposals(core::ContestId contest) const = 0; // Newest first.
    virtual std::optional<Proposal> proposal(core::ProposalId proposal) const = 0;
};

class IntakeReader {
  public:
    virtual ~IntakeReader() = default;
    // The register, with names, by number.
    virtual std::vector<ApplicationRow> applications(core::ContestId contest) const = 0;
    virtual std::optional<ApplicationRow> application(core::ApplicationId application) const = 0;
    virtual std::vector<ApplicationRow> applications_of(core::AccountId account) const = 0;
    virtual std::vector<FindingRow> findings(core::ApplicationId application) const = 0;
    virtual std::vector<DecisionRow> decisions(core::ApplicationId application) const = 0;
    virtual std::vector<SupplementRow> supplements(core::ApplicationId application) const = 0;
    virtual std::optional<core::DossierFacts> dossier(core::CandidateId candidate) const = 0;
    virtual std::optional<core::Dossier>
    dossier_version(core::CandidateId candidate, const crypto::Digest& dossier_hash) const = 0;
    // The last version of each kind.
    virtual std::vector<Document> documents(core::CandidateId candidate) const = 0;
    virtual std::optional<Document> document(core::DocumentId document) const = 0;
    virtual std::optional<std::string> document_content(core::DocumentId document) const = 0;
    virtual std::optional<std::string> private_text(core::ContestId contest,
                                                    const crypto::Digest& hash) const = 0;
    // What the candidate wrote; nothing where it was erased.
    virtual std::optional<std::string> appeal_text(core::ContestId contest,
                                                   core::AppealId appeal) const = 0;
    virtual std::optional<PetitionRow> petition_of(core::ApplicationId application) const = 0;
    virtual std::vector<PetitionRow> petitions(core::ContestId contest) const = 0;
    virtual std::optional<EligibleListRow> eligible_list(core::ContestId contest) const = 0;
};

class SittingReader {
  public:
    virtual ~SittingReader() = default;
    virtual std::vector<PaperRow> papers(core::ContestId contest) const = 0; // Drafts too.
    virtual std::optional<PaperContent> paper_content(core::PaperId paper) const = 0;
    virtual std::optional<std::string> paper_ciphertext(core::PaperId paper) const = 0;
    virtual std::optional<std::string> paper_cipher_key(core::PaperId paper) const = 0;
    virtual std::optional<std::string> paper_key_document(core::PaperId paper) const = 0;
    virtual std::vector<DrawRow> draws(core::ContestId contest) const = 0;
    virtual std::vector<RoomRow> rooms(core::ContestId contest) const = 0;
    virtual std::optional<RoomRow> room(core::RoomId room) const = 0;
    virtual std::vector<SeatRow> seats(core::RoomId room) const = 0; // By seat.
    virtual std::optional<SittingRow> sitting(core::SittingId sitting) const = 0;
    virtual std::vector<SittingRow> sittings_of(core::AccountId account) const = 0;
    virtual std::vector<SittingRow> sittings(core::ContestId contest) const = 0;
    virtual std::vector<AnswerRow> answers(core::SittingId sitting) const = 0;
    virtual std::vector<SaveRow> saves(core::SittingId sitting) const = 0;
    virtual std::vector<LeaseRow> leases(core::SittingId sitting) const = 0;
    virtual std::optional<std::string> note(core::SittingId sitting) const = 0;
    virtual std::vector<IncidentRow> incidents(core::ContestId contest) const = 0;
};

class DefenceReader {
  public:
    virtual ~DefenceReader() = default;
    // What was cast for a candidate and is not counted yet, by the random ids.
    virtual std::vector<core::BoxedBallot> ballot_box(core::RoundId round,
                                                      core::CandidateId candidate) const = 0;
    // Counted ones, by the random ids.
    virtual std::vector<BallotRow> ballots(core::RoundId round,
                                           core::CandidateId candidate) const = 0;
    virtual std::optional<std::string> ballot_key(core::RoundId round,
                                                  core::CandidateId candidate) const = 0;
    virtual std::optional<ProjectFile> project_file(core::CandidateId candidate,
                                                    const crypto::Digest& sha256) const = 0;
};

class ResultReader {
  public:
    virtual ~ResultReader() = default;
    // Every mark of a script, in the order of the log.
    virtual std::vector<MarkRow> marks(core::ContestId contest, core::RoundId round,
                                       std::string_view code) const = 0;
    // The entries of a log that are about one candidate alone, from the application to an appeal:
    // their indexes, ascending. Marks of scripts are not among them: they stand under codes.
    virtual std::vector<std::uint64_t> own_entries(core::ContestId contest,
                                                   core::CandidateId candidate) const = 0;
    virtual std::vector<ScoreRow>
    scores(core::ContestId contest) const = 0; // In the tally's order.
    virtual std::vector<ScoreRow> scores_of(core::CandidateId candidate) const = 0;
    virtual std::vector<ReleaseRow> releases(core::ContestId contest) const = 0;
    virtual std::vector<ResitRow> resits(core::ContestId contest) const = 0;
    virtual std::optional<PublishedFile> file(core::ContestId contest,
                                              const crypto::Digest& sha256) const = 0;
};

class Reader : public LogReader,
               public SiteReader,
               public PlanReader,
               public IntakeReader,
               public SittingReader,
               public DefenceReader,
               public ResultReader {};

} // namespace thi::store
