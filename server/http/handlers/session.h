// Registering, signing in and out, proving to be present, sessions and messages.

#pragma once
#include "http/route.h"

namespace thi::http::handlers {

net::awaitable<core::Result<Reply>> register_account(Exchange& exchange);
net::awaitable<core::Result<Reply>> sign_in(Exchange& exchange);
net::awaitable<core::Result<Reply>> sign_in_by_link(Exchange& exchange);
net::awaitable<core::Result<Reply>> current_session(Exchange& exchange);
net::awaitable<core::Result<Reply>> sign_out(Exchange& exchange);
net::awaitable<core::Result<Reply>> prove_presence(Exchange& exchange);
net::awaitable<core::Result<Reply>> change_password(Exchange& exchange);
net::awaitable<core::Result<Reply>> list_sessions(Exchange& exchange);
net::awaitable<core::Result<Reply>> end_session(Exchange& exchange);
net::awaitable<core::Result<Reply>> list_messages(Exchange& exchange);

} // namespace thi::http::handlers
