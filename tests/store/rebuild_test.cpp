// The exam tables are projections: the openings alone make them again, row by row.

#include "catch.h"
#include "journal/payload.h"
#include "store/open_contest.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/migrate.h"
#include "store/sqlite/writes/project.h"
#include "store/story.h"

#include <algorithm>
#include <set>

using namespace thi;
using namespace thi::store;
using namespace thi::store::test;

namespace {

using Table = std::vector<std::string>; // One text for each row, sorted.

std::string printed(sqlite3_stmt* statement, int column) {
    if (sqlite3_column_type(statement, column) == SQLITE_NULL) return "NULL";
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, column));
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement, column))};
}

// Tests read tables by name; the program never puts SQL together.
Table read_table(sqlite::Connection& db, const std::string& name) {
    Table rows;
    sqlite3_stmt* statement = nullptr;
    const auto sql = "SELECT * FROM " + name;
    REQUIRE(sqlite3_prepare_v2(db.handle(), sql.c_str(), -1, &statement, nullptr) == SQLITE_OK);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        std::string row;
        for (int column = 0; column < sqlite3_column_count(statement); ++column)
            row += printed(statement, column) + " | ";
        rows.push_back(row);
    }
    sqlite3_finalize(statement);
    std::sort(rows.begin(), rows.end());
    return rows;
}

// The tables of the migrations of projections, in the words of the schema.
std::vector<std::string> exam_tables() {
    std::vector<std::string> tables;
    for (const auto& migration : sqlite::migrations()) {
        if (migration.name != "0003_exam" && migration.name != "0004_defence" &&
            migration.name != "0006_marking")
            continue;
        constexpr std::string_view create = "CREATE TABLE ";
        for (auto at = migration.sql.find(create); at != std::string_view::npos;
             at = migration.sql.find(create, at + 1)) {
            const auto begin = at + create.size();
            tables.emplace_back(
                migration.sql.substr(begin, migration.sql.find(' ', begin) - begin));
        }
    }
    return tables;
}

void rebuild(const Reader& log, Writer& into) {
    core::Contest contest;
    journal::Frontier tree;
    into.begin();
    log.each_entry(story_contest, 0, [&](LogEntry&& entry) {
        const auto event = journal::decode(entry.type, *entry.payload);
        REQUIRE(event.has_value());
        tree.append(journal::leaf_hash(entry.leaf));
        const core::Record record{entry.index, entry.at, crypto::sha256(*entry.payload),
                                  tree.root()};
        core::apply(contest, *event, record);
        if (const auto* sealed = std::get_if<core::PaperSealed>(&*event))
            lay_in_paper(contest, sealed->paper, log);
        into.project(contest, *event, record);
    });
    into.commit();
}

} // namespace

namespace {

// Plays, rebuilds and compares; gives the tables that had rows.
std::set<std::string> compare(core::Plan plan, void (*play)(Story&)) {
    SqliteSite live;
    Story story{live.store(), live.keys(), live.paths(), 4, std::move(plan)};
    play(story);
    story.committer().stop();

    SqliteSite fresh;
    live.store().read([&](const Reader& log) { rebuild(log, fresh.store().writer()); });

    sqlite::Connection before{live.paths().database().string(), sqlite::Mode::reader};
    sqlite::Connection after{fresh.paths().database().string(), sqlite::Mode::reader};
    const auto tables = exam_tables();
    REQUIRE(tables.size() > 48);
    std::set<std::string> filled;
    for (const auto& table : tables) {
        INFO(table);
        const auto rows = read_table(before, table);
        CHECK(rows == read_table(after, table));
        if (!rows.empty()) filled.insert(table);
    }
    return filled;
}

} // namespace

TEST_CASE("every exam table is rebuilt from the openings, row by row", "[store][rebuild]") {
    auto filled = compare(story_plan(), play_everything);
    filled.merge(compare(defence_plan(core::BallotKind::secret), play_defence));
    filled.merge(compare(defence_plan(core::BallotKind::open), play_defence));
    filled.merge(compare(written_plan(), play_written));
    for (const auto& table : exam_tables()) {
        INFO(table);
        // `erasure` waits for record.erase to be decided by core.
        CHECK((filled.contains(table) || table == "erasure"));
    }
}
