// How far an application is, out of the writer's contest: pure functions over it.

#pragma once
#include "core/contest.h"
#include "core/fault.h"
#include "core/intake/dossier.h"
#include "http/api/intake.h"

#include <map>

namespace thi::http {

// The counts of one line of the register.
struct Progress {
    core::Whole criteria = 0;
    core::Whole decided = 0;
    core::Whole attention = 0;
    bool mine_open = false;
};

// Of every application, for that official.
std::map<core::ApplicationId, Progress> progress_of(const core::Contest& contest,
                                                    core::PersonId person);

// The criteria of one application: what the machine finds of `dossier` now, and the decisions. The
// names of those who decided are left empty. Not found where there is no such application.
core::Result<std::vector<api::CriterionLine>> criteria_of(const core::Contest& contest,
                                                          core::ApplicationId application,
                                                          const core::Dossier& dossier);

} // namespace thi::http
