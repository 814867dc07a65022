// Defence rounds: the defence day, ballots, projects.

#pragma once
#include "http/route.h"

namespace thi::http::handlers {

// The day, for the council (handlers/defence.cpp).
net::awaitable<core::Result<Reply>> defence_day(Exchange& exchange);
net::awaitable<core::Result<Reply>> open_defence(Exchange& exchange);
net::awaitable<core::Result<Reply>> step_defence(Exchange& exchange);
net::awaitable<core::Result<Reply>> ask_question(Exchange& exchange);
net::awaitable<core::Result<Reply>> score_sheet(Exchange& exchange);

// Ballots (handlers/ballots.cpp).
net::awaitable<core::Result<Reply>> issue_ballot(Exchange& exchange);
net::awaitable<core::Result<Reply>> cast_ballot(Exchange& exchange);
net::awaitable<core::Result<Reply>> counted_ballots(Exchange& exchange);

// Projects (handlers/projects.cpp).
net::awaitable<core::Result<Reply>> my_project(Exchange& exchange);
net::awaitable<core::Result<Reply>> file_project(Exchange& exchange);
net::awaitable<core::Result<Reply>> read_project(Exchange& exchange);

} // namespace thi::http::handlers
