// Rows of defence rounds: projects, the defence day, ballots, sheets. One row for each event.

#include "store/sqlite/writes/project.h"
#include "text/described.h"

namespace thi::store::sqlite {

namespace {

std::optional<std::int64_t> hundredths(const std::optional<core::Points>& points) {
    if (!points) return std::nullopt;
    return points->hundredths;
}

} // namespace

void write_rows(const Projection& to, const core::ProjectFiled& event) {
    to.db.run("INSERT INTO project (contest, round, candidate, version, hash, bytes, "
              "received_at, idx) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
              to.id(), event.round, event.candidate, event.version, event.hash, event.bytes,
              event.received_at, to.record.index);
}

void write_rows(const Projection& to, const core::DefenceOpened& event) {
    to.db.run("INSERT INTO defence (contest, round, post, present, excluded, candidates, by, at, "
              "idx) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
              to.id(), event.round, event.post, text::to_text(event.present),
              text::to_text(event.excluded), text::to_text(event.order), event.by, to.record.at,
              to.record.index);
}

void write_rows(const Projection& to, const core::DefenceStepped& event) {
    to.db.run("INSERT INTO defence_step (contest, idx, round, candidate, step, reason, by, at) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
              to.id(), to.record.index, event.round, event.candidate, text::name_of(event.step),
              event.reason, event.by, to.record.at);
}

void write_rows(const Projection& to, const core::QuestionAsked& event) {
    to.db.run("INSERT INTO question (contest, idx, round, candidate, number, member, text, by, "
              "at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
              to.id(), to.record.index, event.round, event.candidate, event.number, event.member,
              event.text, event.by, to.record.at);
}

void write_rows(const Projection& to, const core::BallotIssued& event) {
    to.db.run("INSERT INTO ballot_roll (contest, round, candidate, member, idx) "
              "VALUES (?, ?, ?, ?, ?)",
              to.id(), event.round, event.candidate, event.member, to.record.index);
}

void write_rows(const Projection& to, const core::BallotCast& event) {
    to.db.run("INSERT INTO ballot (ballot, contest, round, candidate, token_digest, hundredths, "
              "salt, idx) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
              event.ballot, to.id(), event.round, event.candidate, event.token_digest,
              hundredths(event.score), event.salt, to.record.index);
}

void write_rows(const Projection& to, const core::BallotsCounted& event) {
    to.db.run("INSERT INTO ballot_count (contest, round, candidate, issued, ballots, invalid, "
              "mark, by, approvals, at, idx) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              to.id(), event.round, event.candidate, event.issued, event.cast, event.invalid,
              text::to_text(event.mark), event.by, text::to_text(event.approvals), to.record.at,
              to.record.index);
}

void write_rows(const Projection& to, const core::SheetScored& event) {
    to.db.run("INSERT INTO sheet (contest, round, candidate, member, lines, hundredths, at, idx) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
              to.id(), event.round, event.candidate, event.by, text::to_text(event.lines),
              event.total.hundredths, to.record.at, to.record.index);
}

} // namespace thi::store::sqlite
