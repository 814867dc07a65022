// A forged log may be anything. Whatever it is, the audit comes to an end and says what is wrong;
// it never runs into what apply, the tally or a window take for granted.

#include "catch.h"
#include "journal/tally.h"
#include "journal/verify/log_sample.h"

#include <map>
#include <random>
#include <regex>

using namespace thi;
using sample::LogSample;
using sample::MemorySource;

namespace {

using Random = std::mt19937_64;

std::size_t below(Random& random, std::size_t count) {
    return static_cast<std::size_t>(random() % count);
}

// Every id of the log, by its kind.
std::map<std::string, std::vector<std::string>> ids_of(const MemorySource& source) {
    static const std::regex id("([a-z]+)_[0-9a-z]{16}");
    std::map<std::string, std::vector<std::string>> ids;
    for (const auto& entry : source.entries)
        for (std::sregex_iterator at(entry.payload->begin(), entry.payload->end(), id), end;
             at != end; ++at)
            ids[(*at)[1]].push_back(at->str());
    return ids;
}

// One token of the payload, a number or an id, exchanged for another that could stand there.
std::string twisted(std::string payload, const std::map<std::string, std::vector<std::string>>& ids,
                    Random& random) {
    static const std::regex token("([a-z]+)_[0-9a-z]{16}|:-?[0-9]+|true|false");
    static const std::vector<std::string> numbers{"0",
                                                  "1",
                                                  "2",
                                                  "-1",
                                                  "7",
                                                  "100",
                                                  "10000",
                                                  "1000000",
                                                  "1773570000000",
                                                  "9007199254740991",
                                                  "-9007199254740991"};
    std::vector<std::smatch> found;
    for (std::sregex_iterator at(payload.begin(), payload.end(), token), end; at != end; ++at)
        found.push_back(*at);
    if (found.empty()) return payload;
    const auto& one = found[below(random, found.size())];
    std::string instead;
    if (one[1].matched) {
        const auto& same = ids.at(one[1]);
        instead = same[below(random, same.size())];
    } else if (one.str()[0] == ':') {
        instead = ":" + numbers[below(random, numbers.size())];
    } else {
        instead = one.str() == "true" ? "false" : "true";
    }
    return payload.replace(static_cast<std::size_t>(one.position()),
                           static_cast<std::size_t>(one.length()), instead);
}

// One change after which leaf and opening agree again: what a forger with the database can do.
void forge(MemorySource& source, const std::map<std::string, std::vector<std::string>>& ids,
           Random& random) {
    auto& entries = source.entries;
    const auto at = below(random, entries.size());
    const auto other = below(random, entries.size());
    switch (below(random, 5)) {
    case 0:
        std::swap(entries[at], entries[other]);
        return;
    case 1:
        entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(at));
        return;
    case 2:
        entries.insert(entries.begin() + static_cast<std::ptrdiff_t>(at),
                       journal::SourceEntry{entries[other]});
        return;
    default:
        const auto leaf = journal::parse_leaf(entries[at].leaf);
        REQUIRE(leaf);
        const auto event = journal::decode(leaf->type, twisted(*entries[at].payload, ids, random));
        if (event) source.forge_leaf(at, *event);
    }
}

} // namespace

TEST_CASE("a forged log cannot break the audit, nor the tally", "[journal][verify][forged]") {
    LogSample log{{4, 3, 1}};
    log.all();
    const auto ids = ids_of(log.source);
    const auto entries = log.source.entries;
    const auto signer = sample::log_signer();
    Random random{20260315};
    std::size_t refused = 0;
    constexpr int rounds = 400;
    for (int round = 0; round < rounds; ++round) {
        log.source.entries = entries;
        for (auto changes = 1 + below(random, 4); changes > 0; --changes)
            forge(log.source, ids, random);
        for (std::size_t i = 0; i < log.source.entries.size(); ++i)
            log.source.entries[i].index = i;
        log.source.sign(signer);
        const auto report = journal::verify(log.source, {signer.verifier(), {}, {}});
        if (report.exit_code() != 0) ++refused;
        static_cast<void>(journal::tally(log.source));
    }
    // What is left are swaps of equals and changes that mean nothing, such as a reason's words.
    CHECK(refused > rounds * 8 / 10);
}
