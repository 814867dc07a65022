// Bodies of contests, plans, people and two-person acts.

#pragma once
#include "core/event.h"
#include "core/fault.h"
#include "text/described.h"

namespace thi::http::api {

struct ContestLine {
    core::ContestId contest;
    std::string code;
    std::string title;
    std::optional<std::string> title_en;
    core::Stage stage = core::Stage::draft;
    std::optional<std::string> authority;
    std::optional<core::Instant> intake_opens_at;
    std::optional<core::Instant> intake_closes_at;
    core::Whole posts = 0;
    core::Whole seats = 0;
    bool demo = false;
};
BOOST_DESCRIBE_STRUCT(ContestLine, (),
                      (contest, code, title, title_en, stage, authority, intake_opens_at,
                       intake_closes_at, posts, seats, demo))

struct ContestList {
    std::vector<ContestLine> contests;
    core::Instant server_now;
};
BOOST_DESCRIBE_STRUCT(ContestList, (), (contests, server_now))

struct LogKey {
    std::string origin;
    std::string vkey;
};
BOOST_DESCRIBE_STRUCT(LogKey, (), (origin, vkey))

struct StageTime {
    core::Stage stage = core::Stage::draft;
    core::Instant at;
};
BOOST_DESCRIBE_STRUCT(StageTime, (), (stage, at))

struct RoundLine {
    core::RoundId round;
    core::RoundType type = core::RoundType::objective;
    std::string title;
    bool practice = false;
    bool gate = false;
    core::Whole weight = 0;
    core::Points scale;
    core::Points pass;
    std::optional<core::Instant> opens_at;
    std::optional<core::Instant> closes_at;
    core::Whole minutes = 0;
    core::ClockMode clock = core::ClockMode::fixed_instant;
    std::optional<core::RoundId> held_again_as; // Set aside: it counts for nothing.
};
BOOST_DESCRIBE_STRUCT(RoundLine, (),
                      (round, type, title, practice, gate, weight, scale, pass, opens_at, closes_at,
                       minutes, clock, held_again_as))

// The public notice.
struct Notice {
    ContestLine contest;
    std::vector<std::string> legal_basis;
    std::vector<core::Post> posts;
    std::vector<RoundLine> rounds;
    std::vector<core::DocumentKind> required_documents;
    std::vector<StageTime> stages; // That were reached, in order.
    std::optional<core::Instant> petition_closes_at;
    std::optional<crypto::Digest> plan_hash;
    std::optional<LogKey> log;
    core::Instant server_now;
};
BOOST_DESCRIBE_STRUCT(Notice, (),
                      (contest, legal_basis, posts, rounds, required_documents, stages,
                       petition_closes_at, plan_hash, log, server_now))

struct PresetLine {
    core::Preset preset = core::Preset::BTCTW_2017;
    std::string title;
    std::string summary;
};
BOOST_DESCRIBE_STRUCT(PresetLine, (), (preset, title, summary))

struct PresetList {
    std::vector<PresetLine> presets;
};
BOOST_DESCRIBE_STRUCT(PresetList, (), (presets))

struct NewContest {
    core::Preset preset = core::Preset::BTCTW_2017;
    std::string code;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(NewContest, (), (preset, code, title))

struct Parameter {
    std::string name;
    std::string title_vi;
    std::string title_en;
    std::string unit;
    bool waivable = false;
    std::string waived_means;
    std::optional<std::string> not_supported_step; // Set: nothing obeys it yet.
};
BOOST_DESCRIBE_STRUCT(Parameter, (),
                      (name, title_vi, title_en, unit, waivable, waived_means, not_supported_step))

struct PlanFault {
    std::string pointer;
    core::Code code = core::Code::invalid_field;
    std::string vi;
    std::string en;
};
BOOST_DESCRIBE_STRUCT(PlanFault, (), (pointer, code, vi, en))

// The plan with what is wrong or still unset in it.
struct PlanView {
    text::Raw plan; // docs/formats/plan.schema.json
    std::vector<PlanFault> faults;
    std::vector<Parameter> parameters;
    std::optional<crypto::Digest> hash;
    core::Whole version = 0; // 0: a draft; 1: as published; then one more with each amendment.
};
BOOST_DESCRIBE_STRUCT(PlanView, (), (plan, faults, parameters, hash, version))

struct PlanDraft {
    text::Raw plan;
};
BOOST_DESCRIBE_STRUCT(PlanDraft, (), (plan))

struct OfficialLine {
    core::PersonId person;
    std::string name;
    std::string identifier;
    std::vector<core::Role> roles;
};
BOOST_DESCRIBE_STRUCT(OfficialLine, (), (person, name, identifier, roles))

struct OfficialList {
    std::vector<OfficialLine> officials;
};
BOOST_DESCRIBE_STRUCT(OfficialList, (), (officials))

struct Appoint {
    std::string identifier; // Of an account that exists.
    core::Role role = core::Role::auditor;
};
BOOST_DESCRIBE_STRUCT(Appoint, (), (identifier, role))

struct Revoke {
    core::Role role = core::Role::auditor;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Revoke, (), (role, reason))

struct Conflict {
    core::CandidateId candidate;
    core::Relation relation = core::Relation::other;
};
BOOST_DESCRIBE_STRUCT(Conflict, (), (candidate, relation))

// A two-person act. `body` has the shape of the act (server/http/api/acts.h).
struct NewProposal {
    std::string act;
    text::Raw body;
};
BOOST_DESCRIBE_STRUCT(NewProposal, (), (act, body))

struct ApprovalLine {
    core::PersonId person;
    std::string name;
    core::Instant at;
};
BOOST_DESCRIBE_STRUCT(ApprovalLine, (), (person, name, at))

enum class ProposalState { waiting, done, withdrawn };
BOOST_DESCRIBE_ENUM(ProposalState, waiting, done, withdrawn)

struct Proposal {
    core::ProposalId proposal;
    std::string act;
    text::Raw body;
    crypto::Digest action_hash;
    std::vector<ApprovalLine> approvals;
    core::Whole needed = 2;
    ProposalState state = ProposalState::waiting;
    core::Instant created_at;
    std::optional<text::Raw> result;
};
BOOST_DESCRIBE_STRUCT(Proposal, (),
                      (proposal, act, body, action_hash, approvals, needed, state, created_at,
                       result))

struct ProposalList {
    std::vector<Proposal> proposals;
};
BOOST_DESCRIBE_STRUCT(ProposalList, (), (proposals))

// What the council sees first: counts, what waits for whom, the log's head.
struct Task {
    std::string
        kind; // "proposal", "dossier", "unset_rules", "incident", "late_answers", "tie", ...
    core::Whole count = 0;
    std::optional<std::string> subject;
};
BOOST_DESCRIBE_STRUCT(Task, (), (kind, count, subject))

struct PostCounts {
    core::PostId post;
    core::Whole applications = 0;
    core::Whole eligible = 0;
    core::Whole refused = 0;
    core::Whole present = 0;
    core::Whole working = 0;
    core::Whole submitted = 0;
};
BOOST_DESCRIBE_STRUCT(PostCounts, (),
                      (post, applications, eligible, refused, present, working, submitted))

struct Overview {
    Notice notice;
    std::vector<core::Stage> stages; // All that this contest has, in order.
    std::vector<core::Stage> next;   // To which it may go now.
    std::vector<Task> tasks;
    std::vector<PostCounts> posts;
    core::Whole log_size = 0;
    std::optional<crypto::Digest> log_root;
    std::optional<core::Instant> log_at;
};
BOOST_DESCRIBE_STRUCT(Overview, (),
                      (notice, stages, next, tasks, posts, log_size, log_root, log_at))

} // namespace thi::http::api
