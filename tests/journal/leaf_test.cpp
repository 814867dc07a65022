#include "catch.h"
#include "crypto/hex.h"
#include "journal/kat.h"
#include "journal/leaf.h"
#include "journal/line.h"
#include "journal/merkle.h"
#include "source_root.h"

#include <algorithm>
#include <fstream>
#include <random>
#include <set>
#include <sstream>

namespace {

using namespace thi;

const std::string good = "exam-leaf/v1\nanswer.save\n1767229200123\n"
                         "XgLm9nhOYGD300xIOyWINc1lobUo9ygcdW+yKKXeaRc=\n";

} // namespace

TEST_CASE("the known answer of a leaf, its commitment and its hash", "[journal][leaf][kat]") {
    const auto leaf = kat::leaf(2);
    CHECK(leaf.commitment == journal::parse_digest("XgLm9nhOYGD300xIOyWINc1lobUo9ygcdW+yKKXeaRc="));
    CHECK(journal::print_leaf(leaf) == good);
    CHECK(view(journal::leaf_hash(good)) ==
          from_hex("06ebb2a41ea54da04b87690aa804f2a49570912694c7e4cac0cf79dcdc66a79f"));
}

TEST_CASE("the known answer of every root", "[journal][leaf][kat]") {
    journal::Frontier tree;
    for (int i = 0; i < 5; ++i) {
        tree.append(journal::leaf_hash(journal::print_leaf(kat::leaf(i))));
        CHECK(tree.root() == journal::parse_digest(kat::records[i].root));
    }
}

TEST_CASE("V-02: what was printed parses to the same leaf", "[journal][leaf]") {
    std::mt19937_64 random{31};
    for (int round = 0; round < 500; ++round) {
        const auto& types = journal::leaf_types();
        const journal::Leaf leaf{std::string{types[random() % types.size()].name},
                                 core::from_ms(static_cast<std::int64_t>(random() >> 11)),
                                 crypto::sha256(std::to_string(random()))};
        const auto text = journal::print_leaf(leaf);
        const auto parsed = journal::parse_leaf(text);
        REQUIRE(parsed);
        REQUIRE(*parsed == leaf);
        REQUIRE(journal::print_leaf(*parsed) == text);
    }
}

TEST_CASE("V-02: bytes that are not exactly a leaf are refused", "[journal][leaf]") {
    struct Row {
        std::string says;
        std::string bytes;
    };
    const std::string digest = "XgLm9nhOYGD300xIOyWINc1lobUo9ygcdW+yKKXeaRc=";
    const auto leaf = [&digest](const std::string& type, const std::string& time) {
        return "exam-leaf/v1\n" + type + "\n" + time + "\n" + digest + "\n";
    };
    const auto row = GENERATE_COPY(values<Row>({
        {"nothing", ""},
        {"another version", "exam-leaf/v2" + good.substr(12)},
        {"no last LF", good.substr(0, good.size() - 1)},
        {"a further line", good + "x y\n"},
        {"a further LF", good + "\n"},
        {"CR LF", "exam-leaf/v1\r\n" + good.substr(13)},
        {"a tab", leaf("answer.save\t", "1")},
        {"an unknown type", leaf("answer.steal", "1")},
        {"an upper-case type", leaf("Answer.save", "1")},
        {"a leading zero", leaf("answer.save", "01")},
        {"a sign", leaf("answer.save", "+1")},
        {"a negative time", leaf("answer.save", "-1")},
        {"no time", leaf("answer.save", "")},
        {"a time beyond 2^53", leaf("answer.save", "9007199254740992")},
        {"a short commitment", "exam-leaf/v1\nanswer.save\n1\nAAAA\n"},
        {"stray bits in base64", good.substr(0, good.size() - 3) + "d=\n"},
        {"more than 1,024 bytes", good + std::string(1024, 'x')},
    }));
    DYNAMIC_SECTION(row.says) {
        CHECK_FALSE(journal::parse_leaf(row.bytes));
    }
}

TEST_CASE("V-02: a leaf with any byte changed is another leaf or none", "[journal][leaf]") {
    const auto original = journal::parse_leaf(good).value();
    for (std::size_t i = 0; i < good.size(); ++i)
        for (int byte = 0; byte < 256; ++byte) {
            auto changed = good;
            changed[i] = static_cast<char>(byte);
            if (changed == good) continue;
            const auto parsed = journal::parse_leaf(changed);
            if (parsed) REQUIRE(journal::print_leaf(*parsed) == changed);
            if (parsed) REQUIRE_FALSE(*parsed == original);
        }
}

TEST_CASE("the list of types has no type twice and only well-formed names", "[journal][leaf]") {
    std::set<std::string_view> names;
    for (const auto& type : journal::leaf_types()) {
        INFO(type.name);
        CHECK(names.insert(type.name).second);
        const auto dot = type.name.find('.');
        REQUIRE(dot != std::string_view::npos);
        const auto lower = [](std::string_view word) {
            return !word.empty() &&
                   word.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
        };
        CHECK((lower(type.name.substr(0, dot)) && lower(type.name.substr(dot + 1))));
    }
}

TEST_CASE("docs/formats/leaf.md lists exactly these types, opened when the code says",
          "[journal][leaf]") {
    std::ifstream in(THITUYEN_SOURCE "/docs/formats/leaf.md");
    std::set<std::string> documented;
    for (std::string line; std::getline(in, line) && line != "## Known answers";) {
        // | stage | P | R | A |
        if (std::count(line.begin(), line.end(), '|') != 5) continue;
        std::istringstream cells{line};
        std::string cell;
        for (int column = -1; std::getline(cells, cell, '|'); ++column) {
            std::istringstream words{cell};
            for (std::string word; words >> word;)
                if (column > 0 && word.size() > 2 && word.front() == '`' &&
                    word.find('.') != std::string::npos)
                    documented.insert(std::to_string(column) + word);
        }
    }
    std::set<std::string> listed;
    for (const auto& type : journal::leaf_types())
        listed.insert(std::to_string(static_cast<int>(type.opened) + 1) + "`" +
                      std::string{type.name} + "`");
    CHECK(documented == listed);
}

TEST_CASE("what a release opened stays open when a round is held again, and no more",
          "[journal][leaf]") {
    journal::Released released;
    std::uint64_t index = 0;
    const auto log = [&](std::string_view type) {
        released.take(type, index++);
    };
    log("contest.genesis");
    log("mark.commit");
    CHECK_FALSE(released.opens(1));
    CHECK_FALSE(released.ever());
    log("result.release");
    log("appeal.decide");
    CHECK((released.opens(1) && released.opens(2) && released.opens(3)));
    log("round.resit");
    log("mark.commit");
    CHECK((released.opens(1) && released.opens(2)));
    CHECK_FALSE(released.opens(3)); // Shut again until the next release.
    CHECK_FALSE(released.opens(5));
    log("result.release");
    CHECK((released.opens(3) && released.opens(5) && released.ever()));
}

TEST_CASE("a leaf of an unknown type is not written", "[journal][leaf]") {
    CHECK_THROWS_AS(journal::print_leaf({"answer.steal", {}, {}}), std::logic_error);
}

TEST_CASE("the commitment covers salt and payload", "[journal][leaf]") {
    const auto base = journal::commit(kat::salt(0), "{}");
    CHECK_FALSE(base == journal::commit(kat::salt(1), "{}"));
    CHECK_FALSE(base == journal::commit(kat::salt(0), "{} "));
}
