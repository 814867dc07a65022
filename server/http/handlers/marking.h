// Marking of written rounds: blinding, the head's desk, a marker's packet.

#pragma once
#include "http/route.h"

namespace thi::http::handlers {

// Blinding and the head's desk (handlers/marking.cpp).
net::awaitable<core::Result<Reply>> blinding(Exchange& exchange);
net::awaitable<core::Result<Reply>> blind_scripts(Exchange& exchange);
net::awaitable<core::Result<Reply>> marking(Exchange& exchange);
net::awaitable<core::Result<Reply>> assign_standards(Exchange& exchange);
net::awaitable<core::Result<Reply>> assign_markers(Exchange& exchange);
net::awaitable<core::Result<Reply>> decide_anomaly(Exchange& exchange);
net::awaitable<core::Result<Reply>> stop_marker(Exchange& exchange);
net::awaitable<core::Result<Reply>> qualify_marker(Exchange& exchange);

// A marker's packet (handlers/packet.cpp).
net::awaitable<core::Result<Reply>> packet(Exchange& exchange);
net::awaitable<core::Result<Reply>> script_page(Exchange& exchange);
net::awaitable<core::Result<Reply>> commit_mark(Exchange& exchange);
net::awaitable<core::Result<Reply>> note_anomaly(Exchange& exchange);

} // namespace thi::http::handlers
