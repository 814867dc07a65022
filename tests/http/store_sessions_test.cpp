// Sessions out of a real store: who is known, for how long, and what he is to a contest.

#include "catch.h"
#include "crypto/random.h"
#include "http/store_sessions.h"
#include "store/sqlite/store.h"
#include "store/vault.h"

#include <filesystem>
#include <unistd.h>

using namespace thi;
using namespace thi::http;
using namespace std::chrono_literals;

namespace {

constexpr core::Instant noon = core::from_ms(1'800'000'000'000);
const auto staff = *core::AccountId::parse("acc_000000000000000a");
const auto candidate = *core::AccountId::parse("acc_000000000000000b");
const auto here = *core::ContestId::parse("con_0000000000000001");
const auto elsewhere = *core::ContestId::parse("con_0000000000000002");
const auto mine = *core::CandidateId::parse("cand_0000000000000001");
const auto official = *core::PersonId::parse("per_0000000000000001");

// A store on disk with one official and one candidate, each signed in.
class Site {
  public:
    Site()
        : folder_(std::filesystem::temp_directory_path() /
                  ("thituyen-sessions-test-" + std::to_string(::getpid()))),
          vault_(crypto::random_secret(32)) {
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        store::sqlite::OpenOptions options;
        options.file = folder_ / "test.db";
        options.now = noon;
        store_ = store::sqlite::open(options, vault_);
        write([](store::SiteWriter& site) {
            add(site, staff, "staff@thi.test", store::SessionKind::staff, "staff");
            add(site, candidate, "candidate@thi.test", store::SessionKind::candidate, "candidate");
            REQUIRE(site.add_contest(contest(here, "A")));
            REQUIRE(site.add_contest(contest(elsewhere, "B")));
            site.join_candidate(here, candidate, mine);
            site.join_person(here, staff, official);
            site.add_draft_role(here, official, core::Role::secretary);
        });
    }
    ~Site() {
        store_.reset();
        std::filesystem::remove_all(folder_);
    }
    Site(const Site&) = delete;
    Site& operator=(const Site&) = delete;

    store::Store& store() { return *store_; }

    template <class Part> void write(const Part& part) {
        auto& writer = store_->writer();
        writer.begin();
        part(writer.site());
        writer.commit();
    }

  private:
    static void add(store::SiteWriter& site, core::AccountId id, const char* identifier,
                    store::SessionKind kind, std::string_view token) {
        store::Account account;
        account.account = id;
        account.names = {identifier, "Nguyễn Văn An", "An"};
        account.created_at = noon;
        REQUIRE(site.add_account(account));
        store::Session session;
        session.token_hash = crypto::sha256(token);
        session.session = "session" + id.str();
        session.account = id;
        session.kind = kind;
        session.csrf = "csrf";
        session.created_at = session.seen_at = session.reauth_at = noon;
        session.expires_at = noon + 12h;
        site.add_session(session);
    }
    static store::ContestSite contest(core::ContestId id, const char* code) {
        store::ContestSite site;
        site.contest = id;
        site.code = code;
        site.draft_plan = "{}";
        site.created_by = staff;
        site.created_at = site.updated_at = noon;
        return site;
    }

    std::filesystem::path folder_;
    store::Vault vault_;
    std::unique_ptr<store::Store> store_;
};

const auto staff_token = crypto::sha256("staff");
const auto candidate_token = crypto::sha256("candidate");

} // namespace

TEST_CASE("a session is found by its token's hash until it expires", "[http][sessions]") {
    Site site;
    StoreSessions sessions{site.store(), {}};
    const auto found = sessions.find(candidate_token, noon + 1h);
    REQUIRE(found);
    CHECK(found->account == candidate);
    CHECK(found->csrf == "csrf");
    CHECK(found->kind == SessionKind::candidate);
    CHECK_FALSE(found->administrator);
    CHECK(sessions.find(candidate_token, noon + 12h - 1ms));
    CHECK_FALSE(sessions.find(candidate_token, noon + 12h));
    CHECK_FALSE(sessions.find(crypto::sha256("other"), noon));
}

TEST_CASE("S-25: an official's session ends after 30 idle minutes, a candidate's does not",
          "[http][sessions]") {
    Site site;
    StoreSessions sessions{site.store(), {}};
    CHECK(sessions.find(staff_token, noon + 30min));
    CHECK(sessions.find(staff_token, noon + 60min));
    CHECK_FALSE(sessions.find(staff_token, noon + 90min + 1ms));
    CHECK(sessions.find(candidate_token, noon + 5h));
}

TEST_CASE("a use is written down at most once a minute, and survives a restart",
          "[http][sessions]") {
    Site site;
    std::vector<core::Instant> touched;
    StoreSessions sessions{site.store(), [&](const crypto::Digest& token, core::Instant at) {
                               CHECK(token == staff_token);
                               touched.push_back(at);
                               site.write([&](store::SiteWriter& writer) {
                                   writer.touch_session(token, at, noon + 12h);
                               });
                           }};
    for (int i = 0; i <= 120; ++i)
        CHECK(sessions.find(staff_token, noon + i * 1s));
    CHECK(touched == std::vector<core::Instant>{noon + 60s, noon + 120s});
    StoreSessions restarted{site.store(), {}};
    CHECK(restarted.find(staff_token, noon + 120s + 30min));
}

TEST_CASE("S-05: a session that was ended, or whose account was disabled, is gone at once",
          "[http][sessions]") {
    Site site;
    StoreSessions sessions{site.store(), {}};
    REQUIRE(sessions.find(staff_token, noon));
    REQUIRE(sessions.find(candidate_token, noon));
    site.write([](store::SiteWriter& writer) {
        writer.end_session(staff_token);
        writer.set_disabled(candidate, true);
    });
    CHECK_FALSE(sessions.find(staff_token, noon));
    CHECK_FALSE(sessions.find(candidate_token, noon));
}

TEST_CASE("S-03: standing is of the one contest that all ids belong to", "[http][sessions]") {
    Site site;
    StoreSessions sessions{site.store(), {}};
    const auto ask = [&](core::AccountId account, std::vector<PathValue> path) {
        return sessions.standing(account, path);
    };
    const auto candidacy = ask(candidate, {{"contest", here.text()}});
    REQUIRE(candidacy);
    CHECK(candidacy->contest == here);
    CHECK(candidacy->candidate == mine);
    CHECK(candidacy->roles.empty());
    const auto duty = ask(staff, {{"contest", here.text()}, {"candidate", mine.text()}});
    REQUIRE(duty);
    CHECK(duty->person == official);
    CHECK(duty->roles == RoleSet{core::Role::secretary});
    CHECK_FALSE(ask(staff, {{"contest", elsewhere.text()}}));
    CHECK_FALSE(ask(candidate, {{"contest", elsewhere.text()}}));
    CHECK_FALSE(ask(staff, {{"contest", elsewhere.text()}, {"candidate", mine.text()}}));
    CHECK_FALSE(ask(staff, {{"contest", here.text()}, {"sitting", "sit_0000000000000001"}}));
    CHECK_FALSE(ask(staff, {{"contest", "con_0000000000000009"}}));
    CHECK(ask(staff, {{"contest", here.text()}, {"index", "12"}}));
}

TEST_CASE("S-05: a role that was taken away is gone at once", "[http][sessions]") {
    Site site;
    StoreSessions sessions{site.store(), {}};
    const std::vector<PathValue> path{{"contest", here.text()}};
    REQUIRE(sessions.standing(staff, path));
    site.write([](store::SiteWriter& writer) {
        writer.drop_draft_role(here, official, core::Role::secretary);
    });
    CHECK_FALSE(sessions.standing(staff, path));
}

TEST_CASE("a remembered session lives on as long as it is used", "[http][sessions]") {
    Site site;
    StoreSessions sessions{site.store(),
                           [&](const crypto::Digest& token, core::Instant at) {
                               site.write([&](store::SiteWriter& writer) {
                                   writer.touch_session(token, at, at + 12h);
                               });
                           },
                           [] {
                               return std::uint64_t{1};
                           }};
    REQUIRE(sessions.find(candidate_token, noon));
    REQUIRE(sessions.find(candidate_token, noon + 11h));
    CHECK(sessions.find(candidate_token, noon + 22h));
    CHECK_FALSE(sessions.find(candidate_token, noon + 34h));
}

TEST_CASE("S-05: what is remembered of sessions and roles is forgotten with the next change",
          "[http][sessions]") {
    Site site;
    std::uint64_t changes = 1;
    StoreSessions sessions{site.store(), {}, [&] {
                               return changes;
                           }};
    const std::vector<PathValue> path{{"contest", here.text()}};
    REQUIRE(sessions.find(candidate_token, noon));
    REQUIRE(sessions.standing(staff, path));
    CHECK_FALSE(sessions.standing(candidate, std::vector<PathValue>{{"contest", "con_x"}}));
    site.write([](store::SiteWriter& writer) {
        writer.end_session(candidate_token);
        writer.drop_draft_role(here, official, core::Role::secretary);
    });
    // Nobody has been told of it yet.
    CHECK(sessions.find(candidate_token, noon));
    CHECK(sessions.standing(staff, path));
    CHECK_FALSE(sessions.find(candidate_token, noon + 12h)); // Time passes for the remembered too.
    ++changes;
    CHECK_FALSE(sessions.find(candidate_token, noon));
    CHECK_FALSE(sessions.standing(staff, path));
}
