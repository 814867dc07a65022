// What the site says of itself: that it lives, what time it is, what can be asked.

#pragma once
#include "http/route.h"

namespace thi::http::handlers {

// Of the program, as in the OpenAPI document and the genesis of a log.
std::string_view version();

net::awaitable<core::Result<Reply>> health(Exchange& exchange);
net::awaitable<core::Result<Reply>> server_time(Exchange& exchange);
net::awaitable<core::Result<Reply>> openapi(Exchange& exchange);

} // namespace thi::http::handlers
