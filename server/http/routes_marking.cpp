#include "http/api/acts.h"
#include "http/api/appeals.h"
#include "http/api/defence.h"
#include "http/api/marking.h"
#include "http/handlers/appeals.h"
#include "http/handlers/defence.h"
#include "http/handlers/marking.h"
#include "http/handlers/media.h"
#include "http/routes.h"
#include "text/schema.h"

namespace thi::http {
namespace {

using core::Role;

Rows defence_rows() {
    using namespace handlers;
    const auto council = Access::official(Role::council_member, Role::chair, Role::vice_chair,
                                          Role::secretary, Role::supervisor, Role::auditor);
    const auto running = Access::official(Role::secretary, Role::chair, Role::vice_chair);
    const auto scoring = Access::official(Role::council_member, Role::chair, Role::vice_chair);
    const auto asking =
        Access::official(Role::council_member, Role::chair, Role::vice_chair, Role::secretary);
    // A ballot is written into no log and comes without a session.
    const Limits into_the_box{
        .body_max = 4096, .rate = Rate::writes, .before_session = true, .unlogged = true};
    const Limits upload{.body_max = document_bytes_max, .rate = Rate::uploads, .raw_body = true};
    return {
        {Verb::get, "/api/contests/{contest}/rounds/{round}/defence", council,
         schema<Nothing, api::DefenceView>(), defence_day},
        {Verb::post, "/api/contests/{contest}/rounds/{round}/defence", running,
         schema<api::OpenDefenceBody, api::DefenceView>(), open_defence},
        {Verb::post, "/api/contests/{contest}/rounds/{round}/defence/{candidate}/step", running,
         schema<api::StepDefenceBody, api::DefenceView>(), step_defence},
        {Verb::post, "/api/contests/{contest}/rounds/{round}/defence/{candidate}/questions", asking,
         schema<api::QuestionBody, api::DefenceView>(), ask_question},
        {Verb::post, "/api/contests/{contest}/rounds/{round}/defence/{candidate}/sheet", scoring,
         schema<api::SheetBody, api::DefenceView>(), score_sheet},
        {Verb::post, "/api/contests/{contest}/rounds/{round}/defence/{candidate}/ballot", scoring,
         schema<Nothing, api::BallotPaper>(), issue_ballot},
        {Verb::post, "/api/contests/{contest}/ballots", Access::public_,
         schema<api::CastBody, Nothing>(), cast_ballot, into_the_box},
        {Verb::get, "/api/contests/{contest}/ballots", Access::public_,
         schema<Nothing, api::CountedBoxes>(), counted_ballots},
        {Verb::get, "/api/contests/{contest}/rounds/{round}/project", Access::candidate,
         schema<Nothing, api::ProjectView>(), my_project},
        {Verb::post, "/api/contests/{contest}/rounds/{round}/project", Access::candidate,
         schema<Bytes, api::ProjectView>(), file_project, upload, "name"},
        {Verb::get, "/api/contests/{contest}/rounds/{round}/projects/{candidate}",
         Access::participant(Role::council_member, Role::chair, Role::vice_chair, Role::secretary,
                             Role::auditor),
         schema<Nothing, Bytes>(), read_project, Limits{}, "", Watched::sealed_read},
    };
}

Rows desk_rows() {
    using namespace handlers;
    const auto blinders = Access::official(Role::blinder);
    const auto around = Access::official(Role::blinder, Role::head_of_marking, Role::chair,
                                         Role::vice_chair, Role::supervisor, Role::auditor);
    const auto head = Access::official(Role::head_of_marking);
    const auto desk = Access::official(Role::head_of_marking, Role::chair, Role::vice_chair,
                                       Role::supervisor, Role::auditor);
    const auto marking_people = Access::official(Role::marker, Role::head_of_marking);
    return {
        {Verb::get, "/api/contests/{contest}/rounds/{round}/blinding", around,
         schema<Nothing, api::BlindingView>(), blinding},
        {Verb::post, "/api/contests/{contest}/rounds/{round}/blinding", blinders,
         schema<Nothing, api::BlindingView>(), blind_scripts},
        {Verb::get, "/api/contests/{contest}/rounds/{round}/marking", desk,
         schema<Nothing, api::MarkingView>(), marking},
        {Verb::post, "/api/contests/{contest}/rounds/{round}/marking/standards", head,
         schema<Nothing, api::MarkingView>(), assign_standards},
        {Verb::post, "/api/contests/{contest}/rounds/{round}/marking/packets", head,
         schema<Nothing, api::MarkingView>(), assign_markers},
        {Verb::post, "/api/contests/{contest}/rounds/{round}/marking/decisions", head,
         schema<api::AnomalyDecision, api::MarkingView>(), decide_anomaly},
        {Verb::post, "/api/contests/{contest}/rounds/{round}/marking/markers/{person}/stop", head,
         schema<api::StopBody, api::MarkingView>(), stop_marker},
        {Verb::post, "/api/contests/{contest}/rounds/{round}/marking/markers/{person}/qualify",
         head, schema<api::QualifyBody, api::MarkingView>(), qualify_marker},
        {Verb::get, "/api/contests/{contest}/rounds/{round}/packet", marking_people,
         schema<Nothing, api::Packet>(), packet},
        {Verb::get, "/api/contests/{contest}/rounds/{round}/scripts/{code}", marking_people,
         schema<Nothing, api::ScriptPage>(), script_page, Limits{}, "turn"},
        {Verb::post, "/api/contests/{contest}/rounds/{round}/scripts/{code}/marks", marking_people,
         schema<api::MarkBody, api::ScriptPage>(), commit_mark},
        {Verb::post, "/api/contests/{contest}/rounds/{round}/anomalies", marking_people,
         schema<api::AnomalyBody, api::Packet>(), note_anomaly},
    };
}

Rows appeal_rows() {
    using namespace handlers;
    const auto exam_people =
        Access::official(Role::chair, Role::vice_chair, Role::secretary, Role::head_of_invigilation,
                         Role::invigilator, Role::supervisor, Role::auditor);
    const auto panel = Access::official(Role::appeals_panel, Role::chair, Role::vice_chair,
                                        Role::secretary, Role::supervisor, Role::auditor);
    const auto leading = Access::official(Role::chair, Role::vice_chair, Role::secretary);
    return {
        {Verb::get, "/api/contests/{contest}/infractions", exam_people,
         schema<Nothing, api::InfractionList>(), infractions},
        {Verb::get, "/api/contests/{contest}/appeals", panel, schema<Nothing, api::AppealList>(),
         appeals},
        {Verb::post, "/api/contests/{contest}/appeals", Access::candidate,
         schema<api::NewAppeal, api::AppealList>(), file_appeal},
        {Verb::get, "/api/contests/{contest}/appeals/mine", Access::candidate,
         schema<Nothing, api::AppealList>(), my_appeals},
        {Verb::post, "/api/contests/{contest}/appeals/{appeal}/remarks",
         Access::official(Role::appeals_panel), schema<Nothing, api::AppealList>(), assign_remarks},
        {Verb::post, "/api/contests/{contest}/remedies/preview", leading,
         schema<api::ApplyRemedyAct, api::RemedyPreview>(), preview_remedy},
        {Verb::post, "/api/contests/{contest}/resits/preview", leading,
         schema<api::HoldRoundAgainAct, api::ResitPreview>(), preview_resit},
        {Verb::get, "/api/contests/{contest}/remedies", Access::public_,
         schema<Nothing, api::RemedyList>(), remedies},
    };
}

} // namespace

Rows marking_routes() {
    Rows all;
    for (const auto part : {defence_rows, desk_rows, appeal_rows})
        for (const auto& row : part())
            all.push_back(row);
    return all;
}

} // namespace thi::http
