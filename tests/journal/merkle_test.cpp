#include "catch.h"
#include "journal/batch.h"
#include "journal/line.h"
#include "journal/merkle.h"
#include "journal/naive.h"

#include <boost/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>

namespace {

using namespace thi;
using journal::Hash;
using journal::Proof;

// A hash of another length than 32 bytes does not get as far as a proof.
struct NotAHash {};
Hash digest(const boost::json::value& value) {
    const auto hash = journal::parse_digest(std::string_view{value.as_string()});
    if (!hash) throw NotAHash{};
    return *hash;
}

Proof proof(const boost::json::value& value) {
    Proof out;
    if (value.is_null()) return out;
    for (const auto& hash : value.as_array())
        out.push_back(digest(hash));
    return out;
}

bool accepted(const boost::json::value& test) try {
    const auto number = [&test](const char* name) {
        return test.at(name).to_number<std::uint64_t>();
    };
    if (test.as_object().contains("leafIdx"))
        return journal::verify_inclusion(number("leafIdx"), number("treeSize"),
                                         digest(test.at("leafHash")), proof(test.at("proof")),
                                         digest(test.at("root")));
    return journal::verify_consistency(number("size1"), number("size2"), proof(test.at("proof")),
                                       digest(test.at("root1")), digest(test.at("root2")));
} catch (const NotAHash&) {
    return false;
}

} // namespace

TEST_CASE("V-01: the published Merkle proofs hold, the mutated ones do not", "[journal][vectors]") {
    const char* const vectors = std::getenv("THITUYEN_VECTORS");
    if (vectors == nullptr) {
        WARN("skipped: no vectors");
        return;
    }
    int count = 0;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::string{vectors} + "/merkle")) {
        if (entry.path().extension() != ".json") continue;
        std::ifstream in(entry.path());
        const std::string all{std::istreambuf_iterator<char>(in), {}};
        const auto test = boost::json::parse(all);
        INFO(entry.path());
        CHECK(accepted(test) != test.at("wantErr").as_bool());
        ++count;
    }
    CHECK(count > 90);
}

TEST_CASE("V-01: roots of RFC 6962's own example tree come out", "[journal][merkle]") {
    // The eight leaves of the Certificate Transparency reference tests.
    const std::vector<std::string> texts{
        std::string{},
        std::string(1, '\0'),
        "\x10",
        "\x20\x21",
        "\x30\x31",
        "\x40\x41\x42\x43",
        "\x50\x51\x52\x53\x54\x55\x56\x57",
        "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f"};
    journal::Frontier tree;
    for (const auto& text : texts)
        tree.append(journal::leaf_hash(text));
    CHECK(tree.root() == journal::parse_digest("XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg="));
}

TEST_CASE("V-01: every proof equals the one of the definition and holds", "[journal][merkle]") {
    constexpr std::size_t size_max = 70;
    const auto leaves = naive::leaves(size_max);
    const std::span<const Hash> all{leaves};
    const naive::Stored stored{leaves};
    const auto nodes = stored.reader();
    journal::Frontier grown;
    for (std::size_t size = 1; size <= size_max; ++size) {
        grown.append(leaves[size - 1]);
        const auto tree = all.first(size);
        const auto root = naive::root(tree);
        REQUIRE(grown.root() == root);
        REQUIRE(journal::Frontier(size, nodes).root() == root);
        for (std::size_t index = 0; index < size; ++index) {
            const auto proof = journal::inclusion_proof(index, size, nodes);
            REQUIRE(proof == naive::path(index, tree));
            REQUIRE(journal::verify_inclusion(index, size, leaves[index], proof, root));
        }
        for (std::size_t old = 1; old <= size; ++old) {
            const auto proof = journal::consistency_proof(old, size, nodes);
            REQUIRE(proof == naive::subproof(old, tree, true));
            REQUIRE(
                journal::verify_consistency(old, size, proof, naive::root(all.first(old)), root));
        }
    }
}

TEST_CASE("V-01: a proof with any part changed does not hold", "[journal][merkle]") {
    const auto leaves = naive::leaves(21);
    const std::span<const Hash> all{leaves};
    const auto root = naive::root(all);
    for (std::size_t index = 0; index < leaves.size(); ++index) {
        const auto good = naive::path(index, all);
        const auto holds = [&](std::uint64_t at, std::uint64_t size, const Proof& proof) {
            return journal::verify_inclusion(at, size, leaves[index], proof, root);
        };
        REQUIRE(holds(index, 21, good));
        for (std::uint64_t other = 0; other < 24; ++other)
            if (other != index) REQUIRE_FALSE(holds(other, 21, good));
        REQUIRE_FALSE(holds(index, index, good));
        for (std::size_t i = 0; i < good.size(); ++i) {
            auto changed = good;
            changed[i].bytes[7] ^= 1;
            REQUIRE_FALSE(holds(index, 21, changed));
            changed = good;
            changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(i));
            REQUIRE_FALSE(holds(index, 21, changed));
        }
        auto longer = good;
        longer.push_back(root);
        REQUIRE_FALSE(holds(index, 21, longer));
    }
}

TEST_CASE("a batch proves its leaves from the right edge alone", "[journal][merkle]") {
    const auto leaves = naive::leaves(400);
    const std::span<const Hash> all{leaves};
    const naive::Stored stored{leaves};
    std::mt19937 random{6962};
    std::size_t size = 0;
    journal::Frontier frontier;
    while (size < leaves.size()) {
        const auto count = std::min<std::size_t>(1 + random() % 37, leaves.size() - size);
        const auto added = all.subspan(size, count);
        const journal::Batch batch{frontier, {added.begin(), added.end()}};
        const auto tree = all.first(size + count);
        REQUIRE(batch.first_index() == size);
        REQUIRE(batch.root() == naive::root(tree));
        for (std::size_t i = 0; i < count; ++i)
            REQUIRE(batch.inclusion(i) == naive::path(size + i, tree));
        if (size > 0) REQUIRE(batch.consistency() == naive::subproof(size, tree, true));
        for (const auto& node : batch.nodes(1))
            REQUIRE(node.hash == stored.reader()(node.level, node.index));
        frontier = batch.after();
        size += count;
    }
}

TEST_CASE("batches together have every complete node from a level up once", "[journal][merkle]") {
    const auto lowest = GENERATE(1U, 2U, journal::stored_level_min);
    const auto leaves = naive::leaves(100);
    std::map<std::pair<unsigned int, std::uint64_t>, Hash> kept;
    journal::Frontier frontier;
    for (std::size_t size = 0; size < leaves.size(); size += 4) {
        const std::span<const Hash> added{leaves.data() + size, 4};
        const journal::Batch batch{frontier, {added.begin(), added.end()}};
        for (const auto& node : batch.nodes(lowest))
            REQUIRE(kept.emplace(std::pair{node.level, node.index}, node.hash).second);
        frontier = batch.after();
    }
    std::size_t complete = 0;
    for (unsigned int level = lowest; level < 7; ++level)
        for (std::uint64_t index = 0; index < leaves.size() >> level; ++index, ++complete)
            CHECK(kept.contains({level, index}));
    CHECK(kept.size() == complete);
}

TEST_CASE("verification of wild numbers is false, not a crash", "[journal][merkle]") {
    const Proof many(80);
    CHECK_FALSE(journal::verify_inclusion(UINT64_MAX - 1, UINT64_MAX, {}, many, {}));
    CHECK_FALSE(journal::verify_inclusion(0, 0, {}, {}, {}));
    CHECK_FALSE(journal::verify_consistency(UINT64_MAX - 1, UINT64_MAX, many, {}, {}));
    CHECK_FALSE(journal::verify_consistency(1, UINT64_MAX, {}, {}, {}));
    CHECK_FALSE(journal::verify_consistency(2, 1, {}, {}, {}));
}
