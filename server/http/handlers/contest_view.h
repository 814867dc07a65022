// A contest as its pages show it, out of rows and its plan. Who may see which is asked elsewhere.

#pragma once
#include "core/plan/plan.h"
#include "http/api/plan.h"
#include "store/reader.h"

#include <string>

namespace thi::http {

class Exchange;

// A row with its plan read. Breakage (StoreError) where a stored plan does not read.
struct ContestSeen {
    store::ContestRow row;
    core::Plan plan;
};
ContestSeen seen(store::ContestRow row);

// The contest of the path; refused (`not_found`) where there is none, or it is a draft and the
// asker neither has a duty in it nor is the site's administrator.
core::Result<ContestSeen> visible_contest(Exchange& exchange);

// The same, and published. Refused (`not_found`) for a draft, whoever asks.
core::Result<ContestSeen> published_contest(Exchange& exchange);

api::ContestLine contest_line(const ContestSeen& contest);
api::Notice notice_of(const store::Reader& reader, const ContestSeen& contest, core::Instant now);
api::PlanView plan_view(const ContestSeen& contest);

// The words for a list of the plan's: "" where the plan has no such post.
std::string post_title(const core::Plan& plan, core::PostId post);

// The full name behind a pseudonym of an official; "" where erased or unknown.
std::string person_name(const store::Reader& reader, core::PersonId person);

} // namespace thi::http
