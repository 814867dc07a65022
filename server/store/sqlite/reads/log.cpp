// Entries, nodes, heads and checkpoints of the logs.

#include "journal/batch.h"
#include "store/sqlite/reads/reader.h"

namespace thi::store::sqlite {

namespace {

LogEntry read_entry(const Rows& rows) {
    LogEntry entry;
    entry.index = static_cast<std::uint64_t>(rows.integer(0));
    entry.type = rows.str(1);
    entry.at = rows.instant(2);
    entry.leaf = rows.bytes(3);
    if (!rows.is_null(4)) entry.salt = rows.bytes(4);
    entry.payload = rows.maybe_str(5);
    return entry;
}

LogHead read_head(const Rows& rows) {
    return {rows.id<core::ContestId>(0), static_cast<std::uint64_t>(rows.integer(1)),
            rows.digest(2), rows.str(3)};
}

Checkpoint read_checkpoint(const Rows& rows) {
    return {static_cast<std::uint64_t>(rows.integer(0)), rows.instant(1), rows.str(2)};
}

} // namespace

std::vector<LogHead> Reader::heads() const {
    std::vector<LogHead> heads;
    auto rows = db_.select("SELECT contest, size, root, checkpoint FROM log_head ORDER BY contest");
    while (rows.next())
        heads.push_back(read_head(rows));
    return heads;
}

std::optional<LogHead> Reader::head(core::ContestId contest) const {
    auto rows = db_.select("SELECT contest, size, root, checkpoint FROM log_head WHERE contest = ?",
                           contest);
    if (!rows.next()) return std::nullopt;
    return read_head(rows);
}

std::optional<LogEntry> Reader::entry(core::ContestId contest, std::uint64_t index) const {
    auto rows = db_.select("SELECT idx, type, at, leaf, salt, payload FROM log_entry "
                           "WHERE contest = ? AND idx = ?",
                           contest, index);
    if (!rows.next()) return std::nullopt;
    return read_entry(rows);
}

std::vector<LogEntry> Reader::entries(core::ContestId contest, std::uint64_t from,
                                      std::size_t count, std::string_view type) const {
    std::vector<LogEntry> entries;
    auto rows = db_.select("SELECT idx, type, at, leaf, salt, payload FROM log_entry "
                           "WHERE contest = ?1 AND idx >= ?2 AND (?3 = '' OR type = ?3) "
                           "ORDER BY idx LIMIT ?4",
                           contest, from, type, count);
    while (rows.next())
        entries.push_back(read_entry(rows));
    return entries;
}

void Reader::each_entry(core::ContestId contest, std::uint64_t from,
                        const std::function<void(LogEntry&&)>& visit) const {
    auto rows = db_.select("SELECT idx, type, at, leaf, salt, payload FROM log_entry "
                           "WHERE contest = ? AND idx >= ? ORDER BY idx",
                           contest, from);
    while (rows.next())
        visit(read_entry(rows));
}

void Reader::each_leaf(
    core::ContestId contest, std::uint64_t from,
    const std::function<void(std::uint64_t index, std::string_view leaf)>& visit) const {
    auto rows = db_.select("SELECT idx, leaf FROM log_entry WHERE contest = ? AND idx >= ? "
                           "ORDER BY idx",
                           contest, from);
    while (rows.next())
        visit(static_cast<std::uint64_t>(rows.integer(0)), rows.blob(1));
}

std::optional<crypto::Digest> Reader::node(core::ContestId contest, unsigned int level,
                                           std::uint64_t index) const {
    const auto begin = index << level;
    const auto end = (index + 1) << level;
    if (level < journal::stored_level_min) {
        auto rows = db_.select("SELECT leaf FROM log_entry WHERE contest = ? AND idx >= ? "
                               "AND idx < ? ORDER BY idx",
                               contest, begin, end);
        journal::Frontier subtree;
        while (rows.next())
            subtree.append(journal::leaf_hash(rows.blob(0)));
        if (subtree.size() != end - begin) return std::nullopt;
        return subtree.root();
    }
    auto rows = db_.select("SELECT hash FROM node WHERE contest = ? AND size = ? AND level = ?",
                           contest, end, level);
    if (!rows.next()) return std::nullopt;
    return rows.digest(0);
}

std::vector<Checkpoint> Reader::checkpoints(core::ContestId contest) const {
    std::vector<Checkpoint> checkpoints;
    auto rows = db_.select("SELECT size, at, note FROM checkpoint WHERE contest = ? ORDER BY size",
                           contest);
    while (rows.next())
        checkpoints.push_back(read_checkpoint(rows));
    return checkpoints;
}

std::optional<Checkpoint> Reader::checkpoint(core::ContestId contest, std::uint64_t size) const {
    auto rows = db_.select("SELECT size, at, note FROM checkpoint WHERE contest = ? AND size = ?",
                           contest, size);
    if (!rows.next()) return std::nullopt;
    return read_checkpoint(rows);
}

} // namespace thi::store::sqlite
