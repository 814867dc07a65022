// Officials of a contest and the relations that they declare.

#pragma once
#include "http/route.h"

namespace thi::http::handlers {

net::awaitable<core::Result<Reply>> list_officials(Exchange& exchange);
net::awaitable<core::Result<Reply>> appoint(Exchange& exchange);
net::awaitable<core::Result<Reply>> revoke(Exchange& exchange);
net::awaitable<core::Result<Reply>> declare_conflict(Exchange& exchange);

} // namespace thi::http::handlers
