// What the server makes for paper: minutes for the officials, and a candidate's own file.

#pragma once
#include "http/route.h"

namespace thi::http::handlers {

// minutes.cpp
net::awaitable<core::Result<Reply>> minutes_list(Exchange& exchange);
net::awaitable<core::Result<Reply>> minutes_page(Exchange& exchange);

// candidate_file.cpp
net::awaitable<core::Result<Reply>> candidate_file(Exchange& exchange);

} // namespace thi::http::handlers
