// How long the audit of a long log takes. Hidden: prints, and asserts only that all is well.
// usage: test_journal "[long]", with THITUYEN_LONG_LEAVES=1000000

#include "catch.h"
#include "journal/client.h"
#include "journal/verify/log_sample.h"

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <thread>

using namespace thi;

namespace {

constexpr unsigned int candidates = 200;
constexpr std::size_t batch_leaves = 100;

// A day of nothing but saves, in batches, as the writer makes them.
void answer(sample::LogSample& log, std::size_t leaves) {
    while (log.source.entries.size() < leaves) {
        log.now += core::Duration{10};
        for (std::size_t i = 0; i < batch_leaves; ++i) {
            const auto who = static_cast<unsigned int>(log.source.entries.size() % candidates) + 1;
            const auto item = static_cast<unsigned int>(i % 4) + 1;
            const auto save = log.save(who, item, i % 3 == 0 ? "B" : "A");
            log.happens(core::AnswerSaved{save.client, log.now});
        }
        log.sign();
    }
}

} // namespace

TEST_CASE("a long log is audited in a time that is printed", "[.][long]") {
    const char* asked = std::getenv("THITUYEN_LONG_LEAVES");
    const auto leaves = asked == nullptr ? 50'000UL : std::strtoul(asked, nullptr, 10);
    sample::LogSample log{std::vector<unsigned int>(candidates, 0)};
    log.publish();
    log.intake();
    log.prepare();
    log.enter();
    answer(log, leaves);
    const auto threads = std::thread::hardware_concurrency();
    const auto begin = std::chrono::steady_clock::now();
    const auto report =
        journal::verify(log.source, {sample::log_signer().verifier(), {}, {}}, {threads, {}});
    const auto taken = std::chrono::steady_clock::now() - begin;
    std::cout << log.source.entries.size() << " leaves, " << threads << " threads: "
              << std::chrono::duration_cast<std::chrono::milliseconds>(taken).count() << " ms\n";
    INFO(journal::print_report(report));
    CHECK(report.exit_code() == 0);
}
