// A short, repeatable round of every fuzz target: under the sanitizers it finds what a hostile
// sender would. Longer rounds: docs/fuzzing.md.

#include "catch.h"
#include "targets.h"

#include <cstdlib>
#include <random>

using namespace thi;

namespace {

using Random = std::mt19937_64;

std::size_t below(Random& random, std::size_t count) {
    return count == 0 ? 0 : static_cast<std::size_t>(random() % count);
}

char a_byte(Random& random) {
    static constexpr char telling[] = "\0\r\n \t\"\\{}[]:,=%+-/019azAZ\x7f\x80\xc3\xff";
    constexpr std::size_t count = sizeof telling; // Its last byte, a zero, tells too.
    return random() % 2 == 0 ? telling[below(random, count)] : static_cast<char>(random() % 256);
}

void mutate(std::string& bytes, Random& random) {
    const auto at = below(random, bytes.size() + 1);
    const auto count = 1 + below(random, 8);
    switch (below(random, 5)) {
    case 0:
        if (at < bytes.size()) bytes[at] = a_byte(random);
        return;
    case 1:
        bytes.insert(at, 1, a_byte(random));
        return;
    case 2:
        bytes.erase(at, count);
        return;
    case 3:
        bytes.insert(below(random, bytes.size() + 1), bytes.substr(at, 4 * count));
        return;
    default:
        bytes.resize(at);
    }
}

std::size_t rounds() {
    const char* asked = std::getenv("THITUYEN_FUZZ_ROUNDS");
    return asked == nullptr ? 2'000 : std::strtoul(asked, nullptr, 10);
}

} // namespace

TEST_CASE("R-27: no parser of outside bytes breaks, whatever is sent", "[fuzz]") {
    for (const auto& target : fuzz::targets()) {
        INFO(target.name);
        Random random{20260314};
        for (const auto& seed : target.seeds) {
            target.feed(seed);
            for (std::size_t round = 0; round < rounds(); ++round) {
                auto bytes = seed;
                for (auto changes = 1 + below(random, 4); changes > 0; --changes)
                    mutate(bytes, random);
                target.feed(bytes);
            }
        }
        SUCCEED(target.name);
    }
}
