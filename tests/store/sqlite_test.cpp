// What is SQLite's own: settings, schema, sealing in the file, the lock, backup and restore.

#include "catch.h"
#include "source_root.h"
#include "store/signed_heads.h"
#include "store/site_folder.h"
#include "store/sqlite/backup.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/migrate.h"
#include "store/sqlite/verify_source.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <tuple>

using namespace thi;
using namespace thi::store;
using namespace thi::store::test;

namespace {

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

void add_account(Store& store, const std::string& name) {
    auto& writer = store.writer();
    writer.begin();
    Account account;
    account.account = numbered<core::AccountId>(1);
    account.names = {"ha@example.vn", name, "Hà"};
    REQUIRE(writer.site().add_account(account));
    writer.commit();
}

void add_log(Store& store, core::ContestId contest, std::uint64_t leaves) {
    auto& writer = store.writer();
    writer.begin();
    std::vector<crypto::Digest> hashes;
    for (std::uint64_t i = 0; i < leaves; ++i) {
        LogEntry entry;
        entry.index = i;
        entry.type = "clock.beat";
        entry.leaf = "leaf " + std::to_string(i);
        entry.salt = std::string(32, 's');
        entry.payload = "{}";
        writer.add_entry(contest, entry);
        hashes.push_back(journal::leaf_hash(entry.leaf));
    }
    const journal::Batch batch{journal::Frontier{}, hashes};
    for (const auto& node : batch.nodes())
        writer.add_node(contest, node);
    writer.set_head({contest, leaves, batch.root(), "note\n"}, test_start);
    writer.commit();
}

} // namespace

TEST_CASE("the schema that all migrations make is the golden one", "[store][sqlite]") {
    SqliteSite site;
    site.close();
    sqlite::Connection db{site.paths().database().string(), sqlite::Mode::snapshot};
    std::string schema;
    auto rows = db.select("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL "
                          "ORDER BY type DESC, name");
    while (rows.next())
        schema += rows.str(0) + ";\n";
    const std::filesystem::path golden{THITUYEN_SOURCE "/tests/store/schema.golden.sql"};
    if (std::getenv("THITUYEN_WRITE_GOLDEN")) std::ofstream{golden} << schema;
    CHECK(schema == text_of(golden));
}

TEST_CASE("only one connection can write: readers are query_only (R-02)", "[store][sqlite]") {
    SqliteSite site;
    sqlite::Connection reader{site.paths().database().string(), sqlite::Mode::reader};
    CHECK_THROWS_AS(reader.run("INSERT INTO site_value (name, value) VALUES ('a', 'b')"),
                    StoreError);
    CHECK_THROWS_AS(reader.run("DELETE FROM account"), StoreError);
}

TEST_CASE("S-30: SQL is a constant of the program, and no connection can be turned against itself",
          "[store][sqlite]") {
    CHECK_FALSE(std::is_constructible_v<sqlite::Sql, std::string>);
    CHECK_FALSE(std::is_constructible_v<sqlite::Sql, const char*>);
    SqliteSite site;
    const auto path = site.paths().database().string();
    site.close();
    for (const auto mode : {sqlite::Mode::writer, sqlite::Mode::reader}) {
        sqlite::Connection db{path, mode};
        const auto setting = [&](sqlite::Sql pragma) {
            auto rows = db.select(pragma);
            return rows.next() ? rows.integer(0) : -1;
        };
        CHECK(setting("PRAGMA trusted_schema") == 0);
        db.run("PRAGMA writable_schema = ON");
        CHECK_THROWS_AS(db.run("DELETE FROM sqlite_schema"), StoreError);
        CHECK_THROWS_AS(setting("SELECT load_extension('x')"), StoreError);
    }
}

TEST_CASE("a name stands nowhere in the files of the database (S-43)", "[store][sqlite]") {
    SqliteSite site;
    add_account(site.store(), "Nguyễn Thị Bích Ngọc");
    const auto everything = [&] {
        return text_of(site.paths().database()) +
               text_of(site.paths().database().string() + "-wal");
    };
    CHECK(everything().find("Bích Ngọc") == std::string::npos);
    CHECK(everything().find("ha@example.vn") == std::string::npos);
    CHECK(site.store()
              .ask([](const Reader& r) { return r.account(numbered<core::AccountId>(1)); })
              ->names.full_name == "Nguyễn Thị Bích Ngọc");
}

TEST_CASE("with another master key nothing opens", "[store][sqlite]") {
    SqliteSite site;
    add_account(site.store(), "Hà");
    site.close();
    const Vault other{crypto::Secret{std::string_view{"another key of 32 bytes, not random"}}};
    const auto store = sqlite::open_snapshot(site.paths().database(), other);
    CHECK_THROWS_AS(store->read([](const Reader& r) { r.account(numbered<core::AccountId>(1)); }),
                    StoreError);
}

TEST_CASE("one process owns a data folder", "[store][sqlite]") {
    SqliteSite site;
    CHECK_THROWS_AS(Folder{site.paths().root}, FolderHeld);
    site.close();
    CHECK_NOTHROW(Folder{site.paths().root});
}

TEST_CASE("keys that others may read are refused", "[store][sqlite]") {
    SqliteSite site;
    using std::filesystem::perms;
    const auto master = site.paths().keys() / "master";
    CHECK(std::filesystem::status(master).permissions() ==
          (perms::owner_read | perms::owner_write));
    std::filesystem::permissions(master, perms::group_read, std::filesystem::perm_options::add);
    CHECK_THROWS_AS(site.keys().master(), StoreError);
}

TEST_CASE("a database of a newer program is refused", "[store][sqlite]") {
    SqliteSite site;
    site.close();
    {
        sqlite::Connection db{site.paths().database().string(), sqlite::Mode::writer};
        db.run("INSERT INTO schema_migration (name, sha256, applied_at) "
               "VALUES ('9999_future', x'00', 0)");
    }
    CHECK_THROWS_AS(site.reopen(), StoreError);
}

TEST_CASE("a database of an older program is not read as if it were ours", "[store][sqlite]") {
    SqliteSite site;
    add_log(site.store(), numbered<core::ContestId>(1), 3);
    site.close();
    {
        sqlite::Connection db{site.paths().database().string(), sqlite::Mode::writer};
        db.run("DELETE FROM schema_migration WHERE name = "
               "(SELECT max(name) FROM schema_migration)");
        db.checkpoint(true);
    }
    std::string why;
    try {
        sqlite::open_source(site.paths().database(), numbered<core::ContestId>(1), nullptr);
    } catch (const StoreError& error) {
        why = error.what();
    }
    CHECK(why.find("older program") != std::string::npos);
}

TEST_CASE("nodes of an older database lie by where they end, from level four up",
          "[store][sqlite]") {
    sqlite::Connection db{":memory:", sqlite::Mode::scratch};
    const auto all = sqlite::migrations();
    const auto tenth = std::find_if(all.begin(), all.end(), [](const sqlite::Migration& migration) {
        return migration.name == "0010_nodes_as_they_come";
    });
    REQUIRE(tenth != all.end());
    std::for_each(all.begin(), tenth,
                  [&](const sqlite::Migration& migration) { db.run_script(migration.sql); });
    db.run_script("INSERT INTO node (contest, level, idx, hash) VALUES ('one', 3, 5, x'00'), "
                  "('one', 4, 0, x'01'), ('one', 4, 2, x'02'), ('one', 5, 0, x'03')");
    db.run_script(tenth->sql);
    std::vector<std::tuple<std::int64_t, std::int64_t, std::string>> kept;
    auto rows = db.select("SELECT size, level, hash FROM node ORDER BY size, level");
    while (rows.next())
        kept.emplace_back(rows.integer(0), rows.integer(1), rows.bytes(2));
    const decltype(kept) expected{{16, 4, "\x01"}, {32, 5, "\x03"}, {48, 4, "\x02"}};
    CHECK(kept == expected);
}

TEST_CASE("a backup is taken while the store is open, and restores", "[store][sqlite]") {
    SqliteSite site;
    add_account(site.store(), "Hà");
    add_log(site.store(), numbered<core::ContestId>(1), 5);
    const auto copy = site.paths().root / "copy.db";
    std::int64_t total = 0;
    sqlite::backup(site.paths().database(), copy,
                   [&](std::int64_t, std::int64_t pages) { total = pages; });
    CHECK(total > 0);
    CHECK_THROWS_AS(sqlite::backup(site.paths().database(), copy), StoreError);

    auto& writer = site.store().writer();
    writer.begin();
    writer.site().set_value("later", "1");
    writer.commit();
    site.close();
    {
        const Folder folder{site.paths().root};
        sqlite::restore(folder, copy, site.vault());
    }
    site.reopen();
    site.store().read([](const Reader& reader) {
        CHECK_FALSE(reader.value("later"));
        CHECK(reader.account_named("ha@example.vn"));
        CHECK(reader.head(numbered<core::ContestId>(1))->size == 5);
    });
}

TEST_CASE("restore refuses a log shorter than, or other than, the one last signed (R-26)",
          "[store][sqlite]") {
    SqliteSite site;
    const auto contest = numbered<core::ContestId>(1);
    add_log(site.store(), contest, 5);
    const auto copy = site.paths().root / "copy.db";
    sqlite::backup(site.paths().database(), copy);
    site.close();
    const Folder folder{site.paths().root};
    const SignedHeads signed_heads{site.paths()};
    const auto before = text_of(site.paths().database());

    signed_heads.write(contest, {6, crypto::sha256("longer")});
    CHECK_THROWS_AS(sqlite::restore(folder, copy, site.vault()), StoreError);
    signed_heads.write(contest, {4, crypto::sha256("other")});
    CHECK_THROWS_AS(sqlite::restore(folder, copy, site.vault()), StoreError);
    CHECK(text_of(site.paths().database()) == before);

    journal::Frontier four;
    for (int i = 0; i < 4; ++i)
        four.append(journal::leaf_hash("leaf " + std::to_string(i)));
    signed_heads.write(contest, {4, four.root()});
    CHECK_NOTHROW(sqlite::restore(folder, copy, site.vault()));
}
