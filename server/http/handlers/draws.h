// Draws of seats and ties: frozen, committed to, revealed, resolved (docs/formats/draws.md).

#pragma once
#include "http/route.h"

namespace thi::http::handlers {

net::awaitable<core::Result<Reply>> draws(Exchange& exchange);
net::awaitable<core::Result<Reply>> freeze_draw(Exchange& exchange);
net::awaitable<core::Result<Reply>> commit_draw(Exchange& exchange);
net::awaitable<core::Result<Reply>> reveal_draw(Exchange& exchange);
net::awaitable<core::Result<Reply>> resolve_draw(Exchange& exchange);

} // namespace thi::http::handlers
