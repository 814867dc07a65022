#include "journal/tiles.h"

#include "journal/line.h"

#include <cassert>
#include <stdexcept>

namespace thi::journal {
namespace {

// "x001/x234/067": groups of three digits, all but the last with an x.
std::optional<std::uint64_t> parse_groups(std::string_view text) {
    std::uint64_t index = 0;
    for (bool first = true;; first = false) {
        const bool more = text.starts_with('x');
        if (more) text.remove_prefix(1);
        const auto group = text.substr(0, 3);
        if (group.size() != 3 || group.find_first_not_of("0123456789") != std::string_view::npos)
            return std::nullopt;
        if (first && more && group == "000") return std::nullopt;
        for (const char c : group) {
            const auto digit = static_cast<std::uint64_t>(c - '0');
            if (index > (UINT64_MAX - digit) / 10) return std::nullopt;
            index = index * 10 + digit;
        }
        text.remove_prefix(3);
        if (!more) break;
        if (!text.starts_with('/')) return std::nullopt;
        text.remove_prefix(1);
    }
    if (!text.empty()) return std::nullopt;
    return index;
}

std::string print_groups(std::uint64_t index) {
    const auto group = [](std::uint64_t number) {
        const auto digits = std::to_string(number);
        return std::string(3 - digits.size(), '0') + digits;
    };
    std::string out = group(index % 1000);
    for (index /= 1000; index > 0; index /= 1000)
        out = "x" + group(index % 1000) + "/" + out;
    return out;
}

} // namespace

std::optional<Tile> parse_tile_path(std::string_view path) {
    Tile tile;
    const auto slash = path.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    tile.entries = path.substr(0, slash) == "entries";
    if (!tile.entries) {
        const auto level = parse_decimal(path.substr(0, slash), tile_level_max);
        if (!level) return std::nullopt;
        tile.level = static_cast<unsigned int>(*level);
    }
    path.remove_prefix(slash + 1);
    if (const auto partial = path.find(".p/"); partial != std::string_view::npos) {
        const auto width = parse_decimal(path.substr(partial + 3), tile_width - 1);
        if (!width || *width == 0) return std::nullopt;
        tile.width = static_cast<unsigned int>(*width);
        path = path.substr(0, partial);
    }
    const auto index = parse_groups(path);
    if (!index) return std::nullopt;
    tile.index = *index;
    return tile;
}

std::string print_tile_path(const Tile& tile) {
    auto out = tile.entries ? "entries" : std::to_string(tile.level);
    out += '/';
    out += print_groups(tile.index);
    if (tile.width < tile_width) out += ".p/" + std::to_string(tile.width);
    return out;
}

bool has_tile(const Tile& tile, std::uint64_t size) {
    const unsigned int shift = tile_height * tile.level;
    const std::uint64_t hashes = shift < 64 ? size >> shift : 0;
    return tile.width >= 1 && tile.width <= tile_width && tile.index <= hashes / tile_width &&
           tile.index * tile_width + tile.width <= hashes;
}

std::string tile_bytes(const Tile& tile, const Nodes& nodes) {
    assert(!tile.entries);
    std::string out;
    out.reserve(std::size_t{tile.width} * 32);
    for (unsigned int i = 0; i < tile.width; ++i)
        out += view(nodes(tile_height * tile.level, tile.index * tile_width + i));
    return out;
}

std::string entries_bytes(std::span<const std::string> leaves) {
    std::string out;
    for (const auto& leaf : leaves) {
        if (leaf.size() > 0xFFFF) throw std::logic_error("a leaf too long for a bundle");
        out += static_cast<char>(leaf.size() >> 8);
        out += static_cast<char>(leaf.size() & 0xFFU);
        out += leaf;
    }
    return out;
}

std::optional<std::vector<std::string>> parse_entries(std::string_view bytes, unsigned int width) {
    std::vector<std::string> leaves;
    while (!bytes.empty()) {
        if (bytes.size() < 2 || leaves.size() == width) return std::nullopt;
        const auto length = static_cast<std::size_t>(static_cast<unsigned char>(bytes[0])) << 8 |
                            static_cast<unsigned char>(bytes[1]);
        if (bytes.size() - 2 < length) return std::nullopt;
        leaves.emplace_back(bytes.substr(2, length));
        bytes.remove_prefix(2 + length);
    }
    if (leaves.size() != width) return std::nullopt;
    return leaves;
}

} // namespace thi::journal
