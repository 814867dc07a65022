// Two-person acts (ADR 4): proposed, approved by another person, carried out with the last
// approval.

#pragma once
#include "http/route.h"

namespace thi::http::handlers {

net::awaitable<core::Result<Reply>> list_proposals(Exchange& exchange);
net::awaitable<core::Result<Reply>> propose(Exchange& exchange);
net::awaitable<core::Result<Reply>> approve(Exchange& exchange);
net::awaitable<core::Result<Reply>> withdraw_proposal(Exchange& exchange);

} // namespace thi::http::handlers
