#include "http/api/result.h"
#include "http/handlers/log.h"
#include "http/routes.h"
#include "text/schema.h"

namespace thi::http {

Rows log_routes() {
    using namespace handlers;
    using core::Role;
    const auto auditing = Access::official(Role::auditor, Role::chair, Role::secretary);
    return {
        {Verb::get, "/api/contests/{contest}/log", Access::public_, schema<Nothing, api::LogPage>(),
         log_page, Limits{}, "from count type"},
        {Verb::get, "/api/contests/{contest}/log/{index}/proof", Access::public_,
         schema<Nothing, Bytes>(), log_proof},
        {Verb::post, "/api/contests/{contest}/verify", auditing,
         schema<Nothing, api::VerifyReport>(), verify_log},
        {Verb::get, "/log/{contest}/checkpoint", Access::public_, schema<Nothing, Bytes>(),
         log_checkpoint},
        {Verb::get, "/log/{contest}/tile/{tail*}", Access::public_, schema<Nothing, Bytes>(),
         log_tile},
    };
}

} // namespace thi::http
