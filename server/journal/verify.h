// Verify: an audit of a whole log against a key that came from elsewhere. Finds everything that is
// wrong and where; repairs nothing, and stops at nothing (docs/verify.md).
//
// The source may be a forgery throughout: no byte of it may make this program fail.

#pragma once
#include "journal/note.h"
#include "journal/verify/report.h"
#include "journal/verify/source.h"

#include <functional>
#include <vector>

namespace thi::journal {

struct Pinned {
    VerifierKey log; // From the notice, a ticket, a first visit: never from the source.
    std::vector<NamedText> known_checkpoints; // Signed notes that were seen before.
    std::vector<NamedText> receipts;          // As candidates hold them.
};

struct VerifyOptions {
    unsigned int threads = 1;
    std::function<void(std::uint64_t leaves)> progress; // After every few thousand leaves.
};

Report verify(LogSource& source, const Pinned& pinned, const VerifyOptions& options = {});

} // namespace thi::journal
