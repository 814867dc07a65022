// Events of planning and of the contest's life (docs/formats/leaf.md has the payloads).

#pragma once
#include "core/people.h"
#include "core/plan/plan.h"
#include "core/shared.h"

#include <optional>
#include <string_view>

namespace thi::core {

// The life of a contest. Which steps a contest has follows from its plan: core/plan/life.h.
enum class Stage {
    draft,        // Before the log exists.
    published,    // Rules frozen, log key printed.
    intake,       // Applications are taken.
    verification, // Dossiers are decided.
    listed,       // The eligible list is posted; petitions.
    preparing,    // Papers sealed, rooms and seats drawn.
    sitting,      // Rounds are held.
    marking,
    defence,
    scored,   // Scores and ranks computed; ties being resolved.
    released, // Provisional results are public; appeals.
    final_,   // Final results.
    archived,
    cancelled,
};
BOOST_DESCRIBE_ENUM(Stage, draft, published, intake, verification, listed, preparing, sitting,
                    marking, defence, scored, released, final_, archived, cancelled)

struct ContestOpened {
    static constexpr std::string_view leaf = "contest.genesis";
    ContestId contest;
    Shared<Plan> plan;
    std::string log_vkey;
    std::string policy; // tlog-policy text; empty while there are no witnesses.
    std::string build;
    Approvals approvals;
};
BOOST_DESCRIBE_STRUCT(ContestOpened, (), (contest, plan, log_vkey, policy, build, approvals))

struct PlanChange {
    std::string parameter;
    std::string old_value; // Canonical JSON of the setting.
    std::string new_value;
};
BOOST_DESCRIBE_STRUCT(PlanChange, (), (parameter, old_value, new_value))

struct PlanAmended {
    static constexpr std::string_view leaf = "plan.amend";
    PersonId by;
    Shared<Plan> plan; // Whole, as it is after the amendment.
    std::vector<PlanChange> changes;
    std::string reason;
    Approvals approvals;
};
BOOST_DESCRIBE_STRUCT(PlanAmended, (), (by, plan, changes, reason, approvals))

struct PlanWaived {
    static constexpr std::string_view leaf = "plan.waive";
    PersonId by;
    std::string parameter;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PlanWaived, (), (by, parameter, reason))

struct StageChanged {
    static constexpr std::string_view leaf = "contest.state";
    std::optional<PersonId> by; // Absent: the server, by the calendar.
    Stage from = Stage::draft;
    Stage to = Stage::draft;
    std::optional<std::string> reason;
    Approvals approvals;
};
BOOST_DESCRIBE_STRUCT(StageChanged, (), (by, from, to, reason, approvals))

enum class Deadline { intake_closes, verification, petition_window, appeal_window };
BOOST_DESCRIBE_ENUM(Deadline, intake_closes, verification, petition_window, appeal_window)

struct DeadlineExtended {
    static constexpr std::string_view leaf = "calendar.extend";
    PersonId by;
    Deadline deadline = Deadline::intake_closes;
    Instant old_at;
    Instant new_at;
    std::string reason;
    Approvals approvals;
};
BOOST_DESCRIBE_STRUCT(DeadlineExtended, (), (by, deadline, old_at, new_at, reason, approvals))

struct PersonGranted {
    static constexpr std::string_view leaf = "person.grant";
    std::optional<PersonId> by; // Absent: with the genesis.
    PersonId person;
    Role role = Role::auditor;
    Approvals approvals;
};
BOOST_DESCRIBE_STRUCT(PersonGranted, (), (by, person, role, approvals))

struct PersonRevoked {
    static constexpr std::string_view leaf = "person.revoke";
    PersonId by;
    PersonId person;
    Role role = Role::auditor;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PersonRevoked, (), (by, person, role, reason))

struct ConflictDeclared {
    static constexpr std::string_view leaf = "person.conflict";
    PersonId by;
    PersonId person;
    CandidateId candidate;
    Relation relation = Relation::other;
};
BOOST_DESCRIBE_STRUCT(ConflictDeclared, (), (by, person, candidate, relation))

} // namespace thi::core
