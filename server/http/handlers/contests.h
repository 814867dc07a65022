// Contests: their list, their making, their notice, plan and overview.

#pragma once
#include "http/route.h"

namespace thi::http::handlers {

net::awaitable<core::Result<Reply>> list_contests(Exchange& exchange);
net::awaitable<core::Result<Reply>> create_contest(Exchange& exchange);
net::awaitable<core::Result<Reply>> list_presets(Exchange& exchange);
net::awaitable<core::Result<Reply>> read_notice(Exchange& exchange);
net::awaitable<core::Result<Reply>> read_plan(Exchange& exchange);
net::awaitable<core::Result<Reply>> write_plan(Exchange& exchange);
net::awaitable<core::Result<Reply>> read_overview(Exchange& exchange);

} // namespace thi::http::handlers
