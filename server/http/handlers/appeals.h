// What contests a result: infractions, appeals, remedies (handlers/appeals.cpp,
// handlers/remedies.cpp).

#pragma once
#include "http/route.h"

namespace thi::http::handlers {

net::awaitable<core::Result<Reply>> infractions(Exchange& exchange);
net::awaitable<core::Result<Reply>> appeals(Exchange& exchange);
net::awaitable<core::Result<Reply>> my_appeals(Exchange& exchange);
net::awaitable<core::Result<Reply>> file_appeal(Exchange& exchange);
net::awaitable<core::Result<Reply>> assign_remarks(Exchange& exchange);
net::awaitable<core::Result<Reply>> preview_remedy(Exchange& exchange);
net::awaitable<core::Result<Reply>> preview_resit(Exchange& exchange);
net::awaitable<core::Result<Reply>> remedies(Exchange& exchange);

} // namespace thi::http::handlers
