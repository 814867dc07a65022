// Banks and papers, for those who set and approve them. Sealing is an act of two (acts_sitting.h).

#pragma once
#include "http/route.h"

namespace thi::http::handlers {

net::awaitable<core::Result<Reply>> banks(Exchange& exchange);
net::awaitable<core::Result<Reply>> papers(Exchange& exchange);
net::awaitable<core::Result<Reply>> make_paper(Exchange& exchange);
net::awaitable<core::Result<Reply>> paper(Exchange& exchange);

} // namespace thi::http::handlers
