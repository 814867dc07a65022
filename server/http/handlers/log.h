// The log for everybody: as a list, as proofs, as tiles; and its audit.

#pragma once
#include "http/route.h"

namespace thi::http::handlers {

net::awaitable<core::Result<Reply>> log_page(Exchange& exchange);
net::awaitable<core::Result<Reply>> log_proof(Exchange& exchange);
net::awaitable<core::Result<Reply>> verify_log(Exchange& exchange);

// log_tiles.cpp
net::awaitable<core::Result<Reply>> log_checkpoint(Exchange& exchange);
net::awaitable<core::Result<Reply>> log_tile(Exchange& exchange);

} // namespace thi::http::handlers
