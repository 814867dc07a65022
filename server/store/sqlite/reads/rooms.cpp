// Papers, draws, rooms, the live list, incidents.

#include "store/sqlite/reads/decode.h"
#include "store/sqlite/reads/reader.h"
#include "store/sqlite/reads/sitting_row.h"

namespace thi::store::sqlite {

namespace {

RoomRow read_room(const Rows& rows) {
    RoomRow row;
    row.room.room = rows.id<core::RoomId>(0);
    row.round = rows.id<core::RoundId>(1);
    row.room.name = rows.str(2);
    row.room.seats = rows.integer(3);
    row.room.invigilators = decoded<std::vector<core::PersonId>>(rows.text(4));
    row.seated = rows.integer(5);
    row.admitted = rows.integer(6);
    row.working = rows.integer(7);
    row.submitted = rows.integer(8);
    return row;
}

std::vector<DrawPartyRow> read_parties(Connection& db, core::ContestId contest,
                                       const std::string& draw) {
    std::vector<DrawPartyRow> parties;
    auto rows = db.select("SELECT person, commitment, nonce FROM draw_party "
                          "WHERE contest = ? AND draw = ? ORDER BY idx",
                          contest, draw);
    while (rows.next())
        parties.push_back({rows.id<core::PersonId>(0), rows.digest(1), rows.maybe_digest(2)});
    return parties;
}

std::optional<std::string> unseal_secret(const Sealed& sealed, Rows rows, std::string_view column,
                                         core::PaperId paper) {
    if (!rows.next()) return std::nullopt;
    return sealed.vault().unseal(rows.blob(0), seal_context(column, paper.text()));
}

} // namespace

std::vector<PaperRow> Reader::papers(core::ContestId contest) const {
    std::vector<PaperRow> papers;
    auto rows = db_.select(
        "SELECT c.paper, c.round, c.variant, title, items, hundredths, content_hash, p.idx, "
        "p.ciphertext_hash, p.opened_at, p.in_use FROM paper_content c LEFT JOIN paper p "
        "ON p.paper = c.paper WHERE c.contest = ? ORDER BY created_at, c.paper",
        contest);
    while (rows.next()) {
        PaperRow row;
        row.paper = rows.id<core::PaperId>(0);
        row.round = rows.id<core::RoundId>(1);
        row.variant = enumerator<core::Variant>(rows.text(2));
        row.title = rows.str(3);
        row.items = rows.integer(4);
        row.points.hundredths = rows.integer(5);
        row.content_hash = rows.digest(6);
        if (!rows.is_null(7)) row.sealed_index = static_cast<std::uint64_t>(rows.integer(7));
        row.ciphertext_hash = rows.maybe_digest(8);
        row.opened_at = rows.maybe_instant(9);
        row.in_use = rows.maybe_flag(10).value_or(false);
        papers.push_back(std::move(row));
    }
    return papers;
}

std::optional<PaperContent> Reader::paper_content(core::PaperId paper) const {
    auto rows = db_.select("SELECT contest, round, variant, content_hash, sealed_paper, "
                           "sealed_key, created_by, created_at FROM paper_content "
                           "WHERE paper = ?",
                           paper);
    if (!rows.next()) return std::nullopt;
    PaperContent row;
    row.paper = paper;
    row.contest = rows.id<core::ContestId>(0);
    row.round = rows.id<core::RoundId>(1);
    row.variant = enumerator<core::Variant>(rows.text(2));
    row.content_hash = rows.digest(3);
    row.content = decoded<core::Paper>(sealed_.vault().unseal(
        rows.blob(4), seal_context("paper_content.sealed_paper", paper.text())));
    row.key = decoded<core::AnswerKey>(sealed_.vault().unseal(
        rows.blob(5), seal_context("paper_content.sealed_key", paper.text())));
    row.created_by = rows.maybe_id<core::AccountId>(6);
    row.created_at = rows.instant(7);
    return row;
}

std::optional<std::string> Reader::paper_ciphertext(core::PaperId paper) const {
    auto rows = db_.select("SELECT ciphertext FROM paper_ciphertext WHERE paper = ?", paper);
    if (!rows.next()) return std::nullopt;
    return rows.bytes(0);
}

std::optional<std::string> Reader::paper_cipher_key(core::PaperId paper) const {
    return unseal_secret(
        sealed_,
        db_.select("SELECT sealed_cipher_key FROM paper_ciphertext WHERE paper = ?", paper),
        "paper_ciphertext.sealed_cipher_key", paper);
}

std::optional<std::string> Reader::paper_key_document(core::PaperId paper) const {
    return unseal_secret(
        sealed_,
        db_.select("SELECT sealed_key_document FROM paper_ciphertext WHERE paper = ?", paper),
        "paper_ciphertext.sealed_key_document", paper);
}

std::vector<DrawRow> Reader::draws(core::ContestId contest) const {
    std::vector<DrawRow> draws;
    auto rows = db_.select("SELECT draw, purpose, round, pool, root, seed, draw_order FROM draw "
                           "WHERE contest = ? ORDER BY idx",
                           contest);
    while (rows.next()) {
        DrawRow row;
        row.draw = rows.str(0);
        row.purpose = enumerator<core::DrawPurpose>(rows.text(1));
        row.round = rows.maybe_id<core::RoundId>(2);
        row.pool = decoded<std::vector<core::CandidateId>>(rows.text(3));
        row.root = rows.digest(4);
        row.seed = rows.maybe_digest(5);
        if (!rows.is_null(6)) row.order = decoded<std::vector<core::CandidateId>>(rows.text(6));
        row.parties = read_parties(db_, contest, row.draw);
        draws.push_back(std::move(row));
    }
    return draws;
}

std::vector<RoomRow> Reader::rooms(core::ContestId contest) const {
    std::vector<RoomRow> rooms;
    auto rows = db_.select(
        "SELECT r.room, r.round, name, seats, invigilators, count(sitting), count(admitted_at), "
        "count(CASE WHEN started_at IS NOT NULL AND submitted_at IS NULL AND ended IS NULL "
        "THEN 1 END), count(submitted_at) FROM room r LEFT JOIN sitting s ON s.room = r.room AND "
        "s.round = r.round "
        "WHERE r.contest = ? GROUP BY r.round, r.room ORDER BY r.round, name, r.room",
        contest);
    while (rows.next())
        rooms.push_back(read_room(rows));
    return rooms;
}

std::optional<RoomRow> Reader::room(core::RoomId room) const {
    auto rows = db_.select(
        "SELECT r.room, r.round, name, seats, invigilators, count(sitting), count(admitted_at), "
        "count(CASE WHEN started_at IS NOT NULL AND submitted_at IS NULL AND ended IS NULL "
        "THEN 1 END), count(submitted_at) FROM room r LEFT JOIN sitting s ON s.room = r.room AND "
        "s.round = r.round "
        "WHERE r.room = ? GROUP BY r.round, r.room ORDER BY r.idx DESC LIMIT 1",
        room);
    if (!rows.next()) return std::nullopt;
    return read_room(rows);
}

std::vector<SeatRow> Reader::seats(core::RoomId room) const {
    std::vector<SeatRow> seats;
    auto rows = db_.select(
        "SELECT s.sitting, s.contest, s.round, s.candidate, s.room, r.name, s.seat, "
        "s.roll_number, s.paper, s.admitted_at, s.started_at, s.submitted_at, s.ended, "
        "s.submit_idx, s.end_idx, "
        "(SELECT count(*) FROM save v WHERE v.sitting = s.sitting AND v.counts <> 'yes'), "
        "(SELECT coalesce(sum(ms), 0) FROM time_grant g WHERE g.sitting = s.sitting) "
        "FROM sitting s JOIN room r ON r.room = s.room AND r.round = s.round WHERE s.room = ? "
        "ORDER BY length(s.seat), s.seat",
        room);
    while (rows.next()) {
        SeatRow row;
        row.sitting = read_sitting(rows);
        row.late = rows.integer(15);
        row.granted_ms = rows.integer(16);
        seats.push_back(std::move(row));
    }
    for (auto& row : seats)
        if (const auto account = account_of(row.sitting.candidate)) row.names = names(*account);
    return seats;
}

std::vector<IncidentRow> Reader::incidents(core::ContestId contest) const {
    std::vector<IncidentRow> incidents;
    auto rows = db_.select("SELECT incident, kind, round, room, sitting, text, at, outcome "
                           "FROM incident WHERE contest = ? ORDER BY idx",
                           contest);
    while (rows.next())
        incidents.push_back(
            {rows.id<core::IncidentId>(0), enumerator<core::IncidentKind>(rows.text(1)),
             rows.maybe_id<core::RoundId>(2), rows.maybe_id<core::RoomId>(3),
             rows.maybe_id<core::SittingId>(4), rows.str(5), rows.instant(6), rows.maybe_str(7)});
    return incidents;
}

} // namespace thi::store::sqlite
