// Report: what an audit of a log found, check by check (docs/verify.md). Every position is there;
// how many of them are shown is the reader's choice.

#pragma once
#include "journal/merkle.h"
#include "text/mistake.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace thi::journal {

enum class CheckState {
    pass,
    fail,
    sealed,  // Openings that it needs are closed by their type's rule.
    erased,  // Held, but for openings that were erased lawfully.
    not_run, // Something that it needs is not there; `reasons` say what.
};
BOOST_DESCRIBE_ENUM(CheckState, pass, fail, sealed, erased, not_run)

// Where a check failed: "leaf 17", "checkpoint 5", "row answer sit_..., itm_...".
struct Position {
    std::string where;
    text::Sentence says;
};

struct Check {
    std::string check; // "03.01"
    text::Sentence title;
    CheckState state = CheckState::pass;
    std::uint64_t examined = 0;
    std::uint64_t sealed = 0;
    std::uint64_t erased = 0;
    bool asked = true; // False: nothing was handed in for it, and nobody misses it.
    std::vector<Position> positions;
    std::vector<text::Sentence> reasons; // Why it did not run.

    void fail(std::string where, std::string vi, std::string en);
    // Something that it needs is missing. A failure that was found stands all the same.
    void skip(std::string vi, std::string en);
};

class Report {
  public:
    // With every check that this program makes, in the order of their ids.
    Report();

    std::string origin; // As the pinned key has it.
    std::uint64_t size = 0;
    Hash root;
    std::vector<Check> checks;

    // Requires: one of the list.
    Check& operator[](std::string_view check);
    const Check& operator[](std::string_view check) const;

    // States out of what was counted. Once, at the end.
    void conclude();

    // 0: every check passed; 1: one failed; 2: none failed and not all could run.
    int exit_code() const;
    bool clean() const { return exit_code() == 0; }
};

// For a terminal, Vietnamese first: a line for each check, at most `positions_max` positions under
// it, and the verdict.
std::string print_report(const Report& report, std::size_t positions_max = 10);

// Canonical JSON with everything.
std::string report_json(const Report& report);

} // namespace thi::journal
