#include "http/api/defence.h"
#include "http/handlers/defence.h"
#include "http/handlers/media.h"
#include "http/routes.h"
#include "text/schema.h"

namespace thi::http {

Rows marking_routes() {
    using namespace handlers;
    using core::Role;
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

} // namespace thi::http
