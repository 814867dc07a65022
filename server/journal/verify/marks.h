// Marks: what was stored and published as results, against the tally made again (checks 05.02,
// 05.05).

#pragma once
#include "core/result/tally.h"
#include "journal/verify/source.h"

#include <optional>

namespace thi::journal {

class Marks {
  public:
    Marks(LogSource& source, Report& report) : source_(source), report_(report) {}

    // After each event was applied. `root`: of the tree that ends with its leaf.
    void take(const core::Contest& contest, const core::Event& event, const Hash& root,
              const std::string& where);
    // After the last event: the stored scores against the tally of the last that computed them.
    void finish();

  private:
    const core::Tally* tally(const core::Contest& contest);
    void computed(const core::Contest& contest, const core::ScoreComputed& event,
                  const std::string& where);
    void stepped(const core::Contest& contest, const core::TieStepped& event,
                 const std::string& where);
    template <class Release>
    void released(const core::Contest& contest, const Release& event, const std::string& where);
    void check_file(const core::Contest& contest, const core::Tally& again,
                    const crypto::Digest& file_hash, const std::string& where);
    void skip(const text::Sentence& why);

    LogSource& source_;
    Report& report_;
    std::optional<core::Tally> tally_; // Of the scores in force, since the last of its events.
    std::optional<Hash> scored_root_;  // Of the tree that ends with that event.
};

} // namespace thi::journal
