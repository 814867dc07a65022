// Crashes: the process dies before every single statement of a scripted contest, in turn. What was
// acknowledged is there, what is there is whole, and the rows say what the openings say (V-04).

#include "catch.h"
#include "store/sqlite/connection.h"
#include "store/story.h"

#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace thi;
using namespace thi::store;
using namespace thi::store::test;

namespace {

// Counts statements of the writing connection in this process; kills it at one of them.
struct StatementCounter {
    bool counting = false; // Opening and replaying write nothing that was acknowledged.
    long seen = 0;
    long die_at = -1;
};
StatementCounter counter;

int count_statement(unsigned int, void*, void*, void*) {
    if (counter.counting && counter.seen++ == counter.die_at) ::_exit(42);
    return 0;
}

int watch_connection(sqlite3* database, const char**, const sqlite3_api_routines*) {
    sqlite3_trace_v2(database, SQLITE_TRACE_STMT, &count_statement, nullptr);
    return SQLITE_OK;
}

// What a child tells its parent of: saves acknowledged so far, one byte each.
class Ledger {
  public:
    Ledger() {
        if (::pipe2(ends_, O_CLOEXEC) != 0) throw StoreError("no pipe");
    }
    Ledger(const Ledger&) = delete;
    Ledger& operator=(const Ledger&) = delete;
    ~Ledger() {
        ::close(ends_[0]);
        if (ends_[1] >= 0) ::close(ends_[1]);
    }
    void acknowledge() { static_cast<void>(!::write(ends_[1], "+", 1)); }
    std::size_t read_all() {
        ::close(std::exchange(ends_[1], -1));
        std::size_t count = 0;
        for (char byte = 0; ::read(ends_[0], &byte, 1) == 1;)
            ++count;
        return count;
    }

  private:
    int ends_[2] = {-1, -1};
};

// The scripted part: three saves, a late machine, a submission. Runs in a child of its own.
void play_saves(const std::filesystem::path& root, Ledger& ledger) {
    const Folder folder{root};
    const Keys keys{folder.paths()};
    const Vault vault{keys.master()};
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(&watch_connection));
    const auto store = sqlite::open({folder.paths().database(), test_start, nullptr}, vault);
    Story story{*store, keys, folder.paths(), 2};
    story.set_now(sample::at("2026-05-16 08:10"));
    story.resume();
    counter.counting = true;
    for (unsigned int item = 1; item <= 3; ++item)
        if (story.send(1, item, option_a)) ledger.acknowledge();
    if (story.ask(story.submit(1))) ledger.acknowledge();
    story.committer().stop();
}

// Returns whether the script ran to its end.
bool crash_at(const std::filesystem::path& root, long statement, std::size_t& acknowledged) {
    Ledger ledger;
    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        counter = {false, 0, statement};
        try {
            play_saves(root, ledger);
        } catch (const std::exception&) {
            ::_exit(1);
        }
        ::_exit(0);
    }
    acknowledged = ledger.read_all();
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFEXITED(status));
    REQUIRE((WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 42));
    return WEXITSTATUS(status) == 0;
}

} // namespace

TEST_CASE("a crash before any statement loses nothing that was acknowledged (V-04, R-01)",
          "[store][crash]") {
    SqliteSite prepared;
    {
        Story story{prepared.store(), prepared.keys(), prepared.paths(), 2};
        story.publish();
        story.take_applications();
        story.post_list();
        story.prepare();
        story.begin();
    }
    prepared.close();

    bool finished = false;
    long statement = 0;
    for (; !finished; ++statement) {
        TempFolder copy;
        const auto root = copy.path() / "data";
        std::filesystem::copy(prepared.paths().root, root,
                              std::filesystem::copy_options::recursive);
        std::size_t acknowledged = 0;
        finished = crash_at(root, statement, acknowledged);

        // The restart replays the log and checks it; then rows and openings must agree.
        INFO("killed before statement " << statement);
        const Folder folder{root};
        const Keys keys{folder.paths()};
        const Vault vault{keys.master()};
        const auto store = sqlite::open({folder.paths().database(), test_start, nullptr}, vault);
        Story story{*store, keys, folder.paths(), 2};
        const auto sitting = story.state().sittings.at(
            story.state().rounds.at(sample::round).latest.at(sample::id<core::CandidateId>(1)));
        const auto kept = sitting.answers.size() + (sitting.submitted_at ? 1 : 0);
        CHECK(kept >= acknowledged);
        store->read([&](const Reader& reader) {
            const auto rows = sitting.ended ? sitting.answers.size() : 0;
            CHECK(reader.answers(sitting.sitting).size() == rows);
            CHECK(reader.saves(sitting.sitting).size() == sitting.answers.size());
            CHECK(reader.sitting(sitting.sitting)->submit_index == sitting.submit_index);
        });
        if (finished) CHECK(acknowledged == 4);
    }
    CHECK(statement > 30); // The script is long enough to mean something.
}
