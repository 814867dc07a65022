// The security log on disk: days, their hashes, and what a flood leaves of it.

#include "app/place.h"
#include "app/security_files.h"
#include "catch.h"

#include <fstream>
#include <sstream>

using namespace thi;
using thi::test::Place;
using namespace std::chrono_literals;

namespace {

constexpr core::Instant evening{std::chrono::sys_days{std::chrono::year{2026} / 3 / 14} + 23h +
                                59min};

std::string text_of(const Place& place, const std::string& file) {
    std::ifstream in{place.root / file};
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

} // namespace

TEST_CASE("S-50: a day that is over is hashed once, with all its lines", "[app][security]") {
    Place place;
    app::SecurityFiles files{place.root};
    files.write(evening, "one");
    files.write(evening + 1s, "two");
    CHECK(files.due(evening + 2s).empty());
    files.write(evening + 2min, "three");

    const auto due = files.due(evening + 2min);
    REQUIRE(due.size() == 1);
    CHECK(due[0].day == "2026-03-14");
    CHECK(due[0].entries == 2);
    CHECK(due[0].hash == crypto::sha256("one\ntwo\n"));
    CHECK(text_of(place, "2026-03-15.jsonl") == "three\n");
    files.settled(due[0]);
    CHECK(text_of(place, "2026-03-14.sha256").ends_with("  2026-03-14.jsonl\n"));

    app::SecurityFiles again{place.root};
    CHECK(again.due(evening + 3min).empty());
}

TEST_CASE("S-50: a line that comes late changes no day that was hashed", "[app][security]") {
    Place place;
    app::SecurityFiles files{place.root};
    files.write(evening, "one");
    const auto due = files.due(evening + 2min);
    files.write(evening + 1s, "late");
    REQUIRE(due.size() == 1);
    CHECK(crypto::sha256(text_of(place, "2026-03-14.jsonl")) == due[0].hash);
    CHECK(text_of(place, "2026-03-15.jsonl") == "late\n");
}

TEST_CASE("S-50: a day that no log knows is found again after a stop", "[app][security]") {
    Place place;
    {
        app::SecurityFiles files{place.root};
        files.write(evening, "one");
    }
    app::SecurityFiles files{place.root};
    CHECK(files.due(evening + 48h).size() == 1);
}

TEST_CASE("S-50: a flood is counted, not kept", "[app][security]") {
    Place place;
    app::SecurityFiles files{place.root};
    for (std::size_t i = 0; i < app::SecurityFiles::lines_per_minute_max + 5; ++i)
        files.write(evening, "x");
    files.write(evening + 1min, "next");
    const auto text = text_of(place, "2026-03-14.jsonl") + text_of(place, "2026-03-15.jsonl");
    CHECK(text.find(R"("what":"dropped","lines":5)") != std::string::npos);
    CHECK(text.ends_with("next\n"));
}
