// Rooms and incidents as officials' screens see them.

#pragma once
#include "http/api/room.h"
#include "http/handlers/names.h"

namespace thi::http::handlers {

api::RoomLine line_of(const store::RoomRow& row, const OfficialNames& names);
api::IncidentLine line_of(const store::IncidentRow& row);

} // namespace thi::http::handlers
