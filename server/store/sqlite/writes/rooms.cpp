// Rows of what surrounds a sitting: papers, draws, rooms, removed time, incidents.

#include "store/sqlite/writes/project.h"
#include "text/described.h"

namespace thi::store::sqlite {

namespace {

// `opened_at` and which paper a round uses, as core left them.
void update_papers(const Projection& to) {
    for (const auto& [id, paper] : to.contest.papers) {
        const auto round = to.contest.rounds.find(paper.round);
        const bool in_use = round != to.contest.rounds.end() && round->second.paper == id;
        to.db.run("UPDATE paper SET opened_at = ?, in_use = ?, key_commitment = ? "
                  "WHERE paper = ?",
                  paper.opened_at, in_use, paper.key_commitment, id);
    }
}

} // namespace

void write_rows(const Projection& to, const core::PaperSealed& event) {
    to.db.run("INSERT INTO paper (paper, contest, round, variant, ciphertext_hash, "
              "plaintext_commitment, idx, in_use) VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
              event.paper, to.id(), event.round, text::name_of(event.variant),
              event.ciphertext_hash, event.plaintext_commitment, to.record.index);
    update_papers(to);
}

void write_rows(const Projection& to, const core::KeySealed&) {
    update_papers(to);
}

void write_rows(const Projection& to, const core::PaperOpened&) {
    update_papers(to);
}

void write_rows(const Projection& to, const core::PaperSwitched& event) {
    update_papers(to);
    update_sittings(to, event.round);
}

void write_rows(const Projection& to, const core::DrawFrozen& event) {
    // One that could not be finished is frozen anew.
    to.db.run("DELETE FROM draw_party WHERE contest = ? AND draw = ?", to.id(), event.draw);
    to.db.run("INSERT OR REPLACE INTO draw (contest, draw, purpose, round, pool, root, idx) "
              "VALUES (?, ?, ?, ?, ?, ?, ?)",
              to.id(), event.draw, text::name_of(event.purpose), event.round,
              text::to_text(event.pool), to.record.root, to.record.index);
}

void write_rows(const Projection& to, const core::DrawCommitted& event) {
    to.db.run("INSERT INTO draw_party (contest, draw, person, commitment, idx) "
              "VALUES (?, ?, ?, ?, ?)",
              to.id(), event.draw, event.by, event.commitment, to.record.index);
}

void write_rows(const Projection& to, const core::DrawRevealed& event) {
    to.db.run("UPDATE draw_party SET nonce = ? WHERE contest = ? AND draw = ? AND person = ?",
              event.nonce, to.id(), event.draw, event.by);
}

void write_rows(const Projection& to, const core::DrawResolved& event) {
    to.db.run("UPDATE draw SET seed = ?, draw_order = ?, resolved_idx = ? "
              "WHERE contest = ? AND draw = ?",
              event.seed, text::to_text(event.order), to.record.index, to.id(), event.draw);
    for (const auto& seat : event.seats) {
        const auto& sitting = to.contest.sittings.at(seat.sitting);
        to.db.run("INSERT INTO sitting (sitting, contest, round, candidate, room, seat, "
                  "roll_number, late_by_decision) VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
                  sitting.sitting, to.id(), sitting.round, sitting.candidate, sitting.room,
                  sitting.seat, sitting.roll_number);
    }
}

void write_rows(const Projection& to, const core::RoomsPlanned& event) {
    to.db.run("DELETE FROM room WHERE contest = ? AND round = ?", to.id(), event.round);
    for (const auto& room : event.rooms)
        to.db.run("INSERT INTO room (room, contest, round, name, seats, invigilators, idx) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?)",
                  room.room, to.id(), event.round, room.name, room.seats,
                  text::to_text(room.invigilators), to.record.index);
}

void write_rows(const Projection& to, const core::TimeRemoved& event) {
    to.db.run("INSERT INTO removed_interval (contest, removal, round, room, from_at, to_at, "
              "reason, by, idx) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
              to.id(), event.removal, event.round, event.room, event.from_at, event.to_at,
              event.reason, event.by, to.record.index);
    update_sittings(to, event.round);
}

void write_rows(const Projection& to, const core::TimeRestored& event) {
    to.db.run("UPDATE removed_interval SET restored_idx = ? WHERE contest = ? AND removal = ?",
              to.record.index, to.id(), event.removal);
    for (const auto& removal : to.contest.removed)
        if (removal.removal == event.removal) update_sittings(to, removal.round);
}

void write_rows(const Projection& to, const core::IncidentOpened& event) {
    to.db.run("INSERT INTO incident (incident, contest, kind, round, room, sitting, by, text, at, "
              "idx) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              event.incident, to.id(), text::name_of(event.kind), event.round, event.room,
              event.sitting, event.by, event.text, to.record.at, to.record.index);
}

void write_rows(const Projection& to, const core::IncidentClosed& event) {
    to.db.run("UPDATE incident SET outcome = ?, closed_by = ?, closed_at = ? WHERE incident = ?",
              event.outcome, event.by, to.record.at, event.incident);
}

} // namespace thi::store::sqlite
