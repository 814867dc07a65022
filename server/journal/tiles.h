// Tiles (c2sp.org/tlog-tiles): the tree and its leaves as static files, 256 hashes in each, so that
// any monitor of transparency logs can read ours. Made on demand from stored nodes.

#pragma once
#include "journal/merkle.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace thi::journal {

constexpr unsigned int tile_height = 8;
constexpr unsigned int tile_width = 256;
constexpr unsigned int tile_level_max = 63;

struct Tile {
    bool entries = false;   // The leaves themselves instead of hashes; `level` is 0.
    unsigned int level = 0; // Of tiles: a hash in it spans 256^level leaves.
    std::uint64_t index = 0;
    unsigned int width = tile_width; // 1 to 255: partial.
    friend bool operator==(const Tile&, const Tile&) = default;
};

// "0/x001/234", "2/000.p/17", "entries/005": what follows `tile/`. Nothing for another spelling.
std::optional<Tile> parse_tile_path(std::string_view path);
std::string print_tile_path(const Tile& tile);

// Whether a tree of this size has this tile, or had it while it grew.
bool has_tile(const Tile& tile, std::uint64_t size);

// The hashes of a tile one after the other. Requires `has_tile` and no entries.
std::string tile_bytes(const Tile& tile, const Nodes& nodes);

// The leaves of a bundle, each after its length in two bytes, big-endian.
std::string entries_bytes(std::span<const std::string> leaves);

// The leaves again; nothing where the bytes are not a bundle of exactly `width` leaves.
std::optional<std::vector<std::string>> parse_entries(std::string_view bytes, unsigned int width);

} // namespace thi::journal
