// Rows of marking: scripts, packets, marks, what became of them. One row for each event.

#include "store/sqlite/writes/project.h"
#include "text/described.h"

namespace thi::store::sqlite {

void write_rows(const Projection& to, const core::ScriptBlinded& event) {
    to.db.run("INSERT INTO script (contest, round, code, script_hash, by, idx) "
              "VALUES (?, ?, ?, ?, ?, ?)",
              to.id(), event.round, event.code, event.script_hash, event.by, to.record.index);
}

void write_rows(const Projection& to, const core::SeedRevealed& event) {
    to.db.run("INSERT INTO seed_reveal (contest, idx, draw, person) VALUES (?, ?, ?, ?)", to.id(),
              to.record.index, event.draw, event.by);
}

void write_rows(const Projection& to, const core::AnomalyNoted& event) {
    if (event.outcome) {
        to.db.run("UPDATE anomaly SET outcome = ?4, reason = ?5, decided_by = ?6, "
                  "decided_idx = ?7 WHERE contest = ?1 AND round = ?2 AND anomaly = ?3",
                  to.id(), event.round, event.anomaly, text::name_of(*event.outcome), event.text,
                  event.by, to.record.index);
        return;
    }
    to.db.run("INSERT INTO anomaly (contest, round, anomaly, code, kind, item, text, by, idx) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
              to.id(), event.round, event.anomaly, event.code, text::name_of(event.kind),
              event.item, event.text, event.by, to.record.index);
}

void write_rows(const Projection& to, const core::MarkAssigned& event) {
    to.db.run("INSERT INTO assignment (contest, idx, round, marker, turn, codes, seed, by, at) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
              to.id(), to.record.index, event.round, event.marker, text::name_of(event.turn),
              text::to_text(event.codes), event.seed, event.by, to.record.at);
}

void write_rows(const Projection& to, const core::MarkCommitted& event) {
    to.db.run("INSERT INTO mark (contest, idx, round, code, turn, item, marker, hundredths, "
              "lines, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              to.id(), to.record.index, event.round, event.code, text::name_of(event.turn),
              event.item, event.by, event.points.hundredths, text::to_text(event.lines),
              to.record.at);
}

void write_rows(const Projection& to, const core::FurtherMarkingCalled& event) {
    to.db.run("INSERT INTO further_marking (contest, idx, round, code, from_pct, action, turns, "
              "by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
              to.id(), to.record.index, event.round, event.code, event.from_pct, event.action,
              text::to_text(event.turns), event.by);
}

void write_rows(const Projection& to, const core::MarkSettled& event) {
    to.db.run("INSERT INTO settlement (contest, idx, round, code, from_pct, action, mark, "
              "minutes, by, approvals, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              to.id(), to.record.index, event.round, event.code, event.from_pct, event.action,
              text::to_text(event.mark), event.minutes, event.by, text::to_text(event.approvals),
              to.record.at);
}

void write_rows(const Projection& to, const core::MarkerStopped& event) {
    to.db.run("INSERT INTO marker_stop (contest, idx, round, marker, reason, requeued, by, at) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
              to.id(), to.record.index, event.round, event.marker, event.reason,
              text::to_text(event.requeued), event.by, to.record.at);
}

void write_rows(const Projection& to, const core::MarkerQualified& event) {
    to.db.run("INSERT INTO marker_trial (contest, idx, round, marker, within, trials, qualified, "
              "reason, by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
              to.id(), to.record.index, event.round, event.marker, event.within, event.of,
              event.qualified, event.reason, event.by);
}

void write_rows(const Projection& to, const core::ScriptsUnblinded& event) {
    to.db.run("INSERT INTO unblinding (contest, idx, round, by, approvals, at) "
              "VALUES (?, ?, ?, ?, ?, ?)",
              to.id(), to.record.index, event.round, event.by, text::to_text(event.approvals),
              to.record.at);
}

} // namespace thi::store::sqlite
