// What the server does by itself: at the bell, at the ends of sittings, at every beat.

#pragma once
#include "core/ids.h"
#include "core/time.h"
#include "crypto/hash.h"

#include <utility>
#include <vector>

namespace thi::core {
struct Beat;
struct DigestSecurity;
} // namespace thi::core
namespace thi::store {
class Committer;
}

namespace thi::app {

// Asks every contest to do what its clock says. Refusals here are our bug or a race; they are
// harmless and tried again at the next tick.
void do_what_is_due(store::Committer& committer);

// The machine's two clocks, for the log of every contest that is being sat (clock.beat): whoever
// audits it sees a clock that jumped.
void beat(store::Committer& committer, const core::Beat& reading);

// Puts the hash of a day of the security log into every open log (sec.digest, S-50).
void digest_security(store::Committer& committer, const core::DigestSecurity& day);

// Writes down that sessions were used.
void note_uses(store::Committer& committer,
               const std::vector<std::pair<crypto::Digest, core::Instant>>& uses);

} // namespace thi::app
