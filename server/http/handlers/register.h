// Intake as the officials meet it: the register, dossiers to decide, the eligible list.

#pragma once
#include "http/route.h"

namespace thi::http::handlers {

net::awaitable<core::Result<Reply>> read_register(Exchange& exchange);
net::awaitable<core::Result<Reply>> read_for_decision(Exchange& exchange);
net::awaitable<core::Result<Reply>> decide_criteria(Exchange& exchange);
net::awaitable<core::Result<Reply>> request_supplement(Exchange& exchange);
net::awaitable<core::Result<Reply>> post_eligible_list(Exchange& exchange);
net::awaitable<core::Result<Reply>> read_eligible_list(Exchange& exchange);

} // namespace thi::http::handlers
