// Minutes: what happened at one act of a contest, written out of its log with the number of every
// entry, in the form of Vietnamese official papers (Decree 30/2020, annex III), for print.
//
// An act has minutes once it is over: whatever the log holds of it is then open to the officials
// who read minutes. Knows no store and no clock.

#pragma once
#include "core/event.h"
#include "core/plan/plan.h"
#include "core/result/tally.h"

#include <boost/describe/enum.hpp>

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace thi::print {

enum class MinutesKind { opening, draw, sitting, marking, count, result };
BOOST_DESCRIBE_ENUM(MinutesKind, opening, draw, sitting, marking, count, result)

struct Logged {
    std::uint64_t index = 0;
    core::Instant at;
    core::Event event;
};

struct PersonSeen {
    std::string name; // "" where erased.
    std::vector<core::Role> roles;
};

// One line of a results file as it was published.
struct PublishedLine {
    core::PostId post;
    std::string who;
    std::string roll_number;
    std::string shown;
    std::optional<core::Whole> rank;
    core::Outcome outcome = core::Outcome::absent;
};

// What minutes are written from.
struct MinutesFacts {
    core::Plan plan;
    std::vector<Logged> entries; // Those of minutes_types(), in the order of the log.
    std::map<core::PersonId, PersonSeen> officials;
    std::map<core::CandidateId, std::string> candidates;          // Names.
    std::map<crypto::Digest, std::vector<PublishedLine>> results; // By the file's hash.
    std::string origin;                                           // Of the log.
};

// The types of entries that minutes are written from.
std::span<const std::string_view> minutes_types();

struct MinutesLine {
    std::string name; // In the contest, fit for a path: "count-rnd_...-post_...".
    MinutesKind kind = MinutesKind::result;
    std::string title;
    std::uint64_t index = 0; // Of the entry that ended the act.
};

// By that index.
std::vector<MinutesLine> minutes_list(const MinutesFacts& facts);

// The document as HTML; nothing where the list has no such name.
std::optional<std::string> minutes(const MinutesFacts& facts, std::string_view name);

} // namespace thi::print
