// The audit of a database: what was changed with SQL is named by check, table and key.

#include "catch.h"
#include "journal/checkpoint.h"
#include "journal/payload.h"
#include "journal/verify.h"
#include "store/open_contest.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/verify_source.h"
#include "store/story.h"

using namespace thi;
using namespace thi::store;
using namespace thi::store::test;

namespace {

// A whole contest in a database, closed, to be tampered with.
class Played {
  public:
    explicit Played(void (*play)(Story&) = play_everything, const core::Plan& plan = story_plan()) {
        Story story{site_.store(), site_.keys(), site_.paths(), 4, plan};
        play(story);
        pinned_.log = *journal::parse_vkey(story.vkey);
        story.committer().stop();
        site_.close();
    }

    // SQL that the program never says.
    void change(const std::string& sql) {
        sqlite3* db = nullptr;
        REQUIRE(sqlite3_open(site_.paths().database().c_str(), &db) == SQLITE_OK);
        char* why = nullptr;
        sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &why);
        const std::string refused = why == nullptr ? "" : why;
        sqlite3_free(why);
        const auto changed = sqlite3_total_changes(db);
        sqlite3_close(db);
        REQUIRE(refused == "");
        REQUIRE(changed > 0);
    }

    journal::Report audit() {
        const auto source = sqlite::open_source(site_.paths().database(), story_contest, vault());
        return journal::verify(*source, pinned_, {2, {}});
    }

    const Vault* vault() const { return with_keys ? &site_.vault() : nullptr; }
    SqliteSite& site() { return site_; }
    journal::Pinned& pinned() { return pinned_; }
    bool with_keys = true;

  private:
    SqliteSite site_;
    journal::Pinned pinned_;
};

bool names(const journal::Report& report, std::string_view check, std::string_view where) {
    for (const auto& position : report[check].positions)
        if (position.where.find(where) != std::string::npos) return true;
    return false;
}

std::string failed(const journal::Report& report) {
    std::string text;
    for (const auto& check : report.checks)
        if (check.state == journal::CheckState::fail) text += check.check + " ";
    return text;
}

} // namespace

TEST_CASE("a database that nobody touched passes every check", "[store][verify]") {
    Played played;
    const auto report = played.audit();
    INFO(journal::print_report(report));
    CHECK(failed(report) == "");
    CHECK(report.exit_code() == 0);
    for (const auto* check :
         {"01.05", "03.03", "03.05", "03.07", "04.03", "05.01", "05.02", "05.05"})
        CHECK(report[check].examined > 0);
    const auto contests = sqlite::logged_contests(played.site().paths().database());
    REQUIRE(contests.size() == 1);
    CHECK(contests.front().contest == story_contest);
    CHECK(contests.front().origin == played.pinned().log.name);
}

TEST_CASE("an answer changed by SQL is named with its table and key", "[store][verify]") {
    Played played;
    played.change("UPDATE answer SET value = '[\"C\"]' "
                  "WHERE idx = (SELECT min(idx) FROM answer)");
    const auto report = played.audit();
    CHECK(failed(report) == "03.07 ");
    CHECK(names(report, "03.07", "row answer sit_"));
}

TEST_CASE("a score, a plan value, a leaf and an opening changed by SQL are each named",
          "[store][verify]") {
    Played played;
    SECTION("score") {
        played.change("UPDATE score SET shown = '99,9' WHERE position = 0");
        const auto report = played.audit();
        CHECK(failed(report) == "03.07 ");
        CHECK(names(report, "03.07", "row score cand_"));
    }
    SECTION("the trace of a score") {
        played.change("UPDATE score SET trace = replace(trace, '\"points\":100', '\"points\":0') "
                      "WHERE position = 0");
        const auto report = played.audit();
        CHECK(names(report, "05.02", "itm_"));
        CHECK(names(report, "03.07", "row score cand_"));
    }
    SECTION("plan") {
        played.change("UPDATE plan_version SET plan = replace(plan, '\"seats\":1', '\"seats\":2')");
        CHECK(names(played.audit(), "03.07", "row plan_version 1"));
    }
    SECTION("leaf") {
        played.change("UPDATE log_entry SET leaf = CAST(replace(CAST(leaf AS TEXT), "
                      "'answer.save', 'answer.late') AS BLOB) WHERE idx = "
                      "(SELECT min(idx) FROM log_entry WHERE type = 'answer.save')");
        const auto report = played.audit();
        CHECK(names(report, "03.01", "checkpoint"));
        CHECK(names(report, "01.02", "leaf "));
        CHECK(names(report, "03.03", "node 4/"));
    }
    SECTION("opening") {
        played.change("UPDATE log_entry SET payload = replace(payload, '\\\"A\\\"', '\\\"B\\\"') "
                      "WHERE idx = (SELECT min(idx) FROM log_entry WHERE type = 'answer.save')");
        const auto report = played.audit();
        CHECK(names(report, "04.01", "(answer.save)"));
    }
    SECTION("a deleted row") {
        played.change("DELETE FROM time_grant WHERE idx = (SELECT min(idx) FROM time_grant)");
        CHECK(names(played.audit(), "03.07", "row time_grant "));
    }
    SECTION("an added row, and one of a contest without a log") {
        played.change("INSERT INTO conflict VALUES ('con_0000000000000001', "
                      "'per_0000000000000001', 'cand_0000000000000009', 'other', 3)");
        played.change("INSERT INTO conflict VALUES ('con_0000000000000009', "
                      "'per_0000000000000001', 'cand_0000000000000009', 'other', 3)");
        const auto report = played.audit();
        CHECK(names(report, "03.07", "row conflict per_0000000000000001, cand_0000000000000009"));
        CHECK(names(report, "03.07", "row conflict con_0000000000000009"));
    }
    SECTION("a leaf that is gone") {
        played.change("DELETE FROM log_entry WHERE idx = 20");
        const auto report = played.audit();
        CHECK(names(report, "01.02", "leaf 20"));
        CHECK(names(report, "03.01", "checkpoint"));
    }
    SECTION("the published file") {
        played.change("UPDATE published_file SET content = CAST('{}' AS BLOB)");
        CHECK(names(played.audit(), "05.05", "(result.release)"));
    }
}

TEST_CASE("a node changed, gone or out of its place fails 03.03", "[store][verify]") {
    Played played;
    SECTION("changed") {
        played.change("UPDATE node SET hash = zeroblob(32) WHERE level = 4 AND size = 32");
        const auto report = played.audit();
        CHECK(failed(report) == "03.03 ");
        CHECK(names(report, "03.03", "node 4/1"));
    }
    SECTION("gone") {
        played.change("DELETE FROM node WHERE level = 4 AND size = 32");
        CHECK(failed(played.audit()) == "03.03 ");
    }
    SECTION("where none can end") {
        played.change("UPDATE node SET size = 33 WHERE level = 4 AND size = 32");
        CHECK(names(played.audit(), "03.03", "row node"));
    }
}

TEST_CASE("everything rewritten consistently under another key is still refused",
          "[store][verify]") {
    Played played;
    played.pinned().log =
        journal::NoteSigner{played.pinned().log.name, crypto::Ed25519Key::generate()}.verifier();
    const auto report = played.audit();
    CHECK(report.exit_code() == 1);
    CHECK(names(report, "02.01", "row contest"));
    CHECK(names(report, "02.01", "leaf 0 (contest.genesis)"));
    CHECK(names(report, "02.02", "checkpoint"));
}

TEST_CASE("without the site's keys papers stay sealed, and the rest is checked",
          "[store][verify]") {
    Played played;
    played.with_keys = false;
    const auto report = played.audit();
    INFO(journal::print_report(report));
    CHECK(failed(report) == "");
    CHECK(report.exit_code() == 2);
    CHECK(report["05.02"].state == journal::CheckState::not_run);
    CHECK(report["04.03"].state == journal::CheckState::sealed);
    CHECK(report["01.05"].state == journal::CheckState::pass);
}

TEST_CASE("a written round and a defence that nobody touched pass every check", "[store][verify]") {
    {
        Played written{play_written, written_plan()};
        const auto report = written.audit();
        INFO(journal::print_report(report));
        CHECK(failed(report) == "");
        for (const auto* check : {"01.07", "04.06", "05.03", "05.06"}) {
            INFO(check);
            CHECK(report[check].examined > 0);
        }
    }
    Played defence{play_defence, defence_plan(core::BallotKind::secret)};
    const auto report = defence.audit();
    INFO(journal::print_report(report));
    CHECK(failed(report) == "");
    CHECK(report["05.04"].examined > 0);
}

TEST_CASE("a mark, a band and a word of an appeal changed by SQL are each named",
          "[store][verify]") {
    Played written{play_written, written_plan()};
    SECTION("a mark's row") {
        written.change("UPDATE mark SET hundredths = hundredths + 100 WHERE turn = 'second'");
        CHECK(names(written.audit(), "03.07", "row mark "));
    }
    SECTION("a band's row") {
        written.change("UPDATE settlement SET from_pct = 50 WHERE by IS NOT NULL");
        CHECK(names(written.audit(), "03.07", "row settlement "));
    }
    SECTION("an appeal decision's row") {
        written.change("UPDATE appeal_decision SET upheld = 1 - upheld");
        CHECK(names(written.audit(), "03.07", "row appeal_decision "));
    }
    SECTION("a mark in the log") {
        written.change("UPDATE log_entry SET payload = replace(payload, '\"points\":7200', "
                       "'\"points\":7300') WHERE type = 'mark.commit'");
        CHECK(names(written.audit(), "04.01", "(mark.commit)"));
    }
    SECTION("a decision in the log") {
        written.change("UPDATE log_entry SET payload = replace(payload, '\"upheld\":true', "
                       "'\"upheld\":false') WHERE type = 'appeal.decide'");
        CHECK(names(written.audit(), "04.01", "(appeal.decide)"));
    }
}

TEST_CASE("a ballot, a roll entry and a deduction changed by SQL are each named",
          "[store][verify]") {
    SECTION("ballots") {
        Played defence{play_defence, defence_plan(core::BallotKind::secret)};
        SECTION("a ballot's row") {
            defence.change("UPDATE ballot SET hundredths = hundredths - 100");
            CHECK(names(defence.audit(), "03.07", "row ballot "));
        }
        SECTION("a row of the roll") {
            defence.change(
                "DELETE FROM ballot_roll WHERE idx = (SELECT min(idx) FROM ballot_roll)");
            CHECK(names(defence.audit(), "03.07", "row ballot_roll "));
        }
        SECTION("a ballot in the log") {
            defence.change("UPDATE log_entry SET payload = replace(payload, '\"score\":', "
                           "'\"score\":1') WHERE type = 'ballot.cast'");
            CHECK(names(defence.audit(), "04.01", "(ballot.cast)"));
        }
    }
    SECTION("the level of an infraction") {
        Played played;
        played.change("UPDATE infraction SET level = 'warning'");
        CHECK(names(played.audit(), "03.07", "row infraction "));
    }
}
