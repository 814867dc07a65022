// Secret ballots: rolls and boxes counted again (check 05.04). Works on openings alone; who cast
// which ballot is nowhere in them.

#pragma once
#include "core/event.h"
#include "journal/verify/report.h"

#include <map>
#include <set>
#include <utility>

namespace thi::journal {

class Ballots {
  public:
    explicit Ballots(Check& check) : check_(check) {}

    void take(const core::Event& event, const std::string& where);
    // A leaf about ballots whose opening is not at hand: nothing can be said of the others.
    void unopened() { ++unopened_; }
    void finish(const Check& openings);

  private:
    struct Box {
        std::set<core::PersonId> roll;
        core::Whole cast = 0;
        std::vector<core::Points> valid;
        bool counted = false;
    };
    Box& box(core::RoundId round, core::CandidateId candidate);
    void issued(const core::BallotIssued& event, const std::string& where);
    void cast(const core::BallotCast& event, const std::string& where);
    void counted(const core::BallotsCounted& event, const std::string& where);

    Check& check_;
    core::Plan plan_;
    std::map<std::pair<core::RoundId, core::CandidateId>, Box> boxes_;
    std::set<crypto::Digest> tokens_;
    std::set<core::BallotId> ids_;
    std::uint64_t unopened_ = 0;
};

} // namespace thi::journal
