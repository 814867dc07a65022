// How many saves a second the committer acknowledges with 63 candidates saving at once, each with
// its receipt, beside plain SQLite commits of as many rows in the same run. Prints; asserts
// nothing.
// usage: bench_committer [saves per candidate]

#include "crypto/random.h"
#include "journal/client.h"
#include "store/sqlite/connection.h"
#include "store/story.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>

#include <chrono>
#include <ctime>
#include <iostream>

using namespace thi;
using namespace thi::store;
using namespace thi::store::test;

namespace {

constexpr unsigned int candidates = 64;

using Clock = std::chrono::steady_clock;

std::int64_t thread_cpu_us() {
    timespec spent{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return std::int64_t{spent.tv_sec} * 1'000'000 + spent.tv_nsec / 1'000;
}

std::int64_t writer_cpu_us(Story& story) {
    std::int64_t spent = 0;
    const auto asked = story.committer().read_now(
        story_contest, [&](const core::Contest&) { spent = thread_cpu_us(); });
    return asked ? spent : 0;
}

struct Count {
    std::int64_t saves = 0;
    std::int64_t refused = 0;
    std::size_t receipt_bytes = 0;
};

boost::asio::awaitable<void> sit(Story& story, core::SaveAnswer save, int saves, Count& count) {
    for (int i = 0; i < saves; ++i) {
        save.client.item = sample::id<core::ItemId>(static_cast<unsigned int>(1 + i % 4));
        save.client.value = i % 3 == 0 ? option_a : option_b;
        save.client.text = journal::client_text(save.client);
        save.text_hash = crypto::sha256(save.client.text);
        const auto made = co_await story.committer().commit(story_contest, save);
        if (!made) {
            ++count.refused;
            co_return;
        }
        count.receipt_bytes += made->receipt(0).size();
        ++count.saves;
        save.client.prev = save.text_hash;
        ++save.client.seq;
    }
}

void report(const char* what, std::int64_t rows, Clock::duration took) {
    const auto us = std::chrono::duration_cast<std::chrono::microseconds>(took).count();
    std::cout << what << ": " << rows << " in " << us / 1000 << " ms = " << rows * 1'000'000 / us
              << "/s\n";
}

void plain_sqlite(const std::filesystem::path& file, std::int64_t rows) {
    sqlite::Connection db{file.string(), sqlite::Mode::writer};
    db.run("CREATE TABLE plain (idx INTEGER PRIMARY KEY, payload TEXT NOT NULL) STRICT");
    const std::string payload(450, 'p');
    const auto begin = Clock::now();
    for (std::int64_t row = 0; row < rows;) {
        sqlite::Transaction transaction{db, true};
        for (unsigned int i = 0; i < candidates && row < rows; ++i, ++row)
            db.run("INSERT INTO plain (idx, payload) VALUES (?, ?)", row, payload);
        transaction.commit();
        if (row % 4096 == 0) db.checkpoint(false);
    }
    report("plain SQLite rows, 64 in a transaction", rows, Clock::now() - begin);
}

} // namespace

int main(int argc, char** argv) {
    const int saves = argc > 1 ? std::atoi(argv[1]) : 500;
    SqliteSite site;
    Story story{site.store(), site.keys(), site.paths(), candidates};
    story.publish();
    story.take_applications();
    story.post_list();
    story.prepare();
    story.begin();

    boost::asio::io_context io{1};
    Count count;
    for (unsigned int candidate = 1; candidate <= candidates; ++candidate)
        if (candidate != 4)
            boost::asio::co_spawn(io, sit(story, story.save(candidate, 1, option_a), saves, count),
                                  boost::asio::detached);
    const auto cpu = writer_cpu_us(story);
    const auto begin = Clock::now();
    io.run();
    const auto took = Clock::now() - begin;
    report("acknowledged saves, 63 at once", count.saves, took);
    const auto spent = writer_cpu_us(story) - cpu;
    std::cout << "writer: " << spent / std::max<std::int64_t>(1, count.saves)
              << " us of CPU for a save; receipts of "
              << count.receipt_bytes /
                     static_cast<std::size_t>(std::max<std::int64_t>(1, count.saves))
              << " bytes; " << count.refused << " refused\n";
    story.committer().stop();
    plain_sqlite(site.paths().root / "plain.db", count.saves);
    return count.refused == 0 ? 0 : 1;
}
