// Infractions: breaches of the exam room's rules, written down at the time, and the command that
// records one.

#pragma once
#include "core/people.h"
#include "core/plan/plan.h"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thi::core {

// A breach of the exam room's rules, written down at the time.
struct InfractionRecorded {
    static constexpr std::string_view leaf = "infraction.record";
    PersonId by;
    InfractionId infraction;
    CandidateId candidate;
    RoundId round;
    std::optional<SittingId> sitting;                   // Absent in a defence round.
    InfractionLevel level = InfractionLevel::reprimand; // After escalation.
    std::string facts;
    Instant happened_at;
    std::vector<SittingId> witnesses;
    bool candidate_signed = true;
    bool witnesses_refused = false;
    std::string objection; // The candidate's own words; "" for none.
    Approvals approvals;   // Of who may impose the level (docs/formats/appeals.md).
};
BOOST_DESCRIBE_STRUCT(InfractionRecorded, (),
                      (by, infraction, candidate, round, sitting, level, facts, happened_at,
                       witnesses, candidate_signed, witnesses_refused, objection, approvals))

// `received_at`: when the minutes were sent in; too long after `happened_at` is refused.
struct RecordInfraction {
    PersonId by;
    InfractionId infraction;
    CandidateId candidate;
    RoundId round;
    InfractionLevel level = InfractionLevel::reprimand; // As seen; escalation raises it.
    std::string facts;
    Instant happened_at;
    std::vector<SittingId> witnesses;
    bool candidate_signed = true;
    bool witnesses_refused = false;
    std::string objection;
    Approvals approvals;
    Instant received_at;
};

} // namespace thi::core
