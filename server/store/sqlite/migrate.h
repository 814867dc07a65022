// Migrations: numbered, forward only, recorded in the database with the hash of their text.

#pragma once
#include "core/time.h"

#include <span>
#include <string_view>

namespace thi::store::sqlite {

class Connection;

struct Migration {
    std::string_view name; // "0001_log": the order is the order of names.
    std::string_view sql;
};

// All migrations of this program, in order.
std::span<const Migration> migrations();

// Brings the database up to this program's schema, each migration in a transaction of its own.
// Throws StoreError where the database is newer than the program, or was made by other texts.
void migrate(Connection& connection, core::Instant now);

// For those who only read. Throws StoreError where the schema is not this program's.
void expect_migrated(Connection& connection);

} // namespace thi::store::sqlite
