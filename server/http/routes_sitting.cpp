#include "http/api/paper.h"
#include "http/api/room.h"
#include "http/handlers/draws.h"
#include "http/handlers/papers.h"
#include "http/handlers/rooms.h"
#include "http/handlers/sitting.h"
#include "http/routes.h"
#include "text/schema.h"

namespace thi::http {
namespace {

using core::Role;

Rows paper_rows() {
    using namespace handlers;
    const auto setting = Access::official(Role::setter, Role::chair, Role::vice_chair);
    const auto reading =
        Access::official(Role::setter, Role::chair, Role::vice_chair, Role::auditor);
    return {
        {Verb::get, "/api/contests/{contest}/banks", Access::official(Role::setter),
         schema<Nothing, api::BankList>(), banks},
        {Verb::get, "/api/contests/{contest}/papers", setting, schema<Nothing, api::PaperList>(),
         papers},
        {Verb::post, "/api/contests/{contest}/papers", setting,
         schema<api::NewPaper, api::PaperLine>(), make_paper},
        {Verb::get, "/api/contests/{contest}/papers/{paper}", reading,
         schema<Nothing, api::PaperContent>(), paper, Limits{}, "", Watched::sealed_read},
    };
}

Rows room_rows() {
    using namespace handlers;
    const auto planning = Access::official(Role::chair, Role::vice_chair, Role::secretary,
                                           Role::head_of_invigilation);
    const auto keeping = Access::official(Role::invigilator, Role::head_of_invigilation,
                                          Role::chair, Role::vice_chair);
    const auto watching =
        Access::official(Role::invigilator, Role::head_of_invigilation, Role::secretary,
                         Role::chair, Role::vice_chair, Role::supervisor);
    const auto reporting = watching;
    return {
        {Verb::get, "/api/contests/{contest}/rounds/{round}/rooms", Access::any_official(),
         schema<Nothing, api::RoomList>(), rooms},
        {Verb::put, "/api/contests/{contest}/rounds/{round}/rooms", planning,
         schema<api::NewRooms, api::RoomList>(), plan_rooms},
        {Verb::get, "/api/contests/{contest}/rooms/{room}", watching,
         schema<Nothing, api::RoomLive>(), live_room},
        {Verb::post, "/api/sittings/{sitting}/admit", keeping, schema<api::AdmitBody, Nothing>(),
         admit},
        {Verb::post, "/api/sittings/{sitting}/takeover", keeping, schema<Nothing, Nothing>(),
         approve_takeover},
        {Verb::post, "/api/contests/{contest}/incidents", reporting,
         schema<api::NewIncident, api::IncidentLine>(), open_incident},
        {Verb::post, "/api/contests/{contest}/incidents/{incident}/close", reporting,
         schema<api::CloseIncidentBody, api::IncidentLine>(), close_incident},
        {Verb::get, "/api/contests/{contest}/events", Access::any_official(),
         schema<Nothing, Events>(), contest_events},
    };
}

Rows draw_rows() {
    using namespace handlers;
    const auto leading = Access::official(Role::chair, Role::vice_chair, Role::secretary);
    const auto freezing =
        Access::official(Role::chair, Role::vice_chair, Role::secretary, Role::blinder);
    const auto taking_part = Access::official(Role::chair, Role::vice_chair, Role::secretary,
                                              Role::supervisor, Role::auditor, Role::blinder);
    return {
        {Verb::get, "/api/contests/{contest}/draws", Access::public_,
         schema<Nothing, api::DrawList>(), draws},
        {Verb::post, "/api/contests/{contest}/draws", freezing,
         schema<api::NewDraw, api::DrawView>(), freeze_draw},
        {Verb::post, "/api/contests/{contest}/draws/commit", taking_part,
         schema<api::DrawCommitment, api::DrawView>(), commit_draw},
        {Verb::post, "/api/contests/{contest}/draws/reveal", taking_part,
         schema<api::DrawReveal, api::DrawView>(), reveal_draw},
        {Verb::post, "/api/contests/{contest}/draws/resolve", leading,
         schema<api::DrawResolve, api::DrawView>(), resolve_draw},
    };
}

Rows candidate_rows() {
    using namespace handlers;
    using Saves = api::SavesReply;
    const auto own = Access::candidate;
    Rows rows{
        {Verb::get, "/api/me/sittings", Access::signed_in, schema<Nothing, api::MySittings>(),
         my_sittings},
        {Verb::post, "/api/contests/{contest}/rounds/{round}/practice", own,
         schema<Nothing, api::SittingView>(), begin_practice},
        {Verb::get, "/api/sittings/{sitting}", own, schema<Nothing, api::SittingView>(), sitting},
        {Verb::get, "/api/papers/{paper}/ciphertext", Access::signed_in, schema<Nothing, Bytes>(),
         paper_ciphertext},
        {Verb::post, "/api/sittings/{sitting}/lease", own, schema<api::NewLease, api::LeaseReply>(),
         take_lease},
        {Verb::get, "/api/sittings/{sitting}/key", own, schema<Nothing, api::PaperKeyReply>(),
         paper_key, Limits{}, "", Watched::sealed_read},
        {Verb::post, "/api/sittings/{sitting}/saves", own, schema<api::SavesBody, Saves>(),
         save_answers, Limits{.body_max = 1024 * 1024, .rate = Rate::writes}},
        {Verb::get, "/api/sittings/{sitting}/answers", own, schema<Nothing, api::Answers>(),
         answers},
        {Verb::get, "/api/sittings/{sitting}/notes", own, schema<Nothing, api::Notes>(), notes},
        {Verb::put, "/api/sittings/{sitting}/notes", own, schema<api::Notes, Nothing>(), put_notes},
        {Verb::post, "/api/sittings/{sitting}/submit", own,
         schema<api::OneSave, api::SubmitReply>(), submit},
        {Verb::get, "/api/sittings/{sitting}/submission", own, schema<Nothing, api::SubmitReply>(),
         submission},
        {Verb::get, "/api/sittings/{sitting}/score", own, schema<Nothing, api::EarlyScore>(),
         early_score},
        {Verb::post, "/api/sittings/{sitting}/calls", own, schema<api::CallInvigilator, Nothing>(),
         call_invigilator},
        {Verb::get, "/api/sittings/{sitting}/events", own, schema<Nothing, Events>(),
         sitting_events},
    };
#ifdef THITUYEN_TESTING
    rows.push_back({Verb::post, "/api/sittings/{sitting}/fixed", own,
                    schema<api::SavesBody, Saves>(), fixed_reply,
                    Limits{.body_max = 1024 * 1024, .rate = Rate::writes}});
#endif
    return rows;
}

} // namespace

Rows sitting_routes() {
    Rows all;
    for (const auto part : {paper_rows, room_rows, draw_rows, candidate_rows})
        for (const auto& row : part())
            all.push_back(row);
    return all;
}

} // namespace thi::http
