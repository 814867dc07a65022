#include "catch.h"
#include "journal/naive.h"
#include "journal/tiles.h"

#include <map>

namespace {

using namespace thi;
using journal::Hash;
using journal::Tile;

// What a monitor does: takes the tiles of a tree of this size, checks each level against the one
// below, and computes the root from them alone.
class Monitor {
  public:
    Monitor(std::uint64_t size, const journal::Nodes& nodes) : size_(size) {
        for (unsigned int level = 0; size >> (8 * level) > 0; ++level) {
            const auto hashes = size >> (8 * level);
            for (std::uint64_t index = 0; index * 256 < hashes; ++index) {
                const auto left = hashes - index * 256;
                const Tile tile{false, level, index,
                                left < 256 ? static_cast<unsigned int>(left) : 256};
                REQUIRE(journal::has_tile(tile, size));
                tiles_[{level, index}] = journal::tile_bytes(tile, nodes);
                REQUIRE(tiles_[{level, index}].size() == tile.width * 32);
            }
        }
    }

    Hash root() const {
        return journal::Frontier(size_, [this](unsigned int level,
                                               std::uint64_t index) { return node(level, index); })
            .root();
    }

    bool levels_agree() const {
        for (const auto& [key, bytes] : tiles_) {
            if (key.first == 0) continue;
            for (std::uint64_t i = 0; i * 32 < bytes.size(); ++i)
                if (!(computed(key.first * 8, key.second * 256 + i) ==
                      node(key.first * 8, key.second * 256 + i)))
                    return false;
        }
        return true;
    }

  private:
    Hash node(unsigned int level, std::uint64_t index) const {
        if (level % 8 != 0) return computed(level, index);
        const auto& bytes = tiles_.at({level / 8, index / 256});
        Hash hash;
        for (std::size_t i = 0; i < 32; ++i)
            hash.bytes[i] = static_cast<std::uint8_t>(bytes.at(index % 256 * 32 + i));
        return hash;
    }
    Hash computed(unsigned int level, std::uint64_t index) const {
        return journal::node_hash(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
    }

    std::uint64_t size_;
    std::map<std::pair<unsigned int, std::uint64_t>, std::string> tiles_;
};

} // namespace

TEST_CASE("V-05: a monitor recomputes the root from the tiles alone", "[journal][tiles]") {
    const auto leaves = naive::leaves(65537);
    const naive::Stored stored{leaves};
    const std::uint64_t size = GENERATE(0U, 1U, 255U, 256U, 257U, 65535U, 65536U, 65537U);
    const Monitor monitor{size, stored.reader()};
    CHECK(monitor.root() == naive::root(std::span<const Hash>{leaves}.first(size)));
    CHECK(monitor.levels_agree());
}

TEST_CASE("V-05: tile paths are spelt as the specification says", "[journal][tiles]") {
    struct Row {
        Tile tile;
        std::string path;
    };
    const auto row = GENERATE(values<Row>({{{false, 0, 0, 256}, "0/000"},
                                           {{false, 0, 1234067, 256}, "0/x001/x234/067"},
                                           {{false, 1, 999, 17}, "1/999.p/17"},
                                           {{false, 63, 1000, 1}, "63/x001/000.p/1"},
                                           {{true, 0, 5, 255}, "entries/005.p/255"},
                                           {{true, 0, 12345, 256}, "entries/x012/345"}}));
    CHECK(journal::print_tile_path(row.tile) == row.path);
    CHECK(journal::parse_tile_path(row.path) == row.tile);
}

TEST_CASE("V-05: another spelling of a tile path is refused", "[journal][tiles]") {
    const auto bad =
        GENERATE("", "0", "0/", "0/0", "0/00", "0/0000", "0/x000/001", "0/x01/001", "0/x001",
                 "0/001/002", "00/000", "64/000", "-1/000", "0/000.p/0", "0/000.p/256",
                 "0/000.p/01", "0/000.p/", "0/000/", "0/../000", "entries/", "entry/000",
                 "0/x001/x234/067.p/1.p/1", "0/x018/x446/x744/x073/x709/x551/616");
    CHECK_FALSE(journal::parse_tile_path(bad));
}

TEST_CASE("V-05: a tree has its full tiles and every width that it grew through",
          "[journal][tiles]") {
    const auto has = [](unsigned int level, std::uint64_t index, unsigned int width) {
        return journal::has_tile({false, level, index, width}, 70000);
    };
    CHECK(has(0, 272, 256));
    CHECK(has(0, 273, 112));
    CHECK(has(0, 273, 1));
    CHECK_FALSE(has(0, 273, 113));
    CHECK_FALSE(has(0, 274, 1));
    CHECK(has(1, 0, 256));
    CHECK(has(1, 1, 17));
    CHECK_FALSE(has(1, 1, 18));
    CHECK(has(2, 0, 1));
    CHECK_FALSE(has(3, 0, 1));
    CHECK_FALSE(has(63, 0, 1));
    CHECK_FALSE(has(0, UINT64_MAX, 256));
}

TEST_CASE("V-05: a bundle of entries holds each leaf after its length", "[journal][tiles]") {
    const std::vector<std::string> leaves{"a", "", std::string(300, 'x')};
    const auto bytes = journal::entries_bytes(leaves);
    CHECK(bytes.substr(0, 5) == std::string("\0\1a\0\0", 5));
    CHECK(journal::parse_entries(bytes, 3) == leaves);
    CHECK_FALSE(journal::parse_entries(bytes, 2));
    CHECK_FALSE(journal::parse_entries(bytes, 4));
    CHECK_FALSE(journal::parse_entries(bytes.substr(0, bytes.size() - 1), 3));
    CHECK_THROWS_AS(journal::entries_bytes(std::vector<std::string>{std::string(65536, 'x')}),
                    std::logic_error);
}
