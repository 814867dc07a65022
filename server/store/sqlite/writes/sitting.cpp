// Rows of sittings: who sits, on which machine, and what was answered.

#include "core/sitting/answers.h"
#include "store/sqlite/writes/project.h"
#include "text/described.h"

namespace thi::store::sqlite {

namespace {

void update_sitting(const Projection& to, core::SittingId id) {
    const auto& sitting = to.contest.sittings.at(id);
    std::optional<std::string_view> ended;
    if (sitting.ended) ended = text::name_of(*sitting.ended);
    to.db.run("UPDATE sitting SET paper = ?2, admitted_at = ?3, late_by_decision = ?4, "
              "started_at = ?5, submitted_at = ?6, submit_idx = ?7, ended = ?8, end_idx = ?9 "
              "WHERE sitting = ?1",
              id, sitting.paper, sitting.admitted_at, sitting.late_by_decision, sitting.started_at,
              sitting.submitted_at, sitting.submit_index, ended, sitting.end_index);
}

// Which answers count is core's to say. While a sitting goes on, its saves stand in the log and
// in `save`, in the order in which they came; rows of answers lie wherever their items
// do (ADR 16).
void write_answers(const Projection& to, const core::Sitting& sitting) {
    if (!sitting.ended) return;
    to.db.run("DELETE FROM answer WHERE sitting = ?", sitting.sitting);
    for (const auto& [item, answer] : core::effective_answers(to.contest, sitting))
        to.db.run("INSERT INTO answer (sitting, item, contest, value, lease, seq, received_at, "
                  "idx) SELECT sitting, item, contest, ?3, lease, seq, received_at, idx "
                  "FROM save WHERE contest = ?1 AND idx = ?2",
                  to.id(), answer.index, text::to_text(*answer.value));
}

void write_save(const Projection& to, const core::ClientSave& client, core::Instant received_at,
                std::string_view counts) {
    to.db.run("INSERT INTO save (contest, idx, sitting, lease, seq, item, counts, received_at) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
              to.id(), to.record.index, client.sitting, client.lease, client.seq, client.item,
              counts, received_at);
}

} // namespace

void update_sittings(const Projection& to, core::RoundId round) {
    const auto progress = to.contest.rounds.find(round);
    if (progress == to.contest.rounds.end()) return;
    for (const auto id : progress->second.sittings) {
        update_sitting(to, id);
        write_answers(to, to.contest.sittings.at(id));
    }
}

void write_rows(const Projection& to, const core::SittingAdmitted& event) {
    const auto& sitting = to.contest.sittings.at(event.sitting);
    to.db.run("INSERT OR IGNORE INTO sitting (sitting, contest, round, candidate, room, seat, "
              "roll_number, late_by_decision) VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
              sitting.sitting, to.id(), sitting.round, sitting.candidate, sitting.room,
              sitting.seat, sitting.roll_number);
    update_sitting(to, event.sitting);
}

void write_rows(const Projection& to, const core::SittingLeased& event) {
    to.db.run("INSERT INTO lease (sitting, lease, contest, client_key, paper, paper_hash, "
              "approved_by, at, idx) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
              event.sitting, event.lease, to.id(), event.client_key, event.paper, event.paper_hash,
              event.approved_by, to.record.at, to.record.index);
    update_sitting(to, event.sitting);
}

void write_rows(const Projection& to, const core::AnswerSaved& event) {
    write_save(to, event.client, event.received_at, "yes");
    write_answers(to, to.contest.sittings.at(event.client.sitting));
}

void write_rows(const Projection& to, const core::AnswerLate& event) {
    write_save(to, event.client, event.received_at, text::name_of(event.why));
}

void write_rows(const Projection& to, const core::LateDecided& event) {
    to.db.run("INSERT INTO late_decision (contest, idx, sitting, lease, from_seq, to_seq, counts, "
              "reason, by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
              to.id(), to.record.index, event.sitting, event.lease, event.from_seq, event.to_seq,
              event.counts, event.reason, event.by);
    write_answers(to, to.contest.sittings.at(event.sitting));
}

void write_rows(const Projection& to, const core::SittingSubmitted& event) {
    update_sitting(to, event.client.sitting);
}

void write_rows(const Projection& to, const core::SittingEnded& event) {
    update_sitting(to, event.sitting);
    write_answers(to, to.contest.sittings.at(event.sitting));
}

void write_rows(const Projection& to, const core::TimeGranted& event) {
    to.db.run("INSERT INTO time_grant (contest, idx, sitting, ms, reason, by, at) "
              "VALUES (?, ?, ?, ?, ?, ?, ?)",
              to.id(), to.record.index, event.sitting, event.ms, event.reason, event.by,
              to.record.at);
    update_sitting(to, event.sitting);
    write_answers(to, to.contest.sittings.at(event.sitting));
}

} // namespace thi::store::sqlite
