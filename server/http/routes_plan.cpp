#include "http/api/plan.h"
#include "http/handlers/contests.h"
#include "http/handlers/people.h"
#include "http/handlers/proposals.h"
#include "http/routes.h"
#include "text/schema.h"

namespace thi::http {

Rows plan_routes() {
    using core::Role;
    constexpr auto office = Access::official(Role::chair, Role::vice_chair, Role::secretary);
    constexpr auto appointing = Access::official(Role::chair).or_administrator();
    constexpr Limits small{.body_max = 16 * 1024, .rate = Rate::writes};
    constexpr Limits plan_sized{.body_max = 512 * 1024, .rate = Rate::writes};
    return {
        {Verb::get, "/api/contests", Access::public_, schema<Nothing, api::ContestList>(),
         handlers::list_contests},
        {Verb::post, "/api/contests", Access::administrator,
         schema<api::NewContest, Created<api::ContestLine>>(), handlers::create_contest, small},
        {Verb::get, "/api/presets", Access::signed_in, schema<Nothing, api::PresetList>(),
         handlers::list_presets},
        {Verb::get, "/api/contests/{contest}", Access::public_, schema<Nothing, api::Notice>(),
         handlers::read_notice},
        {Verb::get, "/api/contests/{contest}/plan", Access::public_,
         schema<Nothing, api::PlanView>(), handlers::read_plan},
        {Verb::put, "/api/contests/{contest}/plan", office, schema<api::PlanDraft, api::PlanView>(),
         handlers::write_plan, plan_sized},
        {Verb::get, "/api/contests/{contest}/overview", Access::any_official(),
         schema<Nothing, api::Overview>(), handlers::read_overview},
        {Verb::get, "/api/contests/{contest}/officials", Access::any_official().or_administrator(),
         schema<Nothing, api::OfficialList>(), handlers::list_officials},
        {Verb::post, "/api/contests/{contest}/officials", appointing,
         schema<api::Appoint, api::OfficialLine>(), handlers::appoint, small, "", Watched::rights},
        {Verb::post, "/api/contests/{contest}/officials/{person}/revoke", appointing,
         schema<api::Revoke, Nothing>(), handlers::revoke, small, "", Watched::rights},
        {Verb::post, "/api/contests/{contest}/conflicts", Access::any_official(),
         schema<api::Conflict, Nothing>(), handlers::declare_conflict, small},
        {Verb::get, "/api/contests/{contest}/proposals", Access::any_official(),
         schema<Nothing, api::ProposalList>(), handlers::list_proposals},
        {Verb::post, "/api/contests/{contest}/proposals", Access::any_official(),
         schema<api::NewProposal, api::Proposal>(), handlers::propose, plan_sized, "",
         Watched::approval},
        {Verb::post, "/api/contests/{contest}/proposals/{proposal}/approve", Access::any_official(),
         schema<Nothing, api::Proposal>(), handlers::approve, small, "", Watched::approval},
        {Verb::delete_, "/api/contests/{contest}/proposals/{proposal}", Access::any_official(),
         schema<Nothing, Nothing>(), handlers::withdraw_proposal, small},
    };
}

} // namespace thi::http
