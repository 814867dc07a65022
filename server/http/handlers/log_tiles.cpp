// The log as static files (docs/formats/tiles.md), made on demand: any monitor of transparency logs
// can follow ours.

#include "http/exchange.h"
#include "http/handlers/log.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "journal/tiles.h"
#include "store/signed_heads.h"
#include "store/store.h"

namespace thi::http::handlers {
namespace {

std::optional<std::string> bytes_of(const store::Reader& reader, core::ContestId contest,
                                    const journal::Tile& tile) {
    const auto head = reader.head(contest);
    if (!head || !journal::has_tile(tile, head->size)) return std::nullopt;
    if (!tile.entries) return journal::tile_bytes(tile, store::stored_nodes(reader, contest));
    std::vector<std::string> leaves;
    for (auto& entry : reader.entries(contest, tile.index * journal::tile_width, tile.width))
        leaves.push_back(std::move(entry.leaf));
    return journal::entries_bytes(leaves);
}

} // namespace

net::awaitable<core::Result<Reply>> log_checkpoint(Exchange& exchange) {
    const auto contest = exchange.path<core::ContestId>("contest");
    const auto head =
        exchange.store().ask([&](const store::Reader& reader) { return reader.head(contest); });
    if (!head) co_return no_such_thing();
    co_return Reply::bytes("text/plain; charset=utf-8", head->checkpoint);
}

net::awaitable<core::Result<Reply>> log_tile(Exchange& exchange) {
    const auto contest = exchange.path<core::ContestId>("contest");
    const auto tile = journal::parse_tile_path(exchange.path_text("tail*"));
    if (!tile) co_return no_such_thing();
    auto bytes = exchange.store().ask(
        [&](const store::Reader& reader) { return bytes_of(reader, contest, *tile); });
    if (!bytes) co_return no_such_thing();
    auto reply = Reply::bytes("application/octet-stream", std::move(*bytes));
    reply.cache = Cache::immutable;
    co_return reply;
}

} // namespace thi::http::handlers
