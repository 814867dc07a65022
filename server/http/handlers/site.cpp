#include "http/handlers/site.h"

#include "http/api/session.h"
#include "http/exchange.h"
#include "http/openapi.h"
#include "http/reply.h"
#include "http/routes.h"

namespace thi::http::handlers {

std::string_view version() {
    return THITUYEN_VERSION;
}

// Says nothing of inside: whoever may know more asks with a role (S-57).
net::awaitable<core::Result<Reply>> health(Exchange&) {
    co_return Reply::bytes("text/plain; charset=utf-8", "ok\n");
}

net::awaitable<core::Result<Reply>> server_time(Exchange& exchange) {
    const api::ServerTime body{.server_now = exchange.now()};
    co_return Reply::ok(body);
}

net::awaitable<core::Result<Reply>> openapi(Exchange&) {
    static const std::string document = openapi_document(routes(), version());
    Reply reply = Reply::bytes(Reply::json_type, {});
    reply.lasting = document;
    reply.cache = Cache::revalidate;
    reply.etag = etag_of(document);
    co_return reply;
}

} // namespace thi::http::handlers
