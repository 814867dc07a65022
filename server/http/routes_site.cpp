#include "http/api/session.h"
#include "http/handlers/site.h"
#include "http/routes.h"
#include "text/schema.h"

namespace thi::http {

Rows site_routes() {
    return {
        {Verb::get, "/healthz", Access::public_, schema<Nothing, Bytes>(), handlers::health},
        {Verb::get, "/api/time", Access::public_, schema<Nothing, api::ServerTime>(),
         handlers::server_time},
        {Verb::get, "/api/openapi.json", Access::public_, schema<Nothing, Bytes>(),
         handlers::openapi},
    };
}

} // namespace thi::http
