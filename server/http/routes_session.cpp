#include "http/api/session.h"
#include "http/handlers/session.h"
#include "http/routes.h"
#include "text/schema.h"

namespace thi::http {

Rows session_routes() {
    constexpr Limits opens_session{
        .body_max = 16 * 1024, .rate = Rate::writes, .raw_body = false, .before_session = true};
    constexpr Limits small{.body_max = 16 * 1024, .rate = Rate::writes};
    return {
        {Verb::post, "/api/accounts", Access::public_, schema<api::NewAccount, api::Session>(),
         handlers::register_account, opens_session, "", Watched::sign_in},
        {Verb::post, "/api/session", Access::public_, schema<api::SignIn, api::Session>(),
         handlers::sign_in, opens_session, "", Watched::sign_in},
        {Verb::post, "/api/session/link", Access::public_, schema<api::LinkSignIn, api::Session>(),
         handlers::sign_in_by_link, opens_session, "", Watched::sign_in},
        {Verb::get, "/api/session", Access::signed_in, schema<Nothing, api::Session>(),
         handlers::current_session},
        {Verb::delete_, "/api/session", Access::signed_in, schema<Nothing, Nothing>(),
         handlers::sign_out, small, "", Watched::sign_out},
        {Verb::post, "/api/session/proof", Access::signed_in,
         schema<api::PasswordProof, api::Session>(), handlers::prove_presence, small, "",
         Watched::sign_in},
        {Verb::post, "/api/session/password", Access::signed_in,
         schema<api::NewPassword, api::Session>(), handlers::change_password, small, "",
         Watched::rights},
        {Verb::get, "/api/sessions", Access::signed_in, schema<Nothing, api::SessionList>(),
         handlers::list_sessions},
        {Verb::delete_, "/api/sessions/{session}", Access::signed_in, schema<Nothing, Nothing>(),
         handlers::end_session, small, "", Watched::sign_out},
        {Verb::get, "/api/messages", Access::signed_in, schema<Nothing, api::MessageList>(),
         handlers::list_messages},
    };
}

} // namespace thi::http
