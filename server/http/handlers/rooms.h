// Rooms, the live room, check-in, change of machine, incidents: for those who keep the rooms.

#pragma once
#include "http/route.h"

namespace thi::http::handlers {

net::awaitable<core::Result<Reply>> rooms(Exchange& exchange);
net::awaitable<core::Result<Reply>> plan_rooms(Exchange& exchange);

// rooms_live.cpp
net::awaitable<core::Result<Reply>> live_room(Exchange& exchange);
net::awaitable<core::Result<Reply>> admit(Exchange& exchange);
net::awaitable<core::Result<Reply>> approve_takeover(Exchange& exchange);
net::awaitable<core::Result<Reply>> contest_events(Exchange& exchange);

// incidents.cpp
net::awaitable<core::Result<Reply>> open_incident(Exchange& exchange);
net::awaitable<core::Result<Reply>> close_incident(Exchange& exchange);

} // namespace thi::http::handlers
