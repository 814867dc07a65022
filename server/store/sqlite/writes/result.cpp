// Rows of results, and of the log's own events.

#include "core/result/tally.h"
#include "store/sqlite/writes/project.h"
#include "text/described.h"

namespace thi::store::sqlite {

void write_scores(const Projection& to) {
    to.db.run("DELETE FROM score WHERE contest = ?", to.id());
    const auto tally = core::tally(to.contest);
    core::Whole position = 0;
    for (const auto& score : tally.candidates) {
        to.db.run("INSERT INTO score (contest, candidate, post, position, roll_number, "
                  "total_numerator, total_denominator, shown, rank, outcome, trace) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                  to.id(), score.candidate, score.post, position++, score.roll_number,
                  score.total.numerator, score.total.denominator, score.shown, score.rank,
                  text::name_of(score.outcome), text::to_text(score));
    }
}

void write_rows(const Projection& to, const core::ScoreComputed&) {
    write_scores(to);
}

void write_rows(const Projection& to, const core::TieStepped& event) {
    to.db.run("INSERT INTO tie_step (contest, idx, at, post, rung, tie_order, reason, by) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
              to.id(), to.record.index, to.record.at, event.post, text::name_of(event.rung),
              text::to_text(event.order), event.reason, event.by);
    write_scores(to);
}

namespace {

void write_release(const Projection& to, bool final_result, const crypto::Digest& file_hash,
                   const crypto::Digest& root, const core::Approvals& approvals) {
    to.db.run("INSERT INTO release (contest, idx, at, final, file_hash, root, approvals) "
              "VALUES (?, ?, ?, ?, ?, ?, ?)",
              to.id(), to.record.index, to.record.at, final_result, file_hash, root,
              text::to_text(approvals));
}

} // namespace

void write_rows(const Projection& to, const core::ResultReleased& event) {
    write_release(to, false, event.file_hash, event.root, event.approvals);
}

void write_rows(const Projection& to, const core::ResultFinal& event) {
    write_release(to, true, event.file_hash, event.root, event.approvals);
}

void write_rows(const Projection&, const core::ClockBeat&) {}

void write_rows(const Projection& to, const core::SecurityDigest& event) {
    to.db.run("INSERT INTO security_digest (contest, day, hash, entries, idx) "
              "VALUES (?, ?, ?, ?, ?)",
              to.id(), event.day, event.hash, event.entries, to.record.index);
}

void write_rows(const Projection& to, const core::RecordErased& event) {
    for (const auto erased : event.indexes) {
        to.db.run("INSERT OR IGNORE INTO erasure (contest, erased_idx, idx, legal_basis) "
                  "VALUES (?, ?, ?, ?)",
                  to.id(), erased, to.record.index, event.legal_basis);
        to.db.run("UPDATE log_entry SET salt = NULL, payload = NULL "
                  "WHERE contest = ? AND idx = ?",
                  to.id(), erased);
    }
}

void write_rows(const Projection&, const core::LogClosed&) {}

} // namespace thi::store::sqlite
