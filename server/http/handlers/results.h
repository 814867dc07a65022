// Scores before release, results after it. Releasing is an act of two (acts_result.h).

#pragma once
#include "http/route.h"

namespace thi::http::handlers {

net::awaitable<core::Result<Reply>> compute_scores(Exchange& exchange);
net::awaitable<core::Result<Reply>> score_preview(Exchange& exchange);
net::awaitable<core::Result<Reply>> score_trace(Exchange& exchange);

// results_public.cpp
net::awaitable<core::Result<Reply>> results(Exchange& exchange);
net::awaitable<core::Result<Reply>> results_bytes(Exchange& exchange);

} // namespace thi::http::handlers
