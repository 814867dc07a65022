#include "catch.h"
#include "core/plan/duties.h"
#include "core/plan/sample.h"

#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

using namespace thi;
using namespace thi::core;

namespace {

std::vector<Role> all_roles() {
    std::vector<Role> roles;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Role>>(
        [&](auto d) { roles.push_back(d.value); });
    return roles;
}

std::string name(Role role) {
    return boost::describe::enum_to_string(role, "?");
}

const auto newcomer = sample::id<PersonId>(50);

} // namespace

TEST_CASE("S-07: duties that must not meet in one person", "[core][duties]") {
    struct Row {
        Role role;
        std::vector<Role> excluded; // Besides auditor, supervisor and system administrator.
    };
    using R = Role;
    const Row rows[] = {
        {R::chair,
         {R::administrator, R::marker, R::head_of_marking, R::invigilator, R::head_of_invigilation,
          R::appeals_panel}},
        {R::setter,
         {R::administrator, R::marker, R::head_of_marking, R::invigilator,
          R::head_of_invigilation}},
        {R::invigilator,
         {R::administrator, R::chair, R::vice_chair, R::setter, R::blinder, R::marker,
          R::head_of_marking}},
        {R::blinder,
         {R::administrator, R::invigilator, R::head_of_invigilation, R::marker, R::head_of_marking,
          R::appeals_panel}},
        {R::marker,
         {R::administrator, R::chair, R::vice_chair, R::secretary, R::setter, R::blinder,
          R::invigilator, R::head_of_invigilation, R::appeals_panel}},
        {R::council_member, {R::administrator}},
        {R::verifier, {R::administrator}},
    };
    for (const auto& row : rows)
        for (const auto other : all_roles()) {
            if (other == R::auditor || other == R::supervisor || other == R::sysadmin) continue;
            const bool expected =
                std::find(row.excluded.begin(), row.excluded.end(), other) != row.excluded.end();
            INFO(name(row.role) << " and " << name(other));
            CHECK(exclusive(row.role, other) == expected);
        }
}

TEST_CASE("auditors and supervisors hold no other duty, system administrators none with content",
          "[core][duties]") {
    for (const auto role : all_roles()) {
        INFO(name(role));
        CHECK(exclusive(Role::auditor, role) == (role != Role::auditor));
        CHECK(exclusive(Role::supervisor, role) == (role != Role::supervisor));
        CHECK(exclusive(Role::sysadmin, role) ==
              (role != Role::sysadmin && role != Role::administrator));
        for (const auto other : all_roles())
            CHECK(exclusive(role, other) == exclusive(other, role));
    }
}

TEST_CASE("a duty once held excludes as one held now", "[core][duties]") {
    auto contest = sample::published();
    const auto now = sample::at("2026-02-21 09:00");
    const auto give = [&](Role role) {
        return sample::said(sample::act(
            contest, GrantRole{sample::chair, newcomer, role, sample::approvals(now)}, now));
    };
    CHECK(give(Role::marker) == "ok");
    CHECK(give(Role::marker) == "already_done");
    CHECK(give(Role::setter) == "role_conflict");
    CHECK(sample::said(sample::act(
              contest, RevokeRole{sample::chair, newcomer, Role::marker, "Đổi phân công"}, now)) ==
          "ok");
    CHECK(give(Role::setter) == "role_conflict");
    CHECK(give(Role::marker) == "ok");
}

TEST_CASE("the plan's own pairs exclude too", "[core][duties]") {
    auto plan = sample::plan();
    plan.duty.exclusive_pairs.waived.reset();
    plan.duty.exclusive_pairs.value = {{Role::verifier, Role::secretary}};
    auto contest = sample::published(plan);
    const auto now = sample::at("2026-02-21 09:00");
    const GrantRole command{sample::chair, sample::secretary, Role::verifier, {}};
    CHECK(sample::said(decide_on(contest, command, now)) == "role_conflict");
    auto free = sample::published();
    CHECK(sample::said(decide_on(free, command, now)) == "ok");
}

TEST_CASE("duties that can act on papers, marks, results or people are given by two",
          "[core][duties]") {
    const auto contest = sample::published();
    const auto now = sample::at("2026-02-21 09:00");
    for (const auto role : all_roles()) {
        INFO(name(role));
        const auto said =
            sample::said(decide_on(contest, GrantRole{sample::chair, newcomer, role, {}}, now));
        CHECK(said == (grant_needs_two(role) ? "needs_approval" : "ok"));
    }
    CHECK(grant_needs_two(Role::setter));
    CHECK_FALSE(grant_needs_two(Role::auditor));
}

TEST_CASE("duties are given by those who govern, and never to oneself", "[core][duties]") {
    const auto contest = sample::published();
    const auto now = sample::at("2026-02-21 09:00");
    const auto give = [&](PersonId by, PersonId to) {
        return sample::said(decide_on(contest, GrantRole{by, to, Role::auditor, {}}, now));
    };
    CHECK(give(sample::verifier_a, newcomer) == "forbidden");
    CHECK(give(newcomer, newcomer) == "forbidden");
    CHECK(give(sample::admin, sample::admin) == "same_person");
}

TEST_CASE("the council has no more members than the plan allows", "[core][duties]") {
    auto contest = sample::published(); // Chair and vice chair; four at most.
    const auto now = sample::at("2026-02-21 09:00");
    const auto join = [&](unsigned int n) {
        return sample::said(sample::act(
            contest, GrantRole{sample::chair, sample::id<PersonId>(n), Role::council_member, {}},
            now));
    };
    CHECK(join(60) == "ok");
    CHECK(join(61) == "ok");
    CHECK(join(62) == "limit_reached");
}

TEST_CASE("S-07: two-person acts refuse one person twice, stale, foreign and diverging approvals",
          "[core][duties]") {
    auto contest = sample::published();
    const auto now = sample::at("2026-02-21 09:00");
    const auto said = [&](const Approvals& approvals) {
        return sample::said(approved_by_two(contest, approvals, governing_roles, now));
    };
    const auto good = sample::approvals(now);
    CHECK(said(good) == "ok");
    CHECK(said({}) == "needs_approval");
    CHECK(said({good[0]}) == "needs_approval");
    CHECK(said(sample::approvals(now, sample::chair, sample::chair)) == "same_person");
    CHECK(said(sample::approvals(now, sample::chair, sample::verifier_a)) == "forbidden");
    CHECK(said(sample::approvals(now, sample::chair, newcomer)) == "forbidden");

    auto stale = good;
    stale[0].at = now - approval_age_max;
    CHECK(said(stale) == "ok");
    stale[0].at -= Duration{1};
    CHECK(said(stale) == "needs_approval");
    auto early = good;
    early[1].at = now + Duration{1};
    CHECK(said(early) == "needs_approval");
    auto diverging = good;
    diverging[1].action_hash = crypto::sha256("another act");
    CHECK(said(diverging) == "needs_approval");

    REQUIRE(sample::act(
        contest, RevokeRole{sample::chair, sample::vice, Role::vice_chair, "Đổi phân công"}, now));
    CHECK(said(good) == "forbidden");
}

TEST_CASE("two people who can approve are always left", "[core][duties]") {
    auto contest = sample::published();
    const auto now = sample::at("2026-02-21 09:00");
    const auto revoke = [&](PersonId who, Role role) {
        return sample::said(
            sample::act(contest, RevokeRole{sample::chair, who, role, "Đổi phân công"}, now));
    };
    CHECK(revoke(sample::vice, Role::vice_chair) == "ok");
    CHECK(revoke(sample::admin, Role::administrator) == "incomplete");
}

TEST_CASE("a declared relation bars where the plan lists it", "[core][duties]") {
    auto contest = sample::with_application(sample::plan());
    const auto now = sample::at("2026-03-11 09:00");
    const auto declare = [&](PersonId by, PersonId who, Relation relation) {
        return sample::said(
            sample::act(contest, DeclareConflict{by, who, sample::lan, relation}, now));
    };
    const auto stands = [&](PersonId who) {
        return sample::said(keeps_distance(contest, who, sample::lan));
    };
    CHECK(stands(sample::verifier_a) == "ok");
    CHECK(declare(sample::verifier_a, sample::verifier_a, Relation::sibling) == "ok");
    CHECK(stands(sample::verifier_a) == "declared_conflict");
    CHECK(sample::said(keeps_distance(contest, sample::verifier_a, sample::minh)) == "ok");

    CHECK(declare(sample::verifier_a, sample::verifier_a, Relation::other) == "already_done");
    CHECK(declare(sample::verifier_a, sample::verifier_b, Relation::spouse) == "forbidden");
    CHECK(declare(sample::secretary, sample::verifier_b, Relation::other) == "ok");
    CHECK(stands(sample::verifier_b) == "ok"); // Not among the plan's relations.

    CHECK(declare(sample::secretary, sample::verifier_b, Relation::discipline) == "ok");
    CHECK(sample::said(keeps_distance(contest, sample::verifier_b, sample::minh)) ==
          "declared_conflict");
    CHECK(sample::said(sample::act(contest,
                                   DeclareConflict{sample::chair, sample::chair,
                                                   sample::id<CandidateId>(99), Relation::spouse},
                                   now)) == "not_found");
}
