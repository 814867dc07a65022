// People of a contest as the log knows them: roles, relations, approvals. Never names.

#pragma once
#include "core/ids.h"
#include "core/time.h"
#include "crypto/hash.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <string>
#include <vector>

namespace thi::core {

enum class Role {
    administrator,
    chair,
    vice_chair,
    secretary,
    verifier,
    setter,
    head_of_invigilation,
    invigilator,
    blinder,
    head_of_marking,
    marker,
    council_member,
    appeals_panel,
    supervisor,
    auditor,
    sysadmin,
};
BOOST_DESCRIBE_ENUM(Role, administrator, chair, vice_chair, secretary, verifier, setter,
                    head_of_invigilation, invigilator, blinder, head_of_marking, marker,
                    council_member, appeals_panel, supervisor, auditor, sysadmin)

enum class Relation { spouse, parent, child, sibling, in_law, discipline, other };
BOOST_DESCRIBE_ENUM(Relation, spouse, parent, child, sibling, in_law, discipline, other)
// One of the two people behind a two-person act (docs/formats/approvals.md). `action_hash` is
// SHA-256("exam-action/v1\n" + the canonical JSON of the act), the same for both.
struct Approval {
    PersonId person;
    std::string method; // "password" until passkeys exist.
    Instant at;         // When the person proved to be present; at most 5 minutes before the act.
    crypto::Digest action_hash;
};
BOOST_DESCRIBE_STRUCT(Approval, (), (person, method, at, action_hash))

using Approvals = std::vector<Approval>;

} // namespace thi::core
