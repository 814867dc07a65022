#include "http/handlers/acts.h"

#include "http/exchange.h"
#include "http/handlers/acts_marking.h"
#include "http/handlers/acts_plan.h"
#include "http/handlers/acts_result.h"
#include "http/handlers/acts_sitting.h"

#include <algorithm>
#include <iterator>

namespace thi::http {
namespace {

template <class Body>
using Ready = core::Result<PreparedAct> (*)(Exchange&, const ActContext&, const Body&);

template <class Body>
using Awaited = boost::asio::awaitable<core::Result<PreparedAct>> (*)(Exchange&, const ActContext&,
                                                                      const Body&);

template <class Body, Ready<Body> make>
boost::asio::awaitable<core::Result<PreparedAct>>
at_once(Exchange& exchange, const ActContext& context, const boost::json::value& body) {
    const auto read = text::from_json<Body>(body);
    if (!read) co_return fault_of(read.error());
    co_return make(exchange, context, *read);
}

template <class Body, Awaited<Body> make>
boost::asio::awaitable<core::Result<PreparedAct>>
awaited(Exchange& exchange, const ActContext& context, const boost::json::value& body) {
    const auto read = text::from_json<Body>(body);
    if (!read) co_return fault_of(read.error());
    co_return co_await make(exchange, context, *read);
}

constexpr Act acts[] = {
    {"publish", at_once<api::PublishAct, publish_act>},
    {"amend_plan", at_once<api::AmendAct, amend_act>},
    {"advance_stage", at_once<api::AdvanceAct, advance_act>},
    {"extend_deadline", at_once<api::ExtendAct, extend_act>},
    {"grant_role", at_once<api::GrantRoleAct, grant_role_act>},
    {"post_list", awaited<api::PostListAct, post_list_act>},
    {"decide_petition", at_once<api::DecidePetitionAct, decide_petition_act>},
    {"seal_paper", awaited<api::SealPaperAct, seal_paper_act>},
    {"switch_paper", at_once<api::SwitchPaperAct, switch_paper_act>},
    {"remove_time", at_once<api::RemoveTimeAct, remove_time_act>},
    {"restore_time", at_once<api::RestoreTimeAct, restore_time_act>},
    {"grant_time", at_once<api::GrantTimeAct, grant_time_act>},
    {"decide_late", at_once<api::DecideLateAct, decide_late_act>},
    {"count_ballots", at_once<api::CountBallotsAct, count_ballots_act>},
    {"settle_mark", at_once<api::SettleMarkAct, settle_mark_act>},
    {"unblind_scripts", at_once<api::UnblindScriptsAct, unblind_scripts_act>},
    {"record_infraction", at_once<api::RecordInfractionAct, record_infraction_act>},
    {"decide_appeal", at_once<api::DecideAppealAct, decide_appeal_act>},
    {"amend_mark", at_once<api::AmendMarkAct, amend_mark_act>},
    {"apply_remedy", at_once<api::ApplyRemedyAct, apply_remedy_act>},
    {"hold_round_again", at_once<api::HoldRoundAgainAct, hold_round_again_act>},
    {"step_tie", at_once<api::StepTieAct, step_tie_act>},
    {"release", awaited<api::ReleaseAct, release_act>},
    {"finalise", awaited<api::ReleaseAct, finalise_act>},
};

} // namespace

const Act* find_act(std::string_view name) {
    const auto found = std::find_if(std::begin(acts), std::end(acts),
                                    [&](const Act& act) { return act.name == name; });
    return found == std::end(acts) ? nullptr : found;
}

} // namespace thi::http
