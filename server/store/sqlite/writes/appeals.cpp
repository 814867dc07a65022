// Rows of infractions, appeals, amendments and remedies. One row for each event.

#include "store/sqlite/writes/project.h"
#include "text/described.h"

namespace thi::store::sqlite {

void write_rows(const Projection& to, const core::InfractionRecorded& event) {
    to.db.run("INSERT INTO infraction (infraction, contest, candidate, round, sitting, level, "
              "facts, happened_at, witnesses, candidate_signed, witnesses_refused, objection, by, "
              "approvals, at, idx) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              event.infraction, to.id(), event.candidate, event.round, event.sitting,
              text::name_of(event.level), event.facts, event.happened_at,
              text::to_text(event.witnesses), event.candidate_signed, event.witnesses_refused,
              event.objection, event.by, text::to_text(event.approvals), to.record.at,
              to.record.index);
}

void write_rows(const Projection& to, const core::AppealFiled& event) {
    to.db.run("INSERT INTO appeal (appeal, contest, candidate, track, round, item, text_hash, "
              "filed_at, idx) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
              event.appeal, to.id(), event.candidate, text::name_of(event.track), event.round,
              event.item, event.text_hash, event.filed_at, to.record.index);
}

void write_rows(const Projection& to, const core::AppealDecided& event) {
    to.db.run("INSERT INTO appeal_decision (contest, idx, appeal, upheld, reason, replaces, by, "
              "approvals, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
              to.id(), to.record.index, event.appeal, event.upheld, event.reason, event.replaces,
              event.by, text::to_text(event.approvals), to.record.at);
}

void write_rows(const Projection& to, const core::MarkAmended& event) {
    to.db.run("INSERT INTO amendment (contest, idx, appeal, candidate, round, old_mark, new_mark, "
              "by, approvals) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
              to.id(), to.record.index, event.appeal, event.candidate, event.round,
              text::to_text(event.old_mark), text::to_text(event.new_mark), event.by,
              text::to_text(event.approvals));
}

void write_rows(const Projection& to, const core::RemedyApplied& event) {
    to.db.run("INSERT INTO remedy (contest, idx, paper, item, kind, keys, reason, appeal, by, "
              "approvals, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              to.id(), to.record.index, event.paper, event.item, text::name_of(event.kind),
              text::to_text(event.keys), event.reason, event.appeal, event.by,
              text::to_text(event.approvals), to.record.at);
}

// The contest's row still says from which stage it goes back.
void write_rows(const Projection& to, const core::RoundHeldAgain& event) {
    to.db.run("INSERT INTO resit (contest, idx, round, again, opens_at, closes_at, reason, appeal, "
              "by, approvals, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              to.id(), to.record.index, event.round, event.again, event.opens, event.closes,
              event.reason, event.appeal, event.by, text::to_text(event.approvals), to.record.at);
    to.db.run("INSERT INTO stage_change (contest, idx, at, from_stage, to_stage, by, reason) "
              "SELECT contest, ?2, ?3, stage, ?4, ?5, ?6 FROM contest WHERE contest = ?1",
              to.id(), to.record.index, to.record.at, text::name_of(to.contest.stage), event.by,
              event.reason);
    write_plan_version(to, event.by, event.reason, "[]");
}

} // namespace thi::store::sqlite
