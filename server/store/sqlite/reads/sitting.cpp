// Sittings and what was answered in them.

#include "store/sqlite/reads/decode.h"
#include "store/sqlite/reads/reader.h"
#include "store/sqlite/reads/sitting_row.h"

namespace thi::store::sqlite {

namespace {

std::optional<std::uint64_t> maybe_index(const Rows& rows, int column) {
    if (rows.is_null(column)) return std::nullopt;
    return static_cast<std::uint64_t>(rows.integer(column));
}

} // namespace

SittingRow read_sitting(const Rows& rows) {
    SittingRow row;
    row.sitting = rows.id<core::SittingId>(0);
    row.contest = rows.id<core::ContestId>(1);
    row.round = rows.id<core::RoundId>(2);
    row.candidate = rows.id<core::CandidateId>(3);
    row.room = rows.maybe_id<core::RoomId>(4);
    row.room_name = rows.maybe_str(5);
    row.seat = rows.str(6);
    row.roll_number = rows.str(7);
    row.paper = rows.maybe_id<core::PaperId>(8);
    row.admitted_at = rows.maybe_instant(9);
    row.started_at = rows.maybe_instant(10);
    row.submitted_at = rows.maybe_instant(11);
    if (!rows.is_null(12)) row.ended = enumerator<core::EndReason>(rows.text(12));
    row.submit_index = maybe_index(rows, 13);
    row.end_index = maybe_index(rows, 14);
    return row;
}

std::optional<SittingRow> Reader::sitting(core::SittingId sitting) const {
    auto rows =
        db_.select("SELECT s.sitting, s.contest, s.round, s.candidate, s.room, r.name, s.seat, "
                   "s.roll_number, s.paper, s.admitted_at, s.started_at, s.submitted_at, s.ended, "
                   "s.submit_idx, s.end_idx FROM sitting s LEFT JOIN room r ON r.room = s.room AND "
                   "r.round = s.round "
                   "WHERE sitting = ?",
                   sitting);
    if (!rows.next()) return std::nullopt;
    return read_sitting(rows);
}

std::vector<SittingRow> Reader::sittings_of(core::AccountId account) const {
    std::vector<SittingRow> sittings;
    auto rows = db_.select(
        "SELECT s.sitting, s.contest, s.round, s.candidate, s.room, r.name, s.seat, "
        "s.roll_number, s.paper, s.admitted_at, s.started_at, s.submitted_at, s.ended, "
        "s.submit_idx, s.end_idx FROM candidate c JOIN sitting s ON s.candidate = c.candidate "
        "LEFT JOIN room r ON r.room = s.room AND r.round = s.round WHERE c.account = ? ORDER BY "
        "s.contest, s.round, "
        "s.sitting",
        account);
    while (rows.next())
        sittings.push_back(read_sitting(rows));
    return sittings;
}

std::vector<SittingRow> Reader::sittings(core::ContestId contest) const {
    std::vector<SittingRow> sittings;
    auto rows =
        db_.select("SELECT s.sitting, s.contest, s.round, s.candidate, s.room, r.name, s.seat, "
                   "s.roll_number, s.paper, s.admitted_at, s.started_at, s.submitted_at, s.ended, "
                   "s.submit_idx, s.end_idx FROM sitting s LEFT JOIN room r ON r.room = s.room AND "
                   "r.round = s.round "
                   "WHERE s.contest = ? ORDER BY s.round, s.roll_number, s.sitting",
                   contest);
    while (rows.next())
        sittings.push_back(read_sitting(rows));
    return sittings;
}

std::vector<AnswerRow> Reader::answers(core::SittingId sitting) const {
    std::vector<AnswerRow> answers;
    auto rows = db_.select("SELECT item, value, lease, seq, received_at, idx FROM answer "
                           "WHERE sitting = ? ORDER BY item",
                           sitting);
    while (rows.next())
        answers.push_back({rows.id<core::ItemId>(0), rows.str(1), rows.integer(2), rows.integer(3),
                           rows.instant(4), static_cast<std::uint64_t>(rows.integer(5))});
    return answers;
}

std::vector<SaveRow> Reader::saves(core::SittingId sitting) const {
    std::vector<SaveRow> saves;
    auto rows = db_.select("SELECT idx, item, lease, seq, counts, received_at FROM save "
                           "WHERE contest = (SELECT contest FROM sitting WHERE sitting = ?1) "
                           "AND sitting = ?1 ORDER BY idx",
                           sitting);
    while (rows.next())
        saves.push_back({static_cast<std::uint64_t>(rows.integer(0)), rows.id<core::ItemId>(1),
                         rows.integer(2), rows.integer(3), rows.str(4), rows.instant(5)});
    return saves;
}

std::vector<LeaseRow> Reader::leases(core::SittingId sitting) const {
    std::vector<LeaseRow> leases;
    auto rows = db_.select("SELECT lease, client_key, paper, at, idx FROM lease "
                           "WHERE sitting = ? ORDER BY lease",
                           sitting);
    while (rows.next())
        leases.push_back({rows.integer(0), rows.str(1), rows.id<core::PaperId>(2), rows.instant(3),
                          static_cast<std::uint64_t>(rows.integer(4))});
    return leases;
}

std::optional<std::string> Reader::note(core::SittingId sitting) const {
    auto rows = db_.select("SELECT body FROM sitting_note WHERE sitting = ?", sitting);
    if (!rows.next()) return std::nullopt;
    return rows.str(0);
}

} // namespace thi::store::sqlite
