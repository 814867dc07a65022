// Draws: every draw.result computed again out of its pool, root and reveals (check 05.01). Works on
// public openings alone.

#pragma once
#include "core/contest.h"
#include "core/event.h"
#include "journal/verify/report.h"

#include <map>

namespace thi::journal {

class Draws {
  public:
    explicit Draws(Check& check) : check_(check) {}

    // Each event in order. `root`: of the tree that ends with its leaf; only for draw.freeze.
    void take(const core::Event& event, const Hash& root, const std::string& where);

  private:
    // Of draw.reveal and, for blinding draws, script.seed.
    void reveal(const std::string& name, core::PersonId by, const crypto::Digest& nonce,
                const std::string& where);
    void resolve(const core::DrawResolved& event, const std::string& where);

    Check& check_;
    std::map<std::string, core::Draw> draws_;
};

} // namespace thi::journal
