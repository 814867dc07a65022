#include "store/sqlite/migrate.h"

#include "store/sqlite/connection.h"

namespace thi::store::sqlite {

namespace {

void record(Connection& connection, const Migration& migration, core::Instant now) {
    connection.run("INSERT INTO schema_migration (name, sha256, applied_at) VALUES (?, ?, ?)",
                   migration.name, crypto::sha256(migration.sql), now);
}

} // namespace

void migrate(Connection& connection, core::Instant now) {
    connection.run("CREATE TABLE IF NOT EXISTS schema_migration ("
                   "name TEXT NOT NULL PRIMARY KEY, sha256 BLOB NOT NULL, "
                   "applied_at INTEGER NOT NULL) STRICT, WITHOUT ROWID");
    const auto known = migrations();
    std::size_t applied = 0;
    {
        auto rows = connection.select("SELECT name, sha256 FROM schema_migration ORDER BY name");
        for (; rows.next(); ++applied) {
            if (applied == known.size())
                throw StoreError("the database was made by a newer program: " + rows.str(0));
            const auto& expected = known[applied];
            if (rows.text(0) != expected.name || rows.digest(1) != crypto::sha256(expected.sql))
                throw StoreError("the database was made by another program: " + rows.str(0));
        }
    }
    for (const auto& migration : known.subspan(applied)) {
        Transaction transaction{connection, true};
        connection.run_script(migration.sql);
        record(connection, migration, now);
        transaction.commit();
    }
}

} // namespace thi::store::sqlite
