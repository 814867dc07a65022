#include "store/sqlite/connection.h"

#include <cassert>

namespace thi::store::sqlite {

namespace {

// Columns come back typed as they were declared (STRICT); another type is our bug.
void expect(bool sound) {
    assert(sound && "column read as another type than it was declared");
    static_cast<void>(sound);
}

// SQLite counts its memory under one lock of the whole process. Nobody reads that count, and
// threads wait for each other at every allocation. To be said before the first connection.
void count_no_memory() {
    static const bool said = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK;
    static_cast<void>(said);
}

} // namespace

Rows::~Rows() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

bool Rows::next() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    const auto why =
        std::string{sqlite3_errmsg(database_)} + " in " + std::string{sqlite3_sql(statement_)};
    if ((code & 0xff) == SQLITE_CONSTRAINT) throw ConstraintError(why);
    throw StoreError(why);
}

bool Rows::is_null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Rows::integer(int column) const {
    expect(sqlite3_column_type(statement_, column) == SQLITE_INTEGER);
    return sqlite3_column_int64(statement_, column);
}

std::string_view Rows::text(int column) const {
    expect(sqlite3_column_type(statement_, column) == SQLITE_TEXT);
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string_view Rows::blob(int column) const {
    expect(sqlite3_column_type(statement_, column) == SQLITE_BLOB);
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

crypto::Digest Rows::digest(int column) const {
    const auto bytes = blob(column);
    crypto::Digest digest;
    if (bytes.size() != digest.bytes.size()) throw StoreError("a stored hash is not 32 bytes");
    std::copy(bytes.begin(), bytes.end(), digest.bytes.begin());
    return digest;
}

Cell Rows::cell(int column) const {
    const auto bytes = [&] {
        const auto* begin = static_cast<const char*>(sqlite3_column_blob(statement_, column));
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
        return size == 0 ? std::string{} : std::string{begin, size};
    };
    switch (sqlite3_column_type(statement_, column)) {
    case SQLITE_INTEGER:
        return {Cell::Kind::integer, sqlite3_column_int64(statement_, column), {}};
    case SQLITE_TEXT:
        return {Cell::Kind::text, 0, bytes()};
    case SQLITE_BLOB:
        return {Cell::Kind::blob, 0, bytes()};
    case SQLITE_FLOAT:
        return {Cell::Kind::real, 0, bytes()};
    default:
        return {};
    }
}

int Rows::columns() const {
    return sqlite3_column_count(statement_);
}

std::string_view Rows::name(int column) const {
    return sqlite3_column_name(statement_, column);
}

std::optional<std::int64_t> Rows::maybe_integer(int column) const {
    if (is_null(column)) return std::nullopt;
    return integer(column);
}

std::optional<std::string> Rows::maybe_str(int column) const {
    if (is_null(column)) return std::nullopt;
    return str(column);
}

std::optional<core::Instant> Rows::maybe_instant(int column) const {
    if (is_null(column)) return std::nullopt;
    return instant(column);
}

std::optional<bool> Rows::maybe_flag(int column) const {
    if (is_null(column)) return std::nullopt;
    return flag(column);
}

std::optional<crypto::Digest> Rows::maybe_digest(int column) const {
    if (is_null(column)) return std::nullopt;
    return digest(column);
}

Connection::Connection(const std::string& path, Mode mode, const char* vfs) {
    count_no_memory();
    const int access = mode == Mode::scratch
                           ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY
                       : mode == Mode::writer ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                       : mode == Mode::reader ? SQLITE_OPEN_READWRITE
                                              : SQLITE_OPEN_READONLY;
    const int code = sqlite3_open_v2(path.c_str(), &database_,
                                     access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, vfs);
    if (code != SQLITE_OK) {
        const std::string why = database_ ? sqlite3_errmsg(database_) : "no memory";
        sqlite3_close(database_);
        throw StoreError("cannot open the database: " + why);
    }
    try {
        configure(mode);
    } catch (...) {
        statements_.clear();
        sqlite3_close(database_);
        throw;
    }
}

Connection::~Connection() {
    statements_.clear();
    sqlite3_close(database_);
}

std::string Connection::pragma(Sql sql) {
    auto rows = select(sql);
    if (!rows.next()) return {};
    return std::string{rows.is_null(0) ? "" : reinterpret_cast<const char*>(rows.text(0).data())};
}

void Connection::configure(Mode mode) {
    const auto config = [this](int what, int value) {
        int now = -1;
        const int code = sqlite3_db_config(database_, what, value, &now);
        if (code != SQLITE_OK || now != value) throw StoreError("a database setting was refused");
    };
    config(SQLITE_DBCONFIG_DEFENSIVE, 1);
    config(SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
    config(SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0);
    config(SQLITE_DBCONFIG_ENABLE_FKEY, 1);
    config(SQLITE_DBCONFIG_DQS_DML, 0);
    config(SQLITE_DBCONFIG_DQS_DDL, 0);
    // Nobody else may move the WAL while a connection closes: the writer does it itself.
    config(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1);

    const auto expect_pragma = [this](Sql sql, std::int64_t wanted) {
        auto rows = select(sql);
        if (!rows.next() || rows.integer(0) != wanted)
            throw StoreError("a database setting was refused: " + std::string{sql.text()});
    };
    run("PRAGMA mmap_size = 0");
    run("PRAGMA cell_size_check = ON");
    run("PRAGMA temp_store = MEMORY");
    run("PRAGMA wal_autocheckpoint = 0");
    if (mode == Mode::writer) {
        auto journal = select("PRAGMA journal_mode = WAL");
        if (!journal.next() || journal.text(0) != "wal")
            throw StoreError("the database cannot use a WAL here");
    }
    run("PRAGMA synchronous = FULL");
    run("PRAGMA secure_delete = ON");
    expect_pragma("PRAGMA synchronous", 2);
    expect_pragma("PRAGMA cell_size_check", 1);
    expect_pragma("PRAGMA foreign_keys", 1);
    expect_pragma("PRAGMA trusted_schema", 0);
    expect_pragma("PRAGMA secure_delete", 1);
    if (mode == Mode::writer || mode == Mode::scratch) {
        // The ends of the tables and what leads to them: the log only grows. A larger cache would
        // take a fresh page of memory for every page written.
        run("PRAGMA cache_size = -16384");
        sqlite3_busy_timeout(database_, 0); // Nobody else writes.
    } else {
        run("PRAGMA cache_size = -8192");
        run("PRAGMA query_only = ON");
        expect_pragma("PRAGMA query_only", 1);
        sqlite3_busy_timeout(database_, 2000);
    }
}

sqlite3_stmt* Connection::prepared(Sql sql) {
    auto& statement = statements_[sql.text().data()];
    if (!statement) {
        sqlite3_stmt* fresh = nullptr;
        const int code =
            sqlite3_prepare_v3(database_, sql.text().data(), static_cast<int>(sql.text().size()),
                               SQLITE_PREPARE_PERSISTENT, &fresh, nullptr);
        if (code != SQLITE_OK) throw StoreError(fault(sql.text().data()));
        statement.reset(fresh);
    }
    assert(!sqlite3_stmt_busy(statement.get()) && "the same statement runs twice");
    return statement.get();
}

void Connection::run_script(std::string_view script) {
    const std::string text{script};
    if (sqlite3_exec(database_, text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        throw StoreError(fault("migration"));
}

std::int64_t Connection::changes() const {
    return sqlite3_changes64(database_);
}

std::int64_t Connection::last_row_id() const {
    return sqlite3_last_insert_rowid(database_);
}

bool Connection::in_transaction() const {
    return sqlite3_get_autocommit(database_) == 0;
}

std::int64_t Connection::checkpoint(bool truncate) {
    int in_wal = 0;
    int moved = 0;
    const int code = sqlite3_wal_checkpoint_v2(
        database_, nullptr, truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE,
        &in_wal, &moved);
    // A reader in the way is no fault: the rest moves the next time.
    if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY) throw StoreError(fault("checkpoint"));
    return in_wal - moved;
}

bool Connection::empty_wal() {
    const int code =
        sqlite3_wal_checkpoint_v2(database_, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY) throw StoreError(fault("checkpoint"));
    return code == SQLITE_OK;
}

std::string Connection::fault(const char* doing) const {
    return std::string{doing} + ": " + sqlite3_errmsg(database_);
}

void Connection::bind(sqlite3_stmt* statement, int position, std::nullopt_t) {
    const int code = sqlite3_bind_null(statement, position);
    assert(code == SQLITE_OK);
    static_cast<void>(code);
}

void Connection::bind(sqlite3_stmt* statement, int position, std::int64_t value) {
    const int code = sqlite3_bind_int64(statement, position, value);
    assert(code == SQLITE_OK);
    static_cast<void>(code);
}

void Connection::bind(sqlite3_stmt* statement, int position, std::string_view value) {
    const int code = sqlite3_bind_text64(statement, position, value.data() ? value.data() : "",
                                         value.size(), SQLITE_STATIC, SQLITE_UTF8);
    if (code != SQLITE_OK) throw StoreError("a text is too large for the database");
}

void Connection::bind(sqlite3_stmt* statement, int position, Blob value) {
    const int code =
        sqlite3_bind_blob64(statement, position, value.bytes.data() ? value.bytes.data() : "",
                            value.bytes.size(), SQLITE_STATIC);
    if (code != SQLITE_OK) throw StoreError("bytes are too many for the database");
}

Transaction::Transaction(Connection& connection, bool writes) : connection_(connection) {
    if (writes)
        connection_.run("BEGIN IMMEDIATE");
    else
        connection_.run("BEGIN DEFERRED");
}

Transaction::~Transaction() {
    if (!connection_.in_transaction()) return;
    try {
        connection_.run("ROLLBACK");
    } catch (const StoreError&) {
        // The handle is lost; whoever made it fail has already thrown.
    }
}

void Transaction::commit() {
    connection_.run("COMMIT");
}

} // namespace thi::store::sqlite
