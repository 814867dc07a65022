// The eligible list as its hash sees it, and the command that posts it.

#pragma once
#include "core/command.h"
#include "core/contest.h"
#include "core/intake/list.h"
#include "store/batch.h"

namespace thi::http {

// SHA-256 of the canonical list (docs/formats/lists.md).
crypto::Digest hash_of(const core::EligibleList& list);

// What is posted must be what was hashed: refuses (`wrong_state`) where an application has changed
// between the two.
store::SiteWrite same_list(const core::EligibleList& list);

} // namespace thi::http
