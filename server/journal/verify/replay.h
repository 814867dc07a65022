// Replay: the contest grown again out of its openings, and every check that needs it: 03.05, 03.06,
// 03.07, 01.06, 04.03, 04.05, 05.02, 05.05. Ends at the first opening that is not there.

#pragma once
#include "journal/verify/entries.h"
#include "journal/verify/marks.h"
#include "journal/verify/papers.h"

#include <memory>

namespace thi::journal {

class Replay {
  public:
    Replay(LogSource& source, Report& report);

    // Each entry in order. `root`: of the tree that ends with it; looked at where `wants_root`.
    void take(const ExaminedEntry& entry, std::uint64_t i, const Hash& root);
    static bool wants_root(const ExaminedEntry& entry);

    void finish();

  private:
    void follow(const core::Event& event, const core::Record& record, const std::string& where);

    Report& report_;
    core::Contest contest_;
    Papers papers_;
    Marks marks_;
    std::unique_ptr<Projections> projections_;
    bool whole_ = true; // There is a genesis, and every opening so far was there.
};

} // namespace thi::journal
