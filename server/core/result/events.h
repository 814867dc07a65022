// Events of results and of the log itself.

#pragma once
#include "core/people.h"
#include "core/plan/plan.h"

#include <optional>
#include <string_view>

namespace thi::core {

struct ScoreComputed {
    static constexpr std::string_view leaf = "score.compute";
    PersonId by;
    crypto::Digest hash; // Of the canonical JSON of all traces (docs/formats/results.md).
    Whole candidates = 0;
};
BOOST_DESCRIBE_STRUCT(ScoreComputed, (), (by, hash, candidates))

// One rung of the declared ladder, for one group of equals. `order` is best first; candidates that
// the rung leaves equal stand in one inner list.
struct TieStepped {
    static constexpr std::string_view leaf = "tie.step";
    std::optional<PersonId> by; // Absent: a rung that computes itself.
    PostId post;
    TieRung rung = TieRung::public_draw;
    std::vector<std::vector<CandidateId>> order;
    std::string reason;
    Approvals approvals;
};
BOOST_DESCRIBE_STRUCT(TieStepped, (), (by, post, rung, order, reason, approvals))

struct ResultReleased {
    static constexpr std::string_view leaf = "result.release";
    crypto::Digest file_hash; // Of results.json as published.
    crypto::Digest root;      // Of the tree over the openings (docs/formats/results.md).
    Approvals approvals;
};
BOOST_DESCRIBE_STRUCT(ResultReleased, (), (file_hash, root, approvals))

struct ResultFinal {
    static constexpr std::string_view leaf = "result.final";
    crypto::Digest file_hash;
    crypto::Digest root;
    Approvals approvals;
};
BOOST_DESCRIBE_STRUCT(ResultFinal, (), (file_hash, root, approvals))

struct ClockBeat {
    static constexpr std::string_view leaf = "clock.beat";
    Instant wall_at;
    Whole monotonic_ms = 0;
};
BOOST_DESCRIBE_STRUCT(ClockBeat, (), (wall_at, monotonic_ms))

struct SecurityDigest {
    static constexpr std::string_view leaf = "sec.digest";
    std::string day; // YYYY-MM-DD
    crypto::Digest hash;
    Whole entries = 0;
};
BOOST_DESCRIBE_STRUCT(SecurityDigest, (), (day, hash, entries))

struct RecordErased {
    static constexpr std::string_view leaf = "record.erase";
    PersonId by;
    std::vector<Whole> indexes;
    std::string legal_basis;
    Approvals approvals;
};
BOOST_DESCRIBE_STRUCT(RecordErased, (), (by, indexes, legal_basis, approvals))

struct LogClosed {
    static constexpr std::string_view leaf = "log.close";
    PersonId by;
    Approvals approvals;
};
BOOST_DESCRIBE_STRUCT(LogClosed, (), (by, approvals))

} // namespace thi::core
