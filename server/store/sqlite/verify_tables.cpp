#include "store/sqlite/verify_tables.h"

#include "store/sqlite/migrate.h"
#include "store/sqlite/writes/project.h"

#include <exception>

namespace thi::store::sqlite {
namespace {

struct Table {
    std::string_view name;
    int keys; // The first columns of every row, in the order of the SELECT below.
    Sql rows;
    Sql orphans; // Rows of contests that have no log.
};

// Every table of 0003_exam.sql, 0004_defence.sql and 0006_marking.sql. The columns after ORDER BY
// are its key, and stand first.
#define THI_TABLE(table, keys, key)                                                                \
    {                                                                                              \
#table, keys, "SELECT " key ", * FROM " #table " WHERE contest = ? ORDER BY " key,         \
            "SELECT DISTINCT contest FROM " #table                                                 \
            " WHERE contest NOT IN (SELECT contest FROM log_head)"                                 \
    }
constexpr Table tables[] = {
    THI_TABLE(contest, 1, "contest"),
    THI_TABLE(plan_version, 1, "version"),
    THI_TABLE(stage_change, 1, "idx"),
    THI_TABLE(deadline_extension, 1, "idx"),
    THI_TABLE(official, 2, "person, role"),
    THI_TABLE(conflict, 2, "person, candidate"),
    THI_TABLE(application, 1, "application"),
    THI_TABLE(supplement, 1, "idx"),
    THI_TABLE(finding, 2, "application, criterion"),
    THI_TABLE(decision, 3, "application, criterion, by"),
    THI_TABLE(eligible_list, 1, "idx"),
    THI_TABLE(petition, 1, "petition"),
    THI_TABLE(paper, 1, "paper"),
    THI_TABLE(draw, 1, "draw"),
    THI_TABLE(draw_party, 2, "draw, person"),
    THI_TABLE(room, 1, "room"),
    THI_TABLE(sitting, 1, "sitting"),
    THI_TABLE(lease, 2, "sitting, lease"),
    THI_TABLE(save, 1, "idx"),
    THI_TABLE(answer, 2, "sitting, item"),
    THI_TABLE(late_decision, 1, "idx"),
    THI_TABLE(time_grant, 1, "idx"),
    THI_TABLE(removed_interval, 1, "removal"),
    THI_TABLE(incident, 1, "incident"),
    THI_TABLE(project, 3, "round, candidate, version"),
    THI_TABLE(defence, 2, "round, post"),
    THI_TABLE(defence_step, 1, "idx"),
    THI_TABLE(question, 1, "idx"),
    THI_TABLE(ballot_roll, 3, "round, candidate, member"),
    THI_TABLE(ballot, 1, "ballot"),
    THI_TABLE(ballot_count, 2, "round, candidate"),
    THI_TABLE(sheet, 3, "round, candidate, member"),
    THI_TABLE(score, 2, "candidate, post"),
    THI_TABLE(tie_step, 1, "idx"),
    THI_TABLE(release, 1, "idx"),
    THI_TABLE(infraction, 1, "infraction"),
    THI_TABLE(seed_reveal, 1, "idx"),
    THI_TABLE(script, 2, "round, code"),
    THI_TABLE(anomaly, 2, "round, anomaly"),
    THI_TABLE(assignment, 1, "idx"),
    THI_TABLE(mark, 1, "idx"),
    THI_TABLE(further_marking, 1, "idx"),
    THI_TABLE(settlement, 1, "idx"),
    THI_TABLE(marker_stop, 1, "idx"),
    THI_TABLE(marker_trial, 1, "idx"),
    THI_TABLE(unblinding, 1, "idx"),
    THI_TABLE(appeal, 1, "appeal"),
    THI_TABLE(appeal_decision, 1, "idx"),
    THI_TABLE(amendment, 1, "idx"),
    THI_TABLE(remedy, 1, "idx"),
    THI_TABLE(resit, 1, "idx"),
    THI_TABLE(erasure, 1, "erased_idx"),
    THI_TABLE(security_digest, 1, "day"),
};
#undef THI_TABLE

constexpr std::size_t shown_bytes_max = 80;

std::string shown(const Cell& cell) {
    switch (cell.kind) {
    case Cell::Kind::null:
        return "NULL";
    case Cell::Kind::integer:
        return std::to_string(cell.number);
    case Cell::Kind::text:
        if (cell.bytes.size() <= shown_bytes_max) return cell.bytes;
        return "… (" + std::to_string(cell.bytes.size()) + " bytes)";
    case Cell::Kind::blob:
        return "blob of " + std::to_string(cell.bytes.size());
    case Cell::Kind::real:
        return "real";
    }
    return {};
}

// One table on one side, row by row.
class Cursor {
  public:
    Cursor(Connection& db, const Table& table, const core::ContestId& contest)
        : table_(table), rows_(db.select(table.rows, contest)) {
        next();
    }

    bool done() const { return done_; }
    const std::vector<Cell>& cells() const { return cells_; }
    std::vector<Cell> key() const { return {cells_.begin(), cells_.begin() + table_.keys}; }
    std::string column(std::size_t i) const { return std::string{rows_.name(static_cast<int>(i))}; }
    std::string place() const {
        std::string place = "row " + std::string{table_.name};
        for (int i = 0; i < table_.keys; ++i)
            place += (i == 0 ? " " : ", ") + shown(cells_[static_cast<std::size_t>(i)]);
        return place;
    }
    void next() {
        done_ = !rows_.next();
        cells_.clear();
        for (int i = 0; !done_ && i < rows_.columns(); ++i)
            cells_.push_back(rows_.cell(i));
    }

  private:
    const Table& table_;
    Rows rows_;
    std::vector<Cell> cells_;
    bool done_ = false;
};

void compare_row(const Cursor& live, const Cursor& rebuilt, journal::Check& into) {
    if (live.cells().size() != rebuilt.cells().size()) {
        into.fail(live.place(), "Bảng có số cột khác.", "The table has other columns.");
        return;
    }
    for (std::size_t i = 0; i < live.cells().size(); ++i) {
        const auto& is = live.cells()[i];
        const auto& was = rebuilt.cells()[i];
        if (is == was) continue;
        const auto differs = live.column(i) + ": " + shown(is) + " ≠ " + shown(was);
        into.fail(live.place(), "Khác với nhật ký, cột " + differs + ".",
                  "Differs from the log, column " + differs + ".");
    }
}

void compare_table(Cursor& live, Cursor& rebuilt, journal::Check& into) {
    while (!live.done() || !rebuilt.done()) {
        ++into.examined;
        if (rebuilt.done() || (!live.done() && live.key() < rebuilt.key())) {
            into.fail(live.place(), "Dòng này không có trong nhật ký.",
                      "No event of the log makes this row.");
            live.next();
        } else if (live.done() || rebuilt.key() < live.key()) {
            into.fail(rebuilt.place(), "Thiếu dòng mà nhật ký có.",
                      "The log has this row; the table has not.");
            rebuilt.next();
        } else {
            compare_row(live, rebuilt, into);
            live.next();
            rebuilt.next();
        }
    }
}

bool changes_scores(const core::Event& event) {
    return std::holds_alternative<core::ScoreComputed>(event) ||
           std::holds_alternative<core::TieStepped>(event);
}

} // namespace

RebuiltTables::RebuiltTables(Connection& live, core::ContestId contest)
    : live_(live), contest_(contest), scratch_(":memory:", Mode::scratch) {
    migrate(scratch_, core::Instant{});
    scratch_.run("BEGIN");
}

void RebuiltTables::take(const core::Contest& after, const core::Event& event,
                         const core::Record& record, bool scored) {
    const Projection to{scratch_, after, record};
    try {
        if (scored || !changes_scores(event)) {
            project(to, event);
        } else {
            unscored_ = true;
            write_contest(to);
        }
    } catch (const std::exception& broken) {
        broken_.push_back(
            {"leaf " + std::to_string(record.index),
             {"Sự kiện không ghi được thành dòng dữ liệu: " + std::string{broken.what()},
              "The event makes no rows: " + std::string{broken.what()}}});
    }
}

void RebuiltTables::compare(journal::Check& into) {
    into.positions.insert(into.positions.end(), broken_.begin(), broken_.end());
    for (const auto& table : tables) {
        if (unscored_ && (table.name == "score" || table.name == "tie_step")) {
            into.skip("Chưa so bảng điểm: thiếu nội dung đề và đáp án.",
                      "Scores are not compared: papers and keys are not at hand.");
            continue;
        }
        try {
            Cursor live{live_, table, contest_};
            Cursor rebuilt{scratch_, table, contest_};
            compare_table(live, rebuilt, into);
            auto orphans = live_.select(table.orphans);
            while (orphans.next())
                into.fail("row " + std::string{table.name} + " " + shown(orphans.cell(0)),
                          "Dòng của cuộc thi không có nhật ký.",
                          "Rows of a contest that has no log.");
        } catch (const StoreError& broken) {
            into.fail("table " + std::string{table.name},
                      "Bảng không đọc được: " + std::string{broken.what()},
                      "The table does not read: " + std::string{broken.what()});
        }
    }
}

} // namespace thi::store::sqlite
