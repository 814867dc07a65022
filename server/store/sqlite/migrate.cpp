#include "store/sqlite/migrate.h"

#include "store/sqlite/connection.h"

namespace thi::store::sqlite {

namespace {

void record(Connection& connection, const Migration& migration, core::Instant now) {
    connection.run("INSERT INTO schema_migration (name, sha256, applied_at) VALUES (?, ?, ?)",
                   migration.name, crypto::sha256(migration.sql), now);
}

// How many of this program's migrations the database has.
std::size_t applied(Connection& connection) {
    const auto known = migrations();
    std::size_t count = 0;
    auto rows = connection.select("SELECT name, sha256 FROM schema_migration ORDER BY name");
    for (; rows.next(); ++count) {
        if (count == known.size())
            throw StoreError("the database was made by a newer program: " + rows.str(0));
        const auto& expected = known[count];
        if (rows.text(0) != expected.name || rows.digest(1) != crypto::sha256(expected.sql))
            throw StoreError("the database was made by another program: " + rows.str(0));
    }
    return count;
}

} // namespace

void migrate(Connection& connection, core::Instant now) {
    connection.run("CREATE TABLE IF NOT EXISTS schema_migration ("
                   "name TEXT NOT NULL PRIMARY KEY, sha256 BLOB NOT NULL, "
                   "applied_at INTEGER NOT NULL) STRICT, WITHOUT ROWID");
    for (const auto& migration : migrations().subspan(applied(connection))) {
        Transaction transaction{connection, true};
        connection.run_script(migration.sql);
        record(connection, migration, now);
        transaction.commit();
    }
}

void expect_migrated(Connection& connection) {
    const auto known = migrations();
    const auto count = applied(connection);
    if (count < known.size())
        throw StoreError("cơ sở dữ liệu do bản chương trình cũ hơn ghi: hãy cho máy chủ bản này "
                         "chạy một lần trên nó hoặc trên bản sao / the database was left by an "
                         "older program: start this program's server once on it or on a copy");
}

} // namespace thi::store::sqlite
