// Contract: accounts, sessions, links, messages and pseudonyms. Part of store/contract.h.

#pragma once

namespace thi::store::test {

inline Session some_session(core::AccountId account, const std::string& token) {
    Session session;
    session.token_hash = crypto::sha256(token);
    session.session = "ses-" + token;
    session.account = account;
    session.kind = SessionKind::staff;
    session.csrf = "csrf";
    session.device = "Firefox";
    session.created_at = session.seen_at = session.reauth_at = test_start;
    session.expires_at = test_start + std::chrono::minutes{30};
    return session;
}

TEMPLATE_TEST_CASE("an identifier has one account, whatever its case and outer space",
                   "[store][contract]", STORE_UNDER_TEST) {
    TestType site;
    must_write(site.store(),
               [](SiteWriter& to) { REQUIRE(to.add_account(some_account(1, "Ha@example.vn"))); });
    const auto again = write(site.store(), [](SiteWriter& to) {
        return to.add_account(some_account(2, " ha@EXAMPLE.vn"));
    });
    CHECK(again.error().code == core::Code::already_done);
    site.store().read([](const Reader& reader) {
        const auto found = reader.account_named("HA@example.vn");
        REQUIRE(found);
        CHECK(found->account == numbered<core::AccountId>(1));
        CHECK(found->names.full_name == "Nguyễn Thị Minh Hà");
        CHECK(found->names.given_name == "Hà");
        CHECK_FALSE(reader.account_named("another@example.vn"));
        CHECK(reader.accounts().size() == 1);
    });
}

TEMPLATE_TEST_CASE("a session lives until it is ended, excluded or expired (S-25)",
                   "[store][contract]", STORE_UNDER_TEST) {
    TestType site;
    const auto account = numbered<core::AccountId>(1);
    must_write(site.store(), [&](SiteWriter& to) {
        REQUIRE(to.add_account(some_account(1, "a")));
        for (const auto* token : {"one", "two", "three"})
            to.add_session(some_session(account, token));
        to.touch_session(crypto::sha256("one"), test_start + std::chrono::minutes{5},
                         test_start + std::chrono::minutes{35});
        to.prove_session(crypto::sha256("one"), test_start + std::chrono::minutes{6});
        to.set_administrator(account, true);
    });
    const auto find = [&](const char* token) {
        return site.store().ask(
            [&](const Reader& reader) { return reader.session(crypto::sha256(token)); });
    };
    REQUIRE(find("one"));
    CHECK(find("one")->seen_at == test_start + std::chrono::minutes{5});
    CHECK(find("one")->reauth_at == test_start + std::chrono::minutes{6});
    CHECK(find("one")->administrator);

    const auto end = [&](const char* session) {
        return write(site.store(),
                     [&](SiteWriter& to) { return to.end_session_of(account, session); });
    };
    CHECK(end("ses-two").has_value());
    CHECK(end("ses-two").error().code == core::Code::not_found);
    CHECK_FALSE(find("two"));
    must_write(site.store(),
               [&](SiteWriter& to) { to.drop_expired(test_start + std::chrono::minutes{31}); });
    CHECK_FALSE(find("three"));
    CHECK(find("one"));
    must_write(site.store(), [&](SiteWriter& to) { to.set_disabled(account, true); });
    CHECK_FALSE(find("one"));
}

TEMPLATE_TEST_CASE("a one-time link signs in once, a demo link until it expires",
                   "[store][contract]", STORE_UNDER_TEST) {
    TestType site;
    const auto account = numbered<core::AccountId>(1);
    must_write(site.store(), [&](SiteWriter& to) {
        REQUIRE(to.add_account(some_account(1, "a")));
        const auto expires = test_start + std::chrono::hours{24};
        to.add_link({crypto::sha256("once"), account, false, expires, {}});
        to.add_link({crypto::sha256("demo"), account, true, expires, {}});
    });
    const auto use = [&](const char* token, core::Instant now) {
        core::Result<core::AccountId> used{core::AccountId{}};
        must_write(site.store(),
                   [&](SiteWriter& to) { used = to.use_link(crypto::sha256(token), now); });
        return used;
    };
    CHECK(use("once", test_start).value() == account);
    CHECK(use("once", test_start).error().code == core::Code::not_found);
    CHECK(use("demo", test_start).has_value());
    CHECK(use("demo", test_start).has_value());
    CHECK_FALSE(use("demo", test_start + std::chrono::hours{24}).has_value());
    CHECK_FALSE(use("never", test_start).has_value());
}

TEMPLATE_TEST_CASE("an erased person leaves no name, no sign-in and no session (S-43)",
                   "[store][contract]", STORE_UNDER_TEST) {
    TestType site;
    const auto account = numbered<core::AccountId>(1);
    must_write(site.store(), [&](SiteWriter& to) {
        REQUIRE(to.add_account(some_account(1, "a@example.vn")));
        to.add_session(some_session(account, "t"));
        to.add_message({0, account, "Chào", "Nội dung", test_start, {}, 0});
    });
    site.store().read([&](const Reader& reader) {
        REQUIRE(reader.messages(account).size() == 1);
        CHECK(reader.messages(account).front().subject == "Chào");
        CHECK(reader.unsent_messages(3, 10).size() == 1);
    });
    must_write(site.store(), [&](SiteWriter& to) { to.erase_person(account); });
    site.store().read([&](const Reader& reader) {
        REQUIRE(reader.account(account));
        CHECK(reader.account(account)->names.full_name.empty());
        CHECK(reader.account(account)->disabled);
        CHECK_FALSE(reader.account_named("a@example.vn"));
        CHECK_FALSE(reader.session(crypto::sha256("t")));
        CHECK(reader.messages(account).front().text.empty());
    });
    must_write(site.store(), [&](SiteWriter& to) {
        CHECK(to.add_account(some_account(2, "a@example.vn")).has_value());
    });
}

TEMPLATE_TEST_CASE("an account has one pseudonym in each contest", "[store][contract]",
                   STORE_UNDER_TEST) {
    TestType site;
    const auto account = numbered<core::AccountId>(1);
    const auto contest = numbered<core::ContestId>(1);
    const auto first = numbered<core::CandidateId>(1);
    must_write(site.store(), [&](SiteWriter& to) {
        REQUIRE(to.add_account(some_account(1, "a")));
        CHECK(to.join_candidate(contest, account, first) == first);
        CHECK(to.join_candidate(contest, account, numbered<core::CandidateId>(2)) == first);
        CHECK(to.join_person(contest, account, numbered<core::PersonId>(3)) ==
              numbered<core::PersonId>(3));
        to.add_draft_role(contest, numbered<core::PersonId>(3), core::Role::chair);
        to.add_draft_role(contest, numbered<core::PersonId>(3), core::Role::secretary);
        to.drop_draft_role(contest, numbered<core::PersonId>(3), core::Role::secretary);
    });
    site.store().read([&](const Reader& reader) {
        CHECK(reader.candidate_of(contest, account) == first);
        CHECK(reader.account_of(first) == account);
        CHECK(reader.candidacies(account).size() == 1);
        REQUIRE(reader.duties(account).size() == 1);
        CHECK(reader.duties(account).front().roles == std::vector{core::Role::chair});
        REQUIRE(reader.officials(contest).size() == 1);
        CHECK(reader.officials(contest).front().names.given_name == "Hà");
        CHECK(reader.candidate_names(contest).at(first).given_name == "Hà");
        CHECK(reader.place(first.text())->contest == contest);
        CHECK(reader.place(first.text())->candidate == first);
        CHECK_FALSE(reader.place(numbered<core::CandidateId>(7).text()));
        CHECK_FALSE(reader.place("nonsense"));
    });
}

} // namespace thi::store::test
