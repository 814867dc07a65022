// Commands of planning and of the contest's life. A command asks; decide() answers with events or a
// refusal. `by` is who asks, `approvals` are the two people behind a two-person act.

#pragma once
#include "core/plan/events.h"

namespace thi::core {

struct Appointee {
    PersonId person;
    Role role = Role::auditor;
};

struct PublishContest {
    ContestId contest;
    Shared<Plan> plan;
    std::string log_vkey;
    std::string policy;
    std::string build;
    std::vector<Appointee> officials;
    Approvals approvals;
};

struct AmendPlan {
    PersonId by;
    Shared<Plan> plan;
    std::vector<PlanChange> changes;
    std::string reason;
    Approvals approvals;
};

struct WaiveParameter {
    PersonId by;
    std::string parameter;
    std::string reason;
};

struct AdvanceStage {
    std::optional<PersonId> by;
    Stage to = Stage::draft;
    std::optional<std::string> reason;
    Approvals approvals;
};

struct ExtendDeadline {
    PersonId by;
    Deadline deadline = Deadline::intake_closes;
    Instant new_at;
    std::string reason;
    Approvals approvals;
};

struct GrantRole {
    PersonId by;
    PersonId person;
    Role role = Role::auditor;
    Approvals approvals;
};

struct RevokeRole {
    PersonId by;
    PersonId person;
    Role role = Role::auditor;
    std::string reason;
};

struct DeclareConflict {
    PersonId by;
    PersonId person;
    CandidateId candidate;
    Relation relation = Relation::other;
};

} // namespace thi::core
