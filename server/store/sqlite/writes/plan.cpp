// Rows of planning: the contest, its plans, stages and people.

#include "core/plan/events.h"
#include "store/sqlite/writes/project.h"
#include "text/described.h"

namespace thi::store::sqlite {

namespace {

std::optional<std::string_view> nothing() {
    return std::nullopt;
}

} // namespace

void write_contest(const Projection& to) {
    const auto& c = to.contest;
    to.db.run("UPDATE contest SET stage = ?2, intake_closes_at = ?3, petition_closes_at = ?4, "
              "list_posted_at = ?5, trace_hash = ?6, score_idx = ?7, released_hash = ?8, "
              "final_hash = ?9, closed = ?10, verification_closes_at = ?11 WHERE contest = ?1",
              to.id(), text::name_of(c.stage), c.intake_closes, c.petition_closes, c.list_posted_at,
              c.trace_hash, c.score_index, c.released_hash, c.final_hash, c.closed,
              c.verification_closes);
}

void write_plan_version(const Projection& to, const std::optional<core::PersonId>& by,
                        const std::optional<std::string>& reason, std::string_view changes) {
    const auto plan = text::to_text(to.contest.plan);
    to.db.run("UPDATE contest SET plan_version = plan_version + 1 WHERE contest = ?", to.id());
    to.db.run("INSERT INTO plan_version (contest, version, idx, at, by, reason, changes, plan) "
              "SELECT contest, plan_version, ?2, ?3, ?4, ?5, ?6, ?7 FROM contest "
              "WHERE contest = ?1",
              to.id(), to.record.index, to.record.at, by, reason, changes, plan);
}

void write_rows(const Projection& to, const core::ContestOpened& event) {
    to.db.run("INSERT INTO contest (contest, log_vkey, stage, plan_version, closed, published_at) "
              "VALUES (?, ?, ?, 0, 0, ?)",
              to.id(), event.log_vkey, text::name_of(to.contest.stage), to.record.at);
    write_plan_version(to, std::nullopt, std::nullopt, "[]");
}

void write_rows(const Projection& to, const core::PlanAmended& event) {
    write_plan_version(to, event.by, event.reason, text::to_text(event.changes));
}

void write_rows(const Projection& to, const core::PlanWaived& event) {
    const std::vector<core::PlanChange> changes{{event.parameter, "{\"unset\":true}", "waived"}};
    write_plan_version(to, event.by, event.reason, text::to_text(changes));
}

void write_rows(const Projection& to, const core::StageChanged& event) {
    to.db.run("INSERT INTO stage_change (contest, idx, at, from_stage, to_stage, by, reason) "
              "VALUES (?, ?, ?, ?, ?, ?, ?)",
              to.id(), to.record.index, to.record.at, text::name_of(event.from),
              text::name_of(event.to), event.by, event.reason);
}

void write_rows(const Projection& to, const core::DeadlineExtended& event) {
    to.db.run("INSERT INTO deadline_extension (contest, idx, deadline, old_at, new_at, by, reason) "
              "VALUES (?, ?, ?, ?, ?, ?, ?)",
              to.id(), to.record.index, text::name_of(event.deadline), event.old_at, event.new_at,
              event.by, event.reason);
}

void write_rows(const Projection& to, const core::PersonGranted& event) {
    to.db.run("INSERT INTO official (contest, person, role, idx, revoked_idx) "
              "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET idx = excluded.idx, "
              "revoked_idx = NULL",
              to.id(), event.person, text::name_of(event.role), to.record.index, nothing());
}

void write_rows(const Projection& to, const core::PersonRevoked& event) {
    to.db.run("UPDATE official SET revoked_idx = ? WHERE contest = ? AND person = ? AND role = ?",
              to.record.index, to.id(), event.person, text::name_of(event.role));
}

void write_rows(const Projection& to, const core::ConflictDeclared& event) {
    to.db.run("INSERT INTO conflict (contest, person, candidate, relation, idx) "
              "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET relation = excluded.relation, "
              "idx = excluded.idx",
              to.id(), event.person, event.candidate, text::name_of(event.relation),
              to.record.index);
}

} // namespace thi::store::sqlite
