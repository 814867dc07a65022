// Papers: contents laid in beside the events that sealed them, where they are what was committed to
// (checks 04.03, 04.05).

#pragma once
#include "core/contest.h"
#include "core/event.h"
#include "journal/verify/source.h"

namespace thi::journal {

class Papers {
  public:
    Papers(LogSource& source, Report& report) : source_(source), report_(report) {}

    // After each event was applied. What is not as committed to is not laid in.
    void take(core::Contest& contest, const core::Event& event, const std::string& where);
    void finish();

  private:
    void seal(core::SealedPaper& paper, const std::string& where);
    void key(core::SealedPaper& paper, const std::string& where);

    LogSource& source_;
    Report& report_;
    std::uint64_t without_content_ = 0;
};

} // namespace thi::journal
