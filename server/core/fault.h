// Fault: a refusal that the contest expects, said in a sentence to a person.
//
// A closed list of codes: clients and scripts rely on them, and one table in http maps each to a
// status. Breakage (disk, database) is an exception, our own bugs are asserts; neither is a Fault.

#pragma once
#include <boost/describe/enum.hpp>
#include <boost/system/result.hpp>

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace thi::core {

enum class Code {
    // The request itself.
    bad_request,      // Not understood: framing, missing header, wrong shape.
    bad_json,         // Not JSON, or not our subset of it.
    invalid_field,    // One or more fields are wrong; `errors` says which.
    too_large,        // Over a named limit.
    unsupported_type, // Wrong Content-Type, or a file of a kind that is not taken.
    not_found,        // Absent, or not the asker's to see: the same answer.
    method_not_allowed,
    // Who asks.
    not_signed_in,
    wrong_credentials,
    forbidden,         // Signed in, but this role may not.
    csrf,              // Origin or token does not match.
    needs_approval,    // The password must be entered again (within 5 minutes).
    same_person,       // A two-person act by one person.
    role_conflict,     // Duties that must not meet in one person.
    declared_conflict, // A declared relation with a candidate.
    rate_limited,
    busy, // Try again later; Retry-After is set.
    // The contest.
    wrong_state,       // The contest, round or sitting is not at the step that this needs.
    not_supported_yet, // A rule of the plan that nothing obeys yet.
    rule_unset,        // A rule of the plan is neither set nor waived.
    deadline_passed,
    too_early,
    already_done,
    limit_reached, // A number fixed by the plan: posts, seats, versions.
    incomplete,    // Something that the step needs is missing.
    // The sitting.
    sitting_closed,   // 410: the acceptance window of the sitting is over.
    seq_conflict,     // 409: same lease and seq, other bytes.
    seq_gap,          // A save before this one has not arrived.
    lease_superseded, // Another machine holds the sitting now.
    takeover_needs_approval,
    unknown_item,
    bad_value, // Not a value this item can have.
    // The log.
    not_clean, // An audit must pass before this step.
};
BOOST_DESCRIBE_ENUM(Code, bad_request, bad_json, invalid_field, too_large, unsupported_type,
                    not_found, method_not_allowed, not_signed_in, wrong_credentials, forbidden,
                    csrf, needs_approval, same_person, role_conflict, declared_conflict,
                    rate_limited, busy, wrong_state, not_supported_yet, rule_unset, deadline_passed,
                    too_early, already_done, limit_reached, incomplete, sitting_closed,
                    seq_conflict, seq_gap, lease_superseded, takeover_needs_approval, unknown_item,
                    bad_value, not_clean)

// A sentence in both languages. Vietnamese first.
struct Sentence {
    std::string vi;
    std::string en;
};

// One wrong field. `pointer` is a JSON pointer (RFC 6901) into what was sent.
struct FieldFault {
    std::string pointer;
    std::optional<std::int64_t> line; // Where the text has lines: a plan, a bank.
    Code code = Code::invalid_field;
    Sentence detail;
};

struct Fault {
    Code code = Code::bad_request;
    Sentence detail;
    std::vector<FieldFault> errors;
};

template <class T> using Result = boost::system::result<T, Fault>;

// Asking a refused Result for its value is our bug.
[[noreturn]] inline void throw_exception_from_error(const Fault& fault,
                                                    const boost::source_location&) {
    throw std::logic_error("value of a refused result: " + fault.detail.en);
}

} // namespace thi::core
