// Connection: one SQLite handle with the settings this project relies on, and its prepared
// statements. The only file with connection.cpp that calls sqlite3 for queries.
//
// SQL reaches it only as a literal (S-30): a text put together at run time does not compile.

#pragma once
#include "core/ids.h"
#include "core/points.h"
#include "core/time.h"
#include "crypto/hash.h"
#include "store/error.h"

#include <compare>
#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <sqlite3.h>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>

namespace thi::store::sqlite {

// SQL known when the program was compiled.
class Sql {
  public:
    template <std::size_t N> consteval Sql(const char (&text)[N]) : text_(text, N - 1) {}
    constexpr std::string_view text() const { return text_; }

  private:
    std::string_view text_;
};

// Bytes for a BLOB column; std::string and views are TEXT.
struct Blob {
    std::string_view bytes;
};

// A column whatever its type: for reading what others may have written.
struct Cell {
    enum class Kind { null, integer, text, blob, real };
    Kind kind = Kind::null;
    std::int64_t number = 0; // Of an integer.
    std::string bytes;       // Of a text or blob.
    friend auto operator<=>(const Cell&, const Cell&) = default;
};

// A running statement. Rows are read by column, from 0, in the order of the SELECT.
class Rows {
  public:
    explicit Rows(sqlite3* database, sqlite3_stmt* statement)
        : database_(database), statement_(statement) {}
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    ~Rows();

    bool next(); // False after the last row. Throws StoreError.

    bool is_null(int column) const;
    std::int64_t integer(int column) const;
    std::string_view text(int column) const; // Until the next call of next().
    std::string_view blob(int column) const; // The same.
    bool flag(int column) const { return integer(column) != 0; }
    std::string str(int column) const { return std::string{text(column)}; }
    std::string bytes(int column) const { return std::string{blob(column)}; }
    core::Instant instant(int column) const { return core::from_ms(integer(column)); }
    crypto::Digest digest(int column) const;

    template <class Id> Id id(int column) const {
        const auto parsed = Id::parse(text(column));
        if (!parsed) throw StoreError("not an id: " + str(column));
        return *parsed;
    }

    Cell cell(int column) const;
    int columns() const;
    std::string_view name(int column) const;

    std::optional<std::int64_t> maybe_integer(int column) const;
    std::optional<std::string> maybe_str(int column) const;
    std::optional<core::Instant> maybe_instant(int column) const;
    std::optional<bool> maybe_flag(int column) const;
    std::optional<crypto::Digest> maybe_digest(int column) const;
    template <class Id> std::optional<Id> maybe_id(int column) const {
        if (is_null(column)) return std::nullopt;
        return id<Id>(column);
    }

  private:
    sqlite3* database_;
    sqlite3_stmt* statement_;
};

enum class Mode {
    writer,   // The one that writes and checkpoints.
    reader,   // query_only.
    snapshot, // Read-only file handle, for backup and verify.
    scratch,  // In memory, gone with the handle: for rebuilding tables beside the live ones.
};

class Connection {
  public:
    // Opens `path` and asserts every setting of docs/formats/database.md. `vfs`: a named SQLite
    // VFS, for tests; null for the system's.
    Connection(const std::string& path, Mode mode, const char* vfs = nullptr);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();

    // Runs a statement that gives no rows.
    template <class... Values> void run(Sql sql, const Values&... values) {
        auto rows = start(sql, values...);
        while (rows.next()) {
        }
    }

    // Starts a statement. What it binds must outlive the rows: no temporary texts.
    template <class... Values> Rows select(Sql sql, Values&&... values) {
        static_assert((kept<Values> && ...), "name the value first: SQLite keeps a pointer to it");
        return start(sql, values...);
    }

    // Several statements of a migration.
    void run_script(std::string_view script);

    std::int64_t changes() const; // Rows touched by the last statement.
    std::int64_t last_row_id() const;
    bool in_transaction() const;

    // Moves the WAL into the database file. `truncate` also empties the WAL and waits for readers.
    // Returns the pages left in the WAL.
    std::int64_t checkpoint(bool truncate);

    // Moves all of the WAL and leaves nothing in it; false while a reader is in the way.
    bool empty_wal();

    sqlite3* handle() const { return database_; }
    std::string fault(const char* doing) const;

  private:
    struct Finalise {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };

    template <class V>
    static constexpr bool kept =
        std::is_lvalue_reference_v<V> || std::is_arithmetic_v<std::remove_cvref_t<V>> ||
        std::is_same_v<std::remove_cvref_t<V>, core::Instant> ||
        std::is_same_v<std::remove_cvref_t<V>, std::string_view>;

    template <class... Values> Rows start(Sql sql, const Values&... values) {
        sqlite3_stmt* const statement = prepared(sql);
        int position = 0;
        (bind(statement, ++position, values), ...);
        return Rows{database_, statement};
    }

    void configure(Mode mode);
    sqlite3_stmt* prepared(Sql sql);
    std::string pragma(Sql sql);

    static void bind(sqlite3_stmt* statement, int position, std::nullopt_t);
    static void bind(sqlite3_stmt* statement, int position, std::int64_t value);
    static void bind(sqlite3_stmt* statement, int position, std::string_view value);
    static void bind(sqlite3_stmt* statement, int position, Blob value);

    template <std::integral T> static void bind(sqlite3_stmt* to, int position, T value) {
        bind(to, position, static_cast<std::int64_t>(value));
    }
    static void bind(sqlite3_stmt* to, int position, const std::string& value) {
        bind(to, position, std::string_view{value});
    }
    static void bind(sqlite3_stmt* to, int position, const char* value) {
        bind(to, position, std::string_view{value});
    }
    static void bind(sqlite3_stmt* to, int position, core::Instant value) {
        bind(to, position, core::to_ms(value));
    }
    static void bind(sqlite3_stmt* to, int position, core::Points value) {
        bind(to, position, value.hundredths);
    }
    static void bind(sqlite3_stmt* to, int position, const crypto::Digest& value) {
        bind(to, position, Blob{crypto::view(value)});
    }
    template <class Tag>
    static void bind(sqlite3_stmt* to, int position, const core::Id<Tag>& value) {
        bind(to, position, value.text());
    }
    template <class T>
    static void bind(sqlite3_stmt* to, int position, const std::optional<T>& value) {
        if (value)
            bind(to, position, *value);
        else
            bind(to, position, std::nullopt);
    }

    sqlite3* database_ = nullptr;
    std::unordered_map<const char*, std::unique_ptr<sqlite3_stmt, Finalise>> statements_;
};

// A transaction that rolls back unless it was committed.
class Transaction {
  public:
    explicit Transaction(Connection& connection, bool writes);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    void commit();

  private:
    Connection& connection_;
};

} // namespace thi::store::sqlite
