#include "http/api/intake.h"
#include "http/handlers/intake.h"
#include "http/handlers/media.h"
#include "http/handlers/register.h"
#include "http/routes.h"
#include "text/schema.h"

namespace thi::http {

Rows intake_routes() {
    using core::Role;
    constexpr auto readers = Access::official(Role::secretary, Role::verifier, Role::chair,
                                              Role::vice_chair, Role::supervisor, Role::auditor);
    constexpr auto deciders = Access::official(Role::secretary, Role::verifier, Role::chair,
                                               Role::vice_chair, Role::auditor);
    constexpr auto document_readers = Access::participant(
        Role::secretary, Role::verifier, Role::chair, Role::vice_chair, Role::auditor);
    constexpr Limits writes{.body_max = 64 * 1024, .rate = Rate::writes};
    constexpr Limits upload{
        .body_max = document_bytes_max, .rate = Rate::uploads, .raw_body = true};
    return {
        {Verb::get, "/api/contests/{contest}/dossier", Access::signed_in,
         schema<Nothing, api::DossierView>(), handlers::read_dossier},
        {Verb::put, "/api/contests/{contest}/dossier", Access::signed_in,
         schema<core::DossierFacts, api::DossierView>(), handlers::write_dossier, writes},
        {Verb::post, "/api/contests/{contest}/documents", Access::signed_in,
         schema<Bytes, Created<api::DocumentLine>>(), handlers::hand_in_document, upload,
         "kind name"},
        {Verb::get, "/api/documents/{document}", document_readers, schema<Nothing, Bytes>(),
         handlers::read_document, Limits{}, "", Watched::sealed_read},
        {Verb::post, "/api/contests/{contest}/applications", Access::signed_in,
         schema<api::NewApplication, Created<api::ApplicationReceipt>>(), handlers::apply_for_post,
         writes},
        {Verb::get, "/api/me/applications", Access::signed_in,
         schema<Nothing, api::MyApplications>(), handlers::my_applications},
        {Verb::post, "/api/applications/{application}/supplement", Access::candidate,
         schema<Nothing, api::ApplicationReceipt>(), handlers::supplement, writes},
        {Verb::post, "/api/applications/{application}/withdraw", Access::candidate,
         schema<Nothing, Nothing>(), handlers::withdraw_application, writes},
        {Verb::post, "/api/applications/{application}/petition", Access::candidate,
         schema<api::NewPetition, api::PetitionView>(), handlers::file_petition, writes},
        {Verb::get, "/api/contests/{contest}/applications", readers,
         schema<Nothing, api::Register>(), handlers::read_register},
        {Verb::get, "/api/contests/{contest}/applications/{application}", deciders,
         schema<Nothing, api::DossierForDecision>(), handlers::read_for_decision, Limits{}, "",
         Watched::sealed_read},
        {Verb::post, "/api/contests/{contest}/applications/{application}/decisions",
         Access::official(Role::verifier), schema<api::DecideMany, api::DossierForDecision>(),
         handlers::decide_criteria, writes, "", Watched::approval},
        {Verb::post, "/api/contests/{contest}/applications/{application}/supplement-request",
         Access::official(Role::secretary, Role::verifier),
         schema<api::SupplementRequest, Nothing>(), handlers::request_supplement, writes},
        {Verb::post, "/api/contests/{contest}/eligible-list",
         Access::official(Role::secretary, Role::chair), schema<Nothing, api::EligibleList>(),
         handlers::post_eligible_list, writes},
        {Verb::get, "/api/contests/{contest}/eligible-list", Access::public_,
         schema<Nothing, api::EligibleList>(), handlers::read_eligible_list},
    };
}

} // namespace thi::http
